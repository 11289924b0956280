/** The auditor's attacker: tables that fit everything published, searched with linear and integer programs. */
import type { AttackView, Equation } from './audit-file.ts'
import type { LpModel, LpSolver } from './solver.ts'

/** An end of an interval: its value, and whether whole-number tables reach it for certain. */
interface End {
  value: number
  sure: boolean
}

/** One connected part of the unknown cells. */
export interface Part {
  cells: number[]
  /** Lowest and highest count of an unknown cell (index into the view) over all tables that fit. */
  interval(cell: number, need: number | null): { low: End; high: End }
  /** Can respondents who know `given` still not tell the cell? True: some table differs there and agrees with them. */
  open(cell: number, given: ReadonlySet<number>): boolean
  attacks: number
  dispose(): void
}

const CLOSE = 1e-6
/** Seconds for one integer attack. */
const PATIENCE = 10

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < CLOSE

/** Outer limits that follow from one equation at a time. */
function limits(view: AttackView, equations: readonly Equation[]): { low: Float64Array; high: Float64Array } {
  const low = Float64Array.from(view.unknown, (cell) => cell.low)
  const high = Float64Array.from(view.unknown, (cell) => cell.high)
  for (let pass = 0, news = true; news && pass < 40; pass++) {
    news = false
    for (const { cells, signs, known } of equations)
      cells.forEach((cell, i) => {
        let most = 0
        let least = 0
        cells.forEach((other, k) => {
          if (k === i) return
          const [a, b] = signs[k]! > 0 ? [low[other]!, high[other]!] : [-high[other]!, -low[other]!]
          least += a
          most += b
        })
        const [from, to] = signs[i]! > 0 ? [known - most, known - least] : [least - known, most - known]
        if (from > low[cell]!) {
          low[cell] = from
          news = true
        }
        if (to < high[cell]!) {
          high[cell] = to
          news = true
        }
      })
  }
  return { low, high }
}

/** Splits the unknown cells into parts that no equation connects. */
export function splitParts(view: AttackView, solver: LpSolver): Part[] {
  const label = view.unknown.map((_, index) => index)
  const members = label.map((index) => [index])
  for (const { cells } of view.equations)
    for (const cell of cells) {
      const [from, to] = [label[cell]!, label[cells[0]!]!]
      if (from === to) continue
      for (const moved of members[from]!) label[moved] = to
      members[to] = members[to]!.concat(members[from]!)
      members[from] = []
    }
  const { low, high } = limits(view, view.equations)
  const mine = new Map<number, Equation[]>()
  for (const equation of view.equations) {
    const key = label[equation.cells[0]!]!
    mine.set(key, [...(mine.get(key) ?? []), equation])
  }
  return members.flatMap((cells, key) =>
    cells.length === 0 ? [] : [makePart(view, cells, mine.get(key) ?? [], low, high, solver)],
  )
}

function makePart(
  view: AttackView,
  cells: number[],
  equations: readonly Equation[],
  low: Float64Array,
  high: Float64Array,
  solver: LpSolver,
): Part {
  const n = cells.length
  const at = new Map(cells.map((cell, index) => [cell, index]))
  const rows = equations.map(({ cells: terms, signs, known }) => ({
    lower: known,
    upper: known,
    columns: terms.map((cell) => at.get(cell)!),
    values: signs,
  }))
  const lower = Float64Array.from(cells, (cell) => low[cell]!)
  const upper = Float64Array.from(cells, (cell) => high[cell]!)
  let tables: LpModel | undefined
  let nearby: LpModel | undefined
  /** Lowest and highest value seen in whole-number tables; the true table is one. */
  const seenLow = Float64Array.from(cells, (cell) => view.unknown[cell]!.truth)
  const seenHigh = seenLow.slice()
  /** Whole-number tables near the true one, as the cells in which they differ. */
  const others: Map<number, number>[] = []

  const part: Part = {
    cells,
    interval,
    open,
    attacks: 0,
    dispose: () => {
      tables?.dispose()
      nearby?.dispose()
    },
  }
  return part

  function note(values: Float64Array): boolean {
    for (let i = 0; i < n; i++) if (!isWhole(values[i]!)) return false
    for (let i = 0; i < n; i++) {
      seenLow[i] = Math.min(seenLow[i]!, Math.round(values[i]!))
      seenHigh[i] = Math.max(seenHigh[i]!, Math.round(values[i]!))
    }
    return true
  }

  /** Farthest value of a column in one direction. */
  function end(column: number, way: 1 | -1, need: number | null): End {
    const seen = () => (way === 1 ? seenHigh[column]! : seenLow[column]!)
    const limit = way === 1 ? upper[column]! : lower[column]!
    if (seen() === limit) return { value: limit, sure: true }
    tables ??= solver.createModel({
      costs: new Float64Array(n),
      lower,
      upper,
      rows,
      integer: true,
      changes: 'costs',
    })
    tables.setCosts([column], [-way])
    part.attacks++
    try {
      const outcome = tables.solve()
      if (outcome.status === 'unbounded') return { value: way * Infinity, sure: true }
      if (outcome.status !== 'optimal') return { value: seen(), sure: false }
      const far = tables.values()[column]!
      if (note(tables.values())) return { value: Math.round(far), sure: true }
      const rounded = way === 1 ? Math.floor(far + CLOSE) : Math.ceil(far - CLOSE)
      if (seen() === rounded) return { value: rounded, sure: true }
      // A fractional corner. Slack of one or more over what is needed, and reached: the rounded end is only a report.
      if (need !== null && way * (seen() - need) >= 0 && way * (rounded - need) >= 1)
        return { value: rounded, sure: false }
      part.attacks++
      const whole = tables.solve({ integer: true, timeLimit: PATIENCE })
      if (whole.status === 'optimal' || whole.status === 'feasible') note(tables.values())
      // Back to the linear program for the next question.
      return { value: seen(), sure: whole.status === 'optimal' }
    } finally {
      tables.setCosts([column], [0])
    }
  }

  function interval(cell: number, need: number | null): { low: End; high: End } {
    const column = at.get(cell)!
    return { high: end(column, 1, need), low: end(column, -1, null) }
  }

  function open(cell: number, given: ReadonlySet<number>): boolean {
    const agrees = (table: Map<number, number>) =>
      table.has(cell) && ![...given].some((known) => table.has(known))
    if (others.some(agrees)) return true
    for (const way of [1, -1] as const) {
      const table = differing(at.get(cell)!, way, given)
      if (!table) continue
      others.push(table)
      return true
    }
    return false
  }

  /** The whole-number table nearest to the true one with the column at least one away from its true value. */
  function differing(
    column: number,
    way: 1 | -1,
    given: ReadonlySet<number>,
  ): Map<number, number> | undefined {
    const truth = cells.map((cell) => view.unknown[cell]!.truth)
    const all = Array.from({ length: 2 * n }, (_, index) => index)
    const ceiling = all.map((c) => (c < n ? upper[c]! - truth[c]! : truth[c - n]! - lower[c - n]!))
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
    const column2 = way === 1 ? column : n + column
    if (ceiling[column2]! < 1) return undefined
    const top = all.map((c) =>
      given.has(cells[c % n]!) || (c % n === column && c !== column2) ? 0 : ceiling[c]!,
    )
    if (top[column2]! < 1) return undefined
    nearby.setBounds(
      all,
      all.map((c) => (c === column2 ? 1 : 0)),
      top,
    )
    for (const integer of [false, true]) {
      part.attacks++
      const outcome = nearby.solve({ integer, timeLimit: PATIENCE })
      if (outcome.status !== 'optimal' && outcome.status !== 'feasible') return undefined
      const values = nearby.values()
      const shift = cells.map((_, i) => values[i]! - values[n + i]!)
      if (shift.every(isWhole))
        return new Map(shift.flatMap((by, i) => (Math.round(by) === 0 ? [] : [[cells[i]!, Math.round(by)]])))
    }
    return undefined
  }
}
