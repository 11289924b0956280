// The life cycle of a wellbeing referral as a table: from, to, who, and what each step needs.
import { CLINICAL_ROLES, type Role } from '../users/roles.ts'

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

export const END_REASONS = [
  'goal_reached',
  'continues_alone',
  'moved_to_service',
  'interrupted',
  'not_reached',
  'other',
] as const

/** Contact attempts after which a client counts as not reached (design; to be agreed with the county). */
export const CONTACT_ATTEMPTS = 3

/** A detail of a step: text of a length, whole number in a range, or one of a list. */
export type StepField = { name: string; required: boolean } & (
  | { kind: 'text'; max: number }
  | { kind: 'int'; min: number; max: number }
  | { kind: 'choice'; values: readonly string[] }
)

export type Transition = {
  from: readonly ReferralState[]
  to: ReferralState
  roles: readonly Role[]
  /** The step's own words are required (why it was returned, cancelled…). */
  note: boolean
  fields: readonly StepField[]
}

const text = (name: string, required: boolean, max = 200): StepField => ({
  name,
  required,
  kind: 'text',
  max,
})
const whole = (name: string, required: boolean, min: number, max: number): StepField => ({
  name,
  required,
  kind: 'int',
  min,
  max,
})

/** The present states of the side exits: everything between consent and the end. */
const UNDER_WAY = [
  'consented',
  'sent',
  'received',
  'assigned',
  'contacted',
  'active',
] as const satisfies readonly ReferralState[]
const AFTER_SENDING = [
  'sent',
  'received',
  'assigned',
  'contacted',
  'active',
] as const satisfies readonly ReferralState[]

const step = (
  from: readonly ReferralState[],
  to: ReferralState,
  fields: readonly StepField[] = [],
  note = false,
): Transition => ({ from, to, roles: CLINICAL_ROLES, note, fields })

/** Source: flow of the Lapland model (coordinator, link person, feedback); design, to be agreed with the county. */
export const TRANSITIONS: readonly Transition[] = [
  step(['draft'], 'consented'),
  step(['consented'], 'sent'),
  step(['sent'], 'received'),
  step(['received'], 'assigned', [text('linkPerson', true)]),
  step(['assigned'], 'contacted', [whole('attempts', false, 1, 20)]),
  step(['contacted'], 'active'),
  step(['active'], 'ended', [
    { name: 'endReason', required: true, kind: 'choice', values: END_REASONS },
    whole('meetings', false, 0, 50),
    text('servicesReached', false, 500),
    text('feedback', false, 2000),
    whole('clientRating', false, 0, 10),
  ]),
  step(['draft', 'consented', ...AFTER_SENDING], 'declined_by_client'),
  step(['sent', 'received'], 'returned', [], true),
  step(['assigned'], 'not_reached', [whole('attempts', true, CONTACT_ATTEMPTS, 20)]),
  step(['draft', 'consented'], 'cancelled', [], true),
  step(UNDER_WAY, 'consent_withdrawn'),
]

export type StepInput = { note: string; details: Readonly<Record<string, unknown>> }
export type StepAnswer = { ok: true } | { ok: false; missing?: string[] }

const findTransition = (from: ReferralState, to: ReferralState): Transition | undefined =>
  TRANSITIONS.find((t) => t.to === to && t.from.includes(from))

const fits = (field: StepField, value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return !field.required
  if (field.kind === 'text')
    return typeof value === 'string' && value.trim() !== '' && value.length <= field.max
  if (field.kind === 'int')
    return Number.isInteger(value) && (value as number) >= field.min && (value as number) <= field.max
  return typeof value === 'string' && field.values.includes(value)
}

/** The steps a role may take from a state, for the buttons. */
export const nextSteps = (from: ReferralState, role: Role): readonly Transition[] =>
  TRANSITIONS.filter((t) => t.from.includes(from) && t.roles.includes(role))

/**
 * May this step be taken? Consent is checked by the caller, which alone sees the consents.
 * @returns `missing`: names of step fields (or `note`) that are absent, wrong or unknown; absent when the step itself
 * is not allowed
 */
export const referralTransition = (
  from: ReferralState,
  to: ReferralState,
  role: Role,
  input: StepInput,
): StepAnswer => {
  const transition = findTransition(from, to)
  if (!transition?.roles.includes(role)) return { ok: false }
  const known = new Set(transition.fields.map((f) => f.name))
  const missing = [
    ...(transition.note && input.note.trim() === '' ? ['note'] : []),
    ...transition.fields
      .filter((f) => !fits(f, Object.hasOwn(input.details, f.name) ? input.details[f.name] : undefined))
      .map((f) => f.name),
    ...Object.keys(input.details).filter((name) => !known.has(name)),
  ]
  return missing.length > 0 ? { ok: false, missing } : { ok: true }
}

/** Days after which a referral standing in a state is brought up (design). */
export const REMINDERS: readonly { state: ReferralState; days: number }[] = [
  { state: 'sent', days: 7 },
  { state: 'assigned', days: 14 },
  { state: 'active', days: 90 },
]
