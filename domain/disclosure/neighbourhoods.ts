/**
 * Local search with proofs: the pattern is kept except for a region, which is solved anew as a small problem of its own,
 * by the same cutting planes and branching as the whole.
 */
import type { Block } from './blocks.ts'
import { harden } from './choices.ts'
import { dearFirst, type Pattern, reverseDelete, weightOf } from './heuristic.ts'
import type { BlockRun } from './result.ts'
import type { Search } from './search.ts'
import { type SmallBlock, shrink } from './shrink.ts'

/** Nodes hidden by choice that one region lets go at first, and at most. */
const FIRST_SIZE = 10
const LARGEST = 60
/** Shown nodes offered in their place, for each. */
const OFFERED = 2
/** Every so many regions one is taken from another pattern: so many nodes at most in which they differ, for each of the region's size. */
const CROSSED = 2
const TOGETHER = 3
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
    const touched = (target: number) =>
      proofs[target]!.some((move) => move.index.some((node) => freed.has(node)))
    for (const part of shrink(block, open, (node) => !free.has(node))) {
      const small = narrowed(part, touched)
      if (small.targets.length === 0) continue
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
        reverseDelete(
          block,
          search.solver,
          pattern,
          dearFirst(block, random),
          search.out,
          around(search, free),
        )
      harden(search, pattern)
    }
    if (!proved) size = Math.max(4, size * 0.8)
    else if (whole) return
    else size = Math.min(LARGEST, size * 1.1)
  }
}

/** The same with these targets only. */
function narrowed({ block, targets, ...rest }: SmallBlock, wanted: (target: number) => boolean): SmallBlock {
  const kept = [...targets.keys()].filter((k) => wanted(targets[k]!))
  return {
    ...rest,
    block: { ...block, targets: kept.map((k) => block.targets[k]!) },
    targets: kept.map((k) => targets[k]!),
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

/** What another pattern does otherwise near some node: a region that leads part of the way to it. */
function crossed(
  search: Search,
  hidden: Uint8Array,
  size: number,
): { freed: Set<number>; offered: number[] } | undefined {
  const { block, others, random } = search
  const other = others[Math.floor(random() * others.length)]
  if (!other) return undefined
  const differs = hidden.map((on, node) => (on !== other[node] && !block.nodes[node]!.forced ? 1 : 0))
  const here = [...differs.keys()].filter((node) => differs[node])
  if (here.length === 0) return undefined
  const start = here[Math.floor(random() * here.length)]!
  const picked = [...grow(search, differs, start, TOGETHER * size)]
  const freed = new Set(picked.filter((node) => hidden[node]))
  return freed.size > 0 ? { freed, offered: picked.filter((node) => !hidden[node]) } : undefined
}

/** Nodes in a sum with one of these. */
function around({ block, rowsOf }: Search, nodes: ReadonlySet<number>): (node: number) => boolean {
  const close = new Set<number>()
  for (const node of nodes)
    for (const r of rowsOf[node]!) for (const other of block.rows[r]!.index) close.add(other)
  return (node) => close.has(node)
}

/** Nodes hidden by choice near each other: grown along the sums from one. */
function grow(
  { block, rowsOf, random }: Search,
  hidden: Uint8Array,
  start: number,
  size: number,
): Set<number> {
  const picked = new Set<number>()
  const queue = [start]
  const seen = new Set(queue)
  while (queue.length > 0 && picked.size < size) {
    const node = queue.splice(Math.floor(random() * queue.length), 1)[0]!
    if (!block.nodes[node]!.forced) picked.add(node)
    for (const r of rowsOf[node]!)
      for (const other of block.rows[r]!.index)
        if (hidden[other] && !seen.has(other)) {
          seen.add(other)
          queue.push(other)
        }
  }
  return picked
}

/** Shown nodes that could take the place of those let go: in sums with hidden ones, liked by the relaxation, cheap. */
function offers(search: Search, hidden: Uint8Array, freed: ReadonlySet<number>): number[] {
  const { block, rowsOf, random, shares } = search
  const near = new Set<number>()
  for (const node of freed)
    for (const r of rowsOf[node]!)
      for (const other of block.rows[r]!.index) if (!hidden[other]) near.add(other)
  const open = Uint8Array.from(hidden, (on, node) => (on || near.has(node) ? 1 : 0))
  const movable = new Set(
    shrink(block, open).flatMap((small) =>
      small.block.nodes.flatMap(({ members }) => members.map(({ cell }) => cell)),
    ),
  )
  const linked = (node: number) => {
    const rows = rowsOf[node]!
    const held = rows.filter((r) => block.rows[r]!.index.some((other) => other !== node && hidden[other]))
    return held.length / Math.max(1, rows.length)
  }
  const score = new Map(
    [...near]
      .filter((node) => movable.has(node))
      .map((node) => [
        node,
        (linked(node) + shares[node]! + 0.7 * random()) / Math.max(0.1, block.nodes[node]!.weight) ** 0.5,
      ]),
  )
  return [...near].sort((a, b) => score.get(b)! - score.get(a)!).slice(0, Math.ceil(OFFERED * freed.size))
}
