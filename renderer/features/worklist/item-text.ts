// How one waiting item is worded and where it leads: the same on the worklist and on the client's page.
import type { Output } from '../../../domain/contract/table.ts'
import { PROJECT_ITEMS } from '../../../domain/contract/worklist.calls.ts'
import type { T } from '../../i18n/i18n.ts'

export type WaitingItem = Output<'worklist.show'>[number]

/** Whether an item is about the data of the project rather than care. */
export const isProjectItem = ({ kind }: Pick<WaitingItem, 'kind'>): boolean =>
  PROJECT_ITEMS.some((one) => one === kind)

export const pathOfItem = ({ kind, id, clientId }: WaitingItem): string => {
  if (isProjectItem({ kind })) return `/clients/${clientId}/project`
  if (kind === 'referral') return `/referrals/${id}`
  return kind === 'plan' ? `/clients/${clientId}/plan` : `/checks/${id}`
}

export const itemText = (t: T, { kind, detail }: WaitingItem): string =>
  [t(`worklist:kind.${kind}`), detail].filter((part) => part !== '').join(': ')

export const itemState = (t: T, { kind, state }: WaitingItem): string => {
  if (kind === 'plan' || kind === 'follow-up' || isProjectItem({ kind })) return ''
  const key = kind === 'referral' ? `check:referral.state.${state}` : `check:state.${state}`
  return (t as unknown as (key: string) => string)(key)
}
