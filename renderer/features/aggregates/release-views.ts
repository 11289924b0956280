// The released tables as a person reads them: ten views of two dimensions each, with merged classes as they are released.
import { cellId, type TableName } from '../../../domain/aggregates/catalogue.ts'
import { type Coarsening, mergedParts } from '../../../domain/aggregates/coarser.ts'
import {
  ALL_AREAS,
  AREA_SUB_REGIONS,
  CODES,
  childrenOf,
  type Dimension,
  TOTAL,
  TRAITS,
} from '../../../domain/aggregates/dimensions.ts'

export const VIEW_IDS = [
  'areaSex',
  'areaClass',
  'ageSex',
  'statusSex',
  'education',
  'background',
  'special',
  'results',
  'checks',
  'referrals',
] as const
export type ViewId = (typeof VIEW_IDS)[number]

type Axis = { dimension: Dimension; codes: readonly string[] }

export type ReleaseView = {
  table: TableName
  rows: Axis
  columns: Axis
  /** The cell at a row and a column; `sex` matters only where sex is not a column. */
  cell: (row: string, column: string, sex: string) => string
}

const COARSE = [ALL_AREAS, ...AREA_SUB_REGIONS]
const sexes = { dimension: 'sex', codes: CODES.sex } as const
const classes = { dimension: 'labour_status', codes: [TOTAL, ...childrenOf('labour_status', TOTAL)] } as const

const flow = (table: TableName): ReleaseView => ({
  table,
  rows: { dimension: 'area', codes: COARSE },
  columns: sexes,
  cell: (area, sex) => cellId(table, [area, sex]),
})

const bySex = (table: TableName, dimension: Dimension, codes: readonly string[]): ReleaseView => ({
  table,
  rows: { dimension, codes },
  columns: sexes,
  cell: (code, sex) => cellId(table, [sex, code]),
})

const WHOLE: Readonly<Record<ViewId, ReleaseView>> = {
  areaSex: {
    table: 'participants',
    rows: { dimension: 'area', codes: CODES.area },
    columns: sexes,
    cell: (area, sex) => cellId('participants', [area, sex, TOTAL, TOTAL]),
  },
  areaClass: {
    table: 'participants',
    rows: { dimension: 'area', codes: COARSE },
    columns: classes,
    cell: (area, labour, sex) => cellId('participants', [area, sex, TOTAL, labour]),
  },
  ageSex: {
    table: 'participants',
    rows: { dimension: 'age_band', codes: CODES.age_band },
    columns: sexes,
    cell: (age, sex) => cellId('participants', [ALL_AREAS, sex, age, TOTAL]),
  },
  statusSex: {
    table: 'participants',
    rows: { dimension: 'labour_status', codes: CODES.labour_status },
    columns: sexes,
    cell: (labour, sex) => cellId('participants', [ALL_AREAS, sex, TOTAL, labour]),
  },
  education: {
    ...bySex('education', 'education', CODES.education),
    // All levels together are the participants.
    cell: (level, sex) =>
      level === TOTAL
        ? cellId('participants', [ALL_AREAS, sex, TOTAL, TOTAL])
        : cellId('education', [sex, level]),
  },
  background: bySex('background', 'background', CODES.background),
  special: bySex('special', 'special', CODES.special),
  results: bySex('results', 'result', CODES.result),
  checks: flow('health-checks'),
  referrals: flow('referrals'),
}

/** Parts give way to their merged class, which keeps all their sub-classes under it. */
const merged = (axis: Axis, table: TableName, coarser: readonly Coarsening[]): Axis => {
  let codes = [...axis.codes]
  for (const one of coarser) {
    if (one.kind !== 'merge' || one.table !== table || one.dimension !== axis.dimension) continue
    const { dimension, categories } = one
    if (!categories.every((code) => codes.includes(code))) continue
    const under = categories
      .flatMap((code) => childrenOf(dimension, code))
      .filter((code) => codes.includes(code))
    const at = codes.indexOf(categories[0]!)
    const gone = new Set([...categories, ...under])
    codes = [
      ...codes.slice(0, at).filter((code) => !gone.has(code)),
      ...(isLevel(dimension, categories) ? [] : [categories.join('+')]),
      ...under,
      ...codes.slice(at).filter((code) => !gone.has(code)),
    ]
  }
  return { ...axis, codes }
}

/** All classes of one total: merged, they are that total. */
const isLevel = (dimension: Dimension, categories: readonly string[]): boolean =>
  CODES[dimension].some((code) => childrenOf(dimension, code).join() === categories.join())

export const viewOf = (id: ViewId, coarser: readonly Coarsening[]): ReleaseView => {
  const view = WHOLE[id]
  return {
    ...view,
    rows: merged(view.rows, view.table, coarser),
    columns: merged(view.columns, view.table, coarser),
  }
}

/** The totals of a view whose classes can be merged, by dimension. */
export const mergeableIn = (id: ViewId): { dimension: Dimension; parent: string }[] =>
  [WHOLE[id].rows, WHOLE[id].columns].flatMap(({ dimension, codes }) =>
    codes
      .filter((code) => childrenOf(dimension, code).some((child) => codes.includes(child)))
      .map((parent) => ({ dimension, parent })),
  )

const LEVEL: ReadonlyMap<string, number> = new Map([
  ...AREA_SUB_REGIONS.map((code) => [code, 1] as const),
  ...AREA_SUB_REGIONS.flatMap((region) => childrenOf('area', region).map((code) => [code, 2] as const)),
  ...childrenOf('labour_status', TOTAL).flatMap((code) => [
    [code, 1] as const,
    ...childrenOf('labour_status', code).map((part) => [part, 2] as const),
  ]),
  ...[
    ...childrenOf('age_band', TOTAL),
    ...childrenOf('education', TOTAL),
    ...TRAITS.flatMap((trait) => CODES[trait]),
  ].map((code) => [code, 1] as const),
])

/** How deep a class lies under its total: 0, 1 or 2. */
export const levelOf = (code: string): number => LEVEL.get(mergedParts(code)[0]!) ?? 0
