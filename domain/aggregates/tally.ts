// Counting people into the cells of the catalogue.
import type { AgeBand, Education } from '../clients/entry.ts'
import { type CatalogueCell, catalogueCell, cellId, TABLE_DIMENSIONS, type TableName } from './catalogue.ts'
import { ancestorsOf, type Classification, CODES, type Dimension, isTrait } from './dimensions.ts'

/** One counted person, in the finest codes, frozen when first counted. `person` is any identifier that is unique. */
export type Counted = {
  person: string
  area: string
  sex: 'female' | 'male' | 'other'
  age_band: AgeBand
  labour_status: string
  education: Education
  /** Codes of the traits that this person has. */
  background: readonly string[]
  special: readonly string[]
  /** Results of an exit; empty where it is not they that are counted. */
  result: readonly string[]
}

/** How many people a cell counts and, when it is one, who: that person knows the cell. */
export type Tally = { count: number; only: string | null }

const UP: Readonly<Record<Classification, ReadonlyMap<string, readonly string[]>>> = {
  area: new Map(CODES.area.map((code) => [code, ancestorsOf('area', code)])),
  sex: new Map(CODES.sex.map((code) => [code, ancestorsOf('sex', code)])),
  age_band: new Map(CODES.age_band.map((code) => [code, ancestorsOf('age_band', code)])),
  labour_status: new Map(CODES.labour_status.map((code) => [code, ancestorsOf('labour_status', code)])),
  education: new Map(CODES.education.map((code) => [code, ancestorsOf('education', code)])),
}

/** The codes of a dimension under which a person counts. */
const codesOf = (dimension: Dimension, one: Counted): readonly string[] =>
  isTrait(dimension) ? one[dimension] : UP[dimension].get(one[dimension])!

/** Every cell of a table in which a person counts. */
const cellsOfClass = (table: TableName, one: Counted): CatalogueCell[] =>
  TABLE_DIMENSIONS[table]
    .reduce<string[][]>(
      (rows, dimension) => rows.flatMap((row) => codesOf(dimension, one).map((code) => [...row, code])),
      [[]],
    )
    .flatMap((codes) => catalogueCell(cellId(table, codes)) ?? [])

/** There are about a thousand classes, each asked for again and again. */
const known = new Map<string, readonly CatalogueCell[]>()

const classKey = (table: TableName, one: Counted): string => {
  let key: string = table
  for (const dimension of TABLE_DIMENSIONS[table]) key += `|${one[dimension]}`
  return key
}

const cellsOfPerson = (table: TableName, one: Counted): readonly CatalogueCell[] => {
  const key = classKey(table, one)
  const cells = known.get(key) ?? cellsOfClass(table, one)
  known.set(key, cells)
  return cells
}

/** People of the same finest codes count in the same cells: one of them and how many they are. */
const alike = (table: TableName, people: readonly Counted[]): Iterable<{ one: Counted; count: number }> => {
  const groups = new Map<string, { one: Counted; count: number }>()
  for (const one of people) {
    const key = classKey(table, one)
    const group = groups.get(key)
    if (group) group.count += 1
    else groups.set(key, { one, count: 1 })
  }
  return groups.values()
}

/** Counts people into one table; cells that count nobody are absent. Each person may appear once. */
export const tally = (table: TableName, people: readonly Counted[]): Map<string, Tally> => {
  const counts = new Map<string, Tally>()
  for (const { one, count } of alike(table, people))
    for (const { id } of cellsOfPerson(table, one)) {
      const total = (counts.get(id)?.count ?? 0) + count
      counts.set(id, { count: total, only: total === 1 ? one.person : null })
    }
  return counts
}
