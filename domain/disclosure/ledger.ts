/** The ledger of what has left: every released table with each cell's true count and whether it was shown. */
import type { Relation } from './problem.ts'
import type { Table, TableCell } from './tables.ts'

type LedgerCell = Omit<TableCell, 'at' | 'weight'> & { shown: boolean }

/** A table as it was released; true counts stay inside. */
export interface ReleasedTable {
  /** Releases sort by this, for example "2027-Q1". */
  release: string
  table: string
  kind?: 'stock' | 'flow'
  lowerBound: 0 | 1
  cells: readonly LedgerCell[]
  relations: readonly Relation[]
  sensitiveParts?: readonly string[]
  /** True counts of the atoms, where cells say what they consist of. */
  atomCounts?: Readonly<Record<string, number>>
}

export interface LedgerEntry extends ReleasedTable {
  /** SHA-256 (hex) of `ledgerText`, chained over `previous`. */
  hash: string
  /** Hash of the entry before; empty for the first. */
  previous: string
}

/** True when a cell of this table may be shown whatever the pattern says: a zero outside the sensitive tables, or implied. */
const alwaysShown = (table: Table, { count, unseen, implied }: TableCell): boolean =>
  (table.lowerBound === 1 || implied === true) && count === 0 && !unseen

/**
 * A table with what became of its cells.
 * @param hiddenKeys keys that the pattern hides.
 */
export function releasedTable(release: string, table: Table, hiddenKeys: ReadonlySet<string>): ReleasedTable {
  const { id, kind, lowerBound, relations, sensitiveParts, atomCounts } = table
  return {
    release,
    table: id,
    ...(kind ? { kind } : {}),
    lowerBound,
    cells: table.cells.map((cell) => {
      const { at: _at, weight: _weight, ...kept } = cell
      const shown = !cell.unseen && (alwaysShown(table, cell) || !hiddenKeys.has(cell.key))
      return { ...kept, shown }
    }),
    relations,
    ...(sensitiveParts ? { sensitiveParts } : {}),
    ...(atomCounts ? { atomCounts } : {}),
  }
}

/** The text that is hashed: fixed order of fields, one entry. */
export function ledgerText(entry: Omit<LedgerEntry, 'hash'>): string {
  const { release, table, kind, lowerBound, cells, relations, sensitiveParts, atomCounts, previous } = entry
  return JSON.stringify([
    previous,
    release,
    table,
    kind ?? 'stock',
    lowerBound,
    cells.map(({ key, count, shown, unseen, implied, sensitive, only, joined, atoms, upper }) => [
      key,
      count,
      shown,
      unseen ?? false,
      implied ?? false,
      sensitive ?? true,
      only ?? null,
      joined ?? null,
      atoms ?? null,
      upper ?? null,
    ]),
    relations.map(({ total, parts }) => [total, parts]),
    sensitiveParts ?? [],
    Object.entries(atomCounts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
}

/**
 * Chained entries for a release that is going out.
 * @param hiddenKeys keys that the pattern hides.
 * @param sha256 hex digest of a text (injected: these rules do no I/O).
 */
export function ledgerEntries(
  release: string,
  tables: readonly Table[],
  hiddenKeys: ReadonlySet<string>,
  ledger: readonly LedgerEntry[],
  sha256: (text: string) => string,
): LedgerEntry[] {
  let previous = ledger.at(-1)?.hash ?? ''
  return tables.map((table) => {
    const entry = { ...releasedTable(release, table, hiddenKeys), previous }
    const hash = sha256(ledgerText(entry))
    previous = hash
    return { ...entry, hash }
  })
}

/** The first entry whose hash does not fit its content or its predecessor; undefined: the ledger is whole. */
export function brokenEntry(
  ledger: readonly LedgerEntry[],
  sha256: (text: string) => string,
): LedgerEntry | undefined {
  let previous = ''
  return ledger.find((entry) => {
    const fits = entry.previous === previous && entry.hash === sha256(ledgerText(entry))
    previous = entry.hash
    return !fits
  })
}
