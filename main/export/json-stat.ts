// One table of a release as a JSON-stat 2.0 dataset. Cells outside the table's levels have neither value nor status.
import { TABLE_DIMENSIONS, type TableName } from '../../domain/aggregates/catalogue.ts'
import { cellsIn, codesIn, partsOf } from '../../domain/aggregates/coarser.ts'
import type { Dimension } from '../../domain/aggregates/dimensions.ts'
import type { PublicQuarter } from '../../domain/aggregates/public-view.ts'
import { DIMENSION_LABELS, labelOf, TABLE_TITLES } from './labels.ts'

const category = (dimension: Dimension, codes: readonly string[]) => ({
  index: codes,
  label: Object.fromEntries(codes.map((code) => [code, labelOf(dimension, code)])),
  child: Object.fromEntries(
    codes.flatMap((code) => {
      const children = partsOf(dimension, code)
      return children.length > 0 ? [[code, children]] : []
    }),
  ),
})

/** Where a cell stands in the row-major cube. */
export const cubeIndex = (codes: readonly (readonly string[])[], cell: readonly string[]): number =>
  codes.reduce((at, all, i) => at * all.length + all.indexOf(cell[i]!), 0)

/** The dataset as a plain object; `updated` is the moment of the release. */
export const tableJsonStat = (
  table: TableName,
  { quarter, values, coarser }: PublicQuarter,
  updated: string,
  source: string,
) => {
  const dimensions = TABLE_DIMENSIONS[table]
  const codes = dimensions.map((dimension) => codesIn(table, dimension, coarser))
  const value: Record<string, number> = {}
  const status: Record<string, string> = {}
  for (const cell of cellsIn(table, coarser)) {
    const at = cubeIndex(codes, cell.codes)
    const count = values.get(cell.id) ?? null
    if (count === null) status[at] = 'hidden'
    else value[at] = count
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: TABLE_TITLES[table],
    source,
    updated,
    id: ['quarter', ...dimensions],
    size: [1, ...codes.map((all) => all.length)],
    role: { time: ['quarter'], ...(dimensions.includes('area') ? { geo: ['area'] } : {}) },
    dimension: {
      quarter: { label: 'Vuosineljännes', category: { index: [quarter], label: { [quarter]: quarter } } },
      ...Object.fromEntries(
        dimensions.map((dimension, i) => [
          dimension,
          { label: DIMENSION_LABELS[dimension], category: category(dimension, codes[i]!) },
        ]),
      ),
    },
    value,
    status,
  }
}
