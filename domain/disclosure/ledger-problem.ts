/**
 * A new release and all earlier ones as one problem: earlier cells are given as shown or hidden, what changed between
 * two releases is a cell too, and different groupings meet in the cells of their common refinement.
 */
import { partsOf, refine } from './atoms.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Cell, Problem, Relation } from './problem.ts'
import { groupDisclosures, isSensitiveCount, type ReleaseRules, type Table } from './tables.ts'

/** How far a correction may take a count down, as far as an attacker knows. */
const CORRECTION_ROOM = 1000

/** Id of a cell in the joint problem. */
export const cellId = (release: string, key: string): string => `${release}/${key}`

interface JointCell {
  key: string
  count: number
  shown: boolean | undefined
  lowerBound: 0 | 1
  weight?: number
  upper?: number
  atoms?: readonly string[]
}

interface Moment {
  release: string
  cells: Map<string, JointCell>
  relations: Relation[]
  atomCounts: Map<string, number>
}

/** The ledger and the new tables by release, oldest first; `shown` is undefined for what is to be decided. */
function moments(ledger: readonly LedgerEntry[], release: string, tables: readonly Table[]): Moment[] {
  const byRelease = new Map<string, Moment>()
  const at = (name: string): Moment => {
    const moment = byRelease.get(name) ?? {
      release: name,
      cells: new Map(),
      relations: [],
      atomCounts: new Map<string, number>(),
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
    // A cell shown in one table is known in all; the milder lower bound is what every attacker can be sure of.
    moment.cells.set(cell.key, {
      ...cell,
      ...twin,
      shown: twin?.shown || cell.shown,
      lowerBound: twin && twin.lowerBound < cell.lowerBound ? 0 : cell.lowerBound,
    })
  }
  for (const entry of ledger) {
    const moment = at(entry.release)
    for (const cell of entry.cells) put(moment, { ...cell, lowerBound: entry.lowerBound })
    moment.relations.push(...entry.relations)
    for (const [atom, count] of Object.entries(entry.atomCounts ?? {})) moment.atomCounts.set(atom, count)
  }
  if (tables.length > 0) {
    const moment = at(release)
    for (const table of tables) {
      for (const { key, count, weight, upper, atoms } of table.cells)
        put(moment, {
          key,
          count,
          shown: undefined,
          lowerBound: table.lowerBound,
          ...(weight === undefined ? {} : { weight }),
          ...(upper === undefined ? {} : { upper }),
          ...(atoms ? { atoms } : {}),
        })
      moment.relations.push(...table.relations)
      for (const [atom, count] of Object.entries(table.atomCounts ?? {})) moment.atomCounts.set(atom, count)
    }
  }
  return [...byRelease.values()].sort((a, b) => (a.release < b.release ? -1 : 1))
}

/**
 * Builds the joint problem. Ids are `release/key`; derived cells start with Δ (change), ∩ (refinement) or ~ (rest).
 * @param tables of the new release; empty to attack the ledger alone.
 * @throws Error when two tables of a release disagree on a cell.
 */
export function jointProblem(
  ledger: readonly LedgerEntry[],
  release: string,
  tables: readonly Table[],
  rules: ReleaseRules,
): Problem {
  const cells: Cell[] = []
  const relations: Relation[] = []
  const published: string[] = []
  const hidden: string[] = []
  const primary: string[] = []
  const derive = (id: string, count: number, lower: number, sensitive: boolean) => {
    cells.push({ id, count, lower })
    hidden.push(id)
    if (sensitive) primary.push(id)
  }
  const all = moments(ledger, release, tables)
  const classes = refine(all.flatMap((moment) => [...moment.cells.values()]))
  const before = new Map<string, { release: string; count: number }>()
  for (const moment of all) {
    const counted = [...moment.cells.values()]
    for (const cell of counted) {
      const id = cellId(moment.release, cell.key)
      // Zeros outside the sensitive tables are shown, so a hidden cell there is at least 1.
      const lower = cell.lowerBound
      cells.push({
        id,
        count: cell.count,
        lower,
        ...(cell.weight === undefined ? {} : { weight: cell.weight }),
        ...(cell.upper === undefined ? {} : { upper: cell.upper }),
      })
      if (cell.shown === true) published.push(id)
      else if (cell.shown === false) hidden.push(id)
      if (isSensitiveCount(cell.count, cell.lowerBound, rules.threshold)) primary.push(id)
    }
    for (const { total, parts } of moment.relations)
      relations.push({
        total: cellId(moment.release, total),
        parts: parts.map((part) => cellId(moment.release, part)),
      })
    for (const { name, atoms } of classes) {
      if (!atoms.every((atom) => moment.atomCounts.has(atom))) continue
      const count = atoms.reduce((sum, atom) => sum + moment.atomCounts.get(atom)!, 0)
      derive(cellId(moment.release, name), count, 0, isSensitiveCount(count, 1, rules.threshold))
      moment.cells.set(name, { key: name, count, shown: false, lowerBound: 0 })
    }
    for (const cell of counted) {
      const parts = cell.atoms ? partsOf(cell.atoms, classes) : []
      if (parts.length > 0 && parts.every(({ name }) => moment.cells.has(name)))
        relations.push({
          total: cellId(moment.release, cell.key),
          parts: parts.map(({ name }) => cellId(moment.release, name)),
        })
    }
    for (const cell of moment.cells.values()) {
      const earlier = before.get(cell.key)
      if (earlier) {
        const id = `Δ${cellId(moment.release, cell.key)}`
        const change = cell.count - earlier.count
        derive(id, change, change < 0 ? -CORRECTION_ROOM : 0, isSensitiveCount(change, 1, rules.threshold))
        relations.push({
          total: cellId(moment.release, cell.key),
          parts: [cellId(earlier.release, cell.key), id],
        })
      }
      before.set(cell.key, { release: moment.release, count: cell.count })
    }
  }
  for (const table of tables)
    for (const [total, part] of groupDisclosures(table, rules.groupSlack)) {
      const others = table.relations
        .find((one) => one.total === total && one.parts.includes(part))!
        .parts.filter((one) => one !== part)
      // The rest is the secret: a cell of its own, unless the table already has it.
      if (others.length === 1) primary.push(cellId(release, others[0]!))
      const id = `~${cellId(release, total)} − ${part}`
      if (others.length < 2 || hidden.includes(id)) continue
      const count = (key: string) => table.cells.find((cell) => cell.key === key)!.count
      derive(id, count(total) - count(part), 0, true)
      relations.push({ total: cellId(release, total), parts: [cellId(release, part), id] })
      relations.push({ total: id, parts: others.map((other) => cellId(release, other)) })
    }
  return {
    cells,
    relations: [...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values()],
    published,
    hidden,
    primary: [...new Set(primary)],
    threshold: rules.threshold,
    lowerBound: 1,
    minUpper: rules.minUpper,
    minWidth: rules.minWidth,
    singleRespondents: rules.singleRespondents,
    colluding: rules.colluding,
    groups: [],
    timeLimit: rules.timeLimit,
  }
}
