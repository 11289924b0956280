/** Coarser tables: classes merged, margins only, a table left out. What is no longer displayed stays in the sums, unseen. */
import { isSensitiveCount, type Table, type TableCell } from './tables.ts'

export type Coarsening =
  | { kind: 'merge'; table: string; dimension: string; categories: readonly string[] }
  | { kind: 'margins-only'; table: string }
  | { kind: 'leave-out'; table: string }

/** Key of a merged cell from its place. */
export type KeyOf = (
  table: Table,
  at: Readonly<Record<string, string>>,
  parts: readonly TableCell[],
) => string

const joinedKeys: KeyOf = (_table, _at, parts) => parts.map((part) => part.key).join('+')

/** The category that stands for several. */
export const mergedCategory = (categories: readonly string[]): string => categories.join('+')

const unseen = (cell: TableCell): TableCell => ({ ...cell, unseen: true })

/** One cell for several siblings. Whoever is alone in the merged cell is alone in one of them. */
function mergedCell(
  table: Table,
  { dimension, categories }: { dimension: string; categories: readonly string[] },
  parts: readonly TableCell[],
  keyOf: KeyOf,
): TableCell {
  const at = { ...parts[0]!.at, [dimension]: mergedCategory(categories) }
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const atoms = parts.flatMap((part) => part.atoms ?? [])
  const [only, joined] = (['only', 'joined'] as const).map(
    (field) => parts.find((part) => part[field])?.[field],
  )
  const bounded = parts.every((part) => part.upper !== undefined)
  return {
    key: keyOf(table, at, parts),
    count,
    at,
    weight: Math.max(...parts.map((part) => part.weight ?? 1)),
    ...(atoms.length > 0 ? { atoms } : {}),
    ...(bounded ? { upper: parts.reduce((sum, part) => sum + part.upper!, 0) } : {}),
    ...(only === undefined ? {} : { only }),
    ...(joined === undefined ? {} : { joined }),
  }
}

/**
 * The table with sibling categories of a dimension in one. Their own cells stay in the sums but are no longer displayed.
 * @throws Error when there are fewer than two categories or one of them is not in the table.
 */
export function mergeCategories(
  table: Table,
  dimension: string,
  categories: readonly string[],
  keyOf: KeyOf = joinedKeys,
): Table {
  const places = new Map<string, (TableCell | undefined)[]>()
  for (const cell of table.cells) {
    const index = categories.indexOf(cell.at?.[dimension] ?? '')
    if (index < 0 || cell.unseen) continue
    const place = JSON.stringify(Object.entries({ ...cell.at, [dimension]: '' }).sort())
    const row = places.get(place) ?? new Array<TableCell | undefined>(categories.length).fill(undefined)
    row[index] = cell
    places.set(place, row)
  }
  const whole = [...places.values()].filter((row): row is TableCell[] =>
    row.every((cell) => cell !== undefined),
  )
  if (categories.length < 2 || new Set(categories).size < categories.length || whole.length === 0)
    throw new Error(`"${categories.join('", "')}" are not two or more categories of "${dimension}"`)
  // Where all parts of a sum are merged, their total is the merged cell already.
  const totals = new Set(table.relations.map(({ parts }) => JSON.stringify([...parts].sort())))
  const first = new Map<string, TableCell>()
  const gone = new Set<string>()
  const relations = [...table.relations]
  for (const parts of whole) {
    const keys = parts.map((part) => part.key)
    for (const key of keys) gone.add(key)
    if (totals.has(JSON.stringify([...keys].sort()))) continue
    const cell = mergedCell(table, { dimension, categories }, parts, keyOf)
    first.set(keys[0]!, cell)
    relations.push({ total: cell.key, parts: keys })
  }
  return {
    ...table,
    cells: table.cells.flatMap((cell) => {
      const before = first.get(cell.key)
      return [...(before ? [before] : []), gone.has(cell.key) ? unseen(cell) : cell]
    }),
    relations,
  }
}

/** How many dimensions are not totals. */
const detail = (cell: TableCell): number => Object.keys(cell.at ?? {}).length

/** The table with one-dimensional margins only (the total alone, for a table of one dimension). */
export function marginsOnly(table: Table): Table {
  const deepest = Math.max(0, ...table.cells.map(detail))
  const kept = deepest > 1 ? 1 : 0
  return { ...table, cells: table.cells.map((cell) => (detail(cell) > kept ? unseen(cell) : cell)) }
}

/** @throws Error when the coarsening does not fit the table. */
export function coarsen(
  tables: readonly Table[],
  coarsening: Coarsening,
  keyOf: KeyOf = joinedKeys,
): Table[] {
  return tables.map((table) => {
    if (table.id !== coarsening.table) return table
    if (coarsening.kind === 'merge')
      return mergeCategories(table, coarsening.dimension, coarsening.categories, keyOf)
    return coarsening.kind === 'margins-only'
      ? marginsOnly(table)
      : { ...table, cells: table.cells.map(unseen) }
  })
}

/** Pairs of sibling categories (parts of one sum) whose merge makes small cells large, those with the most first. */
export function mergeCandidates(table: Table, threshold: number): Extract<Coarsening, { kind: 'merge' }>[] {
  const cells = new Map(table.cells.map((one) => [one.key, one]))
  const found = new Map<string, { pair: Extract<Coarsening, { kind: 'merge' }>; fewer: number }>()
  const isSmall = (count: number) => Number(isSensitiveCount(count, table.lowerBound, threshold))
  for (const { parts } of table.relations) {
    const places = parts.map((part) => cells.get(part))
    if (places.length < 2 || !places.every((one) => one !== undefined && !one.unseen)) continue
    const dimension = Object.keys(places[0]!.at ?? {}).find(
      (name) => new Set(places.map((one) => one!.at?.[name])).size === places.length,
    )
    if (!dimension) continue
    for (const [i, one] of places.entries())
      for (const other of places.slice(i + 1)) {
        const categories = [one!.at![dimension]!, other!.at![dimension]!]
        const key = JSON.stringify([dimension, [...categories].sort()])
        const entry = found.get(key) ?? {
          pair: { kind: 'merge' as const, table: table.id, dimension, categories },
          fewer: 0,
        }
        const [a, b] = [one!.count, other!.count]
        entry.fewer += isSmall(a) + isSmall(b) - isSmall(a + b)
        found.set(key, entry)
      }
  }
  return [...found.values()]
    .filter(({ fewer }) => fewer > 0)
    .sort((a, b) => b.fewer - a.fewer)
    .map(({ pair }) => pair)
}
