// The figures of a package, read strictly: the CSV must be the very text that these figures make, the other forms agree.
import { isDeepStrictEqual } from 'node:util'
import { TABLE_DIMENSIONS, TABLES, type TableName } from '../../domain/aggregates/catalogue.ts'
import { type Coarsening, cellsIn, isPossible } from '../../domain/aggregates/coarser.ts'
import { csvName, jsonStatName, MANIFEST, type Manifest } from '../../domain/aggregates/package.ts'
import type { PublicQuarter } from '../../domain/aggregates/public-view.ts'
import { csvHeading, tableCsv } from '../export/csv.ts'
import { dataPackage } from '../export/data-package.ts'
import { tableJsonStat } from '../export/json-stat.ts'
import { badContents } from './unzip.ts'

const LARGEST = 1_000_000

/** Text of a file; refuses what is not UTF-8. */
export const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files.get(name)!)
  } catch {
    return badContents(name)
  }
}

/** Levels of brackets; a real package has six. Comparing thousands of them would hold the program up. */
const MOST_LEVELS = 20

const isTooDeep = (json: string): boolean => {
  let level = 0
  let inText = false
  for (let at = 0; at < json.length; at += 1) {
    const mark = json[at]
    if (inText) {
      if (mark === '\\') at += 1
      else if (mark === '"') inText = false
    } else if (mark === '"') inText = true
    else if (mark === '[' || mark === '{') {
      level += 1
      if (level > MOST_LEVELS) return true
    } else if (mark === ']' || mark === '}') level -= 1
  }
  return false
}

/** Parsed JSON of a file. */
export const jsonOf = (files: ReadonlyMap<string, Uint8Array>, name: string): unknown => {
  const text = textOf(files, name)
  if (isTooDeep(text)) return badContents(name)
  try {
    return JSON.parse(text)
  } catch {
    return badContents(name)
  }
}

const readValue = (written: string | undefined, status: string | undefined, file: string): number | null => {
  if (status === 'hidden' && written === '') return null
  if (status !== 'shown' || !/^(0|[1-9]\d{0,6})$/.test(written ?? '')) return badContents(file)
  return Number(written) > LARGEST ? badContents(file) : Number(written)
}

const readCsv = (
  table: TableName,
  coarser: readonly Coarsening[],
  written: string,
  into: Map<string, number | null>,
): void => {
  const file = csvName(table)
  const lines = written.split('\r\n')
  const cells = cellsIn(table, coarser)
  if (lines.length !== cells.length + 2) badContents(file)
  const first = 1 + TABLE_DIMENSIONS[table].length
  const columns = csvHeading(table).length
  cells.forEach((cell, i) => {
    const fields = lines[i + 1]!.split(',')
    if (fields.length !== columns) badContents(file)
    into.set(cell.id, readValue(fields[first], fields[first + 1], file))
  })
}

/** The released figures. Throws Refusal `import-contents` naming the file that is not what we would have written. */
export const readTables = (files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): PublicQuarter => {
  const values = new Map<string, number | null>()
  const { quarter, releasedAt, station, coarser } = manifest
  if (!isPossible(coarser)) badContents(MANIFEST)
  for (const table of TABLES) readCsv(table, coarser, textOf(files, csvName(table)), values)
  const released: PublicQuarter = { quarter, coarser, values }
  for (const table of TABLES) {
    if (tableCsv(table, released) !== textOf(files, csvName(table))) badContents(csvName(table))
    const expected = JSON.parse(JSON.stringify(tableJsonStat(table, released, releasedAt, station.name)))
    if (!isDeepStrictEqual(jsonOf(files, jsonStatName(table)), expected)) badContents(jsonStatName(table))
  }
  const csv = new Map(TABLES.map((table) => [table, files.get(csvName(table))!] as const))
  const expected = JSON.parse(JSON.stringify(dataPackage(quarter, releasedAt, station.name, coarser, csv)))
  if (!isDeepStrictEqual(jsonOf(files, 'datapackage.json'), expected)) badContents('datapackage.json')
  return released
}
