/** Everything a station's released files say, as known figures, open ones and the equations between them. */
import type { Table } from '../disclosure/tables.ts'
import { type Coarsening, structureOf } from './coarser.ts'
import type { Quarter } from './quarters.ts'

/** One released quarter as its files say: a number, or null where the cell is hidden. Every displayed cell is present. */
export type PublicQuarter = {
  quarter: Quarter
  coarser: readonly Coarsening[]
  values: ReadonlyMap<string, number | null>
}

/** A sum of cells within each quarter whose interval is wanted too, e.g. an indicator over two classes. */
export type WantedSum = { id: string; parts: readonly string[] }

type Unknown = { lower: number; upper: number }
type Equation = { total: string; parts: string[] }

export type PublicView = {
  known: Map<string, number>
  unknown: Map<string, Unknown>
  equations: Equation[]
  /** Displayed cells without a figure. */
  hidden: string[]
  /** Cells that are not displayed, and the others of a total whose part is of a sensitive category. */
  unseen: string[]
  rests: Rest[]
  /** Increases of cumulative cells that are secrets when they are small, with the cell and quarter before. */
  increases: { name: string; before: string }[]
  contradiction: boolean
}

/** Name of a cell or sum in one quarter. To take it apart, the last `@` divides. */
export const at = (id: string, quarter: Quarter): string => `${id}@${quarter}`
const grown = (id: string, quarter: Quarter): string => `${id}+${quarter}`

type Rest = { total: string; part: string; rest: string }

/** Totals of which a sensitive category leaves a rest: when that is small, nearly everybody is in the category. */
const tellingRests = ({ relations, sensitiveParts = [] }: Table): Rest[] =>
  relations.flatMap(({ total, parts: [part, rest, ...more] }) =>
    sensitiveParts.includes(part!) &&
    !sensitiveParts.includes(total) &&
    rest !== undefined &&
    more.length === 0
      ? [{ total, part: part!, rest }]
      : [],
  )

const renamed = ({ total, part, rest }: Rest, name: (key: string) => string): Rest => ({
  total: name(total),
  part: name(part),
  rest: name(rest),
})

const addQuarter = (
  view: PublicView,
  { quarter, values, coarser }: PublicQuarter,
  wanted: readonly WantedSum[],
): void => {
  for (const table of structureOf(coarser)) {
    for (const cell of table.cells) {
      const name = at(cell.key, quarter)
      const value = cell.unseen ? null : (values.get(cell.key) ?? null)
      if (value !== null) view.known.set(name, value)
      else {
        const lower = cell.unseen ? 0 : table.lowerBound
        view.unknown.set(name, { lower, upper: cell.upper ?? Infinity })
        if (!cell.unseen) view.hidden.push(name)
        else if (cell.sensitive !== false) view.unseen.push(name)
      }
    }
    for (const { total, parts } of table.relations) {
      view.equations.push({ total: at(total, quarter), parts: parts.map((part) => at(part, quarter)) })
    }
    for (const rest of tellingRests(table)) view.rests.push(renamed(rest, (key) => at(key, quarter)))
  }
  for (const { id, parts } of wanted) {
    view.equations.push({ total: at(id, quarter), parts: parts.map((part) => at(part, quarter)) })
    view.unknown.set(at(id, quarter), { lower: 0, upper: Infinity })
  }
}

const STOCK_TABLES = structureOf([]).filter((table) => table.kind === 'stock')
const STOCK = STOCK_TABLES.flatMap((table) => table.cells)

const STOCK_RESTS = STOCK_TABLES.flatMap(tellingRests)

const addIncreases = (view: PublicView, before: PublicQuarter, after: PublicQuarter): void => {
  for (const { key, sensitive } of STOCK) {
    const name = grown(key, after.quarter)
    view.unknown.set(name, { lower: 0, upper: Infinity })
    view.equations.push({ total: at(key, after.quarter), parts: [at(key, before.quarter), name] })
    // How many more have no background tells of nobody.
    if (sensitive !== false) view.increases.push({ name, before: at(key, before.quarter) })
  }
  // Nearly all who joined in one sensitive category is a disclosure of its own.
  for (const rest of STOCK_RESTS) view.rests.push(renamed(rest, (key) => grown(key, after.quarter)))
}

/** Single unknowns that an equation gives exactly become known, until nothing changes. */
const settle = (view: PublicView): void => {
  for (let news = true; news; ) {
    news = false
    view.equations = view.equations.filter(({ total, parts }) => {
      const open = [total, ...parts].filter((name) => view.unknown.has(name))
      if (open.length > 1) return true
      const sum = parts.reduce((all, part) => all + (view.known.get(part) ?? 0), 0)
      const [name] = open
      if (name === undefined) {
        // A sum of known figures only: nothing to solve, but it must be right.
        if (sum !== view.known.get(total)) view.contradiction = true
        return false
      }
      const value = name === total ? sum : view.known.get(total)! - sum
      const { lower, upper } = view.unknown.get(name)!
      if (value < lower || value > upper) view.contradiction = true
      view.known.set(name, value)
      view.unknown.delete(name)
      news = true
      return false
    })
  }
}

/** @param releases in time order, without gaps */
export const readReleases = (
  releases: readonly PublicQuarter[],
  wanted: readonly WantedSum[],
): PublicView => {
  const view: PublicView = {
    known: new Map(),
    unknown: new Map(),
    equations: [],
    hidden: [],
    unseen: [],
    rests: [],
    increases: [],
    contradiction: false,
  }
  releases.forEach((one, index) => {
    addQuarter(view, one, wanted)
    if (index > 0) addIncreases(view, releases[index - 1]!, one)
  })
  settle(view)
  return view
}
