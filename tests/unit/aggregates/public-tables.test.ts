// Tables that fit what is public clear doubts; what every table has small stays in doubt.
import { beforeAll, expect, test } from 'vitest'
import { fittingTable } from '../../../domain/aggregates/public-tables.ts'
import type { PublicView } from '../../../domain/aggregates/public-view.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})

/** Two hidden parts of a shown total, each at least 1. */
const view = (total: number, over: Partial<PublicView> = {}): PublicView => ({
  known: new Map([['total', total]]),
  unknown: new Map(['a', 'b'].map((name) => [name, { lower: 1, upper: Infinity }])),
  equations: [{ total: 'total', parts: ['a', 'b'] }],
  hidden: [],
  unseen: [],
  rests: [],
  increases: [],
  contradiction: false,
  ...over,
})
const doubts = new Map([
  ['a', [1, 4]],
  ['b', [1, 4]],
] as const)

test('a doubt is cleared by one table that has the figure outside, and only then', () => {
  expect(fittingTable(view(4), doubts, solver)!.open).toEqual(['a', 'b'])
  expect(fittingTable(view(9), doubts, solver)!.open).toEqual([])
  const { table } = fittingTable(view(9), new Map(), solver)!
  expect(table.get('a')! + table.get('b')!).toBe(9)
})

test('figures that fit nothing have no table, and figures that say everything need none', () => {
  expect(fittingTable(view(1), doubts, solver)).toBeNull()
  expect(fittingTable(view(9, { contradiction: true }), doubts, solver)).toBeNull()
  expect(fittingTable(view(9, { unknown: new Map(), equations: [] }), doubts, solver)).toEqual({
    table: new Map(),
    open: [],
  })
})
