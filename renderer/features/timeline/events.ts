// What has happened with a client, put together from what the client's page may read.
import type { ConsentKind } from '../../../domain/consents/kinds.ts'
import type { Output } from '../../../domain/contract/table.ts'
import type { CheckState } from '../../../domain/health-checks/states.ts'
import type { ReferralState } from '../../../domain/referrals/states.ts'

export const EVENT_KINDS = ['check', 'referral', 'plan', 'consent', 'project'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

type What =
  | { what: 'check'; state: CheckState; signedBy: string | null; version: number }
  | { what: 'followUp' }
  | { what: 'referralBegun' | 'referralSent'; receiver: string | null }
  | { what: 'referralState'; state: ReferralState }
  | { what: 'planAdded'; count: number }
  | { what: 'planDone' | 'planDropped'; title: string }
  | {
      what: 'consentGiven' | 'consentRefused' | 'consentWithdrawn'
      consent: ConsentKind
      receiver: string | null
    }
  | { what: 'registered' | 'projectEntry' | 'projectReentry' | 'projectExit' }

export type ClientEvent = What & {
  kind: EventKind
  key: string
  /** YYYY-MM-DD or ISO UTC. */
  at: string
  to: string
}

type Sources = {
  client: Output<'clients.open'>
  checks: Output<'checks.ofClient'>
  referrals: Output<'referrals.ofClient'>
  plan: Output<'plans.ofClient'>
}

const checkEvents = (checks: Sources['checks']): ClientEvent[] =>
  checks.flatMap(({ id, checkDate, state, signedBy, version, followUp }) => [
    {
      kind: 'check',
      key: `check-${id}`,
      at: checkDate,
      to: `/checks/${id}`,
      what: 'check',
      state,
      signedBy,
      version,
    } as const,
    ...(followUp
      ? [{ kind: 'check', key: `follow-${id}`, at: followUp, to: `/checks/${id}`, what: 'followUp' } as const]
      : []),
  ])

const BEFORE_SENDING: readonly ReferralState[] = ['draft', 'sent']

const referralEvents = (referrals: Sources['referrals']): ClientEvent[] =>
  referrals.flatMap(({ id, createdAt, sentAt, state, stateAt, receiver }): ClientEvent[] => {
    const common = { kind: 'referral', to: `/referrals/${id}` } as const
    return [
      { ...common, key: `begun-${id}`, at: createdAt, what: 'referralBegun', receiver },
      ...(sentAt
        ? [{ ...common, key: `sent-${id}`, at: sentAt, what: 'referralSent', receiver } as const]
        : []),
      ...(BEFORE_SENDING.includes(state)
        ? []
        : [{ ...common, key: `state-${id}`, at: stateAt, what: 'referralState', state } as const]),
    ]
  })

const planEvents = (plan: Sources['plan'], clientId: string): ClientEvent[] => {
  const common = { kind: 'plan', to: `/clients/${clientId}/plan` } as const
  const added = Map.groupBy(plan, ({ createdAt }) => createdAt)
  return [
    ...[...added].map(
      ([at, items]): ClientEvent => ({
        ...common,
        key: `added-${at}`,
        at,
        what: 'planAdded',
        count: items.length,
      }),
    ),
    ...plan.flatMap(({ id, state, title, changedAt }): ClientEvent[] =>
      state === 'open'
        ? []
        : [
            {
              ...common,
              key: `closed-${id}`,
              at: changedAt,
              what: state === 'done' ? 'planDone' : 'planDropped',
              title,
            },
          ],
    ),
  ]
}

const clientEvents = ({ id, registeredAt, participation, consents }: Sources['client']): ClientEvent[] => {
  const consentCommon = { kind: 'consent', to: `/clients/${id}/consents` } as const
  const project = { kind: 'project', to: `/clients/${id}/project` } as const
  return [
    { ...project, to: `/clients/${id}/overview`, key: 'registered', at: registeredAt, what: 'registered' },
    ...(participation
      ? [{ ...project, key: 'entry', at: participation.entryDate, what: 'projectEntry' } as const]
      : []),
    ...(participation?.reenteredOn
      ? [{ ...project, key: 'reentry', at: participation.reenteredOn, what: 'projectReentry' } as const]
      : []),
    ...(participation?.exitDate
      ? [{ ...project, key: 'exit', at: participation.exitDate, what: 'projectExit' } as const]
      : []),
    ...consents.flatMap((consent): ClientEvent[] => {
      const { kind, given, receiver, recordedAt, withdrawnAt } = consent
      const about = { ...consentCommon, consent: kind, receiver }
      return [
        {
          ...about,
          key: `consent-${consent.id}`,
          at: recordedAt,
          what: given ? 'consentGiven' : 'consentRefused',
        },
        ...(withdrawnAt
          ? [{ ...about, key: `withdrawn-${consent.id}`, at: withdrawnAt, what: 'consentWithdrawn' } as const]
          : []),
      ]
    }),
  ]
}

/** Newest first. */
export const eventsOf = ({ client, checks, referrals, plan }: Sources): ClientEvent[] =>
  [
    ...checkEvents(checks),
    ...referralEvents(referrals),
    ...planEvents(plan, client.id),
    ...clientEvents(client),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
