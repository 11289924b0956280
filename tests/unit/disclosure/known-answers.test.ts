/** Tables whose right answer is known from the literature or by hand. */
import { beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../../domain/disclosure/audit.ts'
import { type ProblemInput, parseProblem } from '../../../domain/disclosure/problem.ts'
import { protect } from '../../../domain/disclosure/protect.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { crossTable, EXACT_RULE, FOUR_BY_FOUR, LEAKY_NINE, regions, twoYears } from './tables.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})
const solve = (input: ProblemInput) => protect(parseProblem(input), solver)

describe('4×4 table with nine cells hidden', () => {
  const file = { ...FOUR_BY_FOUR, ...EXACT_RULE, primary: ['wb'] }

  it('reports wb as exactly known', async () => {
    const report = await audit(file, LEAKY_NINE, solver)
    expect(report.status).toBe('unsafe')
    expect(report.exposed).toEqual(['wb'])
    expect(report.intervals.wb).toEqual([47, 47])
    expect(Object.keys(report.intervals).sort()).toEqual([...LEAKY_NINE].sort())
  })

  it('names the known cell although nobody said which cells are sensitive', async () => {
    const { primary: _, ...unnamed } = file
    expect((await audit(unnamed, LEAKY_NINE, solver)).exposed).toContain('wb')
  })

  it('is safe with xd hidden as well, wb between 0 and 78', async () => {
    const report = await audit(file, [...LEAKY_NINE, 'xd'], solver)
    expect(report.status).toBe('safe')
    expect(report.intervals.wb).toEqual([0, 78])
  })
})

describe('two groupings of the same regions', () => {
  it('needs no further cell in either table alone', async () => {
    for (const one of [
      { counties: true, sizes: false },
      { counties: false, sizes: true },
    ]) {
      const result = await solve(regions(one))
      expect(result).toMatchObject({ status: 'optimal', primary: 5, secondary: 0, gap: 0 })
    }
  })

  it('needs exactly N more when both are published', async () => {
    const result = await solve(regions({ counties: true, sizes: true }))
    expect(result.status).toBe('optimal')
    expect(result.suppressed.sort()).toEqual(['A', 'B', 'K', 'L', 'M', 'N'])
    expect(result).toMatchObject({ secondary: 1, bound: 6, objective: 6 })
  })
})

it('does not let Spain 2015 follow from EU 2015 less Portugal 2015', async () => {
  const file = twoYears()
  expect((await audit(file, ['Spain 2015'], solver)).exposed).toEqual(['Spain 2015'])
  const result = await solve(file)
  expect(result).toMatchObject({ status: 'optimal', primary: 1, secondary: 1 })
  expect(result.suppressed.sort()).toEqual(['Portugal 2015', 'Spain 2015'])
  const [low, high] = result.intervals['Spain 2015']!
  expect(high! - low!).toBeGreaterThanOrEqual(1)
})

describe('a row of 1, 2, 1', () => {
  const row = (singleRespondents: boolean): ProblemInput => ({
    cells: [
      { id: 'a', count: 1 },
      { id: 'b', count: 2 },
      { id: 'c', count: 1 },
      { id: 'total', count: 4 },
    ],
    relations: [{ total: 'total', parts: ['a', 'b', 'c'] }],
    primary: ['a', 'c'],
    ...EXACT_RULE,
    singleRespondents,
  })

  it('needs no further cell against outsiders', async () => {
    expect(await solve(row(false))).toMatchObject({ status: 'optimal', primary: 2, secondary: 0 })
  })

  it('needs one more against a respondent who knows his own cell', async () => {
    expect(await solve(row(true))).toMatchObject({ status: 'optimal', primary: 2, secondary: 1 })
    expect((await audit(row(true), ['a', 'c'], solver)).exposed.sort()).toEqual(['a', 'c'])
    const first = await audit(row(true), ['a', 'c'], solver, { untilExposed: true })
    expect(first).toMatchObject({ status: 'unsafe', exposed: ['a'] })
    expect((await audit(row(true), ['a', 'c'], solver)).attackers).toEqual({ a: 'c', c: 'a' })
    expect((await audit(row(false), ['a', 'c'], solver)).status).toBe('safe')
  })
})

describe('cells that are already published', () => {
  const table = crossTable(
    ['a', 'b'],
    ['x', 'y'],
    [
      [3, 10],
      [12, 20],
    ],
  )

  it('end in frozen when nothing else can be hidden', async () => {
    const published = table.cells.map(({ id }) => id).filter((id) => id !== 'ax')
    const result = await solve({ ...table, published })
    expect(result).toMatchObject({ status: 'frozen', suppressed: [], exposed: ['ax'] })
  })

  it('end in frozen when the sensitive cell itself is out', async () => {
    expect((await solve({ ...table, published: ['ax'] })).status).toBe('frozen')
  })

  it('are worked around where that is possible', async () => {
    const result = await solve({ ...table, published: ['by', 'total', 'atotal', 'btotal'] })
    expect(result.status).toBe('optimal')
    expect(result.suppressed).not.toContain('by')
  })

  it('are not blamed for what nothing could protect', async () => {
    const alone: ProblemInput = {
      cells: [
        { id: 'a', count: 2 },
        { id: 'total', count: 2, upper: 3 },
        { id: 'b', count: 0 },
      ],
      relations: [{ total: 'total', parts: ['a', 'b'] }],
      published: ['b'],
    }
    expect((await solve(alone)).status).toBe('infeasible')
  })
})

describe('a row of three single people', () => {
  const row = (rule: Partial<ProblemInput>): ProblemInput => ({
    cells: [...['a', 'b', 'c'].map((id) => ({ id, count: 1 })), { id: 'total', count: 3 }],
    relations: [{ total: 'total', parts: ['a', 'b', 'c'] }],
    primary: ['a', 'b', 'c'],
    ...EXACT_RULE,
    singleRespondents: true,
    ...rule,
  })

  it.each<[string, Partial<ProblemInput>, number]>([
    ['one respondent', {}, 0],
    ['two who collude', { colluding: 2 }, 1],
    ['one person behind two cells', { groups: [['a', 'b']] }, 1],
  ])('against %s', async (_, rule, secondary) => {
    expect(await solve(row(rule))).toMatchObject({ status: 'optimal', secondary })
    expect((await audit(row(rule), ['a', 'b', 'c'], solver)).status).toBe(secondary === 0 ? 'safe' : 'unsafe')
  })
})

it('a cell that is never displayed does not force the shown cell it equals to be hidden', async () => {
  const result = await solve({
    cells: [
      { id: 's', count: 3 },
      { id: 'a', count: 10, weight: 5 },
      { id: 'b', count: 12 },
      { id: 't', count: 25, weight: 9 },
      { id: 'twin of a', count: 10 },
    ],
    relations: [
      { total: 't', parts: ['s', 'a', 'b'] },
      { total: 'a', parts: ['twin of a'] },
    ],
    hidden: ['twin of a'],
    primary: ['s'],
  })
  expect(result).toMatchObject({ status: 'optimal', objective: 2 })
  expect(result.suppressed.sort()).toEqual(['b', 's'])
})

describe('a respondent and a total of his own', () => {
  it('the total is his own while the zero beside it is shown, so the zero stays', async () => {
    const table = {
      cells: [
        { id: 'a', count: 1 },
        { id: 'zero', count: 0 },
        { id: 't', count: 1 },
        { id: 'c', count: 9 },
        { id: 'all', count: 10 },
      ],
      relations: [
        { total: 't', parts: ['a', 'zero'] },
        { total: 'all', parts: ['t', 'c'] },
      ],
      lowerBound: 0 as const,
    }
    const result = await solve(table)
    expect(result).toMatchObject({ status: 'optimal', objective: 3, bound: 3 })
    expect(result.suppressed).not.toContain('zero')
    // With the zero hidden too he would learn from the total that he is the only one, so more must be hidden.
    expect((await audit(table, ['a', 'zero', 't', 'all'], solver)).status).toBe('safe')
  })

  it('a zero whose hiding would tell him something is shown, and the release goes out', async () => {
    const cells = [
      { id: 'a', count: 1, upper: 2 },
      { id: 'b', count: 1, upper: 3 },
      { id: 'zero', count: 0 },
      { id: 't', count: 1, upper: 1 },
      { id: 'all', count: 2, upper: 3 },
    ]
    const relations = [
      { total: 't', parts: ['zero', 'b'] },
      { total: 'all', parts: ['a', 't'] },
    ]
    const rules = { lowerBound: 0 as const, minUpper: null, minWidth: 1, threshold: 3 }
    const result = await solve({ cells, relations, ...rules })
    expect(result.status).toBe('optimal')
    expect(await audit({ cells, relations, ...rules }, result.suppressed, solver)).toMatchObject({
      status: 'safe',
    })
  })

  it('given contributors make cells somebody’s own, too', async () => {
    const cells = [
      { id: 'a', count: 1 },
      { id: 'b', count: 9 },
      { id: 't', count: 10 },
      { id: 'c', count: 1 },
      { id: 'd', count: 8 },
      { id: 'u', count: 9 },
    ]
    const relations = [
      { total: 't', parts: ['a', 'b'] },
      { total: 'u', parts: ['c', 'd'] },
    ]
    const apart = await solve({ cells, relations })
    const same = await solve({ cells, relations, groups: ['a', 'c'] })
    expect([apart.status, same.status]).toEqual(['optimal', 'optimal'])
    expect(same.objective).toBeLessThanOrEqual(apart.objective)
  })
})

describe('a cell of which nothing is asked', () => {
  it('is hidden and no more: its level is met, and no width is wanted', async () => {
    const result = await solve({
      cells: [
        { id: 'a', count: 3 },
        { id: 'b', count: 20 },
        { id: 't', count: 23 },
      ],
      relations: [{ total: 't', parts: ['a', 'b'] }],
      published: ['b', 't'],
      primary: ['a'],
      minUpper: 3,
      minWidth: 0,
    })
    expect(result).toMatchObject({ status: 'optimal', suppressed: ['a'], objective: 1, bound: 1 })
  })
})
