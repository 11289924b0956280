// Which quarter a station may release next: one release a quarter, without gaps, never before the quarter has ended.
import { hasEnded, nextQuarter, PROJECT_QUARTERS, type Quarter, quarterOf } from './quarters.ts'

/** The next quarter to release, or null when there is nobody to count yet. */
export const nextRelease = (released: readonly Quarter[], firstEntry: string | null): Quarter | null => {
  const newest = released.toSorted().at(-1)
  if (newest !== undefined) return nextQuarter(newest)
  return firstEntry === null ? null : quarterOf(firstEntry)
}

/** Why a quarter cannot be released now, or null when it can. */
export const releaseProblem = (
  quarter: Quarter,
  released: readonly Quarter[],
  firstEntry: string | null,
  today: string,
): 'already-released' | 'nothing-to-release' | 'state-forbids' | 'quarter-not-ended' | null => {
  if (released.includes(quarter)) return 'already-released'
  const next = nextRelease(released, firstEntry)
  if (next === null) return 'nothing-to-release'
  if (quarter !== next || !PROJECT_QUARTERS.includes(quarter)) return 'state-forbids'
  return hasEnded(quarter, today) ? null : 'quarter-not-ended'
}
