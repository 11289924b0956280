/** Many random releases, each attacked by the separate auditor, the smallest also by an attacker without a solver. */
import { audit } from '../../domain/disclosure/audit.ts'
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { seededRandom } from '../../domain/disclosure/random.ts'
import { createHighsSolver } from '../../main/disclosure/highs-solver.ts'
import { bruteExposed } from '../unit/disclosure/brute-force.ts'
import { randomTable } from './disclosure-instances.ts'

const SIZES = [
  [3, 3],
  [5, 4],
  [6, 5],
  [2, 2, 2],
  [3, 3, 2],
  [4, 3, 2],
  [2, 2, 2, 2],
]

const releases = Number(process.argv[2] ?? 10_000)
const solver = await createHighsSolver()
const tally: Record<string, number> = {}
/** Tables of at most so many cells are attacked by trying every table. */
const BRUTE = 27
let exposed = 0
let brute = 0
for (let seed = 0; seed < releases; seed++) {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const sizes = pick(SIZES)
  const table = randomTable({
    sizes,
    zeros: 0.2,
    small: 0.4,
    seed,
    ...(sizes[0]! > 3 ? { groupSize: 2, secondGrouping: random() < 0.5 } : {}),
  })
  const problem = parseProblem({
    ...table,
    cells: table.cells.map((cell) => ({
      ...cell,
      ...(random() < 0.1 ? { weight: 2 + Math.floor(random() * 3) } : {}),
      ...(random() < 0.05 ? { upper: cell.count + Math.floor(random() * 7) } : {}),
    })),
    published: table.cells.filter(({ count }) => count >= 5 && random() < 0.03).map(({ id }) => id),
    lowerBound: pick([0, 1] as const),
    minUpper: pick([null, 5]),
    minWidth: pick([1, 3]),
    singleRespondents: random() < 0.5,
    timeLimit: 0.3,
  })
  const { status, suppressed } = await protect(problem, solver)
  tally[status] = (tally[status] ?? 0) + 1
  if (status !== 'optimal' && status !== 'feasible') continue
  const report = await audit(problem, suppressed, solver)
  const found = new Set(report.exposed)
  if (problem.cells.length <= BRUTE) {
    brute++
    for (const id of bruteExposed(problem, new Set(suppressed))) found.add(id)
  }
  if (found.size > 0) {
    exposed++
    console.log(`seed ${seed}: exposed ${[...found].join(', ')}`)
  }
  if ((seed + 1) % 500 === 0) console.log(`${seed + 1} releases, exposed in ${exposed}`)
}
console.log(`${releases} releases: ${JSON.stringify(tally)}, brute force on ${brute}, exposed in ${exposed}`)
process.exitCode = exposed > 0 ? 1 : 0
