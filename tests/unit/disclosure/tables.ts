/** Small tables of the disclosure tests, written as problems. */
import type { ProblemInput } from '../../../domain/disclosure/problem.ts'

/** The rule of simple tools: a hidden cell may be anything from 0 up, and must not be known exactly. */
export const EXACT_RULE = {
  lowerBound: 0,
  minUpper: null,
  minWidth: 1,
  singleRespondents: false,
} as const

/** Rows × columns with all margins; ids are row name + column name, margins "total". */
export function crossTable(
  rows: readonly string[],
  columns: readonly string[],
  counts: readonly (readonly number[])[],
): Pick<ProblemInput, 'cells' | 'relations'> {
  const cells: ProblemInput['cells'] = []
  const relations: ProblemInput['relations'] = []
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      cells.push({ id: row + column, count: counts[r]![c]! })
    })
    cells.push({ id: `${row}total`, count: sum(counts[r]!) })
    relations.push({ total: `${row}total`, parts: columns.map((column) => row + column) })
  })
  columns.forEach((column, c) => {
    cells.push({ id: `total${column}`, count: sum(counts.map((row) => row[c]!)) })
    relations.push({ total: `total${column}`, parts: rows.map((row) => row + column) })
  })
  cells.push({ id: 'total', count: sum(counts.map(sum)) })
  relations.push({ total: 'total', parts: rows.map((row) => `${row}total`) })
  relations.push({ total: 'total', parts: columns.map((column) => `total${column}`) })
  return { cells, relations }
}

/** The known 4×4 table in which hiding nine cells leaves one of them exactly known. */
export const FOUR_BY_FOUR = crossTable(
  ['w', 'x', 'y', 'z'],
  ['a', 'b', 'c', 'd'],
  [
    [30, 47, 64, 89],
    [90, 124, 5, 31],
    [92, 100, 59, 85],
    [800, 991, 651, 685],
  ],
)
export const LEAKY_NINE = ['wa', 'wb', 'wc', 'xa', 'xc', 'yb', 'yd', 'zb', 'zd']

/** Eight regions grouped into counties and into big and small ones. */
export function regions(groupings: { counties: boolean; sizes: boolean }): ProblemInput {
  const counts: Record<string, number> = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 }
  const cells = Object.entries(counts).map(([id, count]) => ({ id, count }))
  const relations: ProblemInput['relations'] = []
  const group = (total: string, parts: string[]) => {
    cells.push({ id: total, count: parts.reduce((sum, part) => sum + counts[part]!, 0) })
    relations.push({ total, parts })
  }
  if (groupings.counties) {
    group('county-1', ['A', 'B', 'I', 'J'])
    group('county-2', ['K', 'L', 'M', 'N'])
  }
  if (groupings.sizes) {
    group('big', ['L', 'M'])
    group('small', ['A', 'B', 'I', 'J', 'K', 'N'])
  }
  const published = relations.map(({ total }) => total)
  return { cells, relations, published, threshold: 4, ...EXACT_RULE }
}

/** Age × EU × year beside country × year: the EU total links the two tables. */
export function twoYears(): ProblemInput {
  const cells: ProblemInput['cells'] = []
  const relations: ProblemInput['relations'] = []
  const data = {
    2014: { Spain: 12, Portugal: 9, Norway: 14, young: { EU: 11, other: 6 }, old: { EU: 10, other: 8 } },
    2015: { Spain: 3, Portugal: 15, Norway: 13, young: { EU: 8, other: 6 }, old: { EU: 10, other: 7 } },
  }
  for (const [year, numbers] of Object.entries(data)) {
    const add = (name: string, count: number) => cells.push({ id: `${name} ${year}`, count })
    const eu = numbers.young.EU + numbers.old.EU
    const other = numbers.young.other + numbers.old.other
    for (const age of ['young', 'old'] as const) {
      add(`${age} EU`, numbers[age].EU)
      add(`${age} other`, numbers[age].other)
      add(age, numbers[age].EU + numbers[age].other)
      relations.push({ total: `${age} ${year}`, parts: [`${age} EU ${year}`, `${age} other ${year}`] })
    }
    add('EU', eu)
    add('other', other)
    add('all', eu + other)
    for (const country of ['Spain', 'Portugal', 'Norway'] as const) add(country, numbers[country])
    relations.push(
      { total: `EU ${year}`, parts: [`young EU ${year}`, `old EU ${year}`] },
      { total: `other ${year}`, parts: [`young other ${year}`, `old other ${year}`] },
      { total: `all ${year}`, parts: [`young ${year}`, `old ${year}`] },
      { total: `all ${year}`, parts: [`EU ${year}`, `other ${year}`] },
      { total: `EU ${year}`, parts: [`Spain ${year}`, `Portugal ${year}`] },
    )
  }
  return { cells, relations, ...EXACT_RULE }
}
