/** The auditor's attacker: tables that fit everything published, searched with linear and integer programs. */
import type { OpenEquation, Variable } from './audit-reduce.ts'
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

/** How far to look for a whole-number table: at the first corner, by dives from corners, or to the end. */
type Depth = 'corner' | 'dive' | 'search'

const CLOSE = 1e-6
/** Seconds for one integer search that decides, and for one that only sharpens a report. */
const PATIENCE = 10
const REPORT_PATIENCE = 0.5
/** Corners tried before a whole-number search, and columns settled from each. */
const STARTS = 8
const DEEPEST = 40

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < CLOSE

/** Splits the open variables into parts that no equation connects. */
export function splitParts(
  variables: readonly Variable[],
  equations: readonly OpenEquation[],
  solver: LpSolver,
  sharpening = Infinity,
): Part[] {
  /** Shared by all parts: seconds left for sharpening reports. */
  const budget = { left: sharpening }
  const label = variables.map((_, index) => index)
  const members = label.map((index) => [index])
  for (const equation of equations)
    for (const variable of equation.variables) {
      let [from, to] = [label[variable]!, label[equation.variables[0]!]!]
      if (from === to) continue
      if (members[from]!.length > members[to]!.length) [from, to] = [to, from]
      for (const moved of members[from]!) label[moved] = to
      members[to]!.push(...members[from]!)
      members[from] = []
    }
  const mine = new Map<number, OpenEquation[]>()
  for (const equation of equations) {
    const key = label[equation.variables[0]!]!
    const list = mine.get(key)
    if (list) list.push(equation)
    else mine.set(key, [equation])
  }
  return members.flatMap((inside, key) =>
    inside.length === 0 ? [] : [makePart(variables, inside, mine.get(key) ?? [], solver, budget)],
  )
}

function makePart(
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
  const rows = equations.map(({ variables, factors, known }) => ({
    lower: known,
    upper: known,
    columns: variables.map((variable) => at.get(variable)!),
    values: factors,
  }))
  let attacks = 0
  let seed = 1
  /** Repeatable numbers in [0, 1). */
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  let tables: LpModel | undefined
  let nearby: LpModel | undefined
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
      if (!differing(column, 1, 1, all, 'dive')) differing(column, -1, 1, all, 'dive')
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
    tables ??= solver.createModel({
      costs: new Float64Array(n),
      lower,
      upper,
      rows,
      integer: true,
      changes: 'costs',
    })
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
      const whole = wholeEnd(column, way, rounded)
      budget.left -= (performance.now() - began) / 1000
      return whole
    } finally {
      tables.setCosts([column], [0])
    }
  }

  /** The whole-number end where the linear one is `rounded`; that one where a search does not settle it. */
  function wholeEnd(column: number, way: 1 | -1, rounded: number): number {
    const by = Math.abs(rounded - truth[column]!)
    // With slack over what whole-number tables reach so far, one of them may well reach the rounded end.
    if (
      by >= 2 * Math.max(1, Math.abs(seen[way][column]! - truth[column]!)) &&
      differing(column, way, by, new Set(), 'corner')
    )
      return rounded
    attacks++
    const outcome = tables!.solve({ integer: true, timeLimit: Math.min(REPORT_PATIENCE, budget.left) })
    if (outcome.status === 'optimal' || outcome.status === 'feasible') note(tables!.values())
    return outcome.status === 'optimal' ? seen[way][column]! : rounded
  }

  /**
   * The whole-number table nearest to the true one with the column at least `by` away from its true value and the
   * columns of `given` as they are.
   */
  function differing(
    column: number,
    way: 1 | -1,
    by: number,
    given: ReadonlySet<number>,
    depth: Depth = 'search',
  ): Map<number, number> | undefined {
    const columns = Array.from({ length: 2 * n }, (_, index) => index)
    const ceiling = columns.map((c) => (c < n ? upper[c]! - truth[c]! : truth[c - n]! - lower[c - n]!))
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
      integer: true,
      changes: 'bounds',
    })
    const moved = way === 1 ? column : n + column
    const top = columns.map((c) => (given.has(c % n) || (c % n === column && c !== moved) ? 0 : ceiling[c]!))
    if (top[moved]! < by) return undefined
    const floor = columns.map((c) => (c === moved ? by : 0))
    for (let start = 0; start < (depth === 'search' ? STARTS : 1); start++) {
      // Other prices per column lead to other corners, and those to other whole-number tables.
      if (start > 0)
        nearby.setCosts(
          columns,
          columns.map(() => 0.5 + chance()),
        )
      nearby.setBounds(columns, floor, top)
      const found = dive(top, depth === 'corner' ? 1 : DEEPEST)
      if (found === 'none') return undefined
      if (found) return found
    }
    if (depth !== 'search') return undefined
    nearby.setBounds(columns, floor, top)
    attacks++
    const outcome = nearby.solve({ integer: true, timeLimit: PATIENCE })
    return outcome.status === 'optimal' || outcome.status === 'feasible'
      ? asTable(nearby.values())
      : undefined
  }

  /** From the corner to a whole-number table, settling column after column; 'none': not even a fractional table fits. */
  function dive(top: readonly number[], deepest: number): Map<number, number> | 'none' | undefined {
    const model = nearby!
    for (let step = 0; step < deepest; step++) {
      attacks++
      if (model.solve({ fresh: step === 0 }).status !== 'optimal') return step === 0 ? 'none' : undefined
      const values = model.values()
      const table = asTable(values)
      if (table) return table
      // Settle the column nearest to a whole number there and look again.
      const shift = (c: number) => values[c]! - values[n + c]!
      const next = truth
        .map((_, c) => c)
        .filter((c) => !isWhole(shift(c)))
        .sort((a, b) => off(shift(a)) - off(shift(b)))[0]!
      const value = Math.round(shift(next))
      const [plus, minus] = [Math.max(0, value), Math.max(0, -value)]
      if (plus > top[next]! || minus > top[n + next]!) return undefined
      model.setBounds([next, n + next], [plus, minus], [plus, minus])
    }
    return undefined
  }

  /** A whole-number solution (or a multiple of it that still fits) as a table; remembered. */
  function asTable(values: Float64Array): Map<number, number> | undefined {
    for (const times of [1, 2, 3]) {
      const shift = truth.map((_, c) => times * (values[c]! - values[n + c]!))
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

const off = (value: number) => Math.abs(value - Math.round(value))
