import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'
import {
  bloodPressureBand,
  bmiBand,
  DERIVED_NAMES,
  derive,
  derivedValue,
  hba1cPercent,
  labClassOf,
  labTextKeys,
} from '../../../domain/health-checks/derived.ts'
import { bmi } from '../../../domain/health-checks/facts.ts'
import { raisedFlags } from '../../../domain/health-checks/red-flags.ts'
import { scoreOf, withInstrument } from '../../../domain/health-checks/scores.ts'

const CONTEXT = {
  checkDate: '2026-11-24',
  sex: 'female',
  birthDate: '1990-01-01',
  labourStatus: 'unemployed',
}
const having = (fields: Record<string, unknown>, more: Partial<CheckAnswers> = {}): CheckAnswers => ({
  ...emptyAnswers(),
  fields,
  ...more,
})
const value = (name: string, fields: Record<string, unknown>, context = CONTEXT) =>
  derivedValue(name, having(fields), context)
const filled = (id: string, answers: (number | null)[]) => ({
  [id]: { version: '1', language: 'fi', mode: 'self' as const, answers },
})

describe('body mass index', () => {
  test.each([
    [170, 72.3, 25, 'overweight'],
    [170, 72, 24.9, 'normal'],
    [180, 97.2, 30, 'obesity_1'],
    [165, 50.3, 18.5, 'normal'],
    [165, 50.1, 18.4, 'underweight'],
  ])('%d cm, %d kg', (height, weight, expected, band) => {
    expect(bmi(height, weight)).toBe(expected)
    expect(value('bmi', { height, weight })).toBe(expected)
    expect(value('bmiBand', { height, weight })).toBe(band)
  })

  test('no class in pregnancy or under 18', () => {
    expect(value('bmiBand', { height: 170, weight: 72, pregnant: 'yes' })).toBeNull()
    expect(value('bmiBand', { height: 170, weight: 72, birthDate: '2009-01-01' })).toBeNull()
    expect(bmiBand(24.9, null, false)?.id).toBe('normal')
  })

  test('rounding is half up on exact tenths, never off by a binary hair', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2500 }), fc.integer({ min: 250, max: 4000 }), (h, w) => {
        const exact = (BigInt(w) * 10_000_000n) / (BigInt(h) * BigInt(h))
        const rounded = Number((exact + 5n) / 10n) / 10
        expect(bmi(h / 10, w / 10)).toBe(rounded)
      }),
    )
  })
})

describe('blood pressure', () => {
  test.each([
    [138, 92, 'mild'],
    [128, 79, 'normal'],
    [119, 79, 'optimal'],
    [150, 110, 'severe'],
    [198, 130, 'crisis'],
    [200, 80, 'crisis'],
    [139, 89, 'satisfactory'],
    [160, 80, 'moderate'],
    [180, 80, 'severe'],
    [120, 80, 'normal'],
  ])('%i/%i', (sys, dia, band) => {
    expect(bloodPressureBand(sys, dia)?.id).toBe(band)
  })

  test('a reading typed the wrong way round is no part of the mean and alarms nobody', () => {
    expect(value('bpBand', { bpReadings: [{ sys: 90, dia: 140 }] })).toBeNull()
    expect(raisedFlags(having({ bpReadings: [{ sys: 90, dia: 140 }] }), CONTEXT)).toEqual([])
    const fields = {
      bpReadings: [
        { sys: 90, dia: 140 },
        { sys: 130, dia: 80 },
      ],
    }
    expect([value('bpSys', fields), value('bpDia', fields), value('bpReadings', fields)]).toEqual([
      130, 80, 1,
    ])
  })

  test('the mean of the readings is rounded half up before it is classed', () => {
    const fields = { bpReadings: [{ sys: 141, dia: 88 }, { sys: 138, dia: 87 }, { sys: 300 }] }
    expect(value('bpSys', fields)).toBe(140)
    expect(value('bpDia', fields)).toBe(88)
    expect(value('bpReadings', fields)).toBe(2)
    expect(value('bpBand', fields)).toBe('mild')
  })
})

describe('unemployment', () => {
  test.each([
    ['2026-11', 0, 'under_3', false],
    ['2026-09', 2, 'under_3', false],
    ['2026-08', 3, '3_5', false],
    ['2026-05', 6, '6_11', false],
    ['2025-12', 11, '6_11', false],
    ['2025-11', 12, '12_23', true],
    ['2024-12', 23, '12_23', true],
    ['2024-11', 24, '24_59', true],
    ['2021-12', 59, '24_59', true],
    ['2021-11', 60, '60_or_more', true],
    ['2027-01', null, null, null],
  ])('since %s', (unemployedSince, months, band, long) => {
    expect(value('unemploymentMonths', { unemployedSince })).toBe(months)
    expect(value('unemploymentBand', { unemployedSince })).toBe(band)
    expect(value('longTermUnemployed', { unemployedSince })).toBe(long)
  })
})

describe('other measures', () => {
  test('waist by sex', () => {
    const of = (waist: number, sex: string) => value('waistBand', { waist, sex })
    expect([79.9, 80, 88, 88.1].map((cm) => of(cm, 'female'))).toEqual([
      'recommended',
      'slightly_raised',
      'slightly_raised',
      'raised',
    ])
    expect([93.9, 94, 102, 102.1].map((cm) => of(cm, 'male'))).toEqual([
      'recommended',
      'slightly_raised',
      'slightly_raised',
      'raised',
    ])
    expect(of(100, 'unknown')).toBeNull()
    expect(value('waistBand', { waist: 90 }, { ...CONTEXT, sex: 'other' })).toBeNull()
  })

  test('hearing is the better ear of both', () => {
    expect(value('hearingBand', { audiometryRight: 95, audiometryLeft: 20 })).toBe('mild')
    expect(value('hearingBand', { audiometryRight: 95 })).toBeNull()
    expect(value('hearingBand', { audiometryRight: -10, audiometryLeft: 19 })).toBe('normal')
  })

  test('activity: moderate + 2 × vigorous ≥ 150 and strength twice', () => {
    const meets = (moderate: number | null, vigorous: number | null, days: number | null) =>
      value('meetsActivity', {
        moderateMinPerWeek: moderate,
        vigorousMinPerWeek: vigorous,
        strengthDaysPerWeek: days,
      })
    expect([
      meets(150, 0, 2),
      meets(0, 75, 2),
      meets(149, 0, 2),
      meets(150, 0, 1),
      meets(150, null, null),
    ]).toEqual([true, true, false, false, null])
    // One of the minutes open: the other must be enough alone.
    expect([
      meets(150, null, 2),
      meets(null, 75, 2),
      meets(150, null, 1),
      meets(149, null, 2),
      meets(null, 74, 2),
      meets(null, null, 3),
    ]).toEqual([true, true, false, null, null, null])
  })

  test('laboratory classes, own limits first', () => {
    const of = (key: string, result: number, more = {}, sex = 'female') => {
      const found = labClassOf(having({ [key]: result, sex, ...more }), CONTEXT, key)
      return [found?.band?.id ?? null, found?.own ?? null]
    }
    expect([3.9, 4, 6, 6.1, 6.9, 7].map((mmol) => of('fpGluk', mmol)[0])).toEqual([
      'low',
      'normal',
      'normal',
      'raised_fasting',
      'raised_fasting',
      'diabetes_limit',
    ])
    expect([41, 42, 47, 48].map((mmol) => of('hba1c', mmol)[0])).toEqual([
      'normal',
      'raised_risk',
      'raised_risk',
      'diabetes_limit',
    ])
    expect([7.7, 7.8, 11, 11.1].map((mmol) => of('ogtt2h', mmol)[0])).toEqual([
      'normal',
      'impaired_tolerance',
      'impaired_tolerance',
      'diabetes_limit',
    ])
    expect([99, 116, 117, 155, 156].map((g) => of('hb', g)[0])).toEqual([
      'doctor_soon',
      'low',
      'normal',
      'normal',
      'high',
    ])
    expect(of('hb', 120, {}, 'male')).toEqual(['low', null])
    expect(of('hb', 120, {}, 'unknown')).toEqual([null, null])
    expect(of('trig', 10)[0]).toBe('urgent')
    const own = { labOwnLimits: [{ test: 'crp', low: null, high: 3 }] }
    expect(of('crp', 4, own)).toEqual(['normal', 'high'])
    expect(hba1cPercent(48)).toBe(6.5)
  })

  test.each<[string, number, { low?: number; high?: number } | null, string[]]>([
    ['fpGluk', 7.2, { high: 7.5 }, ['band.lab.diabetes_limit', 'ownLimits.normal']],
    ['fpGluk', 6.5, { high: 6 }, ['band.lab.raised_fasting', 'ownLimits.high']],
    ['hba1c', 44, { high: 50 }, ['band.lab.raised_risk', 'ownLimits.normal']],
    ['hb', 95, { low: 90 }, ['band.lab.doctor_soon', 'ownLimits.normal']],
    ['hb', 115, { low: 110 }, ['ownLimits.normal']],
    ['crp', 4, { high: 3 }, ['ownLimits.high']],
    ['hb', 115, null, ['band.lab.low']],
    ['trig', 11, null, ['band.lab.urgent']],
  ])('%s %s with own limits %j is explained by %j', (test, result, limits, expected) => {
    const labOwnLimits = limits ? [{ test, ...limits }] : []
    expect(labTextKeys(labClassOf(having({ [test]: result, labOwnLimits }), CONTEXT, test)!)).toEqual(
      expected,
    )
  })

  test('a sample that is not a fasting one has no fasting class and raises no fasting flag', () => {
    const fields = (fpGluk: number, labFasting: string | null) => ({
      fpGluk,
      labFasting,
      labOwnLimits: [{ test: 'fpGluk', high: 6 }],
    })
    const explained = (fpGluk: number, fasting: string | null) =>
      labTextKeys(labClassOf(having(fields(fpGluk, fasting)), CONTEXT, 'fpGluk')!)
    const flagged = (fpGluk: number, fasting: string | null) =>
      raisedFlags(having(fields(fpGluk, fasting)), CONTEXT).map(({ id }) => id)
    expect(explained(8.5, 'no')).toEqual(['resultNote.not_fasting'])
    expect(flagged(8.5, 'no')).toEqual([])
    for (const fasting of ['yes', 'unknown', null]) {
      expect(explained(8.5, fasting)).toContain('band.lab.diabetes_limit')
      expect(flagged(8.5, fasting)).toEqual(['glucose_diabetes'])
    }
    expect(flagged(11, 'no')).toEqual([])
    expect(flagged(11.1, 'no')).toEqual(['glucose_diabetes'])
    // Other tests of the same sample keep their classes.
    const hba1c = having({ ...fields(8.5, 'no'), hba1c: 48 })
    expect(labTextKeys(labClassOf(hba1c, CONTEXT, 'hba1c')!)).toEqual(['band.lab.diabetes_limit'])
  })
})

describe('instruments within the check', () => {
  test('AUDIT-C is classed by sex', () => {
    const answers = having({}, { instruments: filled('auditc', [2, 2, 1]) })
    expect(derivedValue('auditcBand', answers, CONTEXT)).toBe('risk')
    expect(derivedValue('auditcBand', answers, { ...CONTEXT, sex: 'male' })).toBe('no_risk')
  })

  const rest = [0, 0, 0, 0, 0, 0, 0, null]
  const record = (answers: (number | null)[]) => filled('any', answers).any!
  const setting = (
    instruments: CheckAnswers['instruments'],
    id: string,
    answers: (number | null)[],
  ): Record<string, (number | null)[] | undefined> =>
    Object.fromEntries(
      Object.entries(withInstrument(instruments, id, record(answers))).map(([key, one]) => [
        key,
        one?.answers,
      ]),
    )

  test('a question that two forms share has one answer: changed in one, it changes in the other', () => {
    const both = { ...filled('phq2', [2, 1]), ...filled('phq9', [2, 1, ...rest]) }
    expect(setting(both, 'phq2', [0, 1]).phq9).toEqual([0, 1, ...rest])
    expect(setting(both, 'phq9', [2, 3, ...rest]).phq2).toEqual([2, 3])
    expect(setting(both, 'phq9', [null, 1, ...rest]).phq2).toEqual([null, 1])
    const drinking = { ...filled('auditc', [2, 2, 1]), ...filled('audit', [2, 2, 1, 0, 0, 0, 1, 0, 0, 0]) }
    expect(setting(drinking, 'audit', [2, 2, 4, 0, 0, 0, 1, 0, 0, 0]).auditc).toEqual([2, 2, 4])
    expect(setting(drinking, 'auditc', [1, 2, 1]).audit?.slice(0, 4)).toEqual([1, 2, 1, 0])
  })

  test('items that are carried over stay open, other items and forms not begun stay as they are', () => {
    const carried = { ...filled('phq2', [2, 1]), ...filled('phq9', [null, null, ...rest]) }
    expect(setting(carried, 'phq2', [3, 1]).phq9).toEqual([null, null, ...rest])
    expect(setting(carried, 'phq9', [null, null, 3, ...rest.slice(1)]).phq2).toEqual([2, 1])
    expect(scoreOf(having({}, { instruments: carried }), CONTEXT, 'phq9')?.total).toBe(3)
    expect(Object.keys(setting({}, 'phq9', [1, 1, ...rest]))).toEqual(['phq9'])
    expect(setting(filled('gad7', Array(7).fill(0)), 'phq2', [1, 1])).toEqual({
      gad7: Array(7).fill(0),
      phq2: [1, 1],
    })
    expect(Object.keys(withInstrument(carried, 'phq9', undefined))).toEqual(['phq2'])
  })

  test('FINDRISC follows from the fields and is not scored in known diabetes', () => {
    const fields = {
      sex: 'male',
      birthDate: '1976-01-01',
      height: 180,
      weight: 97.5,
      waist: 102.1,
      dailyActivity30min: 'no',
      vegetablesHowOften: 'less_often',
      everBloodPressureMedicine: 'yes',
      everHighGlucose: 'no',
      familyDiabetes: 'none',
    }
    expect(scoreOf(having(fields), CONTEXT, 'findrisc')).toMatchObject({ total: 14, band: 'moderate' })
    expect(scoreOf(having({ ...fields, knownDiabetes: 'yes' }), CONTEXT, 'findrisc')).toBeNull()
    expect(scoreOf(having({ ...fields, sex: 'unknown' }), CONTEXT, 'findrisc')?.total).toBeNull()
    expect(scoreOf(having({ height: 180, weight: 80 }), CONTEXT, 'findrisc')).toBeNull()
  })
})

test('an empty check derives nothing but the age it knows', () => {
  const { age, minor, referenceSex, ...others } = derive(emptyAnswers(), CONTEXT)
  expect([age, minor, referenceSex]).toEqual([36, false, 'female'])
  expect(Object.values(others).every((one) => one === null)).toBe(true)
  expect(() => derivedValue('constructor', emptyAnswers(), CONTEXT)).toThrow(RangeError)
  expect(DERIVED_NAMES.length).toBeGreaterThan(10)
})
