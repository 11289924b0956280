/**
 * The auditor's search for whole-number tables, in few unknowns: every equation is solved for one of its columns, so that
 * only the columns left over have to be chosen.
 * The search for patterns has a short form of its own: the auditor shares no code with it.
 */
import type { LpRow, LpSolver } from './solver.ts'

/** Σ values·(changes of columns) = 0. */
interface Balance {
  columns: readonly number[]
  values: readonly number[]
}

/** Look for the largest (1) or smallest (−1) change of a column. */
export interface Farthest {
  column: number
  way: 1 | -1
}

interface WholeChange {
  change: Float64Array
  /** Proved that none goes farther. */
  settled: boolean
}

export interface WholeSearch {
  /** Columns to choose from; the others follow. */
  readonly free: readonly number[]
  /**
   * A whole-number change of all columns within the given ends that keeps every equation.
   * @param farthest absent: any change will do.
   * @returns undefined: there is none, or out of time.
   */
  find(
    low: ArrayLike<number>,
    high: ArrayLike<number>,
    seconds: number,
    farthest?: Farthest,
  ): WholeChange | undefined
}

type Sum = Map<number, number>

function add(into: Sum, factor: number, from: ReadonlyMap<number, number>): void {
  for (const [column, value] of from) {
    const sum = (into.get(column) ?? 0) + factor * value
    if (sum === 0) into.delete(column)
    else into.set(column, sum)
  }
}

const total = (sum: ReadonlyMap<number, number>, of: Float64Array): number =>
  [...sum].reduce((all, [column, value]) => all + value * of[column]!, 0)

/** Prepares the search for `n` columns under these equations. */
export function wholeSearch(n: number, equations: readonly Balance[], solver: LpSolver): WholeSearch {
  /** Each solved column as a sum over columns that are not solved. */
  const solved = new Map<number, Sum>()
  /** Solved columns whose sum contains the column. */
  const usedBy = Array.from({ length: n }, () => new Set<number>())
  const shortFirst = [...equations].sort((a, b) => a.columns.length - b.columns.length)
  let waiting = shortFirst.map(({ columns, values }) => new Map(columns.map((c, k) => [c, values[k]!])))
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length
    waiting = waiting.filter((equation) => !solve(equation))
  }
  const rest = waiting.map(restated)
  const free = Array.from({ length: n }, (_, column) => column).filter((column) => !solved.has(column))
  const place = new Map(free.map((column, at) => [column, at]))
  return { free, find }

  function restated(equation: ReadonlyMap<number, number>): Sum {
    const sum: Sum = new Map()
    for (const [column, value] of equation) add(sum, value, solved.get(column) ?? new Map([[column, 1]]))
    return sum
  }

  /** Solves an equation for the column with a factor of ±1 that fewest others need; false: there is none. */
  function solve(equation: ReadonlyMap<number, number>): boolean {
    const sum = restated(equation)
    if (sum.size === 0) return true
    const candidates = [...sum.keys()].filter((column) => Math.abs(sum.get(column)!) === 1)
    const [first, ...others] = candidates
    if (first === undefined) return false
    const pivot = others.reduce((a, b) => (usedBy[b]!.size < usedBy[a]!.size ? b : a), first)
    const unit = sum.get(pivot)!
    sum.delete(pivot)
    const terms: Sum = new Map()
    add(terms, -unit, sum)
    for (const user of usedBy[pivot]!) {
      const old = solved.get(user)!
      const factor = old.get(pivot)!
      old.delete(pivot)
      add(old, factor, terms)
      for (const column of terms.keys())
        if (old.has(column)) usedBy[column]!.add(user)
        else usedBy[column]!.delete(user)
    }
    usedBy[pivot]!.clear()
    solved.set(pivot, terms)
    for (const column of terms.keys()) usedBy[column]!.add(pivot)
    return true
  }

  function find(
    low: ArrayLike<number>,
    high: ArrayLike<number>,
    seconds: number,
    farthest?: Farthest,
  ): WholeChange | undefined {
    const costs = new Float64Array(free.length)
    if (farthest)
      for (const [column, value] of restated(new Map([[farthest.column, -farthest.way]])))
        costs[place.get(column)!] = value
    const row = (sum: ReadonlyMap<number, number>, lower: number, upper: number): LpRow => ({
      lower,
      upper,
      columns: Array.from(sum.keys(), (column) => place.get(column)!),
      values: [...sum.values()],
    })
    const model = solver.createModel({
      costs,
      lower: Float64Array.from(free, (column) => low[column]!),
      upper: Float64Array.from(free, (column) => high[column]!),
      rows: [
        ...Array.from(solved, ([column, sum]) => row(sum, low[column]!, high[column]!)),
        ...rest.map((sum) => row(sum, 0, 0)),
      ],
      integer: true,
    })
    try {
      const { status } = model.solve({ integer: true, timeLimit: seconds, anyPoint: !farthest })
      if (status !== 'optimal' && status !== 'feasible') return undefined
      const values = model.values()
      const change = new Float64Array(n)
      for (const [at, column] of free.entries()) change[column] = Math.round(values[at]!)
      for (const [column, sum] of solved) change[column] = total(sum, change)
      // The solver's rounding may break what is not solved exactly.
      for (const sum of rest) if (total(sum, change) !== 0) return undefined
      return { change, settled: status === 'optimal' }
    } finally {
      model.dispose()
    }
  }
}
