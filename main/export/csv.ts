// One table of a release as CSV: codes, the value or nothing, and a status. Text that a spreadsheet would run is defused.
import { TABLE_DIMENSIONS, type TableName } from '../../domain/aggregates/catalogue.ts'
import { cellsIn } from '../../domain/aggregates/coarser.ts'
import type { PublicQuarter } from '../../domain/aggregates/public-view.ts'

export type CsvValue = string | number | null

/** A leading apostrophe before anything a spreadsheet takes for a formula; quotes where the format needs them. */
export const csvField = (value: CsvValue): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180 text with a heading row. */
export const csvText = (heading: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  [heading, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')

export const csvHeading = (table: TableName): string[] => [
  'quarter',
  ...TABLE_DIMENSIONS[table],
  'value',
  'status',
]

/** Every displayed cell of the table in its order; a hidden one has an empty value and the status `hidden`. */
export const tableCsv = (table: TableName, { quarter, values, coarser }: PublicQuarter): string =>
  csvText(
    csvHeading(table),
    cellsIn(table, coarser).map((cell) => {
      const value = values.get(cell.id) ?? null
      return [quarter, ...cell.codes, value, value === null ? 'hidden' : 'shown']
    }),
  )
