/** Good patterns fast: target by target along cheapest moves, then reverse deletion. */
import type { Block, Target } from './blocks.ts'
import { createMoveFinder, type MoveFinder } from './move-finder.ts'
import type { Move } from './moves.ts'
import { type Gap, openPrices, pricesOf, prove, strangerMakers } from './pattern.ts'
import { type SmallBlock, shrink } from './shrink.ts'
import type { LpSolver } from './solver.ts'

export interface Pattern {
  hidden: Uint8Array
  weight: number
  /** Per target (same order as the block's) the moves that prove it; fractional ones until `harden`. */
  proofs: Move[][]
}

/** What hiding these nodes costs, forced ones included. */
export const weightOf = (block: Block, hidden: Uint8Array): number =>
  block.nodes.reduce((sum, node, index) => (hidden[index] ? sum + node.weight : sum), 0)

/** A pattern under construction; incomplete where the time was over before every target was proved. */
type Built = Pattern & { complete: boolean }

const within = (move: Move, hidden: Uint8Array): boolean => move.index.every((node) => hidden[node] === 1)

/**
 * Hides more and more until every target is proved.
 * @param price of hiding a node that is not hidden yet.
 * @param stop out of time: the targets still open stay without proof.
 * @returns the pattern, or the requirement that even hiding everything does not meet.
 */
export function construct(
  block: Block,
  finder: MoveFinder,
  start: { hidden: Uint8Array; proofs: Move[][] },
  order: readonly number[],
  price: (node: number) => number,
  stop: () => boolean,
): Built | Gap {
  const { ownCells } = block
  /** Nodes that no pattern hides: they would make a stranger from whom nothing protects. */
  const never = new Set<number>()
  let built = begin()
  for (let open = order; open.length > 0; ) {
    let gap: Gap | undefined
    for (const index of open) {
      if (stop()) return { ...built.pattern(), complete: false }
      gap = built.ask(index)
      if (gap) break
    }
    if (!gap) {
      // What was hidden on the way may have made strangers: targets that they could find out are asked again.
      open = built.estranged()
      continue
    }
    const maker = strangerMakers(block, gap, built.hidden)[0]
    if (maker === undefined) return gap
    never.add(maker)
    built = begin()
    open = order
  }
  return { ...built.pattern(), complete: true }

  function begin() {
    const hidden = start.hidden.map((on, node) => (on && !never.has(node) ? 1 : 0))
    const proofs = start.proofs.map((moves) => moves.filter((move) => within(move, hidden)))
    const shared = proofs.flat()
    let own = ownCells?.under(hidden)
    return {
      hidden,
      pattern: (): Pattern => ({ hidden, weight: weightOf(block, hidden), proofs }),
      ask(index: number): Gap | undefined {
        const target = block.targets[index]!
        const prices = openPrices(hidden, (node) => (never.has(node) ? Infinity : price(node)))
        const hide = (move: Move) => {
          for (const node of move.index) {
            hidden[node] = 1
            prices[node] = 1e-3
          }
        }
        const asked = own ? { ...target, own: own[index]! } : target
        const gap = prove(block, finder, asked, proofs[index]!, prices, hide, shared)
        return gap && { ...gap, target }
      },
      estranged(): number[] {
        const before = own
        own = ownCells?.under(hidden)
        return before && own
          ? [...block.targets.keys()].filter((index) => own![index]!.size < before[index]!.size)
          : []
      },
    }
  }
}

/**
 * Tries to show hidden nodes again, dear ones first (by `rankOf`); only proofs that used the node are made anew.
 * Works in the small blocks that the pattern leaves. New proofs are whole; those that the pattern has stay as they are.
 * `candidate` says which nodes to try (all when absent); `spare` seconds are for integer searches where walks find nothing.
 */
export function reverseDelete(
  block: Block,
  solver: LpSolver,
  pattern: Pattern,
  rankOf: (node: number) => number,
  stop: () => boolean,
  { candidate = () => true, spare = 0 }: { candidate?: (node: number) => boolean; spare?: number } = {},
): void {
  const seconds = { seconds: spare }
  const before = pattern.hidden
  const hidden = before.map((on, node) => (on && block.nodes[node]!.forced ? 1 : 0))
  for (const small of shrink(block, before)) {
    const thin: Pattern = {
      hidden: new Uint8Array(small.block.nodes.length).fill(1),
      weight: 0,
      proofs: small.targets.map((index) =>
        pattern.proofs[index]!.filter((move) => within(move, before)).map(small.project),
      ),
    }
    const rank = (node: number): number | undefined => {
      const cells = small.block.nodes[node]!.members.map(({ cell }) => cell)
      return cells.some(candidate) ? Math.max(...cells.map(rankOf)) : undefined
    }
    const proved = thinOut(small.block, solver, thin, rank, stop, seconds)
    hideIn(hidden, small, thin.hidden)
    if (proved)
      small.targets.forEach((target, k) => {
        pattern.proofs[target] = thin.proofs[k]!.map(small.lift)
      })
  }
  pattern.hidden = hidden
  pattern.weight = weightOf(block, hidden)
}

/** Reverse deletion proper; false when the pattern could not even be proved here (then nothing is deleted). */
function thinOut(
  block: Block,
  solver: LpSolver,
  pattern: Pattern,
  rank: (node: number) => number | undefined,
  stop: () => boolean,
  spare: { seconds: number },
): boolean {
  const finder = createMoveFinder(block, solver)
  finder.effort = 'walk'
  finder.spare = spare
  try {
    const prices = pricesOf(pattern.hidden)
    let shared = pattern.proofs.flat()
    for (const [index, target] of block.targets.entries())
      if (stop() || prove(block, finder, target, pattern.proofs[index]!, prices, undefined, shared))
        return false
    const ranks = new Map(block.nodes.map((_, node) => [node, rank(node)]))
    const order = [...ranks.keys()]
      .filter((node) => !block.nodes[node]!.forced && ranks.get(node) !== undefined)
      .sort((a, b) => ranks.get(b)! - ranks.get(a)!)
    // What failed before is likely to fail again: it is asked first.
    const failures = new Int32Array(block.targets.length)
    for (const node of order) {
      if (stop()) break
      const price = prices[node]!
      prices[node] = Infinity
      const avoids = (move: Move) => !move.index.includes(node)
      const left = shared.filter(avoids)
      const touched = [...block.targets.keys()].filter((index) => !pattern.proofs[index]!.every(avoids))
      const kept = touched.map((index) => [index, pattern.proofs[index]!] as const)
      const failed = touched
        .sort((a, b) => failures[b]! - failures[a]!)
        .find((index) => {
          const pool = pattern.proofs[index]!.filter(avoids)
          pattern.proofs[index] = pool
          return prove(block, finder, block.targets[index]!, pool, prices, undefined, left) !== undefined
        })
      if (failed === undefined) {
        pattern.hidden[node] = 0
        shared = left
      } else {
        failures[failed]!++
        prices[node] = price
        // Moves found on the way keep to hidden nodes all the same.
        shared = [...new Set([...shared, ...left])]
        for (const [index, moves] of kept) pattern.proofs[index] = moves
      }
    }
    return true
  } finally {
    finder.dispose()
  }
}

/** Hides in the large block what is hidden in a small one. */
function hideIn(hidden: Uint8Array, small: SmallBlock, chosen: Uint8Array): void {
  chosen.forEach((on, node) => {
    if (on) for (const { cell } of small.block.nodes[node]!.members) hidden[cell] = 1
  })
}

/**
 * Shows what is hidden in vain: nodes that the pattern itself gives away, and those that share no sum with a target.
 * An attacker knew them or needs them for nothing, so the proofs stay good.
 */
export function tidy(block: Block, pattern: Pattern): Pattern {
  const hidden = forcedOnly(block)
  const proofs = pattern.proofs.slice()
  for (const small of shrink(block, pattern.hidden)) {
    hideIn(hidden, small, everything(small.block).hidden)
    for (const target of small.targets)
      proofs[target] = pattern.proofs[target]!.map((move) => small.lift(small.project(move)))
  }
  return { hidden, weight: weightOf(block, hidden), proofs }
}

/** The pattern that is always there: all hidden, not proved. */
export function everything(block: Block): Pattern {
  const hidden = new Uint8Array(block.nodes.length).fill(1)
  return { hidden, weight: weightOf(block, hidden), proofs: block.targets.map(() => []) }
}

/** The least that any pattern hides, as a new array. */
export const forcedOnly = (block: Block): Uint8Array =>
  Uint8Array.from(block.nodes, (node) => (node.forced ? 1 : 0))

/** Hard targets first: the largest moves, then the fewest neighbours. */
export function targetOrder(block: Block, random: () => number): number[] {
  const hardness = (target: Target) => Math.max(target.up, target.down, target.width)
  const keys = block.targets.map((target) => hardness(target) + random())
  return block.targets.map((_, index) => index).sort((a, b) => keys[b]! - keys[a]!)
}

/** Which nodes to try to show first: dear ones, with some chance. */
export const dearFirst = (block: Block, random: () => number) => {
  const ranks = block.nodes.map((node) => node.weight * (1 + 0.5 * random()) + 0.1 * random())
  return (node: number) => ranks[node]!
}
