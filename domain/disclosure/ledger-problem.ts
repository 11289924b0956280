/**
 * A new release and all earlier ones as one problem: earlier cells are given as shown or hidden, what changed between
 * two releases is a cell too, and different groupings meet in the cells of their common refinement.
 */
import { type AtomClass, partsOf, refine } from './atoms.ts'
import type { ReleasedTable } from './ledger.ts'
import { type JointCell, type Moment, moments } from './ledger-moments.ts'
import type { Cell, Problem, Relation } from './problem.ts'
import {
  type GroupDisclosure,
  groupDisclosures,
  isSensitiveCount,
  type ReleaseRules,
  type Table,
} from './tables.ts'

/** How far a correction may take a count down, as far as an attacker knows. */
const CORRECTION_ROOM = 1000

/** Id of a cell in the joint problem. */
export const cellId = (release: string, key: string): string => `${release}/${key}`

/** A zero that everybody sees has no secret and leaves its sums as they are: it stays out of the problem. */
const isPublicZero = (cell: JointCell): boolean =>
  cell.count === 0 && cell.lowerBound === 1 && !cell.unseen && cell.shown !== false

class Draft {
  readonly cells: Cell[] = []
  readonly relations: Relation[] = []
  readonly published: string[] = []
  readonly hidden: string[] = []
  readonly primary = new Set<string>()
  /** Cells of one each, by the person who makes them up. */
  readonly alone = new Map<string, string[]>()
  readonly known = new Set<string>()
  readonly rules: ReleaseRules
  constructor(rules: ReleaseRules) {
    this.rules = rules
  }

  cell(cell: Cell, shown: boolean | undefined): void {
    this.known.add(cell.id)
    this.cells.push(cell)
    if (shown === true) this.published.push(cell.id)
    else if (shown === false) this.hidden.push(cell.id)
  }

  /** A cell that is never displayed. */
  derive(id: string, count: number, lower: number): void {
    if (!this.known.has(id)) this.cell({ id, count, lower }, false)
  }

  /** Parts that are public zeros are left out. */
  sum(total: string, parts: readonly string[]): void {
    const living = parts.filter((part) => this.known.has(part))
    if (living.length > 0) this.relations.push({ total, parts: living })
  }

  person(name: string | undefined, count: number, id: string): void {
    if (name !== undefined && count === 1) this.alone.set(name, [...(this.alone.get(name) ?? []), id])
  }
}

type Earlier = ReadonlyMap<string, { release: string; cell: JointCell }>

/** Had somebody in the release before. */
const isFallen = (cell: JointCell, before: Earlier): boolean =>
  cell.stock && (before.get(cell.key)?.cell.count ?? 0) > 0

function addCells(draft: Draft, { release, cells, relations }: Moment, before: Earlier): void {
  for (const cell of cells.values()) {
    if (isPublicZero(cell) && !isFallen(cell, before)) continue
    const id = cellId(release, cell.key)
    draft.cell(
      {
        id,
        count: cell.count,
        // Zeros outside the sensitive tables are shown, so a hidden cell there is at least 1.
        lower: cell.unseen ? 0 : cell.lowerBound,
        ...(cell.weight === undefined ? {} : { weight: cell.weight }),
        ...(cell.upper === undefined ? {} : { upper: cell.upper }),
        // Whoever is alone in a category knows without us that nobody else is in it.
        ...(cell.lowerBound === 0 && cell.count === 0 ? { outsidersOnly: true } : {}),
      },
      cell.shown,
    )
    // What is not displayed and cannot be hidden from anybody (the public bound says it) is no secret of the release.
    const isOpen = cell.unseen && (cell.upper ?? Infinity) < (draft.rules.minUpper ?? 0)
    const isSmall = isSensitiveCount(cell.count, cell.lowerBound, draft.rules.threshold)
    if (cell.sensitive !== false && isSmall && !isOpen) draft.primary.add(id)
    draft.person(cell.only, cell.count, id)
  }
  for (const { total, parts } of relations)
    if (draft.known.has(cellId(release, total)))
      draft.sum(
        cellId(release, total),
        parts.map((part) => cellId(release, part)),
      )
}

/** The common refinement of the groupings as cells of the moment, and what each cell consists of. */
function addRefinement(draft: Draft, moment: Moment, classes: readonly AtomClass[]): void {
  const counted = [...moment.cells.values()]
  for (const { name, atoms } of classes) {
    if (!atoms.every((atom) => moment.atomCounts.has(atom))) continue
    const count = atoms.reduce((sum, atom) => sum + moment.atomCounts.get(atom)!, 0)
    const id = cellId(moment.release, name)
    draft.derive(id, count, 0)
    if (isSensitiveCount(count, 1, draft.rules.threshold)) draft.primary.add(id)
    moment.cells.set(name, { key: name, count, shown: false, unseen: true, lowerBound: 0, stock: true })
  }
  for (const { key, atoms } of counted) {
    const parts = atoms && !isPublicZero(moment.cells.get(key)!) ? partsOf(atoms, classes) : []
    if (parts.length > 0 && parts.every(({ name }) => moment.cells.has(name)))
      draft.sum(
        cellId(moment.release, key),
        parts.map(({ name }) => cellId(moment.release, name)),
      )
  }
}

/** What changed since the release before. From a shown count a change matters only when it is itself a secret. */
function addChanges(draft: Draft, moment: Moment, before: Earlier): void {
  const place = new Map(draft.cells.map((cell, index) => [cell.id, index]))
  for (const cell of moment.cells.values()) {
    const earlier = cell.stock ? before.get(cell.key) : undefined
    // From a public zero, the change is the new count itself.
    if (!earlier || isPublicZero(earlier.cell)) continue
    const change = cell.count - earlier.cell.count
    const sensitive = cell.sensitive !== false && isSensitiveCount(change, 1, draft.rules.threshold)
    const id = cellId(moment.release, cell.key)
    if (earlier.cell.shown === true && change >= 0 && !sensitive) {
      const floored = draft.cells[place.get(id)!]!
      floored.lower = Math.max(floored.lower ?? 0, earlier.cell.count)
      continue
    }
    const name = `Δ${id}`
    draft.derive(name, change, change < 0 ? -CORRECTION_ROOM : 0)
    if (sensitive) draft.primary.add(name)
    draft.person(cell.joined, change, name)
    const old = cellId(earlier.release, cell.key)
    if (draft.known.has(id)) draft.sum(id, [old, name])
  }
}

const groupsOf = (
  { rules }: Draft,
  { relations, sensitiveParts }: Moment,
  counts: ReadonlyMap<string, number>,
): GroupDisclosure[] => groupDisclosures({ relations, sensitiveParts: [...sensitiveParts] }, counts, rules)

/** The few newcomers of a total that nearly all belong to a sensitive category. */
function addNewGroups(draft: Draft, moment: Moment, before: Earlier): void {
  const changes = new Map(
    [...moment.cells.values()].flatMap((cell) => {
      const earlier = cell.stock ? before.get(cell.key) : undefined
      return earlier ? [[cell.key, cell.count - earlier.cell.count] as const] : []
    }),
  )
  for (const { others } of groupsOf(draft, moment, changes)) {
    const [only, ...more] = others
    const rest = `Δ${cellId(moment.release, only!)}`
    if (more.length === 0 && draft.known.has(rest)) draft.primary.add(rest)
  }
}

/** The few outside a total that nearly all falls into a sensitive category. */
function addGroups(draft: Draft, moment: Moment): void {
  const { release } = moment
  const counts = new Map([...moment.cells.values()].map((cell) => [cell.key, cell.count]))
  for (const { total, part, others } of groupsOf(draft, moment, counts)) {
    const [only, ...more] = others.map((other) => cellId(release, other))
    // The rest is the secret: a cell of its own, unless the table already has it.
    if (more.length === 0) {
      if (only && draft.known.has(only)) draft.primary.add(only)
      continue
    }
    const id = `~${cellId(release, total)} − ${part}`
    if (draft.known.has(id)) continue
    draft.derive(id, counts.get(total)! - counts.get(part)!, 0)
    draft.primary.add(id)
    draft.sum(cellId(release, total), [cellId(release, part), id])
    draft.sum(id, [only!, ...more])
  }
}

/**
 * Builds the joint problem. Ids are `release/key`; derived cells start with Δ (change), ∩ (refinement) or ~ (rest).
 * @param tables of the new release; empty to attack the ledger alone.
 * @throws Error when two tables of a release disagree on a cell.
 */
export function jointProblem(
  ledger: readonly ReleasedTable[],
  release: string,
  tables: readonly Table[],
  rules: ReleaseRules,
): Problem {
  const draft = new Draft(rules)
  const all = moments(ledger, release, tables)
  const classes = refine(all.flatMap((moment) => [...moment.cells.values()]))
  const before = new Map<string, { release: string; cell: JointCell }>()
  for (const moment of all) {
    addCells(draft, moment, before)
    addRefinement(draft, moment, classes)
    addChanges(draft, moment, before)
    addNewGroups(draft, moment, before)
    addGroups(draft, moment)
    for (const cell of moment.cells.values()) before.set(cell.key, { release: moment.release, cell })
  }
  const { cells, relations, published, hidden, primary, alone } = draft
  return {
    cells,
    relations: [...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values()],
    published,
    hidden,
    primary: [...primary],
    groups: [...alone.values()].filter((ids) => ids.length > 1),
    threshold: rules.threshold,
    lowerBound: 1,
    minUpper: rules.minUpper,
    minWidth: rules.minWidth,
    singleRespondents: rules.singleRespondents,
    colluding: rules.colluding,
    timeLimit: rules.timeLimit,
  }
}
