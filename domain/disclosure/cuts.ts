/**
 * Inequalities that every protecting pattern fulfils. Each is Σ coef·x ≥ 1 over the nodes that may still be chosen:
 * what forced nodes contribute is taken off the right-hand side first, then coefficients are capped at what is left.
 */
import type { Block } from './blocks.ts'

export interface Cut {
  index: number[]
  coef: number[]
  /** Right-hand side: 1, or 0 and less for "only where these are hidden too". */
  rhs: number
}

const TINY = 1e-9
/** A share is whole when it is so near to 0 or 1. */
const WHOLE = 1e-5
/** A smaller rest of the level is rounding noise: a cut made of it could exclude a pattern. */
const LEAST = 1e-4

/**
 * The strongest form of Σ need(i)·x(i) ≥ level, `need` given for every node it concerns.
 * Undefined when forced nodes alone fulfil it; an empty cut means that no pattern does.
 * @param given nodes taken as hidden, forced ones at least. The cut holds for every pattern all the same: a given node that
 *   is shown after all leaves more to the others, not less.
 */
export function tightened(
  block: Block,
  need: ReadonlyMap<number, number>,
  level: number,
  given: (node: number) => boolean = (node) => block.nodes[node]!.forced,
): Cut | undefined {
  let rest = level
  for (const [node, value] of need) if (given(node)) rest -= value
  if (!(rest > LEAST)) return undefined
  const cut: Cut = { index: [], coef: [], rhs: 1 }
  for (const [node, value] of need) {
    if (given(node) || value <= TINY) continue
    cut.index.push(node)
    cut.coef.push(Math.min(1, value / rest))
  }
  return cut
}

/** From any multipliers of the rows: how much room of each node stands between the target and the level. */
export function needsOf(
  block: Block,
  node: number,
  sign: 1 | -1,
  multipliers: Float64Array,
  avoid: readonly number[],
  into: Map<number, number> = new Map(),
): Map<number, number> {
  const reduced = new Map<number, number>([[node, sign]])
  block.rows.forEach(({ index, coef }, r) => {
    const multiplier = multipliers[r]!
    if (Math.abs(multiplier) < TINY) return
    for (let k = 0; k < index.length; k++)
      reduced.set(index[k]!, (reduced.get(index[k]!) ?? 0) - multiplier * coef[k]!)
  })
  for (const known of avoid) reduced.delete(known)
  for (const [cell, value] of reduced) {
    // Rounding noise of the solver is kept when it is too large to be noise: a larger need is always valid.
    if (Math.abs(value) < 1e-7) continue
    const { above, below } = block.nodes[cell]!
    into.set(cell, (into.get(cell) ?? 0) + (value > 0 ? value * above : -value * below))
  }
  return into
}

/** The cut for patterns that hide all of these nodes; it says nothing of the others. */
export function where(cut: Cut, hidden: readonly number[]): Cut {
  const coef = new Map(cut.index.map((node, k) => [node, cut.coef[k]!]))
  for (const node of hidden) coef.set(node, (coef.get(node) ?? 0) - 1)
  return { index: [...coef.keys()], coef: [...coef.values()], rhs: cut.rhs - hidden.length }
}

/** Whether a share is neither 0 nor 1. */
export const isFractional = (share: number): boolean => Math.min(share, 1 - share) > WHOLE

/** The left-hand side at shares `x`, one for each node of the block: a cut is broken where it is less than `rhs`. */
export const activity = (cut: Cut, x: Float64Array): number => {
  let sum = 0
  for (let k = 0; k < cut.index.length; k++) sum += cut.coef[k]! * x[cut.index[k]!]!
  return sum
}

/** One text for cuts that differ only in the order of their terms or after the sixth decimal. */
export function cutKey(cut: Cut): string {
  const order = cut.index.map((_, k) => k).sort((a, b) => cut.index[a]! - cut.index[b]!)
  return `${cut.rhs}|${order.map((k) => `${cut.index[k]}:${cut.coef[k]!.toFixed(6)}`).join(',')}`
}

/** Cuts that single sums give without solving anything. */
export function rowCuts(block: Block): Cut[] {
  const rowsOf: number[][] = block.nodes.map(() => [])
  block.rows.forEach((row, r) => {
    for (const node of row.index) rowsOf[node]!.push(r)
  })
  const cuts: Cut[] = []
  const keep = (cut: Cut | undefined) => {
    if (cut) cuts.push(cut)
  }
  const multipliers = new Float64Array(block.rows.length)
  for (const { node, up, down, width } of block.targets) {
    for (const r of rowsOf[node]!) {
      const row = block.rows[r]!
      multipliers[r] = 1 / row.coef[row.index.indexOf(node)]!
      const way = (sign: 1 | -1) => multipliers.map((value) => sign * value)
      if (up > 0) keep(tightened(block, needsOf(block, node, 1, way(1), []), up))
      if (down > 0) keep(tightened(block, needsOf(block, node, -1, way(-1), []), down))
      if (width > 0)
        keep(
          tightened(block, needsOf(block, node, -1, way(-1), [], needsOf(block, node, 1, way(1), [])), width),
        )
      multipliers[r] = 0
    }
  }
  return cuts.concat(respondentRowCuts(block))
}

/** Where a sum hides a sensitive cell and the cells of one respondent only, one more must be hidden in it. */
function respondentRowCuts(block: Block): Cut[] {
  const cuts: Cut[] = []
  const targetAt = new Map(block.targets.map((target) => [target.node, target]))
  for (const row of block.rows) {
    const forced = row.index.filter((node) => block.nodes[node]!.forced)
    block.attackers.forEach((attacker, index) => {
      const strangers = forced.filter((node) => !attacker.nodes.includes(node))
      if (strangers.length !== 1 || strangers.length === forced.length) return
      const target = targetAt.get(strangers[0]!)
      if (!target || target.own.has(index) || target.up + target.down + target.width === 0) return
      const others = row.index.filter((node) => node !== target.node && !attacker.nodes.includes(node))
      cuts.push({ index: others, coef: others.map(() => 1), rhs: 1 })
    })
  }
  return cuts
}

/** A node hidden by choice is never alone in a sum: x(i) ≤ Σ other x. Only rows without forced nodes say anything. */
export function bridgelessCuts(block: Block, x: Float64Array, margin: number): Cut[] {
  const cuts: Cut[] = []
  for (const { index } of block.rows) {
    if (index.some((node) => block.nodes[node]!.forced)) continue
    let sum = 0
    for (const node of index) sum += x[node]!
    for (const node of index) {
      if (2 * x[node]! <= sum + margin) continue
      cuts.push({ index: [...index], coef: index.map((other) => (other === node ? -1 : 1)), rhs: 0 })
    }
  }
  return cuts
}
