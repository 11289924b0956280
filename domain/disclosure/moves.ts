/**
 * Moves: integer changes of the true table that respect every sum and every bound. A move that reaches the
 * protection level is a proof, checkable by hand, that no attacker (linear or integer) can exclude that level.
 */
import type { Block } from './blocks.ts'

export interface Move {
  index: number[]
  value: number[]
}

/** The change of a node; 0 where the move leaves it alone. */
export const moveAt = (move: Move, node: number): number => {
  const k = move.index.indexOf(node)
  return k < 0 ? 0 : move.value[k]!
}

/** Exactly whole: what is nearly so `asMove` has rounded. */
export const isWhole = (move: Move): boolean => move.value.every(Number.isInteger)

/** What a solver's answer may be off a whole number. */
export const WHOLE = 1e-6
/** A fractional answer may be a whole move so many times over. */
const FACTORS = [1, 2, 3, 4, 6]

/** A solver's answer (change of each node) as it is, whole or not. */
export function asMove(net: Float64Array): Move {
  const move: Move = { index: [], value: [] }
  net.forEach((value, node) => {
    if (Math.abs(value) < WHOLE) return
    const whole = Math.round(value)
    move.index.push(node)
    move.value.push(Math.abs(value - whole) < WHOLE ? whole : value)
  })
  return move
}

/** The same as a whole move, or a whole multiple of it, that keeps every sum and bound; undefined: it is none. */
export function asWholeMove(
  block: Block,
  net: Float64Array,
  factors: readonly number[] = FACTORS,
): Move | undefined {
  for (const factor of factors) {
    const move = timesOver(net, factor)
    if (move && holds(block, move)) return move
  }
  return undefined
}

function timesOver(net: Float64Array, factor: number): Move | undefined {
  const move: Move = { index: [], value: [] }
  for (let node = 0; node < net.length; node++) {
    const whole = Math.round(net[node]! * factor)
    if (Math.abs(net[node]! * factor - whole) > WHOLE * factor) return undefined
    if (whole === 0) continue
    move.index.push(node)
    move.value.push(whole)
  }
  return move
}

/** Exact integer check of what the floating-point solver answered. */
function holds(block: Block, move: Move): boolean {
  const dense = new Map(move.index.map((node, k) => [node, move.value[k]!]))
  for (const [node, value] of dense)
    if (value > block.nodes[node]!.above || -value > block.nodes[node]!.below) return false
  for (const { index, coef } of block.rows) {
    let sum = 0
    for (let k = 0; k < index.length; k++) sum += coef[k]! * (dense.get(index[k]!) ?? 0)
    if (sum !== 0) return false
  }
  return true
}
