// The life of a check: from draft through nurse and doctor to closed. Amending makes a new version.

export const CHECK_STATES = [
  'draft',
  'in_progress',
  'nurse_done',
  'doctor_pending',
  'doctor_done',
  'closed',
  'cancelled',
  'no_show',
] as const
export type CheckState = (typeof CHECK_STATES)[number]
export type CheckRole = 'nurse' | 'doctor'

/** `closable`: no closing problems. `doctorQuestion`: what is asked of the doctor. `reason`: a text. */
export type CheckRequirement = 'closable' | 'doctorQuestion' | 'reason'

export type CheckTransition = {
  from: CheckState
  to: CheckState
  roles: readonly CheckRole[]
  requires: readonly CheckRequirement[]
}

const BOTH = ['nurse', 'doctor'] as const
export const OPEN_STATES = ['draft', 'in_progress', 'nurse_done', 'doctor_pending', 'doctor_done'] as const

export const CHECK_TRANSITIONS: readonly CheckTransition[] = [
  { from: 'draft', to: 'in_progress', roles: BOTH, requires: [] },
  { from: 'in_progress', to: 'nurse_done', roles: BOTH, requires: ['closable'] },
  { from: 'nurse_done', to: 'closed', roles: BOTH, requires: ['closable'] },
  { from: 'nurse_done', to: 'doctor_pending', roles: BOTH, requires: ['doctorQuestion'] },
  { from: 'doctor_pending', to: 'doctor_done', roles: ['doctor'], requires: ['closable'] },
  { from: 'doctor_done', to: 'closed', roles: BOTH, requires: ['closable'] },
  ...OPEN_STATES.flatMap((from) =>
    (['cancelled', 'no_show'] as const).map(
      (to): CheckTransition => ({ from, to, roles: BOTH, requires: ['reason'] }),
    ),
  ),
]

export type CheckStep =
  | { ok: true; requires: readonly CheckRequirement[] }
  | { ok: false; why: 'no-such-step' | 'role' }

/** Whether a role may take a check from one state to another, and what that needs. */
export const checkTransition = (from: CheckState, to: CheckState, role: CheckRole): CheckStep => {
  const step = CHECK_TRANSITIONS.find((row) => row.from === from && row.to === to)
  if (!step) return { ok: false, why: 'no-such-step' }
  if (!step.roles.includes(role)) return { ok: false, why: 'role' }
  return { ok: true, requires: step.requires }
}

/** A check that may still be worked on. */
export const isOpenCheck = (state: CheckState): boolean => OPEN_STATES.some((open) => open === state)

/** Only a closed check is amended: as a new version with a reason, never over the old one. */
export const mayAmend = (state: CheckState): boolean => state === 'closed'

/** A draft is thrown away only where a signed, closed version stands behind it; any other one is stopped. */
export const mayDiscardDraft = mayAmend
