/** Whole changes of the table within given ends: a small integer search over the free nodes of the sums. */
import { type Kernel, kernelOf } from './kernel.ts'
import type { Row } from './model.ts'
import type { LpRow, LpSolver } from './solver.ts'

export interface WholePoints {
  /**
   * Changes of all nodes, whole and keeping every sum, between `low` and `high`; the first that is found.
   * Undefined: proved that there is none; `unknown`: none found in so many seconds.
   */
  within(low: Float64Array, high: Float64Array, seconds: number): Float64Array | undefined | 'unknown'
}

export function createWholePoints(nodes: number, rows: readonly Row[], solver: LpSolver): WholePoints {
  let kernel: Kernel | undefined
  return {
    within(low, high, seconds) {
      kernel ??= kernelOf(nodes, rows)
      const { free, bound, rest } = kernel
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
        return status === 'optimal' || status === 'feasible' ? expanded(kernel, model.values()) : 'unknown'
      } finally {
        model.dispose()
      }
    },
  }

  /** All nodes, from the values of the free ones. */
  function expanded({ free, bound }: Kernel, values: Float64Array): Float64Array {
    const change = new Float64Array(nodes)
    free.forEach((node, at) => {
      change[node] = Math.round(values[at]!)
    })
    for (const { node, terms } of bound)
      for (const [other, factor] of terms) change[node]! += factor * change[other]!
    return change
  }
}
