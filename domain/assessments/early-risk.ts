// Early-risk finding: signs that together ask for a talk or a follow-up, each shown with its value and limit.
import { z } from 'zod'
import { reviewedWhenApproved } from '../health-checks/advice.ts'
import type { CheckAnswers } from '../health-checks/answers.ts'
import { derivedValue } from '../health-checks/derived.ts'
import type { CheckContext } from '../health-checks/facts.ts'
import { scoreOf } from '../health-checks/scores.ts'
import { FUNCTION_ITEMS } from '../health-checks/sections/functioning.ts'

export const EARLY_RISK_REASONS = [
  'long_unemployment',
  'very_long_unemployment',
  'low_work_ability',
  'falling_work_ability',
  'depressive_symptoms',
  'anxiety',
  'low_wellbeing',
  'strong_pain',
  'poor_sleep',
  'loneliness',
  'functional_limits',
  'repeated_checks',
] as const
export type EarlyRiskReason = (typeof EARLY_RISK_REASONS)[number]

export const EARLY_RISK_LEVELS = ['some', 'clear'] as const
export type EarlyRiskLevel = (typeof EARLY_RISK_LEVELS)[number]

export type EarlyRiskRule = {
  reason: EarlyRiskReason
  /** The fact that is looked at. */
  fact: keyof EarlyRiskFacts
  /** The sign is there from this value on, upwards or downwards. */
  direction: 'atLeast' | 'atMost'
  limit: number
  /** Weight in the level. */
  points: number
  /** False: the sign is not looked for at this station. */
  active: boolean
}

/** Editable: the station's own copy replaces it as a whole. */
export type EarlyRiskSettings = {
  rules: readonly EarlyRiskRule[]
  /** Points from which the finding is `some` and `clear`. */
  levels: Readonly<Record<EarlyRiskLevel, number>>
  source: string
  approved: boolean
  reviewedOn: string | null
}

/** What the finding rests on; null where the check does not tell. */
export type EarlyRiskFacts = {
  unemploymentMonths: number | null
  /** WAS now, 0–10. */
  workAbility: number | null
  /** Points lost since the earliest earlier check. */
  workAbilityFall: number | null
  /** PHQ-9 total, or 0 after a negative PHQ-2. */
  phq9: number | null
  gad7: number | null
  who5: number | null
  /** The greater of pain now and worst pain of the week, 0–10; 0 without pain. */
  pain: number | null
  /** ISI total, or 15 for sleep that the person calls poor and 0 for sleep called anything better. */
  sleep: number | null
  ucla3: number | null
  /** Items of functional capacity with much difficulty or none at all left. */
  limits: number | null
  /** Signed checks within two years, this one included, without a better WAS. */
  checksWithoutChange: number | null
}

const FACTS = [
  'unemploymentMonths',
  'workAbility',
  'workAbilityFall',
  'phq9',
  'gad7',
  'who5',
  'pain',
  'sleep',
  'ucla3',
  'limits',
  'checksWithoutChange',
] as const satisfies readonly (keyof EarlyRiskFacts)[]

const levelPoints = z.number().int().min(1).max(100)

/** Edited settings as they are stored: each reason at most once, `clear` not below `some`. */
export const earlyRiskSettings = z
  .strictObject({
    rules: z
      .array(
        z.strictObject({
          reason: z.enum(EARLY_RISK_REASONS),
          fact: z.enum(FACTS),
          direction: z.enum(['atLeast', 'atMost']),
          limit: z.number().min(0).max(1200),
          points: z.number().int().min(1).max(10),
          active: z.boolean(),
        }),
      )
      .max(EARLY_RISK_REASONS.length),
    levels: z.strictObject({ some: levelPoints, clear: levelPoints }),
    source: z.string().trim().min(1, 'required').max(300, 'too-long'),
    approved: z.boolean(),
    reviewedOn: z.iso.date('date').nullable(),
  })
  .refine(({ rules }) => new Set(rules.map(({ reason }) => reason)).size === rules.length, 'repeated')
  .refine(({ levels }) => levels.clear >= levels.some, { message: 'level-order', path: ['levels', 'clear'] })
  .refine(...reviewedWhenApproved)

const rule = (
  reason: EarlyRiskReason,
  fact: keyof EarlyRiskFacts,
  direction: EarlyRiskRule['direction'],
  limit: number,
  points: number,
): EarlyRiskRule => ({ reason, fact, direction, limit, points, active: true })

export const EARLY_RISK_SETTINGS: EarlyRiskSettings = {
  rules: [
    rule('long_unemployment', 'unemploymentMonths', 'atLeast', 12, 1),
    rule('very_long_unemployment', 'unemploymentMonths', 'atLeast', 24, 1),
    rule('low_work_ability', 'workAbility', 'atMost', 5, 2),
    rule('falling_work_ability', 'workAbilityFall', 'atLeast', 2, 1),
    rule('depressive_symptoms', 'phq9', 'atLeast', 10, 1),
    rule('anxiety', 'gad7', 'atLeast', 10, 1),
    rule('low_wellbeing', 'who5', 'atMost', 28, 1),
    rule('strong_pain', 'pain', 'atLeast', 7, 1),
    rule('poor_sleep', 'sleep', 'atLeast', 15, 1),
    rule('loneliness', 'ucla3', 'atLeast', 6, 1),
    rule('functional_limits', 'limits', 'atLeast', 3, 1),
    rule('repeated_checks', 'checksWithoutChange', 'atLeast', 3, 1),
  ],
  levels: { some: 2, clear: 4 },
  source: 'Ehdotus mittareiden omista rajoista (sovittava Laphan kliinikkojen kanssa)',
  approved: false,
  reviewedOn: null,
}

export type EarlyRiskSign = { reason: EarlyRiskReason; value: number; limit: number; points: number }
export type EarlyRisk = {
  /** `none` when enough is known to say so; null when too little is known and what is known is no risk. */
  level: EarlyRiskLevel | 'none' | null
  points: number
  signs: EarlyRiskSign[]
  /** Facts that this check could tell and does not. */
  missing: number
}

/** Facts that rest on earlier checks: a first check cannot tell them. */
const FROM_EARLIER: readonly (keyof EarlyRiskFacts)[] = ['workAbilityFall', 'checksWithoutChange']

/** With a smaller share of the facts known, the absence of signs says nothing. */
export const ENOUGH_KNOWN = {
  share: 0.5,
  source: 'Ehdotus (sovittava Laphan kliinikkojen kanssa)',
  approved: false,
  reviewedOn: null,
} as const

/** The finding with its reasons; a fact that is not known is no sign, but without enough of them no reassurance. */
export const earlyRisk = (
  facts: EarlyRiskFacts,
  { rules, levels }: EarlyRiskSettings = EARLY_RISK_SETTINGS,
): EarlyRisk => {
  const signs = rules.flatMap(({ reason, fact, direction, limit, points, active }): EarlyRiskSign[] => {
    const value = facts[fact]
    if (value === null || !active) return []
    return (direction === 'atLeast' ? value >= limit : value <= limit)
      ? [{ reason, value, limit, points }]
      : []
  })
  const points = signs.reduce((sum, sign) => sum + sign.points, 0)
  const asked = new Set(
    rules.flatMap(({ fact, active }) => (active && !FROM_EARLIER.includes(fact) ? [fact] : [])),
  )
  const missing = [...asked].filter((fact) => facts[fact] === null).length
  const enough = asked.size > 0 && asked.size - missing >= asked.size * ENOUGH_KNOWN.share
  const quiet = enough ? 'none' : null
  const level = points >= levels.clear ? 'clear' : points >= levels.some ? 'some' : quiet
  return { level, points, signs, missing }
}

/** Work ability score of an earlier signed check. */
export type EarlierCheck = { checkDate: string; workAbility: number | null }

const TWO_YEARS_MS = 2 * 365.25 * 86_400_000
/** ISI total from which insomnia is moderate; stands in for sleep called poor. */
const POOR_SLEEP = 15

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const greater = (...values: (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.max(...known)
}

/** The facts of a check and of the signed checks before it. */
export const earlyRiskFacts = (
  answers: CheckAnswers,
  context: CheckContext,
  earlier: readonly EarlierCheck[] = [],
): EarlyRiskFacts => {
  const total = (id: string) => scoreOf(answers, context, id)?.total ?? null
  const { fields } = answers
  const workAbility = total('was')
  const recent = earlier
    .filter(({ checkDate }) => Date.parse(context.checkDate) - Date.parse(checkDate) <= TWO_YEARS_MS)
    .filter(({ checkDate }) => checkDate < context.checkDate)
    .sort((a, b) => (a.checkDate < b.checkDate ? -1 : 1))
  const first = recent.find((check) => check.workAbility !== null)?.workAbility ?? null
  const known = FUNCTION_ITEMS.filter((key) => fields[key] !== null && fields[key] !== undefined)
  const calledPoor = fields.sleepQuality ? fields.sleepQuality === 'poor' : null
  const change = workAbility === null || first === null ? null : first - workAbility
  return {
    unemploymentMonths: number(derivedValue('unemploymentMonths', answers, context)),
    workAbility,
    workAbilityFall: change,
    phq9: total('phq9') ?? (scoreOf(answers, context, 'phq2')?.band === 'negative' ? 0 : null),
    gad7: total('gad7'),
    who5: total('who5'),
    pain: fields.pain === 'no' ? 0 : greater(total('nrs'), number(fields.painWorst7d)),
    sleep: greater(total('isi'), calledPoor === null ? null : calledPoor ? POOR_SLEEP : 0),
    ucla3: total('ucla3'),
    limits:
      known.length === 0
        ? null
        : known.filter((key) => ['much', 'unable'].includes(fields[key] as string)).length,
    checksWithoutChange: change === null || change < 0 ? null : recent.length + 1,
  }
}
