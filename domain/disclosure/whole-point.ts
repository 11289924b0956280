/** Whole changes of the table within given ends: a small integer search over the free nodes of the sums. */
import { kernelOf } from './kernel.ts'
import type { Row } from './model.ts'
import type { LpRow, LpSolver } from './solver.ts'

/**
 * The first change of all nodes that is found: whole, keeping every sum, between `low` and `high`.
 * Undefined: proved that there is none; `unknown`: none found in so many seconds.
 */
export function wholePoint(
  rows: readonly Row[],
  solver: LpSolver,
  low: Float64Array,
  high: Float64Array,
  seconds: number,
): Float64Array | undefined | 'unknown' {
  const { free, bound, rest } = kernelOf(low.length, rows)
  const column = new Map(free.map((node, at) => [node, at]))
  const row = (terms: ReadonlyMap<number, number>, lower: number, upper: number): LpRow => ({
    lower,
    upper,
    columns: Array.from(terms.keys(), (node) => column.get(node)!),
    values: [...terms.values()],
  })
  const model = solver.createModel({
    costs: new Float64Array(free.length),
    lower: Float64Array.from(free, (node) => low[node]!),
    upper: Float64Array.from(free, (node) => high[node]!),
    rows: [
      ...bound.map(({ node, terms }) => row(terms, low[node]!, high[node]!)),
      ...rest.map((terms) => row(terms, 0, 0)),
    ],
    integer: true,
  })
  try {
    const { status } = model.solve({ integer: true, timeLimit: seconds, anyPoint: true })
    if (status === 'infeasible') return undefined
    if (status !== 'optimal' && status !== 'feasible') return 'unknown'
    const values = model.values()
    const change = new Float64Array(low.length)
    free.forEach((node, at) => {
      change[node] = Math.round(values[at]!)
    })
    for (const { node, terms } of bound)
      for (const [other, factor] of terms) change[node]! += factor * change[other]!
    return change
  } finally {
    model.dispose()
  }
}
