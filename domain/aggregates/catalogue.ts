/**
 * The fixed catalogue of what a release shows: every cell of every table, what adds up to what, and how dear each is.
 *
 * Detail goes to the place or to the person, never to both: municipality × sex, sub-region × sex × project class,
 * sex × age band, sex × labour status, sex × education. These meet each other like a tree (sex; sex and class), so any
 * tables that agree where they meet come from some set of people: the cross-classification that is not shown gives an
 * attacker nothing beyond the sums below, and the audit over them is exact. Background answers, special categories and
 * results are counted by sex only; each is a part of the participants, or of those who could reach the result. The full
 * cross of 400 people would be almost only ones and twos, and its zeros would tell what the few participants of a small
 * municipality are.
 */
import {
  type ExitFacts,
  IMMEDIATE_RESULTS,
  type ImmediateResult,
  immediateResultsOf,
} from '../clients/entry.ts'
import { LABOUR_STATUSES, PROJECT_CLASSES, projectClassOf } from '../clients/labour-status.ts'
import { municipalityOf } from '../reference/municipalities.ts'
import {
  ALL_AREAS,
  AREA_SUB_REGIONS,
  ancestorsOf,
  CODES,
  childrenOf,
  type Dimension,
  TOTAL,
} from './dimensions.ts'

export const TABLES = [
  'participants',
  'health-checks',
  'referrals',
  'education',
  'background',
  'special',
  'results',
] as const
export type TableName = (typeof TABLES)[number]

/** The columns of each table, in order. */
export const TABLE_DIMENSIONS: Readonly<Record<TableName, readonly Dimension[]>> = {
  participants: ['area', 'sex', 'age_band', 'labour_status'],
  'health-checks': ['area', 'sex'],
  referrals: ['area', 'sex'],
  education: ['sex', 'education'],
  background: ['sex', 'background'],
  special: ['sex', 'special'],
  results: ['sex', 'result'],
}

/** Counts that go on from quarter to quarter; the others are of one quarter. */
export const isStock = (table: TableName): boolean => table !== 'health-checks' && table !== 'referrals'

/** Whether zero and small are one class: a shown zero of a special category may itself harm. */
export const hidesZeros = (table: TableName): boolean => table === 'special'

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

const isShown = (table: TableName, codes: readonly string[]): boolean => {
  if (table === 'participants') return participantsShown(codes)
  if (TABLE_DIMENSIONS[table][0] === 'area') return isCoarseArea(codes[0]!)
  // All levels of education together are the participants.
  return codes[1] !== TOTAL
}

const isTotal = (code: string): boolean => code === TOTAL || code === ALL_AREAS

/** Totals and the project's own classes of the whole area are what the office needs exactly. */
const weightOf = (table: TableName, codes: readonly string[]): number => {
  if (TABLE_DIMENSIONS[table][0] !== 'area') return codes[0] === TOTAL ? 500 : 2
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
      weight: weightOf(table, codes),
      upper: codes.slice(1).every(isTotal) ? (municipalityOf(codes[0]!)?.population ?? null) : null,
    })),
)

const byId: ReadonlyMap<string, CatalogueCell> = new Map(CATALOGUE.map((cell) => [cell.id, cell]))

/** The cell of an identifier, or undefined. */
export const catalogueCell = (id: string): CatalogueCell | undefined => byId.get(id)

/** The cells of one table in the order of its file, before anything is merged or left out (then `cellsIn`). */
export const cellsOf = (table: TableName): CatalogueCell[] => CATALOGUE.filter((cell) => cell.table === table)

export type Sum = {
  /** The table that the parts stand in. */
  table: TableName
  total: string
  parts: readonly string[]
}

/** Participants of the whole area by sex and class on entry. */
const participants = (sex: string, labour = TOTAL): string =>
  cellId('participants', [ALL_AREAS, sex, TOTAL, labour])

/** Every sum that holds within one release. */
export const SUMS: readonly Sum[] = [
  ...CATALOGUE.flatMap((cell) =>
    TABLE_DIMENSIONS[cell.table].flatMap((dimension, at): Sum[] => {
      const parts = childrenOf(dimension, cell.codes[at]!).map((child) =>
        cellId(cell.table, cell.codes.with(at, child)),
      )
      const isWhole = parts.length > 0 && parts.every((part) => byId.has(part))
      return isWhole ? [{ table: cell.table, total: cell.id, parts }] : []
    }),
  ),
  ...CODES.sex.map((sex): Sum => {
    const parts = childrenOf('education', TOTAL).map((level) => cellId('education', [sex, level]))
    return { table: 'education', total: participants(sex), parts }
  }),
]

/** Everything that an exit can bring: what the rules make of it shows who can reach which result. */
const ALL_REACHED: ExitFacts = {
  exitStatus: 'employed',
  exitJobSearch: true,
  exitEducation: true,
  exitQualification: true,
}

/** The project's classes on entry whose people can reach a result; the total where all can. */
const baseOfResult = (result: string): readonly string[] => {
  const statuses = LABOUR_STATUSES.filter((status) =>
    immediateResultsOf(status, ALL_REACHED).some((reached) => reached === result),
  )
  const classes = PROJECT_CLASSES.filter((one) => statuses.some((status) => projectClassOf(status) === one))
  return classes.length === PROJECT_CLASSES.length ? [TOTAL] : classes
}
const RESULT_BASE: ReadonlyMap<string, readonly string[]> = new Map(
  CODES.result.map((result) => [result, baseOfResult(result)]),
)

/** The cells whose sum a cell never exceeds: its people are among theirs. */
export type Inclusion = { table: TableName; part: string; wholes: readonly string[] }

const wholesOf = ({ table, codes }: CatalogueCell): string[] => {
  const [first, second] = codes as [string, string]
  if (TABLE_DIMENSIONS[table][0] === 'area') return [cellId('participants', [first, second, TOTAL, TOTAL])]
  return table === 'results'
    ? RESULT_BASE.get(second)!.map((labour) => participants(first, labour))
    : [participants(first)]
}

/** Whoever has a check, a referral, a background or a result is a participant, in the class that it takes. */
export const INCLUSIONS: readonly Inclusion[] = CATALOGUE.filter(
  ({ table }) => table !== 'participants' && table !== 'education',
).map((cell) => ({ table: cell.table, part: cell.id, wholes: wholesOf(cell) }))

/** The results that somebody of this class on entry (finest code of `labour_status`) can reach. */
export const resultsOpenTo = (labour: string): ImmediateResult[] => {
  const classes = ancestorsOf('labour_status', labour)
  return IMMEDIATE_RESULTS.filter((result) => RESULT_BASE.get(result)!.some((code) => classes.includes(code)))
}
