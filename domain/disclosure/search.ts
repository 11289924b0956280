/** What the phases of the search on one block share: the best pattern, the proved bound, the programs, the clock. */
import type { Block, Target } from './blocks.ts'
import { type Pattern, tidy } from './heuristic.ts'
import { createMaster, type Master } from './master.ts'
import { createMoveFinder, type MoveFinder } from './move-finder.ts'
import type { Gap } from './pattern.ts'
import { seededRandom } from './random.ts'
import type { BlockRun } from './result.ts'
import { createSeparator, type Separator } from './separator.ts'
import type { LpSolver } from './solver.ts'

const EPSILON = 1e-6
/** Up to so many nodes a block is branched on until it is proved; beyond, not before regions had their part of the time. */
export const SMALL = 150

export interface Search {
  readonly block: Block
  readonly solver: LpSolver
  readonly run: BlockRun
  readonly random: () => number
  readonly finder: MoveFinder
  readonly master: Master
  readonly separator: Separator
  /** A region of a larger block: its patterns are hardened in the large one. */
  readonly region: boolean
  /** Rows that each node stands in. */
  readonly rowsOf: readonly (readonly number[])[]
  /** Coalitions that broke a choice before, by target and people: they are asked first. */
  readonly coalitions: ReadonlyMap<string, Gap>
  remember(gap: Gap): void
  /** Targets that forced nodes alone do not protect from outsiders; all of them until `settle` has looked. */
  asked: readonly Target[]
  /** Targets are asked in turn; where the next turn starts. */
  turn: number
  /** Shares of the last relaxation: what a light pattern is likely to hide. */
  shares: Float64Array
  best: Pattern
  /** Other patterns found on the way: what they do otherwise is worth trying. */
  readonly others: Uint8Array[]
  bound: number
  /** Seconds beyond the limit that the work at hand may take all the same. */
  grace: number
  /** Seconds. */
  left(): number
  /** Out of time but for so many seconds (none when absent), or stopped. */
  out(reserve?: number): boolean
  /** The same, or proved. */
  done(reserve?: number): boolean
  /** A proved bound; with whole weights 7.2 means 8, with halves 7.5. */
  raise(bound: number): void
  rounded(bound: number): number
  take(pattern: Pattern): void
  dispose(): void
}

/** The largest number (a thousandth or more) that all these weights are multiples of, or 0. */
export function stepOf(weights: readonly number[]): number {
  const thousandths = weights.map((weight) => Math.round(weight * 1000))
  if (weights.some((weight, k) => Math.abs(weight * 1000 - thousandths[k]!) > EPSILON)) return 0
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  return thousandths.reduce(divisor, 0) / 1000
}

/**
 * The clock of the time limit starts here. Keeps models in the solver until `dispose`.
 * @param first the best pattern until a lighter one is taken; it need not be proved
 */
export function createSearch(
  block: Block,
  solver: LpSolver,
  run: BlockRun,
  first: Pattern,
  region = false,
): Search {
  const began = performance.now()
  const step = stepOf(block.nodes.map(({ weight }) => weight))
  const rowsOf: number[][] = block.nodes.map(() => [])
  block.rows.forEach((row, r) => {
    for (const node of row.index) rowsOf[node]!.push(r)
  })
  const finder = createMoveFinder(block, solver)
  finder.effort = 'linear'
  const coalitions = new Map<string, Gap>()
  const search: Search = {
    block,
    solver,
    run,
    random: seededRandom(run.seed),
    finder,
    master: createMaster(block, solver),
    separator: createSeparator(block, solver),
    region,
    rowsOf,
    coalitions,
    remember: (gap) => {
      const key = `${gap.target.node} ${gap.attackers}`
      coalitions.delete(key)
      coalitions.set(key, gap)
    },
    asked: block.targets,
    turn: 0,
    shares: Float64Array.from(block.nodes, (node) => (node.forced ? 1 : 0)),
    best: first,
    others: [],
    bound: block.nodes.reduce((sum, node) => sum + (node.forced ? node.weight : 0), 0),
    grace: 0,
    left: () => run.timeLimit + search.grace - (performance.now() - began) / 1000,
    out: (reserve = 0) => run.stop() || search.left() <= reserve,
    done: (reserve = 0) => search.out(reserve) || search.bound >= search.best.weight - EPSILON,
    raise: (bound) => {
      search.bound = Math.max(search.bound, search.rounded(bound))
    },
    rounded: (bound) => (step > 0 ? step * Math.ceil((bound - 1e-5) / step - 1e-9) : bound),
    take: (pattern) => {
      if (pattern.weight < search.best.weight - EPSILON) search.best = tidy(block, pattern)
    },
    dispose: () => {
      search.finder.dispose()
      search.master.dispose()
      search.separator.dispose()
    },
  }
  return search
}
