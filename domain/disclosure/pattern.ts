/** Whether a pattern protects every target, with the moves that prove it; and how to complete one that does not. */
import type { Block, Target } from './blocks.ts'
import type { MoveFinder } from './move-finder.ts'
import { type Move, moveAt } from './moves.ts'

/** What a target still lacks: against the outsider (no attackers), or against these respondents together. */
export interface Gap {
  target: Target
  attackers: number[]
}

/** The nodes that the attackers of a gap know. */
export const knownTo = (block: Block, gap: Gap): number[] =>
  gap.attackers.flatMap((index) => block.attackers[index]!.nodes)

/**
 * Nodes that this pattern hides and no fewer of which make the gap's attackers strangers to its target; none where they are
 * in any case.
 */
export function strangerMakers(block: Block, { target, attackers }: Gap, hidden: Uint8Array): number[] {
  const { ownCells } = block
  const doubtful = attackers.filter((index) => target.own.has(index))
  if (!ownCells || doubtful.length === 0) return []
  const at = block.targets.indexOf(target)
  const still = hidden.slice()
  return ownCells.nodes.filter((node) => {
    if (!still[node] || block.nodes[node]!.forced) return false
    still[node] = 0
    const own = ownCells.under(still)[at]!
    if (!doubtful.some((index) => own.has(index))) return false
    still[node] = 1
    return true
  })
}

/** A tiny price on cells that are hidden anyway makes the solver prefer short moves. */
const FREE = 1e-3

/** Prices under which only hidden nodes may move. */
export function pricesOf(hidden: Uint8Array): Float64Array {
  return Float64Array.from(hidden, (on) => (on ? FREE : Infinity))
}

/** Prices under which hidden nodes are almost free and the others cost what `price` says. */
export function openPrices(hidden: Uint8Array, price: (node: number) => number): Float64Array {
  return Float64Array.from(hidden, (on, node) => (on ? FREE : FREE + price(node)))
}

/**
 * Proves a target under the given prices, starting from the moves in `pool` and adding those it finds.
 * `used` hears of each new move (a pattern under construction hides its nodes).
 * @param shared moves within hidden nodes that were found for other targets; looked at before a new one is sought.
 * @returns the first requirement that cannot be met, or undefined.
 */
export function prove(
  block: Block,
  finder: Pick<MoveFinder, 'find'>,
  target: Target,
  pool: Move[],
  prices: Float64Array,
  used: (move: Move) => void = () => {},
  shared: Move[] = [],
): Gap | undefined {
  const { node, up, down, width } = target
  const add = (move: Move | undefined): boolean => {
    if (!move) return false
    pool.push(move)
    shared.push(move)
    used(move)
    return true
  }
  const borrow = (fits: (move: Move) => boolean): boolean => {
    const move = shared.find(fits)
    if (move) pool.push(move)
    return move !== undefined
  }
  let high = 0
  let low = 0
  const measure = () => {
    high = low = 0
    for (const move of pool) {
      const value = moveAt(move, node)
      high = Math.max(high, value)
      low = Math.max(low, -value)
    }
  }
  measure()
  const gap = { target, attackers: [] }
  if (high < up && !borrow((move) => moveAt(move, node) >= up) && !add(finder.find(node, 1, up, prices, [])))
    return gap
  if (
    low < down &&
    !borrow((move) => moveAt(move, node) <= -down) &&
    !add(finder.find(node, -1, down, prices, []))
  )
    return gap
  measure()
  if (high + low < width && borrow((move) => Math.abs(moveAt(move, node)) >= width)) measure()
  if (high + low < width && !widen()) return gap
  return coalitions([], new Set(), block.colluding)

  /** Widens the interval to `width`, upwards or downwards or both, whichever is cheapest. */
  function widen(): boolean {
    let best: { moves: Move[]; price: number } | undefined
    for (let rise = 0; rise <= width; rise++) {
      const moves: Move[] = []
      let possible = true
      for (const [sign, amount, have] of [
        [1, rise, high],
        [-1, width - rise, low],
      ] as const) {
        if (amount <= have) continue
        const move = finder.find(node, sign, amount, prices, [])
        if (move) moves.push(move)
        else possible = false
      }
      if (!possible) continue
      const price = moves.reduce((sum, move) => sum + priceOf(move, prices), 0)
      if (!best || price < best.price) best = { moves, price }
      if (price < 0.5) break
    }
    for (const move of best?.moves ?? []) add(move)
    return best !== undefined
  }

  /** Every coalition of at most `left` more people must leave some move of this target untouched. */
  function coalitions(avoid: number[], members: Set<number>, left: number): Gap | undefined {
    if (block.attackers.length === 0 || left === 0) return undefined
    const free = pool.find(
      (move) => moveAt(move, node) !== 0 && !avoid.some((known) => moveAt(move, known) !== 0),
    )
    if (!free) return undefined
    const touched = new Set(free.index)
    const open = block.attackers.flatMap((attacker, index) =>
      !members.has(index) && attacker.size <= left && !target.own.has(index) && !spared(avoid, attacker.nodes)
        ? attacker.nodes
        : [],
    )
    const borrowed = (known: readonly number[]) => borrow((move) => spares(move, known))
    // One move that none of them knows settles them all at once; taken when it costs nothing.
    if (open.length > 1 && !borrowed([...avoid, ...open])) {
      const move = cheapest([...avoid, ...open])
      if (move && priceOf(move, prices) < 0.5) add(move)
    }
    for (let index = 0; index < block.attackers.length; index++) {
      const attacker = block.attackers[index]!
      if (members.has(index) || attacker.size > left || target.own.has(index)) continue
      if (!attacker.nodes.some((known) => touched.has(known))) continue
      const both = [...avoid, ...attacker.nodes]
      if (!spared(avoid, attacker.nodes) && !borrowed(both) && !add(cheapest(both)))
        return { target, attackers: [...members, index] }
      const gap = coalitions(both, new Set([...members, index]), left - attacker.size)
      if (gap) return gap
    }
    return undefined
  }

  function spares(move: Move, nodes: readonly number[]): boolean {
    return moveAt(move, node) !== 0 && !nodes.some((known) => moveAt(move, known) !== 0)
  }

  /** Is there a move of this target that touches none of these nodes? */
  function spared(avoid: readonly number[], nodes: readonly number[]): boolean {
    return pool.some((move) => spares(move, avoid) && spares(move, nodes))
  }

  function cheapest(avoid: number[]): Move | undefined {
    const rise = finder.find(node, 1, 1, prices, avoid)
    if (rise && priceOf(rise, prices) < 0.5) return rise
    const fall = finder.find(node, -1, 1, prices, avoid)
    if (!rise || !fall) return rise ?? fall
    return priceOf(rise, prices) <= priceOf(fall, prices) ? rise : fall
  }
}

/** Price of the nodes a move needs, each counted once. */
function priceOf(move: Move, prices: Float64Array): number {
  return move.index.reduce((sum, node) => sum + prices[node]!, 0)
}
