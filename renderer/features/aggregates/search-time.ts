// How long a search is given: every earlier release makes the joint problem larger, and its first pattern later.

const LONGEST = 120

/** Seconds for the preview, unless the person says otherwise; it can be stopped at any time. */
export const previewSeconds = (earlier: number): number => Math.min(LONGEST, 20 + 5 * earlier)

/** Seconds for each of several versions that are only compared. */
export const compareSeconds = (earlier: number): number => Math.min(LONGEST, 1 + 2 * earlier)

/** Such a gap (a share) says that the search ended before it found a good pattern. */
export const UNFINISHED = 0.1
