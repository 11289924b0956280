/**
 * The moves that keep every sum, written with few whole numbers: sums are solved for one node after the other, so that
 * only the free nodes are left to choose. Searches for whole moves are much faster in this form.
 */
import type { Row } from './model.ts'

export interface Kernel {
  /** Nodes that may be chosen; every other node is a sum of whole multiples of them. */
  free: number[]
  /** Per node that is not free. */
  bound: { node: number; terms: ReadonlyMap<number, number> }[]
  /** Sums over free nodes that could not be solved in whole numbers; they have to be kept as they are. */
  rest: ReadonlyMap<number, number>[]
  /** Indices of sums that imply all the others: in tables a third of the sums says nothing new. */
  spanning: number[]
}

export type Terms = Map<number, number>

/** Adds a multiple of one sum (or move) to another, which it changes. */
export function combine(into: Terms, factor: number, from: ReadonlyMap<number, number>): void {
  for (const [node, value] of from) {
    const sum = (into.get(node) ?? 0) + factor * value
    if (sum === 0) into.delete(node)
    else into.set(node, sum)
  }
}

/** One elimination serves all programs over the same sums. */
const known = new WeakMap<readonly Row[], Kernel>()

/** The short form of these sums over nodes 0 … nodes − 1; every sum names a node once. */
export function kernelOf(nodes: number, rows: readonly Row[]): Kernel {
  const kernel = known.get(rows) ?? eliminate(nodes, rows)
  known.set(rows, kernel)
  return kernel
}

/** Along coefficients of ±1, so that whole numbers stay whole, where little fill-in is to be expected. */
function eliminate(nodes: number, rows: readonly Row[]): Kernel {
  const place = new Map<Terms, number>(
    rows.map(({ index, coef }, at) => [new Map(index.map((node, k) => [node, coef[k]!])), at]),
  )
  const open = new Set(place.keys())
  const rowsOf = Array.from({ length: nodes }, () => new Set<Terms>())
  for (const row of open) for (const node of row.keys()) rowsOf[node]!.add(row)
  const solved: { node: number; row: Terms }[] = []
  for (;;) {
    const pivot = cheapest()
    if (!pivot) break
    const { node, row } = pivot
    open.delete(row)
    for (const touched of row.keys()) rowsOf[touched]!.delete(row)
    solved.push(pivot)
    const unit = row.get(node)!
    for (const other of [...rowsOf[node]!]) {
      for (const touched of row.keys()) rowsOf[touched]!.delete(other)
      combine(other, -other.get(node)! / unit, row)
      for (const touched of row.keys()) if (other.has(touched)) rowsOf[touched]!.add(other)
    }
  }
  const pivots = new Set(solved.map(({ node }) => node))
  const free = Array.from({ length: nodes }, (_, node) => node).filter((node) => !pivots.has(node))
  const inFree = new Map<number, Terms>(free.map((node) => [node, new Map([[node, 1]])]))
  for (const { node, row } of solved.reverse()) {
    const terms: Terms = new Map()
    for (const [other, value] of row)
      if (other !== node) combine(terms, -value / row.get(node)!, inFree.get(other)!)
    inFree.set(node, terms)
  }
  const bound = [...pivots].map((node) => ({ node, terms: inFree.get(node)! }))
  const rest = [...open].filter((row) => row.size > 0)
  const spanning = [...solved.map(({ row }) => row), ...rest]
    .map((row) => place.get(row)!)
    .sort((a, b) => a - b)
  return { free, bound, rest, spanning }

  /** In the shortest sum that has a coefficient of ±1, the node that the fewest other sums contain. */
  function cheapest(): { node: number; row: Terms } | undefined {
    let best: { node: number; row: Terms } | undefined
    let least = Infinity
    for (const row of open) {
      if (row.size > (best?.row.size ?? Infinity)) continue
      for (const [node, value] of row) {
        if (Math.abs(value) !== 1) continue
        const others = rowsOf[node]!.size
        if (row.size === best?.row.size && others >= least) continue
        least = others
        best = { node, row }
      }
    }
    return best
  }
}
