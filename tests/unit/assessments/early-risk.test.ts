import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EARLY_RISK_REASONS,
  EARLY_RISK_SETTINGS,
  type EarlyRiskFacts,
  earlyRisk,
  earlyRiskFacts,
  earlyRiskSettings,
} from '../../../domain/assessments/early-risk.ts'
import { answered, CONTEXT, completeCheck } from '../health-checks/complete-check.ts'

const NOTHING: EarlyRiskFacts = {
  unemploymentMonths: null,
  workAbility: null,
  workAbilityFall: null,
  phq9: null,
  gad7: null,
  who5: null,
  pain: null,
  sleep: null,
  ucla3: null,
  limits: null,
  checksWithoutChange: null,
}
const reasons = (facts: Partial<EarlyRiskFacts>) =>
  earlyRisk({ ...NOTHING, ...facts }).signs.map(({ reason }) => reason)

describe('rules', () => {
  test('nothing known cannot be assessed: it is not "no risk"', () => {
    expect(earlyRisk(NOTHING)).toEqual({ level: null, points: 0, signs: [], missing: 9 })
  })

  const QUIET = { unemploymentMonths: 3, workAbility: 8, phq9: 2, pain: 0 }
  test('no risk is found only when at least half of the facts are known', () => {
    expect(earlyRisk({ ...NOTHING, ...QUIET })).toMatchObject({ level: null, missing: 5 })
    expect(earlyRisk({ ...NOTHING, ...QUIET, ucla3: 3 })).toMatchObject({ level: 'none', missing: 4 })
    // A first check knows nothing of earlier ones; facts that the station does not look for do not count.
    const rules = EARLY_RISK_SETTINGS.rules.map((rule) => ({ ...rule, active: rule.fact in QUIET }))
    expect(earlyRisk({ ...NOTHING, ...QUIET }, { ...EARLY_RISK_SETTINGS, rules })).toMatchObject({
      level: 'none',
      missing: 0,
    })
    const off = rules.map((rule) => ({ ...rule, active: false }))
    expect(earlyRisk(NOTHING, { ...EARLY_RISK_SETTINGS, rules: off }).level).toBeNull()
  })

  test('signs count however little is known', () => {
    expect(earlyRisk({ ...NOTHING, workAbility: 2 })).toMatchObject({ level: 'some', missing: 8 })
  })

  test.each<[Partial<EarlyRiskFacts>, Partial<EarlyRiskFacts>, string]>([
    [{ unemploymentMonths: 12 }, { unemploymentMonths: 11 }, 'long_unemployment'],
    [{ workAbility: 5 }, { workAbility: 6 }, 'low_work_ability'],
    [{ workAbilityFall: 2 }, { workAbilityFall: 1 }, 'falling_work_ability'],
    [{ phq9: 10 }, { phq9: 9 }, 'depressive_symptoms'],
    [{ gad7: 10 }, { gad7: 9 }, 'anxiety'],
    [{ who5: 28 }, { who5: 32 }, 'low_wellbeing'],
    [{ pain: 7 }, { pain: 6 }, 'strong_pain'],
    [{ sleep: 15 }, { sleep: 14 }, 'poor_sleep'],
    [{ ucla3: 6 }, { ucla3: 5 }, 'loneliness'],
    [{ limits: 3 }, { limits: 2 }, 'functional_limits'],
    [{ checksWithoutChange: 3 }, { checksWithoutChange: 2 }, 'repeated_checks'],
  ])('%o is a sign, %o is not: %s', (sign, none, reason) => {
    expect(reasons(sign)).toContain(reason)
    expect(reasons(none)).toEqual([])
  })

  test('a sign shows its value and limit; the level follows the points', () => {
    expect(earlyRisk({ ...NOTHING, workAbility: 4 })).toMatchObject({
      level: 'some',
      signs: [{ reason: 'low_work_ability', value: 4, limit: 5 }],
    })
    expect(earlyRisk({ ...NOTHING, workAbility: 4, unemploymentMonths: 24 }).level).toBe('clear')
    expect(earlyRisk({ ...NOTHING, unemploymentMonths: 12 }).level).toBeNull()
  })

  test('edited thresholds are the ones that count', () => {
    const settings = { ...EARLY_RISK_SETTINGS, levels: { some: 1, clear: 2 } }
    expect(earlyRisk({ ...NOTHING, unemploymentMonths: 12 }, settings).level).toBe('some')
  })

  test('a sign that the station does not look for is none', () => {
    const rules = EARLY_RISK_SETTINGS.rules.map((rule) => ({
      ...rule,
      active: rule.reason !== 'low_work_ability',
    }))
    const found = earlyRisk({ ...NOTHING, workAbility: 0, pain: 9 }, { ...EARLY_RISK_SETTINGS, rules })
    expect(found.signs.map(({ reason }) => reason)).toEqual(['strong_pain'])
  })

  test('the stored form of settings refuses repeated reasons, swapped levels and unknown facts', () => {
    const [first] = EARLY_RISK_SETTINGS.rules
    const ok = (change: object) => earlyRiskSettings.safeParse({ ...EARLY_RISK_SETTINGS, ...change }).success
    expect(ok({})).toBe(true)
    expect(ok({ rules: [first, first] })).toBe(false)
    expect(ok({ levels: { some: 4, clear: 2 } })).toBe(false)
    expect(ok({ rules: [{ ...first, fact: 'shoeSize' }] })).toBe(false)
    expect(ok({ approved: true })).toBe(false)
    expect(ok({ approved: true, reviewedOn: '2026-11-24' })).toBe(true)
  })

  test('more signs never lower the level, and every reason has a rule', () => {
    const rank = (level: string | null) => ['some', 'clear'].indexOf(level ?? 'none')
    const known = fc.record(
      Object.fromEntries(
        Object.keys(NOTHING).map((key) => [key, fc.option(fc.integer({ min: 0, max: 40 }))]),
      ),
    ) as unknown as fc.Arbitrary<EarlyRiskFacts>
    fc.assert(
      fc.property(
        known,
        fc.constantFrom(...(Object.keys(NOTHING) as (keyof EarlyRiskFacts)[])),
        (facts, hidden) => {
          const less = earlyRisk({ ...facts, [hidden]: null })
          expect(rank(less.level)).toBeLessThanOrEqual(rank(earlyRisk(facts).level))
        },
      ),
    )
    expect(new Set(EARLY_RISK_SETTINGS.rules.map(({ reason }) => reason))).toEqual(
      new Set(EARLY_RISK_REASONS),
    )
  })
})

test('facts come from the check and from earlier ones within two years', () => {
  const answers = completeCheck(
    {
      unemployedSince: '2024-11',
      pain: 'yes',
      painWorst7d: 8,
      sleepQuality: 'poor',
      functionStairs: 'much',
      functionHands: 'unable',
      functionVision: 'none',
    },
    {
      instruments: {
        ...answered('was', [4]),
        ...answered('nrs', [5]),
        ...answered('ucla3', [2, 2, 2]),
      },
    },
  )
  const earlier = [
    { checkDate: '2023-01-01', workAbility: 10 },
    { checkDate: '2026-05-01', workAbility: 5 },
    { checkDate: '2025-06-01', workAbility: 6 },
    { checkDate: '2026-11-24', workAbility: 1 },
  ]
  expect(earlyRiskFacts(answers, CONTEXT, earlier)).toEqual({
    ...NOTHING,
    unemploymentMonths: 24,
    workAbility: 4,
    workAbilityFall: 2,
    pain: 8,
    sleep: 15,
    ucla3: 6,
    limits: 2,
    checksWithoutChange: 3,
  })
  expect(earlyRiskFacts(answers, CONTEXT, [{ checkDate: '2026-01-01', workAbility: 3 }])).toMatchObject({
    workAbilityFall: -1,
    checksWithoutChange: null,
  })
})

test('answers that rule a sign out are known facts', () => {
  const answers = completeCheck(
    { pain: 'no', sleepQuality: 'average' },
    { instruments: answered('phq2', [1, 1]) },
  )
  expect(earlyRiskFacts(answers, CONTEXT)).toMatchObject({ phq9: 0, pain: 0, sleep: 0 })
  const open = completeCheck({ pain: 'unknown' }, { instruments: answered('phq2', [2, 1]) })
  expect(earlyRiskFacts(open, CONTEXT)).toMatchObject({ phq9: null, pain: null, sleep: null })
})
