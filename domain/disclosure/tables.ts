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
  /** A zero that another shown figure gives away (nobody there to begin with): shown, whatever the table does with zeros. */
  implied?: boolean
  /** Never displayed: it ties other cells together, or a coarser table leaves it out. A small count is a secret all the same. */
  unseen?: boolean
  /** False: a small count here tells nothing about anybody. */
  sensitive?: boolean
  /** Who makes up a count of one. That person knows the cell, and his other cells are no disclosure to him. */
  only?: string
  /** The same for an increase of one since the release before. */
  joined?: string
}

export interface Table {
  id: string
  /** `stock` (when absent): counts that go on from release to release, so that their changes are secrets too; `flow`: of one period. */
  kind?: 'stock' | 'flow'
  cells: readonly TableCell[]
  /** Sums; they may name cells of other tables of the release. */
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
  /** Group disclosure when all of a total but at most this many fall into a sensitive category; below the threshold. */
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

/** A total that nearly all falls into one sensitive category: `others` hold the small difference, which is the secret. */
export interface GroupDisclosure {
  total: string
  part: string
  others: string[]
}

/**
 * Totals that nearly all fall into one sensitive category. Totals below the threshold are secrets by themselves.
 * @param counts true counts of all cells of the release.
 * @param rules `groupSlack`: how many may be outside; fewer than the threshold, so that the part has somebody.
 */
export function groupDisclosures(
  { relations, sensitiveParts }: Pick<Table, 'relations' | 'sensitiveParts'>,
  counts: ReadonlyMap<string, number>,
  { groupSlack, threshold }: Pick<ReleaseRules, 'groupSlack' | 'threshold'>,
): GroupDisclosure[] {
  const sensitive = new Set(sensitiveParts)
  const countOf = (key: string) => counts.get(key) ?? 0
  // A total of the same category (all areas of one class) sums over something else.
  return relations
    .filter(({ total }) => !sensitive.has(total) && countOf(total) >= threshold)
    .flatMap(({ total, parts }) =>
      parts
        .filter((part) => sensitive.has(part) && countOf(total) - countOf(part) <= groupSlack)
        .map((part) => ({ total, part, others: parts.filter((one) => one !== part) })),
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
