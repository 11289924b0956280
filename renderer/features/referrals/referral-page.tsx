// One referral: written while a draft, then read with its steps and what may come next.
import { Stack } from '@mantine/core'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { AppLink, Page } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { GuardianBanner } from '../health-checks/guardian-banner.tsx'
import { PrintButtons } from '../health-checks/print-buttons.tsx'
import { ReferralDocument } from './referral-document.tsx'
import { ReferralForm } from './referral-form.tsx'
import { NextSteps, ReferralNotes, ReferralSteps } from './referral-steps.tsx'
import { useReferralText } from './referral-text.ts'

const ReferralPage = ({ params }: ViewProps) => {
  const t = useT()
  const text = useReferralText()
  const query = useRead('referrals.open', { referralId: params.referralId! })
  return (
    <ReadView query={query}>
      {(referral) => (
        <Page
          title={t('referrals:title')}
          intro={
            referral.receiver
              ? t('referrals:stateAndReceiver', {
                  state: text.state(referral.state),
                  receiver: referral.receiver,
                })
              : text.state(referral.state)
          }
          actions={
            <>
              <AppLink to={`/clients/${referral.clientId}/referrals`}>{t('referrals:backToClient')}</AppLink>
              {referral.state === 'draft' ? null : (
                <PrintButtons clientId={referral.clientId} document="referral" />
              )}
            </>
          }
        >
          {referral.guardianForbidden ? <GuardianBanner /> : null}
          {referral.state === 'draft' ? (
            <>
              <ReferralForm referral={referral} />
              <NextSteps referral={referral} />
            </>
          ) : (
            <>
              <Stack gap="md" className="no-print">
                <ReferralNotes referral={referral} />
                <NextSteps referral={referral} />
              </Stack>
              <ReferralDocument referral={referral} />
              <div className="no-print">
                <ReferralSteps referral={referral} />
              </div>
            </>
          )}
        </Page>
      )}
    </ReadView>
  )
}

export default ReferralPage
