import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHECK_BAND_TABLES } from '../../../domain/health-checks/band-tables.ts'
import {
  type BandTable,
  bandOf,
  bandTable,
  bandTableProblems,
  roundHalfUp,
} from '../../../domain/health-checks/bands.ts'
import { bandTablesOf, INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { scoreInstrument } from '../../../domain/instruments/score.ts'

const ALL: [string, BandTable][] = [
  ...CHECK_BAND_TABLES.map(([name, table]): [string, BandTable] => [name, table]),
  ...[...INSTRUMENTS.values()].flatMap((instrument) =>
    bandTablesOf(instrument).map((table, at): [string, BandTable] => [`${instrument.id}.${at}`, table]),
  ),
]

describe.each(ALL)('%s', (_name, table) => {
  const grid = 10 ** table.decimals
  const first = Math.round(table.rows[0]!.from * grid)
  const last = Math.round(table.rows.at(-1)!.to * grid)

  test('has no gap, overlap or repeated band', () => {
    expect(bandTableProblems(table)).toEqual([])
  })

  test('each value on the grid lies in exactly one band, none outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (step) => {
        const value = roundHalfUp(step / grid, table.decimals)
        const holding = table.rows.filter(({ from, to }) => from <= value && value <= to)
        expect(holding).toHaveLength(1)
        expect(bandOf(table, value)).toBe(holding[0])
      }),
    )
    expect(bandOf(table, (first - 1) / grid)).toBeNull()
    expect(bandOf(table, (last + 1) / grid)).toBeNull()
  })

  test('carries its source and waits for approval', () => {
    expect(table.source.length).toBeGreaterThan(5)
    expect(table.approved).toBe(false)
  })
})

describe('the checker finds broken tables', () => {
  const table = (rows: [number, number][]): BandTable => ({
    ...bandTable('x', 0, [['a', 0, 'good']], 1, 'test'),
    rows: rows.map(([from, to], at) => ({ id: `b${at}`, from, to, tone: 'good' })),
  })
  test.each([
    [
      'gap',
      [
        [0, 4],
        [6, 9],
      ],
    ],
    [
      'overlap',
      [
        [0, 5],
        [5, 9],
      ],
    ],
    ['order', [[5, 4]]],
    ['grid', [[0, 4.5]]],
  ] as [string, [number, number][]][])('%s', (problem, rows) => {
    expect(bandTableProblems(table(rows)).map((found) => found.problem)).toContain(problem)
  })
})

test('rounding is half up on the written digits', () => {
  expect(roundHalfUp(1.005, 2)).toBe(1.01)
  expect(roundHalfUp(3.875, 2)).toBe(3.88)
  expect(roundHalfUp(87.5, 0)).toBe(88)
  expect(roundHalfUp(18.449999, 1)).toBe(18.4)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 3 }), (step, decimals) => {
      const value = Number(`${step}e-${decimals}`)
      expect(roundHalfUp(value, decimals)).toBe(value)
    }),
  )
})

describe.each([...INSTRUMENTS.values()])('$id', (instrument) => {
  const answer = (at: number) => {
    const { values } = instrument.items[at]!
    return 'min' in values ? fc.integer({ min: values.min, max: values.max }) : fc.constantFrom(...values)
  }
  const complete = fc.tuple(...instrument.items.map((_, at) => answer(at)))
  const sex = fc.constantFrom('female', 'male', 'unknown') as fc.Arbitrary<'female' | 'male' | 'unknown'>

  test('every complete answer set of a counting form has a total, and a band where it has bands', () => {
    fc.assert(
      fc.property(complete, sex, (answers, who) => {
        const score = scoreInstrument(instrument, { answers }, who)
        const counts = !['profile', 'entry'].includes(instrument.scoring.kind)
        expect(score.total === null).toBe(!counts)
        if (counts && instrument.bands !== null) expect(score.band).not.toBeNull()
      }),
    )
  })

  test('a total is never negative and grows with each answer', () => {
    fc.assert(
      fc.property(complete, (answers) => {
        const top = instrument.items.map(({ values }) => ('min' in values ? values.max : Math.max(...values)))
        const { total } = scoreInstrument(instrument, { answers: top }, 'female')
        const score = scoreInstrument(instrument, { answers }, 'female')
        if (score.total !== null) expect(score.total).toBeLessThanOrEqual(total!)
        if (score.total !== null) expect(score.total).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('texts ship only where the licence allows', () => {
    if (instrument.licence === 'score_only')
      expect(instrument.items.every(({ text, options }) => text === null && options === undefined)).toBe(true)
    else
      for (const { text } of instrument.items)
        for (const language of ['fi', 'sv', 'en'] as const) expect(text?.[language]).toBeTruthy()
    if (instrument.licence === 'ship_attr') expect(instrument.attribution).toBeTruthy()
    expect(instrument.approved).toBe(false)
    expect(instrument.source.length).toBeGreaterThan(5)
  })
})
