/** The people behind a quarter's release as the tables that the disclosure engine protects. */
import { type ReleasedTable, releasedTable } from '../disclosure/ledger.ts'
import type { Table } from '../disclosure/tables.ts'
import { hidesZeros, INCLUSIONS, isStock, resultsOpenTo, TABLES, type TableName } from './catalogue.ts'
import { baseOf, type CellFacts, type Coarsening, coarsenAll, restOf, tablesOf } from './coarser.ts'
import { BACKGROUNDS, SPECIAL_CATEGORIES } from './dimensions.ts'
import type { Quarter } from './quarters.ts'
import { type Counted, type Tally, tally } from './tally.ts'

/** The people behind one quarter's release. */
export type QuarterPeople = {
  quarter: Quarter
  /** Participants up to the end of the quarter. */
  counted: readonly Counted[]
  /** Those of them who were not counted in an earlier release. */
  fresh: readonly Counted[]
  /** Those of them whose health check was closed, and who were sent to a service, within the quarter. */
  checked: readonly Counted[]
  referred: readonly Counted[]
  /** Participants whose exit had results that are final by the end of the quarter, and those of them who are new. */
  achieved: readonly Counted[]
  newlyAchieved: readonly Counted[]
}

/** One quarter as it was or will be released. */
export type ReleasedQuarter = QuarterPeople & {
  /** Displayed cells without a figure. */
  hidden: ReadonlySet<string>
  coarser: readonly Coarsening[]
}

type Tallies = Map<string, Tally>

/** Whom a table counts. */
const countedIn = (table: TableName, people: QuarterPeople): readonly Counted[] => {
  if (table === 'health-checks') return people.checked
  if (table === 'referrals') return people.referred
  return table === 'results' ? people.achieved : people.counted
}

/** The true count of every catalogue cell that counts somebody. */
export const countsOf = (people: QuarterPeople): Tallies =>
  new Map(TABLES.flatMap((table) => [...tally(table, countedIn(table, people))]))

/** The increase of every cell that goes on from quarter to quarter. */
const increasesOf = ({ fresh, newlyAchieved }: QuarterPeople): Tallies =>
  new Map(
    TABLES.filter(isStock).flatMap((table) => [...tally(table, table === 'results' ? newlyAchieved : fresh)]),
  )

const named = (name: (part: string) => string, tallies: Tallies): [string, Tally][] =>
  [...tallies].map(([part, value]) => [name(part), value])

/** Of these people, those without each background. */
const withoutTraits = (people: readonly Counted[]): [string, Tally][] => {
  const others = people.map((one) => ({
    ...one,
    background: BACKGROUNDS.filter((code) => !one.background.includes(code)),
    special: SPECIAL_CATEGORIES.filter((code) => !one.special.includes(code)),
  }))
  return [...named(restOf, tally('background', others)), ...named(restOf, tally('special', others))]
}

/** Those who could reach each result, and those who have not (yet). */
const basesOf = ({ counted, achieved }: QuarterPeople): [string, Tally][] => {
  const reached = new Map(achieved.map(({ person, result }) => [person, result]))
  const base = counted.map((one) => ({ ...one, result: resultsOpenTo(one.labour_status) }))
  const rest = base.map((one) => ({
    ...one,
    result: one.result.filter((result) => !reached.get(one.person)?.includes(result)),
  }))
  return [...named(baseOf, tally('results', base)), ...named(restOf, tally('results', rest))]
}

/** The people whom the inclusions leave outside their parts, and the sums that some of them lie within. */
const restsOf = (people: QuarterPeople): Tallies => {
  const without = (some: readonly Counted[]) => {
    const inside = new Set(some.map((one) => one.person))
    return people.counted.filter((one) => !inside.has(one.person))
  }
  return new Map([
    ...named(restOf, tally('health-checks', without(people.checked))),
    ...named(restOf, tally('referrals', without(people.referred))),
    ...withoutTraits(people.counted),
    ...basesOf(people),
  ])
}

/** Cells of tables that hide zeros, and the cell that each is a part of. */
const WHOLE_OF: ReadonlyMap<string, string> = new Map(
  INCLUSIONS.filter(({ table }) => hidesZeros(table)).map(({ part, wholes }) => [part, wholes[0]!]),
)

/** The tables of a quarter, made coarser as asked. */
export const quarterTables = (people: QuarterPeople, coarser: readonly Coarsening[] = []): Table[] => {
  const counts = new Map([...countsOf(people), ...restsOf(people)])
  const joined = new Map([...increasesOf(people), ...withoutTraits(people.fresh)])
  const facts = (key: string): CellFacts => {
    const { count, only } = counts.get(key) ?? { count: 0, only: null }
    const fresh = joined.get(key)?.only
    const whole = WHOLE_OF.get(key)
    const implied = count === 0 && whole !== undefined && !counts.has(whole)
    return {
      count,
      ...(only === null ? {} : { only }),
      ...(fresh ? { joined: fresh } : {}),
      ...(implied ? { implied } : {}),
    }
  }
  return coarsenAll(tablesOf(facts), coarser)
}

/** Earlier releases as the engine's ledger. */
export const ledgerOf = (earlier: readonly ReleasedQuarter[]): ReleasedTable[] =>
  earlier.flatMap((one) =>
    quarterTables(one, one.coarser).map((table) => releasedTable(one.quarter, table, one.hidden)),
  )
