/** Many random releases, each attacked by the separate auditor: nothing may be exposed. */
import { audit } from '../../domain/disclosure/audit.ts'
import { seededRandom } from '../../domain/disclosure/random.ts'
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { createHighsSolver } from '../../main/disclosure/highs-solver.ts'
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
let exposed = 0
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
  if (report.exposed.length > 0) {
    exposed++
    console.log(`seed ${seed}: exposed ${report.exposed.join(', ')}`)
  }
}
console.log(`${releases} releases: ${JSON.stringify(tally)}, exposed in ${exposed}`)
process.exitCode = exposed > 0 ? 1 : 0
