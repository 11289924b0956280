/** A cross-table with all margins from records: the way the app's catalogue tables are made. */
import type { Relation } from './problem.ts'
import type { Table, TableCell } from './tables.ts'

interface CrosstabSpec {
  id: string
  /** Dimension → its categories, in order. */
  dimensions: Readonly<Record<string, readonly string[]>>
  lowerBound: 0 | 1
  /** Weight of a cell by the number of dimensions that are totals; 1 each when absent. */
  weightOfTotals?: (totals: number) => number
  sensitive?: { dimension: string; categories: readonly string[] }
}

/** "age=18–29|area=north", dimensions in alphabetical order; totals are left out, so linked tables share their margins. */
const keyOf = (at: Readonly<Record<string, string>>): string =>
  Object.entries(at)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, category]) => `${dimension}=${category}`)
    .join('|') || 'all'

/**
 * Counts records into every cell and margin.
 * @param records category of each dimension; records with other categories are in no cell at all.
 */
export function crosstab(spec: CrosstabSpec, records: readonly Readonly<Record<string, string>>[]): Table {
  const names = Object.keys(spec.dimensions)
  const places = names.reduce<Record<string, string>[]>(
    (all, name) =>
      all.flatMap((at) => [at, ...spec.dimensions[name]!.map((category) => ({ ...at, [name]: category }))]),
    [{}],
  )
  const counts = new Map<string, number>()
  for (const record of records) {
    if (!names.every((name) => spec.dimensions[name]!.includes(record[name]!))) continue
    for (const subset of subsets(names)) {
      const key = keyOf(Object.fromEntries(subset.map((name) => [name, record[name]!])))
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const cells = places.map((at): TableCell => {
    const weight = spec.weightOfTotals?.(names.length - Object.keys(at).length)
    return {
      key: keyOf(at),
      count: counts.get(keyOf(at)) ?? 0,
      at,
      ...(weight === undefined ? {} : { weight }),
    }
  })
  const relations = places.flatMap((at): Relation[] =>
    names
      .filter((name) => !(name in at))
      .map((name) => ({
        total: keyOf(at),
        parts: spec.dimensions[name]!.map((category) => keyOf({ ...at, [name]: category })),
      })),
  )
  const { sensitive } = spec
  const sensitiveParts = cells
    .filter((cell) => sensitive?.categories.includes(cell.at![sensitive.dimension] ?? ''))
    .map((cell) => cell.key)
  return {
    id: spec.id,
    cells,
    relations,
    lowerBound: spec.lowerBound,
    ...(sensitive ? { sensitiveParts } : {}),
  }
}

function subsets(names: readonly string[]): string[][] {
  return names.reduce<string[][]>((all, name) => all.flatMap((some) => [some, [...some, name]]), [[]])
}
