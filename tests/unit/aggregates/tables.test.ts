import { expect, test } from 'vitest'
import { CATALOGUE, cellsOf, INCLUSIONS, SUMS } from '../../../domain/aggregates/catalogue.ts'
import { CODES, childrenOf, DIMENSIONS, labourCode } from '../../../domain/aggregates/dimensions.ts'
import {
  hasEnded,
  nextQuarter,
  PROJECT_QUARTERS,
  quarterDays,
  quarterOf,
} from '../../../domain/aggregates/quarters.ts'
import { nextRelease, releaseProblem } from '../../../domain/aggregates/release-order.ts'
import { countsOf } from '../../../domain/aggregates/release-tables.ts'
import { LABOUR_STATUSES, projectClassOf } from '../../../domain/clients/labour-status.ts'
import { MUNICIPALITY_CODES } from '../../../domain/reference/municipalities.ts'
import { startOfFinnishDay } from '../../../main/server/dates.ts'
import { randomQuarters } from './people.ts'

test('every municipality lies under exactly one sub-region, every labour status under its project class', () => {
  const under = CODES.area.flatMap((code) => childrenOf('area', code))
  for (const code of MUNICIPALITY_CODES) expect(under.filter((child) => child === code)).toHaveLength(1)
  for (const status of LABOUR_STATUSES) {
    const code = labourCode(status)
    const parent = projectClassOf(status)
    expect(code === parent || childrenOf('labour_status', parent).includes(code), status).toBe(true)
  }
})

test('no code appears twice and no municipality is crossed with age or labour status', () => {
  for (const dimension of DIMENSIONS) expect(new Set(CODES[dimension]).size).toBe(CODES[dimension].length)
  expect(new Set(CATALOGUE.map((cell) => cell.id)).size).toBe(CATALOGUE.length)
  const municipal = cellsOf('participants').filter(({ codes }) =>
    MUNICIPALITY_CODES.includes(codes[0] as '698'),
  )
  expect(municipal).toHaveLength(21 * 4)
  expect(municipal.every(({ codes }) => codes[2] === 'T' && codes[3] === 'T')).toBe(true)
})

test('counts add up in every sum, and the parts of an inclusion never exceed the whole', () => {
  for (const people of randomQuarters(3, [40, 60])) {
    const counts = countsOf(people)
    const at = (id: string) => counts.get(id)?.count ?? 0
    expect(at('participants|ALL|T|T|T')).toBe(people.counted.length)
    expect(at('health-checks|ALL|T')).toBe(people.checked.length)
    for (const { total, parts } of SUMS)
      expect(
        parts.reduce((sum, part) => sum + at(part), 0),
        total,
      ).toBe(at(total))
    for (const { wholes, part } of INCLUSIONS)
      expect(at(part), part).toBeLessThanOrEqual(wholes.reduce((sum, whole) => sum + at(whole), 0))
  }
})

test('quarters: first and last days, order, and the end of a quarter', () => {
  expect(quarterOf('2026-03-31')).toBe('2026-Q1')
  expect(quarterOf('2026-04-01')).toBe('2026-Q2')
  expect(nextQuarter('2025-Q4')).toBe('2026-Q1')
  expect(quarterDays('2026-Q2')).toEqual({ from: '2026-04-01', to: '2026-06-30' })
  expect(quarterDays('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(hasEnded('2026-Q1', '2026-03-31')).toBe(false)
  expect(hasEnded('2026-Q1', '2026-04-01')).toBe(true)
  expect(PROJECT_QUARTERS[0]).toBe('2025-Q3')
  expect(PROJECT_QUARTERS.at(-1)).toBe('2028-Q3')
})

test('a day in Finland begins two or three hours before it does in UTC', () => {
  expect(startOfFinnishDay('2026-01-01')).toBe('2025-12-31T22:00:00.000Z')
  expect(startOfFinnishDay('2026-07-01')).toBe('2026-06-30T21:00:00.000Z')
  expect(startOfFinnishDay('2026-03-29')).toBe('2026-03-28T22:00:00.000Z')
})

test('releases go one by one, without gaps, after their quarter has ended', () => {
  expect(nextRelease([], null)).toBeNull()
  expect(nextRelease([], '2025-11-03')).toBe('2025-Q4')
  expect(nextRelease(['2025-Q4', '2026-Q1'], '2025-11-03')).toBe('2026-Q2')
  const problem = (quarter: string, released: string[], today = '2026-11-24') =>
    releaseProblem(quarter, released, '2025-11-03', today)
  expect(problem('2025-Q4', [])).toBeNull()
  expect(problem('2026-Q1', [])).toBe('state-forbids')
  expect(problem('2025-Q4', ['2025-Q4'])).toBe('already-released')
  expect(problem('2026-Q4', ['2026-Q3'])).toBe('quarter-not-ended')
  expect(releaseProblem('2026-Q1', [], null, '2026-11-24')).toBe('nothing-to-release')
  // The project runs from September 2025 to August 2028.
  expect(releaseProblem('2025-Q2', [], '2025-05-01', '2026-11-24')).toBe('state-forbids')
  expect(problem('2028-Q3', ['2028-Q2'], '2029-01-10')).toBeNull()
  expect(problem('2028-Q4', ['2028-Q3'], '2029-01-10')).toBe('state-forbids')
})
