/** Everything released and to be released, ordered by release: one list of cells and sums for each. */
import type { ReleasedTable } from './ledger.ts'
import type { Relation } from './problem.ts'
import type { Table, TableCell } from './tables.ts'

/** A cell of one release; `shown` is undefined for what is to be decided. */
export interface JointCell extends TableCell {
  shown: boolean | undefined
  lowerBound: 0 | 1
  /** Goes on from release to release. */
  stock: boolean
}

export interface Moment {
  release: string
  cells: Map<string, JointCell>
  relations: Relation[]
  atomCounts: Map<string, number>
  sensitiveParts: Set<string>
}

/** A cell that is in two tables: shown in one is known in all, and only what both say is certain. */
function combined(one: JointCell, other: JointCell): JointCell {
  const open = one.shown === undefined || other.shown === undefined
  return {
    ...other,
    ...one,
    shown: one.shown || other.shown ? true : open ? undefined : false,
    lowerBound: Math.min(one.lowerBound, other.lowerBound) as 0 | 1,
    stock: one.stock || other.stock,
    unseen: (one.unseen ?? false) && (other.unseen ?? false),
  }
}

/**
 * The ledger and the new tables by release, oldest first.
 * @throws Error when two tables of a release disagree on a cell.
 */
export function moments(
  ledger: readonly ReleasedTable[],
  release: string,
  tables: readonly Table[],
): Moment[] {
  const byRelease = new Map<string, Moment>()
  const at = (name: string): Moment => {
    const moment: Moment = byRelease.get(name) ?? {
      release: name,
      cells: new Map(),
      relations: [],
      atomCounts: new Map(),
      sensitiveParts: new Set(),
    }
    byRelease.set(name, moment)
    return moment
  }
  const put = (moment: Moment, cell: JointCell) => {
    const twin = moment.cells.get(cell.key)
    if (twin && twin.count !== cell.count)
      throw new Error(
        `"${cell.key}" counts ${twin.count} in one table of ${moment.release} and ${cell.count} in another`,
      )
    moment.cells.set(cell.key, twin ? combined(twin, cell) : cell)
  }
  const add = (
    moment: Moment,
    table: Pick<Table, 'kind' | 'lowerBound' | 'relations' | 'atomCounts' | 'sensitiveParts'>,
    cells: readonly (TableCell & { shown: boolean | undefined })[],
  ) => {
    for (const cell of cells)
      put(moment, {
        ...cell,
        lowerBound: cell.implied ? 1 : table.lowerBound,
        stock: table.kind !== 'flow',
      })
    moment.relations.push(...table.relations)
    for (const [atom, count] of Object.entries(table.atomCounts ?? {})) moment.atomCounts.set(atom, count)
    for (const part of table.sensitiveParts ?? []) moment.sensitiveParts.add(part)
  }
  for (const entry of ledger) add(at(entry.release), entry, entry.cells)
  for (const table of tables)
    add(
      at(release),
      table,
      table.cells.map((cell) => ({ ...cell, shown: cell.unseen ? false : undefined })),
    )
  return [...byRelease.values()].sort((a, b) => (a.release < b.release ? -1 : 1))
}
