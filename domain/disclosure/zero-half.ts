/**
 * Cuts that whole numbers alone give: half the sum of cuts in force, rounded up ({0, ½}-Chvátal-Gomory cuts).
 * Relaxations of small tables are full of halves, and these cuts are what lifts them.
 */
import { activity, type Cut, isFractional } from './cuts.ts'

/** A combination may lose so much to slack and rounding and still be worth having; from 1 on it cuts nothing. */
const LOSS = 0.9
/** Long cuts lift little and make every later relaxation slow: so many parts, so many nodes, so many cuts at most. */
const PARTS = 12
const LONGEST = 16
/** How far the point must be outside, as a distance. */
const DEPTH = 0.05

/** A sum of rows modulo two: fractional nodes with an odd coefficient, then the rows in it, as bits; the side's parity. */
interface Combination {
  bits: Uint32Array
  oddSide: boolean
}

/**
 * Rounded combinations of `cuts` that the point `x` breaks, the deepest first. Only cuts with whole coefficients take part.
 * @param orders in which the rows are combined, one after the other.
 */
export function zeroHalfCuts(
  cuts: readonly Cut[],
  x: Float64Array,
  random: () => number,
  most: number,
  orders: number,
): Cut[] {
  const rows = cuts
    .filter((cut) => Number.isInteger(cut.rhs) && cut.coef.every(Number.isInteger))
    .map((cut) => ({ cut, slack: Math.max(0, activity(cut, x) - cut.rhs) }))
    .filter(({ slack }) => slack < LOSS)
  const place = new Map<number, number>()
  x.forEach((value, node) => {
    if (isFractional(value)) place.set(node, place.size)
  })
  const fractions = Float64Array.from(place.keys(), (node) => Math.min(x[node]!, 1 - x[node]!))
  /** Words that hold the nodes; those of the rows follow. */
  const words = (fractions.length + 31) >> 5
  const singles = rows.map(single)
  const found = new Map<string, { cut: Cut; depth: number }>()
  for (let order = 0; order < orders; order++) combine()
  return [...found.values()]
    .sort((a, b) => b.depth - a.depth)
    .slice(0, most)
    .map(({ cut }) => cut)

  function single({ cut }: { cut: Cut }, row: number): Combination {
    const bits = new Uint32Array(words + ((rows.length + 31) >> 5))
    let oddSide = cut.rhs % 2 !== 0
    cut.index.forEach((node, k) => {
      if (cut.coef[k]! % 2 === 0) return
      const at = place.get(node)
      if (at !== undefined) bits[at >> 5]! ^= 1 << (at & 31)
      else if (x[node]! > 0.5) oddSide = !oddSide
    })
    bits[words + (row >> 5)]! |= 1 << (row & 31)
    return { bits, oddSide }
  }

  /** Gaussian elimination modulo two; a sum that vanishes, or nearly does, is a candidate. */
  function combine(): void {
    const pivots = new Map<number, Combination>()
    const ranked = rows.map(({ cut, slack }, row) => ({
      row,
      rank: slack * 20 + cut.index.length * random(),
    }))
    for (const { row } of ranked.sort((a, b) => a.rank - b.rank)) {
      const sum = { bits: singles[row]!.bits.slice(), oddSide: singles[row]!.oddSide }
      // Pivots have nothing before their own place, so what no pivot clears stays.
      let first: number | undefined
      for (let at = 0; at < fractions.length; at++) {
        if (!has(sum.bits, at)) continue
        const pivot = pivots.get(at)
        if (!pivot) {
          first ??= at
          continue
        }
        for (let word = 0; word < sum.bits.length; word++) sum.bits[word]! ^= pivot.bits[word]!
        sum.oddSide = sum.oddSide !== pivot.oddSide
        propose(sum)
      }
      if (first !== undefined) pivots.set(first, sum)
    }
  }

  function propose({ bits, oddSide }: Combination): void {
    if (!oddSide) return
    const parts: number[] = []
    let loss = 0
    for (let at = 0; at < fractions.length && loss <= LOSS; at++) if (has(bits, at)) loss += fractions[at]!
    for (let word = words; word < bits.length && loss <= LOSS && parts.length <= PARTS; word++)
      for (let left = bits[word]!; left !== 0; left &= left - 1) {
        const row = ((word - words) << 5) + 31 - Math.clz32(left & -left)
        parts.push(row)
        loss += rows[row]!.slack
      }
    const key = parts.join()
    if (loss > LOSS || parts.length > PARTS || found.has(key)) return
    const cut = rounded(parts.map((row) => rows[row]!.cut))
    if (!cut || cut.index.length > LONGEST) return
    const depth = (cut.rhs - activity(cut, x)) / Math.hypot(...cut.coef)
    if (depth > DEPTH) found.set(key, { cut, depth })
  }

  /** Half the sum, odd coefficients rounded up, or down against "at most 1" for nodes that are nearly hidden. */
  function rounded(parts: readonly Cut[]): Cut | undefined {
    const sum = new Map<number, number>()
    let side = 0
    for (const { index, coef, rhs } of parts) {
      side += rhs
      for (let k = 0; k < index.length; k++) sum.set(index[k]!, (sum.get(index[k]!) ?? 0) + coef[k]!)
    }
    for (const [node, value] of sum) {
      if (value % 2 === 0) continue
      const down = x[node]! > 0.5
      sum.set(node, down ? value - 1 : value + 1)
      if (down) side--
    }
    if (side % 2 === 0) return undefined
    const rhs = Math.ceil(side / 2)
    const index = [...sum.keys()].filter((node) => sum.get(node) !== 0)
    const coef = index.map((node) => sum.get(node)! / 2)
    // With nothing to take away, more than the side itself is never needed.
    const positive = coef.every((value) => value > 0)
    return { index, coef: positive ? coef.map((value) => Math.min(value, rhs)) : coef, rhs }
  }
}

const has = (bits: Uint32Array, at: number): boolean => (bits[at >> 5]! & (1 << (at & 31))) !== 0
