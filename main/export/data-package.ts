// The Frictionless description of a package's CSV files.
import { createHash } from 'node:crypto'
import { TABLE_DIMENSIONS, TABLES, type TableName } from '../../domain/aggregates/catalogue.ts'
import { type Coarsening, codesIn } from '../../domain/aggregates/coarser.ts'
import { csvName } from '../../domain/aggregates/package.ts'
import { DIMENSION_LABELS, TABLE_TITLES } from './labels.ts'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const schema = (table: TableName, coarser: readonly Coarsening[]) => ({
  fields: [
    { name: 'quarter', type: 'string', title: 'Vuosineljännes', constraints: { required: true } },
    ...TABLE_DIMENSIONS[table].map((dimension) => ({
      name: dimension,
      type: 'string',
      title: DIMENSION_LABELS[dimension],
      constraints: { required: true, enum: codesIn(table, dimension, coarser) },
    })),
    { name: 'value', type: 'integer', title: 'Henkilöitä', constraints: { minimum: 0 } },
    {
      name: 'status',
      type: 'string',
      title: 'Tila',
      constraints: { required: true, enum: ['shown', 'hidden'] },
    },
  ],
  missingValues: [''],
  primaryKey: ['quarter', ...TABLE_DIMENSIONS[table]],
})

/** datapackage.json (Data Package v1, profile tabular-data-package) for the CSV texts of a release. */
export const dataPackage = (
  quarter: string,
  created: string,
  station: string,
  coarser: readonly Coarsening[],
  csv: ReadonlyMap<TableName, Uint8Array>,
) => ({
  profile: 'tabular-data-package',
  name: `tyokykypolku-${quarter.toLowerCase()}`,
  title: `Työkykypolku ${quarter}: ${station}`,
  description:
    'Anonymous counts. A hidden cell has the status "hidden" and no value; its place may not be read as zero. Clients with a health check or a referral are participants of the same area and sex; levels of education add up to the participants; whoever has a background or a result is one of them. In the table special, zeros are hidden like small counts, unless nobody of that sex takes part.',
  version: '1',
  created,
  contributors: [{ title: station, role: 'author' }],
  resources: TABLES.map((table) => {
    const bytes = csv.get(table)!
    return {
      profile: 'tabular-data-resource',
      name: table,
      title: TABLE_TITLES[table],
      path: csvName(table),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: bytes.length,
      hash: `sha256:${sha256(bytes)}`,
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: schema(table, coarser),
    }
  }),
})
