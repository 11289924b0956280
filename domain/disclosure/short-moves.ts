/**
 * Short whole moves of a table with these sums: a basis of all whole moves, made short pair by pair, and the short sums
 * and differences of two of them. What a walk from table to table takes as its steps (see `walk.ts`).
 */
import { combine, kernelOf, type Terms } from './kernel.ts'
import type { Row } from './model.ts'
import type { Move } from './moves.ts'

/** Sums and differences of two moves, for each move of the basis. */
const PAIRS = 35

const lengthOf = (move: Terms): number => {
  let sum = 0
  for (const value of move.values()) sum += value * value
  return sum
}

/** One move plus so many times another, as a new one. */
function plus(one: Terms, times: number, other: Terms): Terms {
  const sum = new Map(one)
  combine(sum, times, other)
  return sum
}

/** Undefined where the sums have no basis of whole moves that elimination along coefficients of ±1 finds. */
export function shortMoves(nodes: number, rows: readonly Row[]): Move[] | undefined {
  const { free, bound, rest } = kernelOf(nodes, rows)
  if (rest.length > 0) return undefined
  const place = new Map(free.map((node, k) => [node, k]))
  const basis: Terms[] = free.map((node) => new Map([[node, 1]]))
  for (const { node, terms } of bound)
    for (const [other, factor] of terms) basis[place.get(other)!]!.set(node, factor)
  const pairs = shortened(nodes, basis)
  const short = pairs.sort((a, b) => a.length - b.length).slice(0, PAIRS * basis.length)
  return [...basis, ...short.map(({ one, sign, other }) => plus(basis[one]!, sign, basis[other]!))].map(
    (move) => ({ index: [...move.keys()], value: [...move.values()] }),
  )
}

interface Pair {
  one: number
  sign: 1 | -1
  other: number
  length: number
}

/** Takes from each move the multiple of another that makes it shorter, until none does. @returns the pairs with common nodes. */
function shortened(nodes: number, basis: Terms[]): Pair[] {
  const lengths = basis.map(lengthOf)
  const at = Array.from({ length: nodes }, () => new Set<number>())
  const enter = (k: number) => {
    for (const node of basis[k]!.keys()) at[node]!.add(k)
  }
  const products = (k: number): Map<number, number> => {
    const found = new Map<number, number>()
    for (const [node, value] of basis[k]!)
      for (const other of at[node]!)
        if (other !== k) found.set(other, (found.get(other) ?? 0) + value * basis[other]!.get(node)!)
    return found
  }
  for (const k of basis.keys()) enter(k)
  for (let changed = true; changed; ) {
    changed = false
    for (const k of basis.keys()) {
      for (;;) {
        let best: { other: number; times: number; gain: number } | undefined
        for (const [other, product] of products(k)) {
          const times = Math.round(product / lengths[other]!)
          const gain = times * (2 * product - times * lengths[other]!)
          if (gain > (best?.gain ?? 0)) best = { other, times, gain }
        }
        if (!best) break
        for (const node of basis[k]!.keys()) at[node]!.delete(k)
        combine(basis[k]!, -best.times, basis[best.other]!)
        lengths[k] = lengths[k]! - best.gain
        enter(k)
        changed = true
      }
    }
  }
  return basis.flatMap((_, one) =>
    [...products(one)].flatMap(([other, product]): Pair[] => {
      if (other >= one || product === 0) return []
      const sign = product > 0 ? -1 : 1
      return [{ one, sign, other, length: lengths[one]! + lengths[other]! - 2 * Math.abs(product) }]
    }),
  )
}
