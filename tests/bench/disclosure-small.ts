/**
 * How long a proved optimum takes on small tables: `node tests/bench/disclosure-small.ts [seeds] [limit] [wide]`.
 * `wide`: also other shares of zeros and small counts, other weights, and more rules.
 */
import { parseProblem } from '../../domain/disclosure/problem.ts'
import { protect } from '../../domain/disclosure/protect.ts'
import { createHighsSolver } from '../../main/disclosure/highs-solver.ts'
import { half, type InstanceShape, instanceProblem, RULES } from './disclosure-instances.ts'

/** 81 to 108 cells in two to four dimensions, with subtotals and with two hierarchies. */
const SHAPES: readonly Omit<InstanceShape, 'seed'>[] = [
  { sizes: [9, 9], ...half },
  { sizes: [8, 7], groupSize: 3, ...half },
  { sizes: [7, 5], groupSize: 3, secondGrouping: true, ...half },
  { sizes: [4, 4, 3], ...half },
  { sizes: [6, 3, 2], groupSize: 3, zeros: 0.1, small: 0.6 },
  { sizes: [2, 2, 2, 2], ...half },
]
const seeds = Number(process.argv[2] ?? 5)
const timeLimit = Number(process.argv[3] ?? 10)
const wide = process.argv[4] === 'wide'
const densities = wide
  ? [
      { zeros: 0, small: 0.1 },
      { zeros: 0, small: 0.3 },
      { zeros: 0.2, small: 0.2 },
      { zeros: 0.4, small: 0.1 },
      { zeros: 0.4, small: 0.4 },
      { zeros: 0.7, small: 0.15 },
    ]
  : [{}]
const rulesAsked = wide ? { ...RULES, ten: { threshold: 10 }, two: { colluding: 2 } } : RULES
const weightings = wide ? (['one', 'totals', 'count', 'logarithm'] as const) : (['one'] as const)

const solver = await createHighsSolver()
const times: number[] = []
let open = 0
for (const { shape, rule, rules, weights } of asked())
  for (let seed = 100; seed < 100 + seeds; seed++) {
    const instance = { name: '', shape: { ...shape, seed }, rules, weights }
    const problem = parseProblem(instanceProblem(instance, timeLimit))
    const { status, seconds, objective, bound } = await protect(problem, solver)
    times.push(seconds)
    if (status === 'feasible') open++
    if (seconds > 2)
      console.log(
        `${JSON.stringify(shape)} ${rule}, weight ${weights}, seed ${seed}, ${problem.cells.length} cells: ${status} ${objective} / ${bound}, ${seconds.toFixed(1)} s`,
      )
  }
times.sort((a, b) => a - b)
const slow = times.filter((time) => time > 2).length
const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(2)
console.log(
  `${times.length} tables: median ${at(0.5)} s, nine of ten within ${at(0.9)} s, ${slow} over 2 s, ${open} not proved within ${timeLimit} s`,
)

function* asked() {
  for (const shape of SHAPES)
    for (const density of densities)
      for (const [rule, rules] of Object.entries(rulesAsked))
        for (const weights of weightings) yield { shape: { ...shape, ...density }, rule, rules, weights }
}
