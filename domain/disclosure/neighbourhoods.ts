/**
 * Local search with proofs: the pattern is kept except for a region, which is solved anew as a small problem of its own,
 * by the same cutting planes and branching as the whole.
 */
import type { Block } from './blocks.ts'
import { harden } from './choices.ts'
import { dearFirst, type Pattern, reverseDelete, weightOf } from './heuristic.ts'
import { around, crossed, grow, offers } from './region-choice.ts'
import type { BlockRun } from './result.ts'
import type { Search } from './search.ts'
import { type SmallBlock, shrink } from './shrink.ts'

/** Nodes hidden by choice that one region lets go at first, and at most. */
const FIRST_SIZE = 10
const LARGEST = 60
/** Every so many regions one is taken from another pattern. */
const CROSSED = 2
/** Seconds for one region. */
const PATIENCE = 2

/** Solves one small block from a given pattern; injected, because it is the whole search again. */
export type SolveRegion = (block: Block, start: Pattern, run: BlockRun) => Promise<Region>
interface Region {
  pattern: Pattern
  /** The region has no lighter pattern than this one. */
  proved: boolean
}

/** Improves the best pattern region by region until the time is over but for `reserve` seconds, or it is optimal. */
export async function improve(search: Search, solveRegion: SolveRegion, reserve: number): Promise<void> {
  const { block, random, run } = search
  let size = FIRST_SIZE
  for (let round = 0; !search.done(reserve); round++) {
    const { hidden } = search.best
    const chosen = block.nodes
      .map((_, node) => node)
      .filter((node) => hidden[node] && !block.nodes[node]!.forced)
    if (chosen.length === 0) return
    const start = chosen[Math.floor(random() * chosen.length)]!
    const other = round % CROSSED === 1 ? crossed(search, hidden, size) : undefined
    const freed = other?.freed ?? grow(search, hidden, start, size)
    const whole = freed.size >= chosen.length
    const free = new Set([...freed, ...(other?.offered ?? offers(search, hidden, freed))])
    const next = hidden.slice()
    for (const node of free) next[node] = 0
    let proved = true
    const open = Uint8Array.from(hidden, (on, node) => (on || free.has(node) ? 1 : 0))
    const proofs = search.best.proofs.slice()
    // What is proved without the nodes let go stays proved, whatever takes their place.
    const touched = (target: number) => {
      const moves = proofs[target]!
      return moves.length === 0 || moves.some((move) => move.index.some((node) => freed.has(node)))
    }
    for (const small of shrink(block, open, (node) => !free.has(node), touched)) {
      const region = await solveRegion(small.block, startOf(small, search.best), {
        timeLimit: Math.min(PATIENCE, search.left()),
        stop: run.stop,
        report: () => run.report('improve', search.best.weight, search.bound),
        seed: run.seed + round,
      })
      proved &&= region.proved
      region.pattern.hidden.forEach((on, node) => {
        if (on) for (const { cell } of small.block.nodes[node]!.members) next[cell] = 1
      })
      small.targets.forEach((target, k) => {
        proofs[target] = region.pattern.proofs[k]!.map(small.lift)
      })
    }
    const weight = weightOf(block, next)
    if (weight < search.best.weight - 1e-6) {
      const pattern = { hidden: next, weight, proofs }
      if (!proved)
        reverseDelete(block, search.solver, pattern, dearFirst(block, random), search.out, {
          candidate: around(search, free),
        })
      harden(search, pattern)
    }
    if (!proved) size = Math.max(4, size * 0.8)
    else if (whole) return
    else size = Math.min(LARGEST, size * 1.1)
  }
}

/** The best pattern as it stands in a region. */
function startOf({ block, targets, project }: SmallBlock, best: Pattern): Pattern {
  const hidden = Uint8Array.from(block.nodes, ({ members, forced }) =>
    forced || members.every(({ cell }) => best.hidden[cell]) ? 1 : 0,
  )
  return {
    hidden,
    weight: weightOf(block, hidden),
    proofs: targets.map((target) => best.proofs[target]!.map(project)),
  }
}
