import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeSearch } from '../../../domain/disclosure/audit-whole.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'

const COLUMNS = 6
const solver = await createHighsSolver()
const equation = fc
  .uniqueArray(fc.integer({ min: 0, max: COLUMNS - 1 }), { minLength: 2, maxLength: 4 })
  .chain((columns) =>
    fc
      .array(fc.constantFrom(1, -1, 2, -3), { minLength: columns.length, maxLength: columns.length })
      .map((values) => ({ columns, values })),
  )
const ends = (min: number, max: number) =>
  fc.array(fc.integer({ min, max }), { minLength: COLUMNS, maxLength: COLUMNS })

type Equations = readonly { columns: readonly number[]; values: readonly number[] }[]
const keeps = (equations: Equations, change: ArrayLike<number>) =>
  equations.every(
    ({ columns, values }) => columns.reduce((sum, c, k) => sum + values[k]! * change[c]!, 0) === 0,
  )

/** Every whole-number change between the ends. */
function all(equations: Equations, low: readonly number[], high: readonly number[]): number[][] {
  let found: number[][] = [[]]
  low.forEach((from, c) => {
    const choices = Array.from({ length: high[c]! - from + 1 }, (_, k) => from + k)
    found = found.flatMap((change) => choices.map((value) => [...change, value]))
  })
  return found.filter((change) => keeps(equations, change))
}

test('finds a change exactly where there is one, and the farthest', () => {
  fc.assert(
    fc.property(
      fc.array(equation, { minLength: 1, maxLength: 4 }),
      ends(-2, 0),
      ends(0, 2),
      fc.integer({ min: 0, max: COLUMNS - 1 }),
      fc.constantFrom<1 | -1>(1, -1),
      fc.integer({ min: 0, max: 2 }),
      (equations, low, high, column, way, by) => {
        const [from, to] = [low.slice(), high.slice()]
        if (way === 1) from[column] = Math.min(by, to[column]!)
        else to[column] = Math.max(-by, from[column]!)
        const possible = all(equations, from, to)
        const search = wholeSearch(COLUMNS, equations, solver)
        const any = search.find(from, to, 10)
        const farthest = search.find(from, to, 10, { column, way })
        expect([any !== undefined, farthest !== undefined]).toEqual([
          possible.length > 0,
          possible.length > 0,
        ])
        for (const found of [any, farthest]) {
          if (!found) continue
          expect(keeps(equations, found.change)).toBe(true)
          expect(found.change.every((value, c) => value >= from[c]! && value <= to[c]!)).toBe(true)
        }
        if (farthest) {
          expect(farthest.settled).toBe(true)
          const reached = possible.map((change) => way * change[column]!)
          expect(way * farthest.change[column]! - Math.max(...reached)).toBe(0)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('chooses few columns in a table', () => {
  // 3 × 3 with margins: sixteen counts, nine of them decide.
  const at = (row: number, column: number) => 4 * row + column
  const lines = [0, 1, 2, 3].flatMap((line) => [
    { columns: [0, 1, 2, 3].map((k) => at(line, k)), values: [1, 1, 1, -1] },
    { columns: [0, 1, 2, 3].map((k) => at(k, line)), values: [1, 1, 1, -1] },
  ])
  expect(wholeSearch(16, lines, solver).free).toHaveLength(9)
})
