/** The auditor's own reader: from the released file to what an attacker can write down. Shares nothing with the suppressor. */

/** What the attacker knows of one unknown cell, and what must hold. */
export interface UnknownCell {
  id: string
  truth: number
  low: number
  high: number
}

/** One equation over unknown cells: Σ sign·y = known. */
export interface Equation {
  cells: number[]
  signs: number[]
  known: number
}

export interface AttackView {
  unknown: UnknownCell[]
  equations: Equation[]
  /** Indices into `unknown`. */
  sensitive: number[]
  /** Sensitive ids that are shown in the clear. */
  shownSensitive: string[]
  /** Hidden by choice (`suppressed`), as given. */
  suppressed: string[]
  primaryCount: number
  /** Exactly known hidden cells count as exposed too: the file does not say which are sensitive. */
  allSensitive: boolean
  minUpper: number | null
  minWidth: number
  /** Cells (indices into `unknown`) that one respondent knows, how many people that takes, and cells that are their own. */
  respondents: { cells: number[]; people: number; own: Set<number> }[]
  colluding: number
  weight: number
}

export class AuditInputError extends Error {
  override name = 'AuditInputError'
}

type Json = Record<string, unknown>
const fail = (place: string, sentence: string): never => {
  throw new AuditInputError(`${place}: ${sentence}`)
}
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function whole(value: unknown, place: string): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : fail(place, 'must be a whole number')
}

function list(value: unknown, place: string): unknown[] {
  return Array.isArray(value) ? value : fail(place, 'must be a list')
}

function optional<T>(value: unknown, otherwise: T, read: (value: unknown) => T): T {
  return value === undefined ? otherwise : read(value)
}

interface FileCell {
  id: string
  count: number
  lower: number | undefined
  upper: number
  weight: number
  /** Respondents may learn it. */
  outsidersOnly: boolean
}

function readCells(file: Json): Map<string, FileCell> {
  const cells = new Map<string, FileCell>()
  for (const [i, entry] of list(file.cells, 'cells').entries()) {
    const place = `cells[${i}]`
    if (!isObject(entry)) return fail(place, 'must be an object')
    const { id } = entry
    if (typeof id !== 'string' || id === '') return fail(`${place}.id`, 'must be a text')
    if (cells.has(id)) return fail(`${place}.id`, `"${id}" is used twice`)
    const count = whole(entry.count, `${place}.count`)
    const upper = entry.upper == null ? Infinity : whole(entry.upper, `${place}.upper`)
    if (upper < count) return fail(`${place}.upper`, `"${id}" counts ${count}, more than its upper bound`)
    const lower = entry.lower == null ? undefined : whole(entry.lower, `${place}.lower`)
    if (lower !== undefined && lower > upper)
      return fail(`${place}.lower`, `"${id}" has a lower bound above its upper bound`)
    const weight = entry.weight === undefined ? 1 : Number(entry.weight)
    if (!(weight >= 0)) return fail(`${place}.weight`, 'must be a number from 0')
    if (entry.outsidersOnly !== undefined && typeof entry.outsidersOnly !== 'boolean')
      return fail(`${place}.outsidersOnly`, 'must be true or false')
    cells.set(id, { id, count, lower, upper, weight, outsidersOnly: entry.outsidersOnly === true })
  }
  return cells
}

function readIds(value: unknown, place: string, cells: ReadonlyMap<string, FileCell>): Set<string> {
  const ids = new Set<string>()
  list(value, place).forEach((id, i) => {
    if (typeof id !== 'string' || !cells.has(id))
      fail(`${place}[${i}]`, `there is no cell ${JSON.stringify(id)}`)
    ids.add(id as string)
  })
  return ids
}

function readGroups(value: unknown, cells: ReadonlyMap<string, FileCell>): Set<string>[] {
  const groups = list(value, 'groups')
  if (groups.length > 0 && groups.every((entry) => typeof entry === 'string'))
    return [readIds(groups, 'groups', cells)]
  return groups.map((entry, i) => readIds(entry, `groups[${i}]`, cells))
}

/**
 * Reads the released file and the ids hidden in it.
 * @throws AuditInputError naming the place.
 */
export function readAttackView(json: unknown, hiddenIds: readonly string[]): AttackView {
  if (!isObject(json)) return fail('the file', 'must be an object')
  const cells = readCells(json)
  const none = new Set<string>()
  const ids = (name: string) => optional(json[name], none, (value) => readIds(value, name, cells))
  const published = ids('published')
  const never = ids('hidden')
  const suppressed = readIds(hiddenIds, 'suppressed', cells)
  const threshold = optional(json.threshold, 5, (value) => whole(value, 'threshold'))
  const lowerBound = optional(json.lowerBound, 1, (value) => whole(value, 'lowerBound'))
  const minUpper =
    json.minUpper === null ? null : optional(json.minUpper, threshold, (value) => whole(value, 'minUpper'))
  const minWidth = optional(json.minWidth, 1, (value) => whole(value, 'minWidth'))
  const colluding = optional(json.colluding, 1, (value) => whole(value, 'colluding'))
  const singles = optional(json.singleRespondents, true, (value) => value === true)
  const small = (cell: FileCell) => cell.count >= 1 && cell.count < threshold
  const primary =
    json.primary === undefined
      ? new Set([...cells.values()].filter(small).map(({ id }) => id))
      : ids('primary')
  const floor = (cell: FileCell) => cell.lower ?? (never.has(cell.id) ? 0 : lowerBound)
  for (const id of never)
    if (cells.get(id)!.count < floor(cells.get(id)!))
      fail(
        'hidden',
        `"${id}" counts ${cells.get(id)!.count}, less than its lower bound ${floor(cells.get(id)!)}`,
      )
  const isUnknown = (cell: FileCell) =>
    never.has(cell.id) || (suppressed.has(cell.id) && !published.has(cell.id) && cell.count >= floor(cell))

  const unknown = [...cells.values()].filter(isUnknown)
  const place = new Map(unknown.map((cell, index) => [cell.id, index]))
  const sums = readSums(json, cells)
  const equations = sums.map((ids_) => {
    const equation: Equation = { cells: [], signs: [], known: 0 }
    ids_.forEach((id, i) => {
      const sign = i === 0 ? 1 : -1
      const index = place.get(id)
      if (index === undefined) equation.known -= sign * cells.get(id)!.count
      else {
        equation.cells.push(index)
        equation.signs.push(sign)
      }
    })
    return equation
  })
  return {
    unknown: unknown.map((cell) => ({ id: cell.id, truth: cell.count, low: floor(cell), high: cell.upper })),
    equations: equations.filter((equation) => equation.cells.length > 0),
    sensitive: [...primary].flatMap((id) => place.get(id) ?? []),
    shownSensitive: [...primary].filter((id) => !place.has(id)),
    suppressed: [...suppressed].filter((id) => !never.has(id)),
    primaryCount: [...suppressed].filter((id) => primary.has(id) && !never.has(id)).length,
    allSensitive: json.primary === undefined,
    minUpper,
    minWidth,
    respondents: singles
      ? respondents(unknown, place, sums, cells, readGroups(json.groups ?? [], cells), never, colluding)
      : [],
    colluding,
    weight: [...suppressed].reduce((sum, id) => (never.has(id) ? sum : sum + cells.get(id)!.weight), 0),
  }
}

/** Every sum as [total, …parts], checked to add up. */
function readSums(file: Json, cells: ReadonlyMap<string, FileCell>): string[][] {
  return list(file.relations, 'relations').map((entry, i) => {
    const where = `relations[${i}]`
    if (!isObject(entry)) return fail(where, 'must be an object')
    const parts = [...readIds(entry.parts, `${where}.parts`, cells)]
    const [total] = readIds([entry.total], `${where}.total`, cells)
    const sum = parts.reduce((all, id) => all + cells.get(id)!.count, 0)
    if (sum !== cells.get(total!)!.count)
      fail(where, `the total "${total}" is ${cells.get(total!)!.count}, but its parts add up to ${sum}`)
    return [total!, ...parts]
  })
}

/**
 * Cells of up to k people. One respondent knows the cells that have his group's contributors (given, or a total of one
 * part and shown zeros). What is his own is no disclosure to him: that also holds through hidden zeros around changes
 * and cells that were hidden before.
 */
function respondents(
  unknown: readonly FileCell[],
  place: ReadonlyMap<string, number>,
  sums: readonly string[][],
  cells: ReadonlyMap<string, FileCell>,
  groups: readonly Set<string>[],
  never: ReadonlySet<string>,
  most: number,
): AttackView['respondents'] {
  const few = unknown.filter((cell) => cell.count >= 1 && cell.count <= most)
  const joined = (loose: boolean) => {
    const label = new Map(few.map((cell) => [cell.id, cell.id]))
    const same = (ids: readonly string[]) => {
      const labels = new Set(ids.flatMap((id) => label.get(id) ?? []))
      const [kept] = labels
      if (labels.size > 1) for (const [id, old] of label) if (labels.has(old)) label.set(id, kept!)
    }
    for (const [total, ...parts] of sums) {
      const through = loose && [total!, ...parts].some((id) => never.has(id))
      const others = parts.filter((id) => cells.get(id)!.count !== 0 || (place.has(id) && !through))
      if (others.length === 1 && cells.get(others[0]!)!.count === cells.get(total!)!.count)
        same([total!, others[0]!])
    }
    for (const group of groups) same([...group])
    return label
  }
  const knows = joined(false)
  const is = joined(true)
  const people = new Map<string, AttackView['respondents'][number]>()
  for (const cell of few) {
    const one = people.get(knows.get(cell.id)!) ?? { cells: [], people: cell.count, own: new Set<number>() }
    one.cells.push(place.get(cell.id)!)
    for (const other of few) if (is.get(other.id) === is.get(cell.id)) one.own.add(place.get(other.id)!)
    people.set(knows.get(cell.id)!, one)
  }
  const told = unknown.filter(({ outsidersOnly }) => outsidersOnly)
  for (const one of people.values()) for (const { id } of told) one.own.add(place.get(id)!)
  return [...people.values()]
}
