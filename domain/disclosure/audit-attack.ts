/** The auditor's attacker: tables that fit everything published, searched with linear and integer programs. */
import type { OpenEquation, Variable } from './audit-reduce.ts'
import { type Farthest, type WholeSearch, wholeSearch } from './audit-whole.ts'
import type { LpModel, LpSolver } from './solver.ts'

/** One connected part of the open variables; all indices are those of the whole list. */
export interface Part {
  variables: number[]
  /** Farthest value in one direction over all whole-number tables (rounded linear end where that is only a report). */
  end(variable: number, way: 1 | -1): number
  /** A whole-number table with the variable at least `by` beyond its true value is known to exist. */
  reaches(variable: number, way: 1 | -1, by: number): boolean
  /** Can people who know the variables of `given` still not tell this one? */
  open(variable: number, given: ReadonlySet<number>): boolean
  /** A checked whole-number table to start with, as differences from the true one. */
  know(table: ReadonlyMap<number, number>): void
  /** Looks for one table that settles `open` for all these at once; finding none means nothing. */
  prepareOpen(variable: number, givens: readonly ReadonlySet<number>[]): void
  attacks(): number
  dispose(): void
}

const CLOSE = 1e-6
/** Seconds for one whole-number search that decides, for one that may spare others, and for one that only sharpens a report. */
const PATIENCE = 10
const HASTE = 1
const REPORT_PATIENCE = 0.5

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < CLOSE

/** @param budget seconds left for sharpening reports, shared by all parts. */
export function makePart(
  all: readonly Variable[],
  inside: number[],
  equations: readonly OpenEquation[],
  solver: LpSolver,
  budget: { left: number },
): Part {
  const n = inside.length
  const at = new Map(inside.map((variable, column) => [variable, column]))
  const truth = inside.map((variable) => all[variable]!.truth)
  const lower = Float64Array.from(inside, (variable) => all[variable]!.low)
  const upper = Float64Array.from(inside, (variable) => all[variable]!.high)
  /** Room of every column from the true table down and up, as changes. */
  const fall = lower.map((value, c) => value - truth[c]!)
  const rise = upper.map((value, c) => value - truth[c]!)
  const rows = equations.map(({ variables, factors, known }) => ({
    lower: known,
    upper: known,
    columns: variables.map((variable) => at.get(variable)!),
    values: factors,
  }))
  let attacks = 0
  let tables: LpModel | undefined
  let nearby: LpModel | undefined
  let whole: WholeSearch | undefined
  /** Lowest and highest value seen in whole-number tables; the true table is one. */
  const seen = { 1: Float64Array.from(truth), [-1]: Float64Array.from(truth) }
  /** Whole-number tables near the true one, as the columns in which they differ and by how much. */
  const others: Map<number, number>[] = []
  return {
    variables: inside,
    end: (variable, way) => end(at.get(variable)!, way),
    reaches: (variable, way, by) => {
      const column = at.get(variable)!
      if (way * (seen[way][column]! - truth[column]!) >= by) return true
      return differing(column, way, by, new Set()) !== undefined
    },
    open: (variable, given) => {
      const column = at.get(variable)!
      const known = columnsOf(given)
      return settled(column, known) || ([1, -1] as const).some((way) => differing(column, way, 1, known))
    },
    prepareOpen: (variable, givens) => {
      const column = at.get(variable)!
      const unsettled = givens.map(columnsOf).filter((known) => !settled(column, known))
      if (unsettled.length < 2) return
      const all = new Set(unsettled.flatMap((known) => [...known]))
      if (!differing(column, 1, 1, all, HASTE)) differing(column, -1, 1, all, HASTE)
    },
    know: (table) => {
      const mine = [...table].flatMap(([variable, by]) => {
        const column = at.get(variable)
        return column === undefined ? [] : [[column, by] as const]
      })
      if (mine.length === 0) return
      const counts = truth.slice()
      for (const [column, by] of mine) counts[column]! += by
      note(counts)
      others.push(new Map(mine))
    },
    attacks: () => attacks,
    dispose: () => {
      tables?.dispose()
      nearby?.dispose()
    },
  }

  function columnsOf(given: ReadonlySet<number>): Set<number> {
    return new Set([...given].flatMap((one) => at.get(one) ?? []))
  }

  /** Is there a table already that differs at the column and agrees with the true one at the known ones? */
  function settled(column: number, known: ReadonlySet<number>): boolean {
    return others.some((table) => table.has(column) && ![...known].some((one) => table.has(one)))
  }

  function note(values: ArrayLike<number>): boolean {
    for (let i = 0; i < n; i++) if (!isWhole(values[i]!)) return false
    for (let i = 0; i < n; i++) {
      const value = Math.round(values[i]!)
      if (value > seen[1][i]!) seen[1][i] = value
      if (value < seen[-1][i]!) seen[-1][i] = value
    }
    return true
  }

  function end(column: number, way: 1 | -1): number {
    const limit = way === 1 ? upper[column]! : lower[column]!
    if (seen[way][column] === limit) return limit
    tables ??= solver.createModel({ costs: new Float64Array(n), lower, upper, rows, changes: 'costs' })
    tables.setCosts([column], [-way])
    try {
      attacks++
      const outcome = tables.solve()
      if (outcome.status === 'unbounded') return way * Infinity
      if (outcome.status !== 'optimal') throw new Error('the auditor cannot solve an attack')
      const values = tables.values()
      if (note(values)) return Math.round(values[column]!)
      // A fractional corner. What whole-number tables reach is only a report here: looked for while there is time.
      const rounded = way === 1 ? Math.floor(values[column]! + CLOSE) : Math.ceil(values[column]! - CLOSE)
      if (budget.left <= 0) return rounded
      const began = performance.now()
      const found = searchWhole(fall, rise, Math.min(REPORT_PATIENCE, budget.left), { column, way })
      budget.left -= (performance.now() - began) / 1000
      return found?.settled ? seen[way][column]! : rounded
    } finally {
      tables.setCosts([column], [0])
    }
  }

  /**
   * A whole-number table with the column at least `by` away from its true value and the columns of `given` as they are:
   * the nearest where that is a corner, else any that a search of so many seconds finds.
   */
  function differing(
    column: number,
    way: 1 | -1,
    by: number,
    given: ReadonlySet<number>,
    seconds = PATIENCE,
  ): Map<number, number> | undefined {
    const columns = Array.from({ length: 2 * n }, (_, index) => index)
    const ceiling = columns.map((c) => (c < n ? rise[c]! : -fall[c - n]!))
    nearby ??= solver.createModel({
      costs: new Float64Array(2 * n).fill(1),
      lower: new Float64Array(2 * n),
      upper: Float64Array.from(ceiling),
      rows: rows.map((row) => ({
        lower: 0,
        upper: 0,
        columns: [...row.columns, ...row.columns.map((c) => n + c)],
        values: [...row.values, ...row.values.map((value) => -value)],
      })),
      changes: 'bounds',
    })
    const moved = way === 1 ? column : n + column
    const top = columns.map((c) => (given.has(c % n) || (c % n === column && c !== moved) ? 0 : ceiling[c]!))
    if (top[moved]! < by) return undefined
    nearby.setBounds(
      columns,
      columns.map((c) => (c === moved ? by : 0)),
      top,
    )
    attacks++
    // Not even a fractional table fits.
    if (nearby.solve({ fresh: true }).status !== 'optimal') return undefined
    const corner = nearby.values()
    const table = asTable(truth.map((_, c) => corner[c]! - corner[n + c]!))
    if (table) return table
    const [low, high] = [fall.slice(), rise.slice()]
    for (const known of given) low[known] = high[known] = 0
    if (way === 1) low[column] = by
    else high[column] = -by
    return searchWhole(low, high, seconds)?.table
  }

  /** A whole-number table that changes every column between these ends, remembered; see `WholeSearch.find`. */
  function searchWhole(
    low: Float64Array,
    high: Float64Array,
    seconds: number,
    farthest?: Farthest,
  ): { table: Map<number, number>; settled: boolean } | undefined {
    whole ??= wholeSearch(n, rows, solver)
    attacks++
    const found = whole.find(low, high, seconds, farthest)
    const table = found && asTable(Array.from(found.change))
    return table && { table, settled: found.settled }
  }

  /** A change (or a multiple of it that still fits) as a whole-number table; remembered. */
  function asTable(change: readonly number[]): Map<number, number> | undefined {
    for (const times of [1, 2, 3]) {
      const shift = change.map((by) => times * by)
      const counts = shift.map((by, c) => truth[c]! + Math.round(by))
      if (!shift.every(isWhole) || !counts.every((count, c) => count >= lower[c]! && count <= upper[c]!))
        continue
      note(counts)
      const table = new Map(
        shift.flatMap((by, c) => (Math.round(by) === 0 ? [] : [[c, Math.round(by)] as const])),
      )
      others.push(table)
      return table
    }
    return undefined
  }
}
