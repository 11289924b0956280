/**
 * The fixed catalogue of what a release shows: every cell of every table, what adds up to what, and how dear each is.
 *
 * Detail goes to the place or to the person, never to both: municipality × sex, sub-region × sex × project class,
 * sex × age band, sex × labour status. These four meet each other like a tree (sex; sex and class), so any tables that
 * agree where they meet come from some set of people: the cross-classification that is not shown gives an attacker
 * nothing beyond the sums below, and the audit over them is exact. The full cross of 400 people would be almost only
 * ones and twos, and its zeros would tell what the few participants of a small municipality are.
 */
import { municipalityOf } from '../reference/municipalities.ts'
import { ALL_AREAS, AREA_SUB_REGIONS, CODES, childrenOf, type Dimension, TOTAL } from './dimensions.ts'

export const TABLES = ['participants', 'health-checks', 'referrals'] as const
export type TableName = (typeof TABLES)[number]

/** The columns of each table, in order. */
export const TABLE_DIMENSIONS: Readonly<Record<TableName, readonly Dimension[]>> = {
  participants: ['area', 'sex', 'age_band', 'labour_status'],
  'health-checks': ['area', 'sex'],
  referrals: ['area', 'sex'],
}

export type CatalogueCell = {
  id: string
  table: TableName
  /** One code for each column of the table. */
  codes: readonly string[]
  /** What hiding it costs. */
  weight: number
  /** Inhabitants, where the cell cannot count more people than that. */
  upper: number | null
}

/** The identifier of a cell: table and codes. Unique in a release. */
export const cellId = (table: TableName, codes: readonly string[]): string => [table, ...codes].join('|')

const isCoarseArea = (area: string): boolean => area === ALL_AREAS || AREA_SUB_REGIONS.includes(area)
const CLASSES: readonly string[] = [TOTAL, ...childrenOf('labour_status', TOTAL)]

const participantsShown = ([area, , age, labour]: readonly string[]): boolean => {
  if (age !== TOTAL && labour !== TOTAL) return false
  if (age === TOTAL && labour === TOTAL) return true
  return area === ALL_AREAS || (age === TOTAL && CLASSES.includes(labour!) && isCoarseArea(area!))
}

const isShown = (table: TableName, codes: readonly string[]): boolean =>
  table === 'participants' ? participantsShown(codes) : isCoarseArea(codes[0]!)

const isTotal = (code: string): boolean => code === TOTAL || code === ALL_AREAS

/** Totals and the project's own classes of the whole area are what the office needs exactly. */
const weightOf = (codes: readonly string[]): number => {
  const detail = codes.filter((code) => !isTotal(code)).length
  if (detail === 0) return 20_000
  if (codes[0] === ALL_AREAS && detail === 1)
    return codes[3] !== undefined && codes[3] !== TOTAL ? 3_000 : 500
  if (detail === 1) return AREA_SUB_REGIONS.includes(codes[0]!) ? 30 : 8
  return detail === 2 ? 3 : 2
}

const combine = (dimensions: readonly Dimension[]): string[][] =>
  dimensions.reduce<string[][]>(
    (rows, dimension) => rows.flatMap((row) => CODES[dimension].map((code) => [...row, code])),
    [[]],
  )

/** Every cell of a release, in the order of the files. */
export const CATALOGUE: readonly CatalogueCell[] = TABLES.flatMap((table) =>
  combine(TABLE_DIMENSIONS[table])
    .filter((codes) => isShown(table, codes))
    .map((codes) => ({
      id: cellId(table, codes),
      table,
      codes,
      weight: weightOf(codes),
      upper: codes.slice(1).every(isTotal) ? (municipalityOf(codes[0]!)?.population ?? null) : null,
    })),
)

const byId: ReadonlyMap<string, CatalogueCell> = new Map(CATALOGUE.map((cell) => [cell.id, cell]))

/** The cell of an identifier, or undefined. */
export const catalogueCell = (id: string): CatalogueCell | undefined => byId.get(id)

/** The cells of one table in the order of its file, before anything is merged or left out (then `cellsIn`). */
export const cellsOf = (table: TableName): CatalogueCell[] => CATALOGUE.filter((cell) => cell.table === table)

export type Sum = { total: string; parts: readonly string[] }

/** Every sum that holds within one release. */
export const SUMS: readonly Sum[] = CATALOGUE.flatMap((cell) =>
  TABLE_DIMENSIONS[cell.table].flatMap((dimension, at) => {
    const parts = childrenOf(dimension, cell.codes[at]!).map((child) =>
      cellId(cell.table, cell.codes.with(at, child)),
    )
    return parts.length > 0 && parts.every((part) => byId.has(part)) ? [{ total: cell.id, parts }] : []
  }),
)

/** Clients with a check or a referral are participants: the second cell never counts more people than the first. */
export const INCLUSIONS: readonly { whole: string; part: string }[] = CATALOGUE.filter(
  (cell) => cell.table !== 'participants',
).map((cell) => ({ whole: cellId('participants', [...cell.codes, TOTAL, TOTAL]), part: cell.id }))
