// How one waiting item is worded and where it leads: the same on the worklist and on the client's page.
import type { Output } from '../../../domain/contract/table.ts'
import type { T } from '../../i18n/i18n.ts'

export type WaitingItem = Output<'worklist.show'>[number]

export const pathOfItem = ({ kind, id, clientId }: WaitingItem): string => {
  if (kind === 'referral') return `/referrals/${id}`
  return kind === 'plan' ? `/clients/${clientId}/plan` : `/checks/${id}`
}

export const itemText = (t: T, { kind, detail }: WaitingItem): string =>
  [t(`worklist:kind.${kind}`), detail].filter((part) => part !== '').join(': ')

export const itemState = (t: T, { kind, state }: WaitingItem): string => {
  if (kind === 'plan' || kind === 'follow-up') return ''
  const key = kind === 'referral' ? `check:referral.state.${state}` : `check:state.${state}`
  return (t as unknown as (key: string) => string)(key)
}
