import { describe, expect, test } from 'vitest'
import type { ReferenceSex } from '../../../domain/health-checks/bands.ts'
import { type FindriscFacts, findriscAnswers } from '../../../domain/instruments/findrisc.ts'
import { cigarettePoints, firstCigarettePoints } from '../../../domain/instruments/nicotine.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { type Score, scoreInstrument } from '../../../domain/instruments/score.ts'

const scored = (
  id: string,
  answers: (number | null)[],
  sex: ReferenceSex = 'unknown',
  prorate?: boolean,
): Score => {
  const instrument = INSTRUMENTS.get(id)!
  const padded = [...answers, ...Array(instrument.items.length - answers.length).fill(null)]
  return scoreInstrument(instrument, { answers: padded }, sex, prorate)
}
const digits = (text: string): (number | null)[] =>
  [...text].map((char) => (char === '-' ? null : Number(char)))

describe('WAS', () => {
  test.each([
    [0, 'poor'],
    [5, 'poor'],
    [6, 'moderate'],
    [7, 'moderate'],
    [8, 'good'],
    [9, 'good'],
    [10, 'excellent'],
  ])('%i is %s', (value, band) => {
    expect(scored('was', [value])).toMatchObject({ total: value, band })
  })
  test('11 and 6.5 are refused', () => {
    expect(() => scored('was', [11])).toThrow(RangeError)
    expect(() => scored('was', [6.5])).toThrow(RangeError)
  })
})

describe('PHQ', () => {
  test.each([
    ['000000000', 0, 'minimal', false],
    ['111100000', 4, 'minimal', false],
    ['111110000', 5, 'mild', false],
    ['221111100', 9, 'mild', false],
    ['222111100', 10, 'moderate', false],
    ['222221111', 14, 'moderate', true],
    ['222222111', 15, 'moderately_severe', true],
    ['222222232', 19, 'moderately_severe', true],
    ['332222222', 20, 'severe', true],
    ['000000001', 1, 'minimal', true],
    ['3333-3333', null, null, true],
  ])('%s', (text, total, band, alarm) => {
    expect(scored('phq9', digits(text))).toMatchObject({
      total,
      band,
      alarms: alarm ? ['self_harm'] : [],
    })
  })

  test('the difficulty question is not counted', () => {
    expect(scored('phq9', [0, 0, 0, 0, 0, 0, 0, 0, 0, 3])).toMatchObject({ total: 0, missing: 0 })
  })

  test('prorating is asked for, up to two missing, never over item 9', () => {
    expect(scored('phq9', digits('3333-3333'), 'unknown', true)).toMatchObject({ total: 27, prorated: true })
    expect(scored('phq9', digits('11111--11'), 'unknown', true)).toMatchObject({ total: 9, prorated: true })
    expect(scored('phq9', digits('1111---11'), 'unknown', true).total).toBeNull()
    expect(scored('phq9', digits('11111111-'), 'unknown', true).total).toBeNull()
    expect(scored('phq9', digits('11111--11')).total).toBeNull()
  })

  test('PHQ-2', () => {
    expect(scored('phq2', [1, 1])).toMatchObject({ total: 2, band: 'negative' })
    expect(scored('phq2', [2, 1])).toMatchObject({ total: 3, band: 'positive' })
  })
})

test.each([
  ['1111000', 4, 'minimal'],
  ['1111100', 5, 'mild'],
  ['2211111', 9, 'mild'],
  ['2221111', 10, 'moderate'],
  ['2222222', 14, 'moderate'],
  ['3222222', 15, 'severe'],
])('GAD-7 %s', (text, total, band) => {
  expect(scored('gad7', digits(text))).toMatchObject({ total, band })
})

test.each([
  ['55555', 25, 100, 'good'],
  ['33322', 13, 52, 'good'],
  ['32322', 12, 48, 'reduced'],
  ['22211', 8, 32, 'reduced'],
  ['22111', 7, 28, 'clearly_reduced'],
  ['00000', 0, 0, 'clearly_reduced'],
])('WHO-5 %s', (text, raw, total, band) => {
  expect(scored('who5', digits(text))).toMatchObject({ raw, total, band })
})

test.each([
  ['111', 3, 'not_lonely'],
  ['221', 5, 'not_lonely'],
  ['222', 6, 'lonely'],
  ['333', 9, 'lonely'],
])('UCLA-3 %s', (text, total, band) => {
  expect(scored('ucla3', digits(text))).toMatchObject({ total, band })
})

describe('FINDRISC', () => {
  const base: FindriscFacts = {
    age: 50,
    bmi: 30,
    waist: 102,
    sex: 'male',
    dailyActivity: true,
    dailyVegetables: true,
    bloodPressureMedicine: false,
    highGlucose: false,
    family: 'none',
  }
  const twelve = { bmi: 30.1, waist: 102.1, dailyActivity: false, dailyVegetables: false }
  test.each<[Partial<FindriscFacts>, number, string]>([
    [{ age: 40, bmi: 24.9, waist: 79, sex: 'female' }, 0, 'low'],
    [{}, 6, 'low'],
    [{ dailyVegetables: false }, 7, 'slightly_raised'],
    [twelve, 12, 'moderate'],
    [{ ...twelve, bloodPressureMedicine: true }, 14, 'moderate'],
    [{ ...twelve, family: 'second_degree' }, 15, 'high'],
    [{ ...twelve, age: 65, bloodPressureMedicine: true, family: 'first_degree' }, 21, 'very_high'],
    [
      { ...twelve, age: 65, bloodPressureMedicine: true, highGlucose: true, family: 'first_degree' },
      26,
      'very_high',
    ],
  ])('%o gives %i', (facts, total, band) => {
    expect(scored('findrisc', findriscAnswers({ ...base, ...facts }))).toMatchObject({ total, band })
  })

  test('edges of age and waist', () => {
    const points = (facts: Partial<FindriscFacts>) => findriscAnswers({ ...base, ...facts })
    expect([44, 45, 54, 55, 64, 65].map((age) => points({ age })[0])).toEqual([0, 2, 2, 3, 3, 4])
    expect([24.9, 25, 30, 30.1].map((bmi) => points({ bmi })[1])).toEqual([0, 1, 1, 3])
    expect([93.9, 94, 102, 102.1].map((waist) => points({ waist })[2])).toEqual([0, 3, 3, 4])
    expect([79.9, 80, 88, 88.1].map((waist) => points({ waist, sex: 'female' })[2])).toEqual([0, 3, 3, 4])
  })

  test('an unknown sex leaves the waist and so the total open', () => {
    expect(scored('findrisc', findriscAnswers({ ...base, sex: 'unknown' })).total).toBeNull()
  })
})

describe('AUDIT', () => {
  test.each([
    [[2, 1, 1], 4, 'no_risk', 'no_risk'],
    [[2, 2, 1], 5, 'risk', 'no_risk'],
    [[2, 2, 2], 6, 'risk', 'risk'],
    [[0], 0, 'no_risk', 'no_risk'],
  ])('AUDIT-C %o', (answers, total, woman, man) => {
    expect(scored('auditc', answers, 'female')).toMatchObject({ total, band: woman })
    expect(scored('auditc', answers, 'male')).toMatchObject({ total, band: man })
    expect(scored('auditc', answers, 'unknown')).toMatchObject({ total, band: woman })
  })

  test.each([
    [[2, 2, 2, 0, 0, 0, 1, 0, 0, 0], 7, 'low'],
    [[2, 2, 2, 1, 0, 0, 1, 0, 0, 0], 8, 'slightly_raised'],
    [[3, 2, 2, 1, 0, 0, 2, 0, 0, 0], 10, 'slightly_raised'],
    [[3, 2, 2, 1, 1, 0, 2, 0, 0, 0], 11, 'clearly_raised'],
    [[3, 3, 3, 1, 1, 0, 1, 0, 0, 2], 14, 'clearly_raised'],
    [[3, 3, 3, 1, 1, 1, 1, 0, 0, 2], 15, 'high'],
    [[4, 3, 3, 1, 1, 1, 1, 1, 0, 4], 19, 'high'],
    [[4, 4, 3, 1, 1, 1, 1, 1, 0, 4], 20, 'very_high'],
    [[4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 40, 'very_high'],
  ])('AUDIT %o', (answers, total, band) => {
    expect(scored('audit', answers)).toMatchObject({ total, band })
  })

  test('items 9 and 10 know only 0, 2 and 4', () => {
    expect(() => scored('audit', [2, 2, 2, 0, 0, 0, 1, 0, 1, 0])).toThrow(RangeError)
    expect(() => scored('audit', [2, 2, 2, 0, 0, 0, 1, 0, 0, 3])).toThrow(RangeError)
  })

  test('skips: a person who never drinks answers 9 and 10, left-over answers count 0', () => {
    const open = [null, null, null, null, null, null, null]
    expect(scored('audit', [0, ...open, 2, 0])).toMatchObject({ total: 2, missing: 0 })
    expect(scored('audit', [0, 1, 1, 3, 0, 0, 0, 0, 0, 0])).toMatchObject({ total: 0 })
    expect(scored('audit', [0, ...open, null, 0]).total).toBeNull()
    expect(scored('audit', [1, 0, 0, null, null, null, null, null, 0, 2])).toMatchObject({ total: 3 })
    expect(scored('audit', [1, 0, 0, 2, null, null, null, null, 0, 2])).toMatchObject({ total: 5 })
    expect(scored('audit', [1, 1, 0, null, null, null, null, null, 0, 2]).total).toBeNull()
  })
})

describe('nicotine', () => {
  test.each([
    [61, 10, 0, 'low'],
    [31, 20, 2, 'low'],
    [30, 20, 3, 'moderate'],
    [5, 20, 4, 'moderate'],
    [5, 21, 5, 'strong'],
    [5, 31, 6, 'strong'],
  ])('HSI: %i min, %i a day', (minutes, perDay, total, band) => {
    const answers = [firstCigarettePoints(minutes), cigarettePoints(perDay)]
    expect(scored('hsi', answers)).toMatchObject({ total, band })
  })

  test.each([
    [[0, 0, 0, 0, 0, 0], 0, 'very_low'],
    [[2, 0, 0, 1, 1, 0], 4, 'low'],
    [[2, 1, 0, 1, 1, 0], 5, 'medium'],
    [[3, 1, 1, 3, 1, 1], 10, 'very_strong'],
  ])('FTND %o', (answers, total, band) => {
    expect(scored('ftnd', answers)).toMatchObject({ total, band })
  })
})

describe('score-only forms', () => {
  const ones = (n: number): number[] => Array.from({ length: 8 }, (_, at) => (at < n ? 1 : 0))
  test.each([
    [2, 'low'],
    [3, 'intermediate'],
    [4, 'intermediate'],
    [5, 'high'],
  ])('STOP-Bang %i', (n, band) => {
    expect(scored('stopbang', ones(n))).toMatchObject({ total: n, band })
  })

  test.each([
    ['1111111', 7, 'none'],
    ['2111111', 8, 'subthreshold'],
    ['2222222', 14, 'subthreshold'],
    ['3222222', 15, 'moderate'],
    ['3333333', 21, 'moderate'],
    ['4333333', 22, 'severe'],
  ])('ISI %s', (text, total, band) => {
    expect(scored('isi', digits(text))).toMatchObject({ total, band })
  })

  const dudit = (total: number, sex: ReferenceSex) =>
    scoreInstrument(INSTRUMENTS.get('dudit')!, { total }, sex).band
  test('DUDIT totals and items', () => {
    expect([5, 6, 24, 25].map((total) => dudit(total, 'male'))).toEqual([
      'no_harm',
      'harmful_use',
      'harmful_use',
      'dependence',
    ])
    expect([1, 2, 24, 25].map((total) => dudit(total, 'female'))).toEqual([
      'no_harm',
      'harmful_use',
      'harmful_use',
      'dependence',
    ])
    expect(scored('dudit', [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]).total).toBe(44)
    expect(() => scored('dudit', [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])).toThrow(RangeError)
    expect(() => dudit(45, 'male')).toThrow(RangeError)
  })

  test.each<[(number | null)[], number | null, number | null, string | null, boolean]>([
    [Array(12).fill(0), 0, 0, 'none', false],
    [Array(12).fill(1), 12, 25, 'moderate', false],
    [[...Array(11).fill(1), 0], 11, 22.9, 'mild', false],
    [Array(12).fill(2), 24, 50, 'severe', false],
    [[...Array(11).fill(1), null], 12, 25, 'moderate', true],
    [[...Array(10).fill(1), null, null], null, null, null, false],
    [[...Array(10).fill(4), 3, 3], 46, 95.8, 'severe', false],
    [[...Array(11).fill(4), 3], 47, 97.9, 'complete', false],
    [[2, ...Array(11).fill(0)], 2, 4.2, 'none', false],
    [[3, ...Array(11).fill(0)], 3, 6.3, 'mild', false],
  ])('WHODAS-12 %o', (answers, raw, total, band, prorated) => {
    expect(scored('whodas12', answers)).toMatchObject({ raw, total, band, prorated })
  })

  test.each([
    ['44444444', 4],
    ['33334444', 3.5],
    ['54444442', 3.88],
    ['4444444-', null],
  ])('EUROHIS-8 %s', (text, total) => {
    expect(scored('eurohis8', digits(text)).total).toBe(total)
  })

  test.each([
    [7, 'poor'],
    [27, 'poor'],
    [28, 'moderate'],
    [36, 'moderate'],
    [37, 'good'],
    [43, 'good'],
    [44, 'excellent'],
    [49, 'excellent'],
  ])('WAI %i', (total, band) => {
    expect(scoreInstrument(INSTRUMENTS.get('wai')!, { total }, 'unknown')).toMatchObject({ total, band })
  })
})

test.each([
  [0, 'none'],
  [3, 'mild'],
  [4, 'moderate'],
  [6, 'moderate'],
  [7, 'strong'],
])('pain %i', (value, band) => {
  expect(scored('nrs', [value]).band).toBe(band)
})

test('profiles have no total but refuse values off their scale', () => {
  expect(scored('kykyviisari', [7, 6, 55.5, 40, null, 80, 12])).toMatchObject({ total: null, band: null })
  expect(() => scored('kykyviisari', [7, 6, 100.1])).toThrow(RangeError)
  expect(() => scored('x3x10d', [11])).toThrow(RangeError)
})
