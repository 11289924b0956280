/** What a pattern hides in vain is shown again: an audit would call a hidden cell that everybody can compute exposed. */
import { beforeAll, expect, it } from 'vitest'
import { prepare } from '../../../domain/disclosure/blocks.ts'
import { tidy, weightOf } from '../../../domain/disclosure/heuristic.ts'
import { parseProblem } from '../../../domain/disclosure/problem.ts'
import { check } from '../../../domain/disclosure/shrink.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { crossTable } from './tables.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})

const TABLE = crossTable(
  ['a', 'b', 'c', 'd', 'e'],
  ['v', 'w', 'x', 'y', 'z'],
  [
    [3, 10, 12, 31, 40],
    [11, 20, 30, 32, 41],
    [19, 14, 25, 33, 42],
    [21, 22, 23, 34, 43],
    [51, 52, 53, 54, 55],
  ],
)
const SQUARE = ['av', 'aw', 'bv', 'bw']

it.each([
  ['a cell that its row and column give away', ['cx']],
  ['cells that the others give away', ['ax', 'cx', 'cy']],
  ['a square without a sensitive cell', ['cx', 'cy', 'dx', 'dy']],
])('%s', (_, inVain) => {
  const margins = TABLE.cells.map(({ id }) => id).filter((id) => id.includes('total'))
  const problem = parseProblem({ ...TABLE, published: margins, minUpper: null, minWidth: 1 })
  const [block] = prepare(problem).blocks
  const hides = (ids: readonly string[]) =>
    Uint8Array.from(block!.nodes, ({ members }) =>
      Number(members.some(({ cell }) => ids.includes(problem.cells[cell]!.id))),
    )
  const hidden = hides([...SQUARE, ...inVain])
  const { proofs } = check(block!, solver, hidden, [])
  const tidied = tidy(block!, { hidden, weight: weightOf(block!, hidden), proofs })
  expect(tidied.hidden).toEqual(hides(SQUARE))
  expect(tidied.weight).toBe(4)
  expect(tidied.proofs.flat().length).toBeGreaterThan(0)
  for (const move of tidied.proofs.flat()) for (const node of move.index) expect(tidied.hidden[node]).toBe(1)
  expect(check(block!, solver, tidied.hidden, []).gaps).toEqual([])
})
