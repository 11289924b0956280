/** Branch and cut over "hide or show this node": best bound first, cuts added at every point, valid everywhere. */
import type { Block } from './blocks.ts'
import { type Cut, isFractional } from './cuts.ts'
import type { Master } from './master.ts'

/** What the search asks of its surroundings. */
interface BranchHost {
  /** Weight of the best pattern. */
  best: () => number
  /** Cuts broken at a fractional point. */
  broken: (x: Float64Array) => Cut[]
  /** Cuts that exclude a whole choice; none: it is a pattern, and was taken. Undefined: it may be one. */
  judge: (x: Float64Array) => Cut[] | undefined
  /** A proved bound for the whole block; lets other work run. */
  raise: (bound: number) => Promise<void>
  /** The bound with whole weights in mind: 7.2 means 8. */
  rounded: (bound: number) => number
  out: () => boolean
}

type Relaxed = NonNullable<ReturnType<Master['relax']>>

interface Open {
  fixed: readonly (readonly [node: number, value: 0 | 1])[]
  bound: number
}

/** Rounds of cuts at one point of the tree; another one where the last raised the bound by so much. */
const ROUNDS = 4
const GAIN = 0.1
/** After so many points, cuts that were slack in so many relaxations running are set aside. */
const EVERY = 10
const IDLE = 20
/** Candidates that are looked at before branching; the two sides of those never tried are tried. */
const TRIED = 4

/** Searches until the optimum is proved or the time is over; the proved bound is raised on the way. */
export async function branchAndCut(block: Block, master: Master, host: BranchHost): Promise<void> {
  let expanded = 0
  const gains = createGains(block)
  const open: Open[] = [{ fixed: [], bound: 0 }]
  const hopeless = (bound: number) => host.rounded(bound) >= host.best() - 1e-6
  try {
    while (open.length > 0 && !host.out()) {
      let least = 0
      for (let k = 1; k < open.length; k++) if (before(open[k]!, open[least]!)) least = k
      const current = open[least]!
      if (hopeless(current.bound)) return await host.raise(host.best())
      await host.raise(current.bound)
      if (++expanded % EVERY === 0) master.park(IDLE)
      const children = expand(current)
      // Ended by the clock or in doubt: the point stays open and its bound counts.
      if (!children) return
      open.splice(least, 1, ...children)
    }
    if (open.length === 0) await host.raise(host.best())
  } finally {
    master.fix([])
  }

  /** Least bound first; among equals the deepest, which comes to a whole choice soonest. */
  function before(one: Open, other: Open): boolean {
    const [a, b] = [host.rounded(one.bound), host.rounded(other.bound)]
    if (a !== b) return a < b
    return one.fixed.length === other.fixed.length
      ? one.bound < other.bound
      : one.fixed.length > other.fixed.length
  }

  function expand(current: Open): Open[] | undefined {
    master.fix(current.fixed)
    let bound = current.bound
    for (let round = 0; ; round++) {
      if (host.out()) return undefined
      const relaxed = master.relax(1e9)
      if (!relaxed) return undefined
      if (hopeless(relaxed.bound)) return []
      const gain = relaxed.bound - bound
      bound = Math.max(bound, relaxed.bound)
      if (!relaxed.x.some(isFractional)) {
        const cuts = host.judge(relaxed.x.map(Math.round))
        if (hopeless(bound)) return []
        if (!cuts) return undefined
        if (master.add(cuts) === 0) return cuts.length > 0 ? undefined : []
        continue
      }
      const cuts = round === 0 || (round < ROUNDS && gain > GAIN) ? host.broken(relaxed.x) : []
      if (master.add(cuts) === 0) return divide(narrowed(current, relaxed), relaxed.x, bound)
    }
  }

  /** Fixes what no pattern better than the best does otherwise (by reduced costs). */
  function narrowed(current: Open, { bound, x }: Relaxed): Open {
    const rise = master.rises()
    const fixed = new Map(current.fixed)
    for (let node = 0; node < x.length; node++) {
      const dear = x[node] === 0 ? rise[node]! : x[node] === 1 ? -rise[node]! : 0
      if (dear > 1e-6 && !fixed.has(node) && hopeless(bound + dear)) fixed.set(node, x[node] === 0 ? 0 : 1)
    }
    return { ...current, fixed: [...fixed] }
  }

  /** Two children, split at the node that raises the lower side most. */
  function divide(current: Open, x: Float64Array, bound: number): Open[] {
    const guess = (node: number) =>
      worth(gains.expect(node, 1) * (1 - x[node]!), gains.expect(node, 0) * x[node]!)
    const candidates = block.nodes
      .map((_, node) => node)
      .filter((node) => isFractional(x[node]!))
      .map((node) => ({ node, score: guess(node) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, TRIED)
    let best: { children: Open[]; score: number } | undefined
    for (const { node, score } of candidates) {
      const sides = ([1, 0] as const).map((value) => ({
        fixed: [...current.fixed, [node, value] as const],
        bound,
      }))
      if (gains.known(node)) {
        if (!best || score > best.score) best = { children: sides, score }
        continue
      }
      const children: Open[] = []
      const gained: number[] = []
      for (const [k, value] of ([1, 0] as const).entries()) {
        const side = sides[k]!
        master.fix(side.fixed)
        const relaxed = master.relax(1e9, true)
        const reached = Math.max(bound, relaxed?.bound ?? 0)
        const gain = Math.min(reached, host.best()) - bound
        gains.learn(node, value, gain / (value ? 1 - x[node]! : x[node]!))
        gained.push(gain)
        if (!hopeless(reached)) children.push({ ...side, bound: reached })
      }
      const value = worth(gained[0]!, gained[1]!)
      if (!best || value > best.score) best = { children, score: value }
      if (children.length === 0 || host.out()) break
    }
    return best!.children
  }
}

/** What matters is the side that is raised less. */
const worth = (one: number, other: number): number => Math.min(one, other) + 0.2 * Math.max(one, other)

/** What hiding or showing a node raised the bound by when it was tried, for each unit that its share was moved by (pseudo-costs). */
function createGains(block: Block) {
  const tried = [new Map<number, number>(), new Map<number, number>()] as const
  const sum = [0, 0]
  return {
    learn(node: number, side: 0 | 1, rate: number): void {
      tried[side].set(node, rate)
      sum[side]! += rate
    },
    known: (node: number) => tried[0].has(node) && tried[1].has(node),
    /** An average where the node was never tried; dear ones raise the bound more. */
    expect(node: number, side: 0 | 1): number {
      const average = tried[side].size > 0 ? sum[side]! / tried[side].size : 1
      return tried[side].get(node) ?? average * (1 + 0.1 * block.nodes[node]!.weight)
    },
  }
}
