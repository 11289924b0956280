/**
 * Whole moves by walking: from the true table step by step along short moves, until every node is within its ends. Finds
 * in milliseconds most of what an integer program takes tenths of a second for; that there is none it cannot tell.
 */
import type { Row } from './model.ts'
import { seededRandom } from './random.ts'
import { shortMoves } from './short-moves.ts'

/** A change of every node, whole, keeping every sum, between `low` and `high`; undefined: none found. */
export type Walk = (low: Float64Array, high: Float64Array) => Float64Array | undefined

/** Steps before giving up. */
const STEPS = 300
/** Steps for which a move is not taken again, at least, and as many more by chance. */
const REST = 3

/**
 * Never finds any where `shortMoves` has none. Chance is seeded once: the same walks in the same order end alike.
 * @param nodes how many there are
 */
export function createWalk(nodes: number, rows: readonly Row[]): Walk {
  const moves = shortMoves(nodes, rows)?.map(({ index, value }) => ({
    index: Int32Array.from(index),
    value: Int32Array.from(value),
  }))
  if (!moves) return () => undefined
  const random = seededRandom(1)
  /** Per node the moves that change it, with the change. */
  const at = Array.from({ length: nodes }, (): { move: number; value: number }[] => [])
  moves.forEach(({ index, value }, move) => {
    index.forEach((node, k) => {
      at[node]!.push({ move, value: value[k]! })
    })
  })
  return walk

  function walk(low: Float64Array, high: Float64Array): Float64Array | undefined {
    const change = new Float64Array(nodes)
    const price = new Float64Array(nodes).fill(1)
    const free = new Int32Array(moves!.length)
    const off = (node: number, value: number) => Math.max(0, low[node]! - value, value - high[node]!)
    const outside = new Set<number>()
    for (let node = 0; node < nodes; node++) if (off(node, 0) > 0) outside.add(node)
    for (let step = 0; step < STEPS; step++) {
      if (outside.size === 0) return change
      const list = [...outside]
      const from = list[Math.floor(random() * list.length)]!
      const way = change[from]! < low[from]! ? 1 : -1
      let best: { move: number; sign: number; rise: number } | undefined
      for (const { move, value } of at[from]!) {
        if (free[move]! > step) continue
        const sign = value * way > 0 ? 1 : -1
        const { index, value: by } = moves![move]!
        let rise = 0.01 * random()
        for (let k = 0; k < index.length; k++) {
          const node = index[k]!
          const now = change[node]!
          rise += price[node]! * (off(node, now + sign * by[k]!) - off(node, now))
        }
        if (!best || rise < best.rise) best = { move, sign, rise }
      }
      if (!best) continue
      // Nothing gets better here: what is outside becomes dearer.
      if (best.rise >= 0) for (const node of list) price[node]! += 1
      const { index, value: by } = moves![best.move]!
      for (let k = 0; k < index.length; k++) {
        const node = index[k]!
        change[node]! += best.sign * by[k]!
        if (off(node, change[node]!) > 0) outside.add(node)
        else outside.delete(node)
      }
      free[best.move] = step + REST + Math.floor(random() * REST)
    }
    return undefined
  }
}
