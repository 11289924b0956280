/** One block from first pattern to proved optimum, or as far as the time goes: which phase of the search when. */
import { type Block, withTargets } from './blocks.ts'
import { branchAndCut } from './branch.ts'
import { fromShares, harden, judge, thin } from './choices.ts'
import { rowCuts } from './cuts.ts'
import { everything, forcedOnly, type Pattern } from './heuristic.ts'
import type { Move } from './moves.ts'
import { improve, type SolveRegion } from './neighbourhoods.ts'
import type { Gap } from './pattern.ts'
import { brokenCuts, raiseBound, roundedCuts, settle } from './relaxations.ts'
import type { BlockRun } from './result.ts'
import { createSearch, type Search, SMALL } from './search.ts'
import { check } from './shrink.ts'
import type { LpSolver } from './solver.ts'
import { wholeChoices } from './whole-choices.ts'

interface BlockAnswer {
  /** Absent: the target named by `gap` cannot be protected whatever is hidden. */
  pattern?: Pattern
  /** Moves that prove it. */
  moves: Move[]
  gap?: Gap
  bound: number
}

/** Beyond so many, integer programs give more than branching at first. */
const BRANCHED = 600
/** There, too, a pattern so far from the bound is better served by regions first. */
const FAR = 1.03
/** Share of the time for finding targets that need nothing hidden for them. */
const FOR_SETTLING = 0.4
/** So near to the bound other first patterns are not worth their time. */
const NEAR = 1.005
/** Share of the time for integer searches where walks do not show whether the first pattern can do with less. */
const FOR_SPARE = 0.05
/** First patterns, the share of time for all but the first of them, and how far their prices stray. */
const STARTS = 8
const FOR_STARTS = 0.15
const STRAY = 0.3
/** Cuts at one point of the tree, where many points are to come. */
const IN_TREE = 10

/** Solves a block from nothing. Out of time, everything is hidden: whether that is enough is for the audit to say. */
export async function solveBlock(whole: Block, solver: LpSolver, run: BlockRun): Promise<BlockAnswer> {
  const began = performance.now()
  const { block, moves: settled } = withoutSettled(whole, solver, run)
  const timeLimit = run.timeLimit - (performance.now() - began) / 1000
  const search = createSearch(block, solver, { ...run, timeLimit }, everything(block))
  try {
    search.master.add(rowCuts(block))
    await raiseBound(search, timeLimit * 0.65)
    const left = search.left()
    // With a history, hiding everything for want of time would make the release worthless.
    search.grace = settled.length > 0 ? run.timeLimit : 0
    const first = fromShares(search)
    if (!('hidden' in first)) return { gap: first, moves: settled, bound: Infinity }
    // Secured before it is thinned out: what has less in it is harder to prove.
    harden(search, first)
    search.grace = 0
    await run.report('heuristic', search.best.weight, search.bound)
    thin(search, search.best, 0, timeLimit * FOR_SPARE)
    if (block.nodes.length > SMALL && search.best.weight > NEAR * search.bound)
      startAgain(search, left - search.left())
    await run.report('heuristic', search.best.weight, search.bound)
    const regions = (reserve: number) => improve(search, regionSolver(solver), reserve)
    if (block.nodes.length > BRANCHED) {
      const far = search.best.weight > FAR * search.bound
      if (far) await regions(timeLimit * 0.15)
      await wholeChoices(search, timeLimit * 0.06, far ? 0 : timeLimit * 0.4)
    } else {
      if (block.nodes.length > SMALL) await regions(timeLimit * 0.4)
      await branch(search, timeLimit * 0.1)
    }
    await regions(0)
    // Where everything was let go at once and nothing better found, regions leave the rest of the time to branching.
    if (block.nodes.length > BRANCHED) await branch(search, 0)
    const moves = [...settled, ...search.best.proofs.flat()]
    return { pattern: search.best, moves, bound: Math.min(search.bound, search.best.weight) }
  } finally {
    search.dispose()
  }
}

/**
 * Without the targets that nodes hidden whatever happens protect by themselves. Worth asking where such nodes outnumber the
 * others: in a release with a history, whose hidden cells stay hidden.
 */
function withoutSettled(
  block: Block,
  solver: LpSolver,
  { stop, timeLimit }: BlockRun,
): { block: Block; moves: Move[] } {
  const forced = forcedOnly(block)
  if (2 * forced.filter(Boolean).length < forced.length) return { block, moves: [] }
  const most = block.ownCells?.under(new Uint8Array(block.nodes.length).fill(1))
  const until = performance.now() + FOR_SETTLING * timeLimit * 1000
  const late = () => stop() || performance.now() > until
  // Whoever may become a stranger when more is hidden is not settled by what is hidden now.
  const firm = (index: number) => !most || most[index]!.size === block.targets[index]!.own.size
  const { gaps, proofs } = check(block, solver, forced, [], firm, 'dive', late)
  const open = new Set(gaps.map(({ target }) => target))
  return {
    block: withTargets(block, (index) => !firm(index) || open.has(block.targets[index]!)),
    moves: proofs.flat(),
  }
}

/** Other first patterns: regions lead from each to another end. @param took seconds for the first one. */
function startAgain(search: Search, took: number): void {
  const reserve = search.left() - search.run.timeLimit * FOR_STARTS
  for (let start = 1; start < STARTS && !search.done(reserve + took); start++) {
    const other = fromShares(search, STRAY)
    if (!('hidden' in other)) return
    thin(search, other, STRAY)
  }
}

/** Cutting planes and branching from a given pattern, for a region of a larger block. */
function regionSolver(solver: LpSolver): SolveRegion {
  return async (block, start, run) => {
    const search = createSearch(block, solver, run, start, true)
    try {
      settle(search)
      search.master.add(rowCuts(block))
      await raiseBound(search, 0)
      await branch(search, 0)
      return { pattern: search.best, proved: search.bound >= search.best.weight - 1e-6 }
    } finally {
      search.dispose()
    }
  }
}

/** Branch and cut for what the relaxation leaves open. */
async function branch(search: Search, reserve: number): Promise<void> {
  if (search.done(reserve)) return
  await branchAndCut(search.block, search.master, {
    best: () => search.best.weight,
    broken: (x) => {
      const rounded = roundedCuts(search, x, IN_TREE)
      if (rounded.length > 0) return rounded
      return brokenCuts(search, x, Math.min(0.2, search.left() - reserve), IN_TREE)
    },
    judge: (x) => judge(search, x, !search.region),
    raise: async (bound) => {
      search.raise(bound)
      await search.run.report('bound', search.best.weight, search.bound)
    },
    rounded: search.rounded,
    out: () => search.out(reserve),
  })
}
