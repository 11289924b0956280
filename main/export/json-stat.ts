// One table of a release as a JSON-stat 2.0 dataset. Cells outside the table's levels have neither value nor status.
import { cellsOf, TABLE_DIMENSIONS, type TableName } from '../../domain/aggregates/catalogue.ts'
import { CODES, childrenOf, type Dimension } from '../../domain/aggregates/dimensions.ts'
import type { PublicQuarter } from '../../domain/aggregates/released.ts'
import { DIMENSION_LABELS, labelOf, TABLE_TITLES } from './labels.ts'

const category = (dimension: Dimension) => ({
  index: CODES[dimension],
  label: Object.fromEntries(CODES[dimension].map((code) => [code, labelOf(dimension, code)])),
  child: Object.fromEntries(
    CODES[dimension].flatMap((code) => {
      const children = childrenOf(dimension, code)
      return children.length > 0 ? [[code, children]] : []
    }),
  ),
})

/** Where a cell stands in the row-major cube. */
export const cubeIndex = (dimensions: readonly Dimension[], codes: readonly string[]): number =>
  dimensions.reduce(
    (at, dimension, i) => at * CODES[dimension].length + CODES[dimension].indexOf(codes[i]!),
    0,
  )

/** The dataset as a plain object; `updated` is the moment of the release. */
export const tableJsonStat = (
  table: TableName,
  { quarter, values }: PublicQuarter,
  updated: string,
  source: string,
) => {
  const dimensions = TABLE_DIMENSIONS[table]
  const value: Record<string, number> = {}
  const status: Record<string, string> = {}
  for (const cell of cellsOf(table)) {
    const at = cubeIndex(dimensions, cell.codes)
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
    size: [1, ...dimensions.map((dimension) => CODES[dimension].length)],
    role: { time: ['quarter'], geo: ['area'] },
    dimension: {
      quarter: { label: 'Vuosineljännes', category: { index: [quarter], label: { [quarter]: quarter } } },
      ...Object.fromEntries(
        dimensions.map((dimension) => [
          dimension,
          { label: DIMENSION_LABELS[dimension], category: category(dimension) },
        ]),
      ),
    },
    value,
    status,
  }
}
