// The released tables as a person reads them: six views of two dimensions each.
import { cellId, type TableName } from '../../../domain/aggregates/catalogue.ts'
import {
  ALL_AREAS,
  AREA_SUB_REGIONS,
  CODES,
  childrenOf,
  type Dimension,
  TOTAL,
} from '../../../domain/aggregates/dimensions.ts'

export const VIEW_IDS = ['areaSex', 'areaClass', 'ageSex', 'statusSex', 'checks', 'referrals'] as const
export type ViewId = (typeof VIEW_IDS)[number]

export type ReleaseView = {
  rows: { dimension: Dimension; codes: readonly string[] }
  columns: { dimension: Dimension; codes: readonly string[] }
  /** The cell at a row and a column; `sex` matters only where sex is not a column. */
  cell: (row: string, column: string, sex: string) => string
}

const COARSE = [ALL_AREAS, ...AREA_SUB_REGIONS]
const sexes = { dimension: 'sex', codes: CODES.sex } as const
const classes = { dimension: 'labour_status', codes: [TOTAL, ...childrenOf('labour_status', TOTAL)] } as const

const flow = (table: TableName): ReleaseView => ({
  rows: { dimension: 'area', codes: COARSE },
  columns: sexes,
  cell: (area, sex) => cellId(table, [area, sex]),
})

export const VIEWS: Readonly<Record<ViewId, ReleaseView>> = {
  areaSex: {
    rows: { dimension: 'area', codes: CODES.area },
    columns: sexes,
    cell: (area, sex) => cellId('participants', [area, sex, TOTAL, TOTAL]),
  },
  areaClass: {
    rows: { dimension: 'area', codes: COARSE },
    columns: classes,
    cell: (area, labour, sex) => cellId('participants', [area, sex, TOTAL, labour]),
  },
  ageSex: {
    rows: { dimension: 'age_band', codes: CODES.age_band },
    columns: sexes,
    cell: (age, sex) => cellId('participants', [ALL_AREAS, sex, age, TOTAL]),
  },
  statusSex: {
    rows: { dimension: 'labour_status', codes: CODES.labour_status },
    columns: sexes,
    cell: (labour, sex) => cellId('participants', [ALL_AREAS, sex, TOTAL, labour]),
  },
  checks: flow('health-checks'),
  referrals: flow('referrals'),
}

const LEVEL: ReadonlyMap<string, number> = new Map([
  ...AREA_SUB_REGIONS.map((code) => [code, 1] as const),
  ...AREA_SUB_REGIONS.flatMap((region) => childrenOf('area', region).map((code) => [code, 2] as const)),
  ...childrenOf('labour_status', TOTAL).flatMap((code) => [
    [code, 1] as const,
    ...childrenOf('labour_status', code).map((part) => [part, 2] as const),
  ]),
])

/** How deep a class lies under its total: 0, 1 or 2. */
export const levelOf = (code: string): number => LEVEL.get(code) ?? 0
