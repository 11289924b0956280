/** The ledger of what has left: every released table with each cell's true count and whether it was shown. */
import type { Relation } from './problem.ts'
import type { Table } from './tables.ts'

interface LedgerCell {
  key: string
  /** True count at that release; stays inside. */
  count: number
  shown: boolean
  atoms?: readonly string[]
  upper?: number
}

export interface LedgerEntry {
  /** Releases sort by this, for example "2027-Q1". */
  release: string
  table: string
  lowerBound: 0 | 1
  cells: readonly LedgerCell[]
  relations: readonly Relation[]
  /** True counts of the atoms, where cells say what they consist of. */
  atomCounts?: Readonly<Record<string, number>>
  /** SHA-256 (hex) of `ledgerText`, chained over `previous`. */
  hash: string
  /** Hash of the entry before; empty for the first. */
  previous: string
}

/** True when a cell of this table may be shown whatever the pattern says: a zero outside the sensitive tables. */
const alwaysShown = (table: Table, count: number): boolean => table.lowerBound === 1 && count === 0

/** The text that is hashed: fixed order of fields, one entry. */
export function ledgerText(entry: Omit<LedgerEntry, 'hash'>): string {
  const { release, table, lowerBound, cells, relations, atomCounts, previous } = entry
  return JSON.stringify([
    previous,
    release,
    table,
    lowerBound,
    cells.map(({ key, count, shown, atoms, upper }) => [key, count, shown, atoms ?? null, upper ?? null]),
    relations.map(({ total, parts }) => [total, parts]),
    Object.entries(atomCounts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
}

/**
 * Entries for a release that is going out.
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
    const entry = {
      release,
      table: table.id,
      lowerBound: table.lowerBound,
      cells: table.cells.map(({ key, count, atoms, upper }) => ({
        key,
        count,
        shown: alwaysShown(table, count) || !hiddenKeys.has(key),
        ...(atoms ? { atoms } : {}),
        ...(upper === undefined ? {} : { upper }),
      })),
      relations: table.relations,
      ...(table.atomCounts ? { atomCounts: table.atomCounts } : {}),
      previous,
    }
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
