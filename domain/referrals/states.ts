// The life of a wellbeing referral, step by step: who may take it, and what each step must carry.
import { isEmpty } from '../contract/empty.ts'

export const REFERRAL_STATES = [
  'draft',
  'consented',
  'sent',
  'received',
  'assigned',
  'contacted',
  'active',
  'ended',
  'declined_by_client',
  'returned',
  'not_reached',
  'cancelled',
  'consent_withdrawn',
] as const
export type ReferralState = (typeof REFERRAL_STATES)[number]

/** Reasons that may be given for ending. */
export const END_REASONS = [
  'goal_reached',
  'continues_independently',
  'moved_to_service',
  'interrupted',
  'not_reached',
  'other',
] as const
/** Given before and still read as they were meant, no longer offered. */
export const FORMER_END_REASONS = ['goal_not_reached'] as const

/** Attempts after which a client counts as not reached. */
export const NOT_REACHED_ATTEMPTS = 3

/** What a step may carry besides its note. */
type DetailRule =
  | { type: 'line'; max: number }
  | { type: 'whole'; min: number; max: number }
  | { type: 'option'; values: readonly string[] }
  | { type: 'lines'; max: number; items: number }

/** Details by name; texts `referral.detail.<name>`. */
export const REFERRAL_DETAILS = {
  receivedBy: { type: 'line', max: 120 },
  linkPerson: { type: 'line', max: 120 },
  attempts: { type: 'whole', min: NOT_REACHED_ATTEMPTS, max: 20 },
  endReason: { type: 'option', values: END_REASONS },
  meetings: { type: 'whole', min: 0, max: 50 },
  clientRating: { type: 'whole', min: 0, max: 10 },
  servicesReached: { type: 'lines', max: 120, items: 10 },
  feedback: { type: 'line', max: 2000 },
} as const satisfies Record<string, DetailRule>
export type ReferralDetail = keyof typeof REFERRAL_DETAILS

/** `consent`: to send to exactly this receiver, in force. `content`: without problems. */
export type ReferralRequirement = 'note' | 'consent' | 'content' | ReferralDetail

export type ReferralTransition = {
  from: ReferralState
  to: ReferralState
  roles: readonly string[]
  requires: readonly ReferralRequirement[]
  optional: readonly ReferralDetail[]
}

/** Who may write and send, and who follows it up (the doctor writes, others follow). */
const WRITERS = ['nurse', 'doctor', 'coordinator', 'counsellor'] as const
const FOLLOWERS = ['nurse', 'coordinator', 'counsellor'] as const

const step = (
  from: ReferralState,
  to: ReferralState,
  roles: readonly string[],
  requires: readonly ReferralRequirement[] = [],
  optional: readonly ReferralDetail[] = [],
): ReferralTransition => ({ from, to, roles, requires, optional })

const exits = (
  to: ReferralState,
  froms: readonly ReferralState[],
  roles: readonly string[],
  requires: readonly ReferralRequirement[],
): ReferralTransition[] => froms.map((from) => step(from, to, roles, requires))

const OUTCOMES = ['meetings', 'clientRating', 'servicesReached', 'feedback'] as const

export const REFERRAL_TRANSITIONS: readonly ReferralTransition[] = [
  step('draft', 'consented', WRITERS, ['consent', 'content']),
  step('consented', 'sent', WRITERS, ['consent', 'content']),
  step('sent', 'received', FOLLOWERS, ['receivedBy']),
  step('received', 'assigned', FOLLOWERS, ['linkPerson']),
  step('assigned', 'contacted', FOLLOWERS),
  step('contacted', 'active', FOLLOWERS),
  step('active', 'ended', FOLLOWERS, ['endReason'], OUTCOMES),
  // One talk may be enough, and a client may vanish after it: nobody has to record work that never began.
  step('contacted', 'ended', FOLLOWERS, ['endReason'], OUTCOMES),
  ...exits('cancelled', ['draft', 'consented', 'sent', 'received', 'assigned', 'contacted'], WRITERS, [
    'note',
  ]),
  ...exits(
    'declined_by_client',
    ['draft', 'consented', 'sent', 'received', 'assigned', 'contacted', 'active'],
    WRITERS,
    [],
  ),
  ...exits('returned', ['sent', 'received'], FOLLOWERS, ['note']),
  ...exits('not_reached', ['assigned', 'contacted'], FOLLOWERS, ['attempts']),
  ...exits(
    'consent_withdrawn',
    ['consented', 'sent', 'received', 'assigned', 'contacted', 'active'],
    WRITERS,
    [],
  ),
]

/**
 * After how many days in a state the worklist reminds; practice, to be agreed with Lapha. No state between consent and end
 * is without: a referral would wait unseen.
 */
export const REMINDERS = [
  { state: 'consented', days: 3 },
  { state: 'sent', days: 7 },
  { state: 'received', days: 7 },
  { state: 'assigned', days: 14 },
  { state: 'contacted', days: 14 },
  { state: 'active', days: 91 },
] as const satisfies readonly { state: ReferralState; days: number }[]

export type StepDetails = { note?: string; details?: Readonly<Record<string, unknown>> }
export type StepProblem = { field: string; code: 'required' | 'invalid' | 'unknown-field' }
export type ReferralStep =
  | { ok: true; needsConsent: boolean; missing?: undefined }
  | {
      ok: false
      why: 'no-such-step' | 'role' | 'details'
      /** Fields of the step that are missing or wrong. */
      missing?: string[]
      problems?: StepProblem[]
    }

const isLine = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max

const fits = (rule: DetailRule, value: unknown): boolean => {
  switch (rule.type) {
    case 'line':
      return isLine(value, rule.max)
    case 'whole':
      return Number.isInteger(value) && Number(value) >= rule.min && Number(value) <= rule.max
    case 'option':
      return rule.values.includes(value as string)
    case 'lines':
      return Array.isArray(value) && value.length <= rule.items && value.every((one) => isLine(one, rule.max))
  }
}

const detailProblems = (row: ReferralTransition, { note, details = {} }: StepDetails): StepProblem[] => {
  const wanted = row.requires.filter((name): name is ReferralDetail => Object.hasOwn(REFERRAL_DETAILS, name))
  const allowed: readonly string[] = [...wanted, ...row.optional]
  return [
    ...(row.requires.includes('note') && isEmpty(note) ? [{ field: 'note', code: 'required' } as const] : []),
    ...wanted
      .filter((name) => isEmpty(details[name]))
      .map((field): StepProblem => ({ field, code: 'required' })),
    ...Object.entries(details)
      .filter(([, value]) => !isEmpty(value))
      .flatMap(([field, value]): StepProblem[] => {
        if (!allowed.includes(field)) return [{ field, code: 'unknown-field' }]
        return fits(REFERRAL_DETAILS[field as ReferralDetail], value) ? [] : [{ field, code: 'invalid' }]
      }),
  ]
}

/**
 * Whether a role may take a referral from one state to another with these details. `needsConsent` tells that
 * the consent to send must be in force, which the caller looks up.
 */
export const referralTransition = (
  from: ReferralState,
  to: ReferralState,
  role: string,
  details: StepDetails = {},
): ReferralStep => {
  const row = REFERRAL_TRANSITIONS.find((candidate) => candidate.from === from && candidate.to === to)
  if (!row) return { ok: false, why: 'no-such-step' }
  if (!row.roles.includes(role)) return { ok: false, why: 'role' }
  const problems = detailProblems(row, details)
  if (problems.length > 0)
    return { ok: false, why: 'details', problems, missing: problems.map(({ field }) => field) }
  return { ok: true, needsConsent: row.requires.includes('consent') }
}

/** The steps that a role may take from a state, in the order of the table. */
export const referralStepsFrom = (from: ReferralState, role: string): ReferralTransition[] =>
  REFERRAL_TRANSITIONS.filter((row) => row.from === from && row.roles.includes(role))
