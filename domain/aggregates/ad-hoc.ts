/** Ad-hoc tables for use inside the house: two classifications, counts perturbed by cell keys, never released. */
import { perturbTable, STANDARD_PERTURBATION } from '../disclosure/cell-key.ts'
import { ALL_AREAS, ancestorsOf, type Classification, childrenOf, TOTAL } from './dimensions.ts'
import type { Counted } from './tally.ts'

/** Whom such a table may count. */
export const AD_HOC_PEOPLE = ['participants', 'checked', 'referred'] as const

const codesOf = (dimension: Classification): string[] => {
  const total = dimension === 'area' ? ALL_AREAS : TOTAL
  return [total, ...childrenOf(dimension, total)]
}

/**
 * @param keyOf permanent record key of a person, a whole number below `KEY_RANGE`; the same at every call.
 * @returns the perturbed counts of every row and column, totals included and perturbed on their own.
 */
export const adHocTable = (
  people: readonly Counted[],
  { rows, columns }: { rows: Classification; columns: Classification },
  keyOf: (person: string) => number,
) => {
  const [rowCodes, columnCodes] = [codesOf(rows), codesOf(columns)]
  const cells = rowCodes.flatMap((row) => columnCodes.map((column) => ({ row, column })))
  const isIn = (one: Counted, dimension: Classification, code: string): boolean =>
    ancestorsOf(dimension, one[dimension]).includes(code)
  const { profile, cells: counted } = perturbTable(
    cells.map(({ row, column }) => ({
      key: `${row} ${column}`,
      recordKeys: people
        .filter((one) => isIn(one, rows, row) && isIn(one, columns, column))
        .map((one) => keyOf(one.person)),
    })),
    STANDARD_PERTURBATION,
  )
  return {
    profile,
    ...STANDARD_PERTURBATION,
    rows: rowCodes,
    columns: columnCodes,
    cells: cells.map((cell, i) => ({ ...cell, count: counted[i]!.count })),
  }
}
