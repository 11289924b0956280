// One referral: written while a draft, then read with its steps and what may come next.
import { Button, Group, Text, Timeline } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { REFERRAL_GROUPS } from '../../../domain/referrals/fields.ts'
import { type ReferralTransition, referralStepsFrom } from '../../../domain/referrals/states.ts'
import { callApi } from '../../api/call-api.ts'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatMoment } from '../../ui/format.ts'
import { AppLink, Facts, Page, Panel } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { useSession } from '../session/session.tsx'
import { ReferralForm } from './referral-form.tsx'
import { useReferralText } from './referral-text.ts'
import { StepForm } from './step-form.tsx'

type Opened = Output<'referrals.open'>

const Content = ({ referral }: { referral: Opened }) => {
  const text = useReferralText()
  return REFERRAL_GROUPS.map((group) => {
    const facts = group.fields
      .map((field) => ({
        label: text.label(field.key),
        value: text.value(field, referral.content[field.key]),
      }))
      .filter(({ value }) => value !== '')
    return facts.length === 0 ? null : (
      <Panel key={group.id} title={text.group(group.id)}>
        <Facts facts={facts} />
      </Panel>
    )
  })
}

const Steps = ({ referral }: { referral: Opened }) => {
  const t = useT()
  const text = useReferralText()
  return (
    <Panel title={t('referrals:steps')}>
      <Timeline active={referral.steps.length} bulletSize={14} lineWidth={2}>
        {referral.steps.map((step) => (
          <Timeline.Item key={`${step.at}-${step.to}`} title={text.state(step.to)}>
            <Text size="sm">
              {formatMoment(step.at)}, {step.by}
            </Text>
            {Object.entries(step.details)
              .filter(([name]) => name !== 'content')
              .map(([name, value]) => (
                <Text size="sm" key={name}>
                  {text.detail(name)}: {name === 'endReason' ? text.endReason(String(value)) : String(value)}
                </Text>
              ))}
            {step.note ? <Text size="sm">{step.note}</Text> : null}
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  )
}

/** The buttons come from the table the server refuses with; a draft is consented to in its form. */
const NextSteps = ({ referral }: { referral: Opened }) => {
  const t = useT()
  const text = useReferralText()
  const { status } = useSession()
  const [taking, setTaking] = useState<ReferralTransition | null>(null)
  const steps = referralStepsFrom(referral.state, status.user?.role ?? '').filter(
    ({ to }) => to !== 'consented',
  )
  if (steps.length === 0) return null
  return (
    <Panel title={t('referrals:next')}>
      <Group gap="xs" className="no-print">
        {steps.map((step, at) => (
          <Button
            key={step.to}
            size="xs"
            variant={at === 0 && referral.state !== 'draft' ? 'filled' : 'default'}
            onClick={() => setTaking(step)}
          >
            {text.state(step.to)}
          </Button>
        ))}
      </Group>
      {taking ? (
        <StepForm
          key={`${taking.to}-${referral.revision}`}
          referralId={referral.id}
          revision={referral.revision}
          transition={taking}
          close={() => setTaking(null)}
        />
      ) : null}
    </Panel>
  )
}

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
            <Group gap="xs" className="no-print">
              <AppLink to={`/clients/${referral.clientId}/referrals`}>{t('referrals:backToClient')}</AppLink>
              {referral.state === 'draft' ? null : (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() =>
                    void callApi('documents.print', {
                      clientId: referral.clientId,
                      document: 'referral',
                      to: 'paper',
                    })
                  }
                >
                  {t('referrals:print')}
                </Button>
              )}
            </Group>
          }
        >
          {referral.state === 'draft' ? (
            <ReferralForm referral={referral} />
          ) : (
            <Content referral={referral} />
          )}
          <div className="no-print">
            <NextSteps referral={referral} />
            {referral.steps.length > 0 ? <Steps referral={referral} /> : null}
          </div>
        </Page>
      )}
    </ReadView>
  )
}

export default ReferralPage
