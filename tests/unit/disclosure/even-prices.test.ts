import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evened } from '../../../domain/disclosure/even-prices.ts'

const price = fc.oneof(fc.constant(Infinity), fc.constant(1e-3), fc.integer({ min: 1, max: 10_000 }))
const ratio = (prices: Float64Array) => {
  const finite = prices.filter(Number.isFinite)
  return Math.max(...finite) / Math.min(...finite)
}

test('prices keep their order and come nearer to each other step by step', () => {
  fc.assert(
    fc.property(fc.array(price, { minLength: 2, maxLength: 30 }), (list) => {
      const prices = Float64Array.from(list)
      const steps = evened(prices)
      const even = !prices.some(Number.isFinite) || ratio(prices) <= 2
      expect(steps).toHaveLength(even ? 0 : 4)
      if (even) return
      for (const step of steps)
        for (let a = 0; a < list.length; a++)
          for (let b = 0; b < list.length; b++)
            expect(Math.sign(step[a]! - step[b]!) || 0).toBe(Math.sign(prices[a]! - prices[b]!) || 0)
      const ratios = [prices, ...steps].map(ratio)
      // In the end none is more than three times another.
      expect(ratios.at(-1)).toBeLessThanOrEqual(3)
      for (let k = 1; k < 4; k++) expect(ratios[k]).toBeLessThan(ratios[k - 1]!)
    }),
  )
})

test('a few very dear nodes do not make all others alike', () => {
  const [first] = evened(Float64Array.of(1e-3, 1, 1, 2, 3, 10_000))
  expect(first![1]! / first![4]!).toBeLessThan(0.5)
})
