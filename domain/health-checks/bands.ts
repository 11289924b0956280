// Band tables: a value on a decimal grid falls into exactly one named band. Used by measurements and instruments.

/** Where a clinical figure comes from, and whether a Lapha clinician has accepted it for use. */
export type Provenance = {
  source: string
  approved: boolean
  /** YYYY-MM-DD of the last review, or null. */
  reviewedOn: string | null
}

/** How a band is shown and sorted: `alarm` wants action at once. */
export type BandTone = 'good' | 'neutral' | 'mild' | 'marked' | 'severe' | 'alarm'

export type Band = {
  id: string
  /** Inclusive, on the table's grid. */
  from: number
  /** Inclusive, on the table's grid. */
  to: number
  tone: BandTone
}

export type BandTable = Provenance & {
  /** Key of the texts: `band.<id>.<band>`. */
  id: string
  /** Decimals of the grid: 0 for whole numbers, 1 for tenths. */
  decimals: number
  rows: readonly Band[]
}

/**
 * Rounds half up on the decimal digits as written, so that 1.005 becomes 1.01 and 87.5 becomes 88.
 * @param decimals 0 or more
 */
export const roundHalfUp = (value: number, decimals: number): number => {
  const written = String(value)
  if (written.includes('e')) return Math.round(value * 10 ** decimals) / 10 ** decimals
  return Number(`${Math.round(Number(`${written}e${decimals}`))}e-${decimals}`)
}

/** A value as a whole number of grid steps, rounded half up. */
const steps = (value: number, decimals: number): number => Math.round(Number(`${value}e${decimals}`))

/** The band of a value (rounded half up to the table's grid), or null outside the table's range. */
export const bandOf = (table: BandTable, value: number | null | undefined): Band | null => {
  if (value === null || value === undefined || !Number.isFinite(value)) return null
  const at = steps(value, table.decimals)
  return (
    table.rows.find((row) => steps(row.from, table.decimals) <= at && at <= steps(row.to, table.decimals)) ??
    null
  )
}

export type BandTableProblem = { row: number; problem: 'order' | 'gap' | 'overlap' | 'grid' | 'repeated' }

/** What is wrong with a table, also after editing: each row must begin one step after the row before it. */
export const bandTableProblems = (table: BandTable): BandTableProblem[] => {
  const problems: BandTableProblem[] = []
  const seen = new Set<string>()
  table.rows.forEach((band, row) => {
    if (seen.has(band.id)) problems.push({ row, problem: 'repeated' })
    seen.add(band.id)
    for (const edge of [band.from, band.to])
      if (roundHalfUp(edge, table.decimals) !== edge) problems.push({ row, problem: 'grid' })
    if (band.from > band.to) problems.push({ row, problem: 'order' })
    const previous = table.rows[row - 1]
    if (!previous) return
    const distance = steps(band.from, table.decimals) - steps(previous.to, table.decimals)
    if (distance > 1) problems.push({ row, problem: 'gap' })
    if (distance < 1) problems.push({ row, problem: 'overlap' })
  })
  return problems
}

/**
 * Builds a table from the lower edge of each band; the upper edges follow from the next row.
 * @param edges band id, first value, tone; in ascending order
 * @param max the last value of the last band
 */
export const bandTable = (
  id: string,
  decimals: number,
  edges: readonly (readonly [id: string, from: number, tone: BandTone])[],
  max: number,
  source: string,
): BandTable => ({
  id,
  decimals,
  rows: edges.map(([band, from, tone], at) => {
    const next = edges[at + 1]
    const to = next ? roundHalfUp(next[1] - 10 ** -decimals, decimals) : max
    return { id: band, from, to, tone }
  }),
  source,
  approved: false,
  reviewedOn: null,
})

export type ReferenceSex = 'female' | 'male' | 'unknown'

/** A table for each sex; null where an unknown sex cannot be judged. */
export type BandsBySex = { female: BandTable; male: BandTable; unknown: BandTable | null }

/** The table for a sex; `other` and missing count as unknown. */
export const tableForSex = (tables: BandTable | BandsBySex, sex: ReferenceSex): BandTable | null =>
  'rows' in tables ? tables : tables[sex]
