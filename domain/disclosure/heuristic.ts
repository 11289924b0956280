/** Good patterns fast: target by target along cheapest moves, then reverse deletion, then ruin and repair. */
import type { Block, Target } from './blocks.ts'
import type { Move, MoveFinder } from './moves.ts'
import { type Gap, openPrices, pricesOf, prove } from './pattern.ts'

export interface Pattern {
  hidden: Uint8Array
  weight: number
  /** Per target (same order as the block's) the moves that prove it. */
  proofs: Move[][]
}

export const weightOf = (block: Block, hidden: Uint8Array): number =>
  block.nodes.reduce((sum, node, index) => (hidden[index] ? sum + node.weight : sum), 0)

const within = (move: Move, hidden: Uint8Array): boolean => move.index.every((node) => hidden[node] === 1)

/**
 * Hides more and more until every target is proved.
 * @param price of hiding a node that is not hidden yet; default its weight.
 * @returns the pattern, or the requirement that even hiding everything does not meet.
 */
export function construct(
  block: Block,
  finder: MoveFinder,
  start: { hidden: Uint8Array; proofs: Move[][] },
  order: readonly number[],
  price: (node: number) => number,
): Pattern | Gap {
  const hidden = start.hidden.slice()
  const proofs = start.proofs.map((moves) => moves.filter((move) => within(move, hidden)))
  for (const index of order) {
    const target = block.targets[index]!
    const prices = openPrices(hidden, (node) => price(node))
    const gap = prove(block, finder, target, proofs[index]!, prices, (move) => {
      for (const node of move.index) {
        hidden[node] = 1
        prices[node] = 1e-3
      }
    })
    if (gap) return gap
  }
  return { hidden, weight: weightOf(block, hidden), proofs }
}

/** Tries to show hidden nodes again, dear ones first; only proofs that used the node are made anew. */
export function reverseDelete(
  block: Block,
  finder: MoveFinder,
  pattern: Pattern,
  order: readonly number[],
  stop: () => boolean,
): void {
  const prices = pricesOf(pattern.hidden)
  for (const node of order) {
    if (!pattern.hidden[node] || block.nodes[node]!.forced || stop()) continue
    const before = prices[node]!
    prices[node] = Infinity
    pattern.hidden[node] = 0
    const kept: [number, Move[]][] = []
    let fine = true
    for (let index = 0; index < block.targets.length && fine; index++) {
      const moves = pattern.proofs[index]!
      if (!moves.some((move) => move.index.includes(node))) continue
      kept.push([index, moves])
      const pool = moves.filter((move) => !move.index.includes(node))
      pattern.proofs[index] = pool
      fine = prove(block, finder, block.targets[index]!, pool, prices) === undefined
    }
    if (fine) continue
    pattern.hidden[node] = 1
    prices[node] = before
    for (const [index, moves] of kept) pattern.proofs[index] = moves
  }
  pattern.weight = weightOf(block, pattern.hidden)
}

export const forcedOnly = (block: Block): Uint8Array =>
  Uint8Array.from(block.nodes, (node) => (node.forced ? 1 : 0))

/** Hard targets first: the largest moves, then the fewest neighbours. */
export function targetOrder(block: Block, random: () => number): number[] {
  const hardness = (target: Target) => Math.max(target.up, target.down, target.width)
  const keys = block.targets.map((target) => hardness(target) + random())
  return block.targets.map((_, index) => index).sort((a, b) => keys[b]! - keys[a]!)
}

/** Nodes that are hidden by choice, dear ones first. */
export function deletionOrder(block: Block, hidden: Uint8Array, random: () => number): number[] {
  const chosen = block.nodes
    .map((_, index) => index)
    .filter((index) => hidden[index] && !block.nodes[index]!.forced)
  const keys = new Map(
    chosen.map((index) => [index, block.nodes[index]!.weight * (1 + 0.5 * random()) + 0.1 * random()]),
  )
  return chosen.sort((a, b) => keys.get(b)! - keys.get(a)!)
}

/** Repeatable random numbers in [0, 1) (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
