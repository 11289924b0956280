/** How time grows with table size: `node tests/bench/disclosure.ts [seconds]`. */
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { createHighsSolver } from '../../main/disclosure/highs-solver.ts'
import { type InstanceShape, randomTable } from './disclosure-instances.ts'

const SHAPES: Omit<InstanceShape, 'zeros' | 'small' | 'seed'>[] = [
  { sizes: [8, 7] },
  { sizes: [4, 3, 3] },
  { sizes: [12, 10], groupSize: 4 },
  { sizes: [7, 6, 5] },
  { sizes: [4, 4, 3, 3] },
  { sizes: [18, 25], groupSize: 5 },
  { sizes: [8, 7, 6], groupSize: 3, secondGrouping: true },
  { sizes: [30, 40], groupSize: 6 },
  { sizes: [40, 50], groupSize: 6 },
]

const seconds = Number(process.argv[2] ?? 30)
const solver = await createHighsSolver()
console.log('cells  sensitive  status    hidden  bound  ratio  seconds')
for (const shape of SHAPES) {
  const table = randomTable({ ...shape, zeros: 0.2, small: 0.4, seed: 1 })
  const problem = parseProblem({ ...table, timeLimit: seconds })
  const { status, objective, bound, seconds: taken } = await protect(problem, solver)
  const ratio = bound > 0 ? (objective / bound).toFixed(3) : '–'
  console.log(
    [table.cells.length, problem.primary.length, status, objective, bound, ratio, taken.toFixed(2)].join(
      '  ',
    ),
  )
}
