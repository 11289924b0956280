import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kernelOf } from '../../../domain/disclosure/kernel.ts'
import type { Row } from '../../../domain/disclosure/model.ts'

const NODES = 8
const row = fc
  .uniqueArray(fc.integer({ min: 0, max: NODES - 1 }), { minLength: 2, maxLength: 5 })
  .chain((index) =>
    fc
      .array(fc.constantFrom(1, -1, 2, -3), { minLength: index.length, maxLength: index.length })
      .map((coef): Row => ({ index, coef })),
  )

/** All nodes for a choice of the free ones. */
function complete({ free, bound }: ReturnType<typeof kernelOf>, chosen: readonly number[]): number[] {
  const values = new Array<number>(NODES).fill(0)
  free.forEach((node, at) => {
    values[node] = chosen[at]!
  })
  for (const { node, terms } of bound)
    for (const [other, factor] of terms) values[node]! += factor * values[other]!
  return values
}

const sumOf = ({ index, coef }: Row, values: readonly number[]) =>
  index.reduce((sum, node, k) => sum + coef[k]! * values[node]!, 0)
const restOf = (terms: ReadonlyMap<number, number>, values: readonly number[]) =>
  [...terms].reduce((sum, [node, factor]) => sum + factor * values[node]!, 0)

test('a choice of the free nodes that keeps the rest keeps every sum, and no other does', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: -3, max: 3 }), { minLength: NODES, maxLength: NODES }),
      (rows, chosen) => {
        const kernel = kernelOf(NODES, rows)
        const values = complete(kernel, chosen)
        expect(values.every(Number.isInteger)).toBe(true)
        expect(rows.every((one) => sumOf(one, values) === 0)).toBe(
          kernel.rest.every((terms) => restOf(terms, values) === 0),
        )
      },
    ),
  )
})

test('every whole move is a choice of the free nodes', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const kernel = kernelOf(NODES, rows)
      // Whole moves by brute force over a small box.
      const walk = (values: number[]): void => {
        if (values.length < NODES) {
          for (const value of [-1, 0, 1]) walk([...values, value])
          return
        }
        if (rows.some((one) => sumOf(one, values) !== 0)) return
        expect(
          complete(
            kernel,
            kernel.free.map((node) => values[node]!),
          ),
        ).toEqual(values)
      }
      walk([])
    }),
    { numRuns: 12 },
  )
})

test('sums of a table are solved without any rest', () => {
  // Two by two inner cells, their row and column sums and the grand total.
  const sums = [
    [4, 0, 1],
    [5, 2, 3],
    [6, 0, 2],
    [7, 1, 3],
  ]
  const rows = sums.map((index) => ({ index, coef: index.map((_, k) => (k === 0 ? -1 : 1)) }))
  const { free, bound, rest } = kernelOf(NODES, rows)
  expect([free.length, bound.length, rest.length]).toEqual([4, 4, 0])
})
