/** Merging classes: coarser tables, and hints which merge saves how many hidden cells. */
import type { Relation } from './problem.ts'
import type { Table, TableCell } from './tables.ts'

/**
 * The table with two sibling categories of a dimension in one. Sums that hold only one of the two are dropped.
 * @throws Error when a category is not in the table.
 */
export function mergeCategories(table: Table, dimension: string, first: string, second: string): Table {
  const pairs = new Map<string, TableCell[]>()
  for (const cell of table.cells) {
    const category = cell.at?.[dimension]
    if (category !== first && category !== second) continue
    const place = JSON.stringify(Object.entries({ ...cell.at, [dimension]: '' }).sort())
    pairs.set(place, [...(pairs.get(place) ?? []), cell])
  }
  const found = new Set([...pairs.values()].flat().map((cell) => cell.at![dimension]))
  if (found.size < 2) throw new Error(`"${first}" and "${second}" are not both categories of "${dimension}"`)
  const twins = new Map<string, { key: string; all: string[] }>()
  const merged = [...pairs.values()].map((pair): TableCell => {
    const all = pair.map((cell) => cell.key)
    const key = [...all].sort().join('+')
    for (const one of all) twins.set(one, { key, all })
    const atoms = pair.flatMap((cell) => cell.atoms ?? [])
    return {
      ...pair[0]!,
      key,
      count: pair.reduce((sum, cell) => sum + cell.count, 0),
      at: { ...pair[0]!.at, [dimension]: [first, second].sort().join('+') },
      ...(atoms.length > 0 ? { atoms } : {}),
      upper: pair.every((cell) => cell.upper !== undefined)
        ? pair.reduce((sum, cell) => sum + cell.upper!, 0)
        : undefined,
    }
  })
  const name = (key: string) => twins.get(key)?.key ?? key
  const relations = table.relations.filter((relation) => keeps(relation, twins))
  const renamed = relations.map(({ total, parts }) => ({
    total: name(total),
    parts: [...new Set(parts.map(name))],
  }))
  return {
    ...table,
    cells: [...table.cells.filter((cell) => !twins.has(cell.key)), ...merged],
    relations: [...new Map(renamed.map((relation) => [JSON.stringify(relation), relation])).values()].filter(
      ({ total, parts }) => !(parts.length === 1 && parts[0] === total),
    ),
    ...(table.sensitiveParts ? { sensitiveParts: [...new Set(table.sensitiveParts.map(name))] } : {}),
  }
}

/** A sum survives when it is all about the merged categories, or holds both of each pair. */
function keeps({ total, parts }: Relation, twins: ReadonlyMap<string, { all: string[] }>): boolean {
  const keys = [total, ...parts]
  const touched = keys.filter((key) => twins.has(key))
  return (
    touched.length === keys.length ||
    touched.every((key) => twins.get(key)!.all.every((twin) => parts.includes(twin)))
  )
}

export interface MergeHint {
  dimension: string
  first: string
  second: string
  /** Hidden cells before minus after. */
  saved: number
}

/** Sibling categories (parts of one sum), those with the most sensitive cells first. */
function candidates(table: Table, threshold: number): Omit<MergeHint, 'saved'>[] {
  const cell = new Map(table.cells.map((one) => [one.key, one]))
  const weight = new Map<string, { pair: Omit<MergeHint, 'saved'>; small: number }>()
  const isSmall = (one: TableCell) => one.count < threshold && (one.count > 0 || table.lowerBound === 0)
  for (const { parts } of table.relations) {
    const places = parts.map((part) => cell.get(part)!)
    const dimension = Object.keys(places[0]!.at ?? {}).find(
      (name) => new Set(places.map((one) => one.at?.[name])).size === places.length,
    )
    if (!dimension || places.length < 2) continue
    for (const [i, one] of places.entries())
      for (const other of places.slice(i + 1)) {
        const [first, second] = [one.at![dimension]!, other.at![dimension]!].sort() as [string, string]
        const key = JSON.stringify([dimension, first, second])
        const entry = weight.get(key) ?? { pair: { dimension, first, second }, small: 0 }
        entry.small += Number(isSmall(one)) + Number(isSmall(other))
        weight.set(key, entry)
      }
  }
  return [...weight.values()]
    .filter(({ small }) => small > 0)
    .sort((a, b) => b.small - a.small)
    .map(({ pair }) => pair)
}

/**
 * Which merges would save hidden cells, best first.
 * @param hiddenIn number of cells hidden when a table is released; null when it cannot be.
 * @param most merges tried.
 */
export async function mergeHints(
  table: Table,
  threshold: number,
  hiddenIn: (table: Table) => Promise<number | null>,
  most = 12,
): Promise<MergeHint[]> {
  const before = (await hiddenIn(table)) ?? table.cells.length
  const hints: MergeHint[] = []
  for (const pair of candidates(table, threshold).slice(0, most)) {
    const after = await hiddenIn(mergeCategories(table, pair.dimension, pair.first, pair.second))
    if (after !== null && after < before) hints.push({ ...pair, saved: before - after })
  }
  return hints.sort((a, b) => b.saved - a.saved)
}
