/** Tables as the app releases them, and which of their cells are sensitive. */
import type { Relation } from './problem.ts'

export interface TableCell {
  /** The same key means the same cell: in every table of a release, and from one release to the next. */
  key: string
  count: number
  /** Place in the table: dimension → category. Needed for merge hints. */
  at?: Record<string, string>
  /** Finest units the cell consists of; lets cells of different groupings be compared. */
  atoms?: readonly string[]
  weight?: number
  /** Public upper bound, for example the population. */
  upper?: number
}

export interface Table {
  id: string
  cells: readonly TableCell[]
  relations: readonly Relation[]
  /**
   * 0 for health, disability and minority variables: zero and small are one class, shown zeros would harm.
   * 1 elsewhere: zeros are shown.
   */
  lowerBound: 0 | 1
  /** True counts of the atoms that cells name. */
  atomCounts?: Readonly<Record<string, number>>
  /** Keys in a sensitive category: a total that nearly all falls into one of them is itself a disclosure. */
  sensitiveParts?: readonly string[]
}

export interface ReleaseRules {
  /** Counts from 1 to threshold − 1 are sensitive; at least 3. */
  threshold: number
  minUpper: number | null
  minWidth: number
  singleRespondents: boolean
  colluding: number
  /** Group disclosure when all of a total but at most this many fall into a sensitive category. */
  groupSlack: number
  /** Seconds. */
  timeLimit: number
}

/** The rules of this product's releases. */
export const STANDARD_RULES: ReleaseRules = {
  threshold: 5,
  minUpper: 5,
  minWidth: 1,
  singleRespondents: true,
  colluding: 1,
  groupSlack: 2,
  timeLimit: 10,
}

/** Is a count sensitive by itself? Zero is when zero and small form one class. */
export function isSensitiveCount(count: number, lowerBound: 0 | 1, threshold: number): boolean {
  return Math.abs(count) < threshold && (count !== 0 || lowerBound === 0)
}

/**
 * Totals that nearly all fall into one sensitive category, as [total, part]; the small difference is the secret.
 * @param slack how many may be outside.
 */
export function groupDisclosures(table: Table, slack: number): [total: string, part: string][] {
  const sensitive = new Set(table.sensitiveParts)
  const count = new Map(table.cells.map((cell) => [cell.key, cell.count]))
  return table.relations.flatMap(({ total, parts }) =>
    parts
      .filter(
        (part) =>
          sensitive.has(part) && count.get(part)! > 0 && count.get(total)! - count.get(part)! <= slack,
      )
      .map((part): [string, string] => [total, part]),
  )
}

/**
 * What a shown percentage tells of its numerator.
 * @param percent as shown, rounded to `decimals` places, of `denominator` people.
 * @returns lowest and highest possible numerator; an attacker's bounds for that cell.
 */
export function numeratorBounds(
  percent: number,
  decimals: number,
  denominator: number,
): { lower: number; upper: number } {
  const half = 0.5 * 10 ** -decimals
  return {
    lower: Math.max(0, Math.ceil(((percent - half) / 100) * denominator - 1e-9)),
    upper: Math.min(denominator, Math.floor(((percent + half) / 100) * denominator + 1e-9)),
  }
}
