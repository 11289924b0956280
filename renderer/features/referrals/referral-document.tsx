// The referral as it is read and printed: what the client agreed to, without a henkilötunnus.
import { Text } from '@mantine/core'
import type { Output } from '../../../domain/contract/table.ts'
import { REFERRAL_GROUPS } from '../../../domain/referrals/fields.ts'
import { mayPrint } from '../../../domain/referrals/schema.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatMoment } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/page.tsx'
import { useReferralText } from './referral-text.ts'

export type OpenedReferral = Output<'referrals.open'>

/** Long answers get a line of their own. */
const LONG = new Set(['reasons', 'categories', 'reasonOther', 'goal', 'interests', 'ownStrengths'])

export const ReferralDocument = ({ referral }: { referral: OpenedReferral }) => {
  const t = useT()
  const text = useReferralText()
  const consented = referral.steps.find(({ to }) => to === 'consented')
  return (
    <>
      {REFERRAL_GROUPS.map((group) => {
        const facts = group.fields
          .filter(({ key }) => mayPrint(key, referral.content, referral.protectedAddress))
          .map((field) => ({
            label: text.label(field.key),
            value: text.value(field, referral.content[field.key]),
            wide: LONG.has(field.key) || group.id === 'needToKnow',
          }))
          .filter(({ value }) => value !== '')
        const [long, short] = [facts.filter(({ wide }) => wide), facts.filter(({ wide }) => !wide)]
        return facts.length === 0 ? null : (
          <Panel key={group.id} title={text.group(group.id)}>
            {long.length > 0 ? <Facts wide facts={long} /> : null}
            {short.length > 0 ? <Facts facts={short} /> : null}
          </Panel>
        )
      })}
      {consented && referral.receiver ? (
        <Text size="sm">
          {t('referrals:consentGiven', {
            receiver: referral.receiver,
            time: formatMoment(consented.at),
            by: consented.by,
          })}
        </Text>
      ) : null}
    </>
  )
}
