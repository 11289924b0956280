/** Bounds are rounded up to what a sum of weights can be. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stepOf } from '../../../domain/disclosure/search.ts'

it.each([
  [[1, 2, 3], 1],
  [[10, 4, 0], 2],
  [[0.5, 1.5], 0.5],
  [[0.1, 0.25], 0.05],
  [[7], 7],
  [[Math.log(3), 1], 0],
  [[0.0004, 1], 0],
  [[0, 0], 0],
  [[], 0],
])('%j are multiples of %d', (weights, step) => {
  expect(stepOf(weights)).toBe(step)
})

it('divides every sum of weights', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(weights, fc.constantFrom(1, 10, 100, 1000), fc.array(fc.boolean()), (counts, unit, taken) => {
      const all = counts.map((count) => count / unit)
      const step = stepOf(all)
      const sum = all.reduce((total, weight, k) => (taken[k] ? total + weight : total), 0)
      if (step === 0) expect(sum).toBe(0)
      else expect(Math.abs(sum / step - Math.round(sum / step))).toBeLessThan(1e-6)
    }),
  )
})
