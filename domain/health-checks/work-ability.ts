// Conclusions on work ability: who may set which, and what each must carry.

export const WORK_ABILITY_CODES = [
  'able',
  'able_restricted',
  'able_with_support',
  'to_be_assessed',
  'unable_temporary',
  'unable_permanent',
  'not_assessed',
] as const
export type WorkAbilityCode = (typeof WORK_ABILITY_CODES)[number]
export type AssessorRole = 'nurse' | 'doctor'

export type WorkAbilityRule = {
  code: WorkAbilityCode
  roles: readonly AssessorRole[]
  /** Fields that must be filled when this conclusion is closed. */
  requires: readonly string[]
}

/** Inability is the doctor's alone; a nurse's view is always preliminary. */
export const WORK_ABILITY_RULES: readonly WorkAbilityRule[] = [
  { code: 'able', roles: ['nurse', 'doctor'], requires: [] },
  { code: 'able_restricted', roles: ['nurse', 'doctor'], requires: ['restrictions'] },
  { code: 'able_with_support', roles: ['nurse', 'doctor'], requires: ['supportNeeds'] },
  { code: 'to_be_assessed', roles: ['nurse', 'doctor'], requires: ['nextAssessment', 'nextAssessmentDate'] },
  { code: 'unable_temporary', roles: ['doctor'], requires: ['unableUntil'] },
  { code: 'unable_permanent', roles: ['doctor'], requires: [] },
  { code: 'not_assessed', roles: ['nurse', 'doctor'], requires: ['notAssessedReason'] },
]

const rules: ReadonlyMap<string, WorkAbilityRule> = new Map(
  WORK_ABILITY_RULES.map((rule) => [rule.code, rule]),
)

/** The rule of a conclusion, or undefined for an unknown code. */
export const workAbilityRule = (code: string): WorkAbilityRule | undefined => rules.get(code)

/** Whether a professional in this role may set a conclusion. */
export const mayConclude = (role: string, code: WorkAbilityCode): boolean =>
  workAbilityRule(code)!.roles.some((allowed) => allowed === role)

/** A nurse's assessment is preliminary, a doctor's final. */
export const isPreliminary = (assessedBy: AssessorRole): boolean => assessedBy === 'nurse'
