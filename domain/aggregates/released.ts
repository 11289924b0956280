/**
 * What anyone can work out from a station's released files alone: no true count enters here, only shown figures, the
 * places of hidden ones and the published rules. Used on the finished package before it is signed, and again by the
 * office. Shares nothing with the choice of what to hide.
 */
import { audit } from '../disclosure/audit.ts'
import type { LpRow, LpSolver } from '../disclosure/solver.ts'
import { CATALOGUE, type CatalogueCell, INCLUSIONS, SUMS } from './catalogue.ts'
import type { Rules } from './joint.ts'
import type { Quarter } from './quarters.ts'

/** One released quarter as its files say: a number, or null where the cell is hidden. Every catalogue cell is present. */
export type PublicQuarter = { quarter: Quarter; values: ReadonlyMap<string, number | null> }

/** Lowest and highest possible count; null: no limit. */
export type Interval = [low: number, high: number | null]

export type PublicAudit = {
  status: 'safe' | 'unsafe' | 'inconsistent'
  /** Linear and integer problems solved. */
  attacks: number
  /** Names (cell@quarter, or cell+quarter for an increase) that the files give away. */
  exposed: string[]
  /** Of every hidden cell and every further sum, by name cell@quarter. */
  intervals: Map<string, Interval>
}

/** A sum of cells within each quarter whose interval is wanted too, e.g. an indicator over two classes. */
export type WantedSum = { id: string; parts: readonly string[] }

type Unknown = { lower: number; upper: number }
type Equation = { total: string; parts: string[] }
type View = {
  known: Map<string, number>
  unknown: Map<string, Unknown>
  equations: Equation[]
  hidden: string[]
}

const at = (id: string, quarter: Quarter): string => `${id}@${quarter}`
const grown = (id: string, quarter: Quarter): string => `${id}+${quarter}`

const put = (view: View, name: string, value: number | null, unknown: Unknown): void => {
  if (value === null) view.unknown.set(name, unknown)
  else view.known.set(name, value)
}

const addQuarter = (view: View, one: PublicQuarter, wanted: readonly WantedSum[], rules: Rules): void => {
  const { quarter, values } = one
  for (const cell of CATALOGUE) {
    const value = values.get(cell.id) ?? null
    put(view, at(cell.id, quarter), value, { lower: rules.lowerBound, upper: cell.upper ?? Infinity })
    if (value === null) view.hidden.push(at(cell.id, quarter))
  }
  for (const { total, parts } of [...SUMS, ...wanted.map((sum) => ({ total: sum.id, parts: sum.parts }))])
    view.equations.push({ total: at(total, quarter), parts: parts.map((part) => at(part, quarter)) })
  for (const { id } of wanted) view.unknown.set(at(id, quarter), { lower: 0, upper: Infinity })
  for (const { whole, part } of INCLUSIONS) {
    const rest = `${part}/rest@${quarter}`
    view.unknown.set(rest, { lower: 0, upper: Infinity })
    view.equations.push({ total: at(whole, quarter), parts: [at(part, quarter), rest] })
  }
}

const isCumulative = (cell: CatalogueCell): boolean => cell.table === 'participants'

const addIncreases = (view: View, before: PublicQuarter, after: PublicQuarter): void => {
  for (const cell of CATALOGUE.filter(isCumulative)) {
    const name = grown(cell.id, after.quarter)
    view.unknown.set(name, { lower: 0, upper: Infinity })
    view.equations.push({ total: at(cell.id, after.quarter), parts: [at(cell.id, before.quarter), name] })
  }
}

/** Everything the releases say, as equations over what they hide. */
const readReleases = (
  releases: readonly PublicQuarter[],
  wanted: readonly WantedSum[],
  rules: Rules,
): View => {
  const view: View = { known: new Map(), unknown: new Map(), equations: [], hidden: [] }
  releases.forEach((one, index) => {
    addQuarter(view, one, wanted, rules)
    if (index > 0) addIncreases(view, releases[index - 1]!, one)
  })
  settle(view)
  return view
}

/** Single unknowns that an equation gives exactly become known, until nothing changes. */
const settle = (view: View): void => {
  for (let news = true; news; ) {
    news = false
    view.equations = view.equations.filter(({ total, parts }) => {
      const open = [total, ...parts].filter((name) => view.unknown.has(name))
      if (open.length !== 1) return open.length > 0 || balances(view, total, parts)
      const [name] = open
      const sum = parts.reduce((all, part) => all + (view.known.get(part) ?? 0), 0)
      const value = name === total ? sum : view.known.get(total)! - sum
      view.known.set(name!, value)
      const { lower, upper } = view.unknown.get(name!)!
      if (value < lower || value > upper) contradiction(view)
      view.unknown.delete(name!)
      news = true
      return false
    })
  }
}

const contradiction = (view: View): void => {
  view.known.set('contradiction', 1)
}

/** A sum of shown figures only: nothing to solve, but it must be right. */
const balances = (view: View, total: string, parts: readonly string[]): false => {
  const sum = parts.reduce((all, part) => all + view.known.get(part)!, 0)
  if (sum !== view.known.get(total)) contradiction(view)
  return false
}

/** Some table that fits everything released, by name; null when there is none. */
const anyTable = (view: View, solver: LpSolver): Map<string, number> | null => {
  const names = [...view.unknown.keys()]
  if (names.length === 0) return new Map()
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
  const model = solver.createModel({
    costs: new Float64Array(names.length),
    lower: Float64Array.from(names, (name) => view.unknown.get(name)!.lower),
    upper: Float64Array.from(names, (name) => view.unknown.get(name)!.upper),
    rows,
    integer: true,
  })
  try {
    const { status } = model.solve({ integer: true, timeLimit: 20 })
    if (status !== 'optimal' && status !== 'feasible') return null
    const values = model.values()
    return new Map(names.map((name, index) => [name, Math.round(values[index]!)]))
  } finally {
    model.dispose()
  }
}

const isRest = (name: string): boolean => name.includes('/rest@')

/** Names whose intervals matter: hidden cells, increases and wanted sums. */
const asked = (view: View): string[] => [...view.unknown.keys()].filter((name) => !isRest(name))

/** The problem file that the independent auditor reads; `table` stands in for the counts that nobody outside knows. */
const auditFile = (view: View, table: ReadonlyMap<string, number>, rules: Rules) => {
  const names = new Set([
    ...view.unknown.keys(),
    ...view.equations.flatMap(({ total, parts }) => [total, ...parts]),
  ])
  const open = view.hidden.filter((name) => view.unknown.has(name))
  return {
    cells: [...names].map((id) => {
      const bounds = view.unknown.get(id)
      if (!bounds) return { id, count: view.known.get(id)! }
      return {
        id,
        count: table.get(id)!,
        lower: bounds.lower,
        upper: Number.isFinite(bounds.upper) ? bounds.upper : null,
      }
    }),
    relations: view.equations,
    published: [...names].filter((name) => !view.unknown.has(name)),
    hidden: [...view.unknown.keys()].filter((name) => isRest(name)),
    primary: open,
    suppressed: asked(view),
    threshold: rules.threshold,
    lowerBound: rules.lowerBound,
    minUpper: rules.minUpper,
    minWidth: rules.minWidth,
    singleRespondents: false,
  }
}

/** An increase that is known to be small, exactly or not, is given away. */
const betrayed = (
  releases: readonly PublicQuarter[],
  known: (name: string) => Interval | undefined,
  rules: Rules,
) =>
  releases.slice(1).flatMap(({ quarter }) =>
    CATALOGUE.filter(isCumulative).flatMap(({ id }) => {
      const interval = known(grown(id, quarter))
      if (!interval) return []
      const [low, high] = interval
      return low >= 1 && high !== null && high < rules.threshold && startsAbove(releases, id, quarter)
        ? [grown(id, quarter)]
        : []
    }),
  )

/** From a shown zero, the increase is the new count itself and is judged there. */
const startsAbove = (releases: readonly PublicQuarter[], id: string, quarter: Quarter): boolean => {
  const before = releases[releases.findIndex((one) => one.quarter === quarter) - 1]!
  return before.values.get(id) !== 0
}

/**
 * Attacks a station's releases together, from the files alone. Every hidden cell counts as sensitive, because the files
 * do not tell which are.
 * @param releases in time order, without gaps
 */
export const auditReleases = async (
  releases: readonly PublicQuarter[],
  solver: LpSolver,
  rules: Rules,
  wanted: readonly WantedSum[] = [],
): Promise<PublicAudit> => {
  const view = readReleases(releases, wanted, rules)
  const table = view.known.has('contradiction') ? null : anyTable(view, solver)
  if (!table) return { status: 'inconsistent', attacks: 0, exposed: [], intervals: new Map() }
  const result =
    view.unknown.size > 0
      ? await audit(auditFile(view, table, rules), asked(view), solver, {
          onProgress: () => new Promise((resolve) => setTimeout(resolve, 0)),
        })
      : { exposed: [], attacks: 0, intervals: {} as Record<string, [number | null, number | null]> }
  const interval = (name: string): Interval | undefined => {
    const value = view.known.get(name)
    if (value !== undefined) return [value, value]
    const found = result.intervals[name]
    return found && [found[0] ?? 0, found[1]]
  }
  const exposed = [
    ...result.exposed,
    ...view.hidden.filter((name) => view.known.has(name)),
    ...betrayed(releases, interval, rules),
  ]
  const named = [
    ...view.hidden,
    ...releases.flatMap(({ quarter }) => wanted.map(({ id }) => at(id, quarter))),
  ]
  return {
    status: exposed.length > 0 ? 'unsafe' : 'safe',
    attacks: result.attacks,
    exposed,
    intervals: new Map(
      named.flatMap((name) => {
        const found = interval(name)
        return found ? [[name, found] as const] : []
      }),
    ),
  }
}
