/** Whole-number tables that fit everything a station has released; each proves by itself what nobody can exclude. */
import type { LpModel, LpRow, LpSolver } from '../disclosure/solver.ts'
import type { PublicView } from './public-view.ts'

/** No count of people is near this; keeps the search within bounds. */
const MANY = 100_000
/** Seconds for the first table, and for each further one. */
const PATIENCE = 20
const MORE_PATIENCE = 2
const ROUNDS = 6

export type PublicTable = ReadonlyMap<string, number>

const modelOf = (view: PublicView, names: readonly string[], solver: LpSolver): LpModel => {
  const column = new Map(names.map((name, index) => [name, index]))
  const rows: LpRow[] = view.equations.map(({ total, parts }) => {
    const row = { columns: [] as number[], values: [] as number[], known: 0 }
    for (const [name, sign] of [[total, 1], ...parts.map((part) => [part, -1] as const)] as const) {
      const index = column.get(name)
      if (index === undefined) row.known -= sign * view.known.get(name)!
      else {
        row.columns.push(index)
        row.values.push(sign)
      }
    }
    return { lower: row.known, upper: row.known, columns: row.columns, values: row.values }
  })
  return solver.createModel({
    costs: new Float64Array(names.length),
    lower: Float64Array.from(names, (name) => view.unknown.get(name)!.lower),
    upper: Float64Array.from(names, (name) => Math.min(MANY, view.unknown.get(name)!.upper)),
    rows,
    integer: true,
    changes: 'costs',
  })
}

/** What would be given away if every table had it between these, by name. */
export type Doubts = ReadonlyMap<string, readonly [low: number, high: number]>

/**
 * Some table that fits, and the doubts that no table found has cleared.
 * @returns null when nothing fits.
 */
export const fittingTable = (
  view: PublicView,
  doubts: Doubts,
  solver: LpSolver,
): { table: PublicTable; open: string[] } | null => {
  const names = [...view.unknown.keys()]
  if (view.contradiction) return null
  if (names.length === 0) return { table: new Map(), open: [] }
  const place = new Map(names.map((name, index) => [name, index]))
  const model = modelOf(view, names, solver)
  const solved = (timeLimit: number): number[] | null => {
    const { status } = model.solve({ integer: true, timeLimit })
    return status === 'optimal' || status === 'feasible' ? [...model.values()].map(Math.round) : null
  }
  try {
    const first = solved(PATIENCE)
    if (!first) return null
    let open = [...doubts.keys()].filter((name) => place.has(name))
    const clear = (values: readonly number[]): boolean => {
      const before = open.length
      open = open.filter((name) => {
        const [low, high] = doubts.get(name)!
        const value = values[place.get(name)!]!
        return value >= low && value <= high
      })
      return open.length < before
    }
    clear(first)
    const all = names.map((_, index) => index)
    // All open ones together as high as possible, then as low as possible, as long as that clears some.
    for (let round = 0, useful = true; round < ROUNDS && useful; round++) {
      useful = false
      for (const sign of [-1, 1]) {
        if (open.length === 0) break
        const sought = new Set(open)
        model.setCosts(
          all,
          names.map((name) => (sought.has(name) ? sign : 0)),
        )
        const values = solved(MORE_PATIENCE)
        if (values && clear(values)) useful = true
      }
    }
    return { table: new Map(names.map((name, index) => [name, first[index]!])), open }
  } finally {
    model.dispose()
  }
}
