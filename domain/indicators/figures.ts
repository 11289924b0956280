// Adding up figures that are partly hidden: a sum over hidden cells is a range, never a number with holes as zeros.

/** low = high and hidden false: exact. `high` null: no limit. */
export type Figure = { low: number; high: number | null; hidden: boolean }

/** The figure of what is shown, in which nothing is hidden. */
export const exactly = (value: number): Figure => ({ low: value, high: value, hidden: false })

/** The figure of a hidden cell from what the files leave open. */
export const hiddenFigure = (low: number, high: number | null): Figure => ({
  low,
  high,
  hidden: low !== high,
})

/**
 * The sum of figures whose hidden parts do not depend on each other (different stations), or, for one station, a range
 * that is always valid though perhaps wider than needed. Null when there is nothing to add.
 */
export const sumFigures = (figures: readonly Figure[]): Figure | null =>
  figures.length === 0
    ? null
    : figures.reduce((sum, one) => ({
        low: sum.low + one.low,
        high: sum.high === null || one.high === null ? null : sum.high + one.high,
        hidden: sum.hidden || one.hidden,
      }))
