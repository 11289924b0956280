/** The people behind a quarter's release as the tables that the disclosure engine protects. */
import { type ReleasedTable, releasedTable } from '../disclosure/ledger.ts'
import type { Table } from '../disclosure/tables.ts'
import { TABLES } from './catalogue.ts'
import { type CellFacts, type Coarsening, coarsenAll, restOf, tableOf } from './coarser.ts'
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
}

/** One quarter as it was or will be released. */
export type ReleasedQuarter = QuarterPeople & {
  /** Displayed cells without a figure. */
  hidden: ReadonlySet<string>
  coarser: readonly Coarsening[]
}

/** The true count of every catalogue cell that counts somebody. */
export const countsOf = (people: QuarterPeople): Map<string, Tally> =>
  new Map([
    ...tally('participants', people.counted),
    ...tally('health-checks', people.checked),
    ...tally('referrals', people.referred),
  ])

/** The people whom the inclusions leave outside: participants without a check, and without a referral. */
const restsOf = (people: QuarterPeople): Map<string, Tally> => {
  const without = (some: readonly Counted[]) => {
    const inside = new Set(some.map((one) => one.person))
    return people.counted.filter((one) => !inside.has(one.person))
  }
  return new Map(
    [...tally('health-checks', without(people.checked)), ...tally('referrals', without(people.referred))].map(
      ([key, value]) => [restOf(key), value] as const,
    ),
  )
}

/** The tables of a quarter, made coarser as asked. */
export const quarterTables = (people: QuarterPeople, coarser: readonly Coarsening[] = []): Table[] => {
  const counts = new Map([...countsOf(people), ...restsOf(people)])
  const joined = tally('participants', people.fresh)
  const facts = (key: string): CellFacts => {
    const { count, only } = counts.get(key) ?? { count: 0, only: null }
    const fresh = joined.get(key)?.only
    return { count, ...(only === null ? {} : { only }), ...(fresh ? { joined: fresh } : {}) }
  }
  return coarsenAll(
    TABLES.map((table) => tableOf(table, facts)),
    coarser,
  )
}

/** Earlier releases as the engine's ledger. */
export const ledgerOf = (earlier: readonly ReleasedQuarter[]): ReleasedTable[] =>
  earlier.flatMap((one) =>
    quarterTables(one, one.coarser).map((table) => releasedTable(one.quarter, table, one.hidden)),
  )
