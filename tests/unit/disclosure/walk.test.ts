import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kernelOf } from '../../../domain/disclosure/kernel.ts'
import type { Row } from '../../../domain/disclosure/model.ts'
import { moveAt } from '../../../domain/disclosure/moves.ts'
import { shortMoves } from '../../../domain/disclosure/short-moves.ts'
import { createWalk } from '../../../domain/disclosure/walk.ts'

/** Three by three inner cells (0–8), row sums (9–11), column sums (12–14), all (15). */
const NODES = 16
const parts = [
  ...[0, 1, 2].map((r) => [9 + r, 3 * r, 3 * r + 1, 3 * r + 2]),
  ...[0, 1, 2].map((c) => [12 + c, c, 3 + c, 6 + c]),
  [15, 9, 10, 11],
  [15, 12, 13, 14],
]
const TABLE: Row[] = parts.map((index) => ({ index, coef: index.map((_, k) => (k === 0 ? -1 : 1)) }))

const keeps = (change: ArrayLike<number>): boolean =>
  TABLE.every(({ index, coef }) => index.reduce((sum, node, k) => sum + coef[k]! * change[node]!, 0) === 0)
/** A whole change that keeps the sums, from its inner cells. */
const table = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 9, maxLength: 9 }).map((inner) => {
  const change = [...inner]
  for (const [total, ...rest] of parts) change[total!] = rest.reduce((sum, node) => sum + change[node]!, 0)
  return Float64Array.from(change)
})
const room = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: NODES, maxLength: NODES })

test('short moves are whole, keep every sum, and are no longer than those of the kernel', () => {
  const moves = shortMoves(NODES, TABLE)!
  for (const move of moves) {
    expect(move.value.every((value) => Number.isInteger(value) && value !== 0)).toBe(true)
    expect(keeps(Array.from({ length: NODES }, (_, node) => moveAt(move, node)))).toBe(true)
  }
  const { free, bound } = kernelOf(NODES, TABLE)
  const kernel = free.map((node) => 1 + bound.filter(({ terms }) => terms.has(node)).length)
  const basis = moves.slice(0, free.length).map(({ index }) => index.length)
  const sum = (list: number[]) => list.reduce((total, one) => total + one, 0)
  expect(sum(basis)).toBeLessThanOrEqual(sum(kernel))
})

test('steps of the basis lead to every whole table: what a walk is told to reach exactly it reaches', () => {
  const walk = createWalk(NODES, TABLE)
  fc.assert(
    fc.property(table, (aim) => {
      expect([...(walk(aim, aim) ?? [])]).toEqual([...aim])
    }),
  )
})

test('a walk ends within the ends and on the sums, and finds nothing only where little is to be found', () => {
  const walk = createWalk(NODES, TABLE)
  let possible = 0
  let missed = 0
  fc.assert(
    fc.property(table, room, room, (aim, below, above) => {
      // The change that is aimed at lies within: there is a way.
      const low = Float64Array.from(aim, (value, node) => value - below[node]!)
      const high = Float64Array.from(aim, (value, node) => value + above[node]!)
      possible++
      const change = walk(low, high)
      if (!change) {
        missed++
        return
      }
      expect(keeps(change)).toBe(true)
      change.forEach((value, node) => {
        expect(value).toBeGreaterThanOrEqual(low[node]!)
        expect(value).toBeLessThanOrEqual(high[node]!)
      })
    }),
    { numRuns: 300, seed: 1 },
  )
  expect(missed).toBeLessThan(possible / 50)
})

test('where there is no way none is found', () => {
  const low = new Float64Array(NODES)
  const high = new Float64Array(NODES)
  low[0] = high[0] = 1
  expect(createWalk(NODES, TABLE)(low, high)).toBeUndefined()
})

test('sums that have no basis of whole moves along coefficients of ±1 are left to other searches', () => {
  const rows: Row[] = [{ index: [0, 1], coef: [2, -3] }]
  expect(shortMoves(2, rows)).toBeUndefined()
  expect(createWalk(2, rows)(Float64Array.of(3, 2), Float64Array.of(3, 2))).toBeUndefined()
})
