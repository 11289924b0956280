// Counting people into the cells of the catalogue.
import type { AgeBand } from '../clients/entry.ts'
import { type CatalogueCell, catalogueCell, cellId, TABLE_DIMENSIONS, type TableName } from './catalogue.ts'
import { ancestorsOf, CODES, type Dimension } from './dimensions.ts'

/** One counted person, in the finest codes, frozen when first counted. `person` is any identifier that is unique. */
export type Counted = {
  person: string
  area: string
  sex: 'female' | 'male' | 'other'
  age_band: AgeBand
  labour_status: string
}

/** How many people a cell counts and, when it is one, who: that person knows the cell. */
export type Tally = { count: number; only: string | null }

const UP: Readonly<Record<Dimension, ReadonlyMap<string, readonly string[]>>> = {
  area: new Map(CODES.area.map((code) => [code, ancestorsOf('area', code)])),
  sex: new Map(CODES.sex.map((code) => [code, ancestorsOf('sex', code)])),
  age_band: new Map(CODES.age_band.map((code) => [code, ancestorsOf('age_band', code)])),
  labour_status: new Map(CODES.labour_status.map((code) => [code, ancestorsOf('labour_status', code)])),
}

/** Every cell of a table in which a person counts. */
const cellsOfPerson = (table: TableName, one: Counted): CatalogueCell[] =>
  TABLE_DIMENSIONS[table]
    .reduce<string[][]>(
      (rows, dimension) =>
        rows.flatMap((row) => UP[dimension].get(one[dimension])!.map((code) => [...row, code])),
      [[]],
    )
    .flatMap((codes) => catalogueCell(cellId(table, codes)) ?? [])

/** Counts people into one table; cells that count nobody are absent. Each person may appear once. */
export const tally = (table: TableName, people: readonly Counted[]): Map<string, Tally> => {
  const counts = new Map<string, Tally>()
  for (const one of people)
    for (const { id } of cellsOfPerson(table, one)) {
      const before = counts.get(id)?.count ?? 0
      counts.set(id, { count: before + 1, only: before === 0 ? one.person : null })
    }
  return counts
}
