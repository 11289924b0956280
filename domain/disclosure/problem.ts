/** The disclosure problem as it is written in a file: cells, sums, rules. Shared by the app, the command line and the suppressor. */
import { z } from 'zod'

const id = z.string().min(1)
const count = z.int().min(-1_000_000_000).max(1_000_000_000)

const cellSchema = z.object({
  id,
  /** True count. Negative only for hidden, derived cells (a fall between two releases). */
  count,
  /** Cost of hiding the cell; 1 when absent. */
  weight: z.number().min(0).max(1e9).optional(),
  /** Public upper bound (for example the population of the municipality); none when absent or null. */
  upper: count.nullish(),
  /** Respondents may learn it, outsiders may not: a zero of a category whose only member knows so without any figure. */
  outsidersOnly: z.boolean().optional(),
  /** What every attacker knows as the lowest possible count; `lowerBound` when absent, 0 for hidden cells. */
  lower: count.nullish(),
})

const relationSchema = z.object({ total: id, parts: z.array(id).min(1) })

const problemSchema = z.object({
  cells: z.array(cellSchema).min(1),
  relations: z.array(relationSchema),
  /** Cells that must stay shown: already released, or promised. */
  published: z.array(id).default([]),
  /** Cells that are never shown whatever happens: hidden in an earlier release, or derived and not displayed. */
  hidden: z.array(id).default([]),
  threshold: z.int().min(2).max(1000).default(5),
  lowerBound: z.union([z.literal(0), z.literal(1)]).default(1),
  /** The attacker's maximum must reach this; null: not asked for; absent: the threshold. */
  minUpper: z.int().min(0).max(1_000_000).nullable().optional(),
  /** Attacker's maximum minus minimum must be at least this. */
  minWidth: z.int().min(0).max(1_000_000).default(1),
  singleRespondents: z.boolean().default(true),
  /** Size of the coalition of respondents that may pool their own cells. */
  colluding: z.int().min(1).max(4).default(1),
  /** Sets of cells with the same contributors: one list of ids, or a list of such lists. */
  groups: z.union([z.array(id), z.array(z.array(id))]).default([]),
  /** Cells to audit as hidden. Not read by `protect`. */
  suppressed: z.array(id).optional(),
  /** Sensitive cells; absent: every count from 1 to threshold − 1. */
  primary: z.array(id).optional(),
  /** Seconds, fractions allowed. */
  timeLimit: z.number().positive().max(86_400).default(25),
})

export type Cell = z.infer<typeof cellSchema>
export type Relation = z.infer<typeof relationSchema>
export type ProblemInput = z.input<typeof problemSchema>
export type Problem = Omit<z.output<typeof problemSchema>, 'groups' | 'minUpper' | 'primary'> & {
  groups: string[][]
  minUpper: number | null
  primary: string[]
}

/** The input does not describe a table; `place` says where, `message` is a sentence for a person. */
export class ProblemError extends Error {
  readonly place: string
  constructor(place: string, sentence: string) {
    super(`${place}: ${sentence}`)
    this.name = 'ProblemError'
    this.place = place
  }
}

/** A JSON path written the way a person would: cells[3].count. */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  ) || 'the file'

/** How many letters are to be put in, left out or changed to make one word of another (Levenshtein). */
function letters(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, k) => k)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let k = 1; k <= other.length; k++)
      next.push(Math.min(next[k - 1]! + 1, row[k]! + 1, row[k - 1]! + (one[i - 1] === other[k - 1] ? 0 : 1)))
    row = next
  }
  return row[other.length]!
}

/**
 * Refuses a key that we do not know and that looks like one that we do: a misspelt rule must not pass as no rule.
 * Others are left alone, so that files may carry what is for other programs.
 */
function refuseMisspelt(given: object, known: readonly string[], place: string): void {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/^minimum/, 'min')
      .replace(/s$/, '')
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue
    const meant = known.find(
      (one) => one.length > 4 && letters(plain(key), plain(one)) <= Math.floor(one.length / 5),
    )
    if (!meant) continue
    throw new ProblemError(
      place ? `${place}.${key}` : key,
      `is not a field of a ${place ? 'cell' : 'problem'}; did you mean "${meant}"?`,
    )
  }
}

/**
 * Reads a problem from parsed JSON.
 * @throws ProblemError naming the place: wrong type, unknown or repeated id, sums that do not add up,
 *   counts outside their bounds.
 */
export function parseProblem(json: unknown): Problem {
  const read = problemSchema.safeParse(json)
  if (!read.success) {
    const issue = read.error.issues[0]!
    throw new ProblemError(pathText(issue.path), issue.message)
  }
  refuseMisspelt(json as object, Object.keys(problemSchema.shape), '')
  const ofCell = Object.keys(cellSchema.shape)
  ;(json as { cells: object[] }).cells.forEach((cell, index) => {
    refuseMisspelt(cell, ofCell, `cells[${index}]`)
  })
  const { groups: given, minUpper, primary, ...rest } = read.data
  const flat = given.every((entry) => typeof entry === 'string')
  const groups = flat ? (given.length ? [given as string[]] : []) : (given as string[][])
  const cells = new Map<string, Cell>()
  rest.cells.forEach((cell, index) => {
    if (cells.has(cell.id)) throw new ProblemError(`cells[${index}].id`, `"${cell.id}" is used twice`)
    cells.set(cell.id, cell)
  })
  const known = (ids: readonly string[], place: string) =>
    ids.forEach((cell, index) => {
      if (!cells.has(cell)) throw new ProblemError(`${place}[${index}]`, `there is no cell "${cell}"`)
    })
  known(rest.published, 'published')
  known(rest.hidden, 'hidden')
  known(primary ?? [], 'primary')
  known(rest.suppressed ?? [], 'suppressed')
  groups.forEach((group, index) => {
    known(group, flat ? 'groups' : `groups[${index}]`)
  })
  const hidden = new Set(rest.hidden)
  const shown = rest.published.findIndex((cell) => hidden.has(cell))
  if (shown >= 0)
    throw new ProblemError(`published[${shown}]`, `"${rest.published[shown]}" is also in hidden`)
  rest.cells.forEach((cell, index) => {
    checkCell(cell, `cells[${index}]`, hidden.has(cell.id))
  })
  rest.relations.forEach((relation, index) => {
    checkRelation(relation, `relations[${index}]`, cells)
  })
  const small = (cell: Cell) => cell.count >= 1 && cell.count < rest.threshold
  return {
    ...rest,
    groups,
    minUpper: minUpper === undefined ? rest.threshold : minUpper,
    primary: primary ? [...new Set(primary)] : rest.cells.filter(small).map((cell) => cell.id),
  }
}

function checkCell(cell: Cell, place: string, hidden: boolean): void {
  if (cell.count < 0 && !hidden) throw new ProblemError(`${place}.count`, `"${cell.id}" has a negative count`)
  if (cell.count < 0 && cell.lower == null)
    throw new ProblemError(
      `${place}.lower`,
      `"${cell.id}" counts ${cell.count}, so it needs a lower bound of its own`,
    )
  if (cell.upper != null && cell.upper < cell.count)
    throw new ProblemError(
      `${place}.upper`,
      `"${cell.id}" counts ${cell.count}, more than its upper bound ${cell.upper}`,
    )
  if (cell.lower != null && cell.upper != null && cell.lower > cell.upper)
    throw new ProblemError(
      `${place}.lower`,
      `"${cell.id}" has the lower bound ${cell.lower}, above its upper bound ${cell.upper}`,
    )
  if (cell.lower != null && cell.lower > cell.count && (hidden || cell.count !== 0))
    throw new ProblemError(
      `${place}.lower`,
      `"${cell.id}" counts ${cell.count}, less than its lower bound ${cell.lower}`,
    )
}

function checkRelation(relation: Relation, place: string, cells: ReadonlyMap<string, Cell>): void {
  const total = cells.get(relation.total)
  if (!total) throw new ProblemError(`${place}.total`, `there is no cell "${relation.total}"`)
  const seen = new Set([relation.total])
  let sum = 0
  relation.parts.forEach((part, index) => {
    const cell = cells.get(part)
    if (!cell) throw new ProblemError(`${place}.parts[${index}]`, `there is no cell "${part}"`)
    if (seen.has(part)) throw new ProblemError(`${place}.parts[${index}]`, `"${part}" is in the sum twice`)
    seen.add(part)
    sum += cell.count
  })
  if (sum !== total.count)
    throw new ProblemError(
      place,
      `the total "${relation.total}" is ${total.count}, but its parts add up to ${sum}`,
    )
}
