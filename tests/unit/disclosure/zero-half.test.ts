import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activity, type Cut } from '../../../domain/disclosure/cuts.ts'
import { seededRandom } from '../../../domain/disclosure/random.ts'
import { zeroHalfCuts } from '../../../domain/disclosure/zero-half.ts'

const edge = (...index: number[]): Cut => ({ index, coef: index.map(() => 1), rhs: 1 })

describe('rounded cuts', () => {
  it('sees that a triangle needs two nodes where the relaxation makes do with three halves', () => {
    const cuts = [edge(0, 1), edge(1, 2), edge(0, 2)]
    const found = zeroHalfCuts(cuts, Float64Array.of(0.5, 0.5, 0.5), seededRandom(1), 5, 3)
    expect(found).toContainEqual({ index: expect.arrayContaining([0, 1, 2]), coef: [1, 1, 1], rhs: 2 })
  })

  it('takes a node that is hidden already off both sides', () => {
    // 0 is hidden at the point; without it the triangle of 1, 2 and 3 is left.
    const cuts: Cut[] = [edge(1, 2), edge(2, 3), { index: [0, 1, 3], coef: [1, 1, 1], rhs: 2 }]
    const x = Float64Array.of(1, 0.5, 0.5, 0.5)
    const found = zeroHalfCuts(cuts, x, seededRandom(1), 5, 3)
    expect(found.length).toBeGreaterThan(0)
    for (const cut of found) expect(activity(cut, x)).toBeLessThan(cut.rhs)
  })

  it('finds nothing at a whole point, and leaves cuts with broken coefficients alone', () => {
    const half: Cut = { index: [0, 1], coef: [0.5, 1], rhs: 1 }
    expect(zeroHalfCuts([edge(0, 1)], Float64Array.of(1, 0), seededRandom(1), 5, 3)).toEqual([])
    expect(
      zeroHalfCuts([half, edge(1, 2), edge(0, 2)], Float64Array.of(0.5, 0.5, 0.5), seededRandom(1), 5, 3),
    ).toEqual([])
  })

  it('never excludes a whole point that the cuts it was made of allow', () => {
    const nodes = 7
    const row = fc.record({
      coef: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: nodes, maxLength: nodes }),
      rhs: fc.integer({ min: 0, max: 3 }),
    })
    let made = 0
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 10 }),
        fc.array(fc.constantFrom(0, 0.25, 0.5, 0.5, 0.5, 1), { minLength: nodes, maxLength: nodes }),
        (rows, shares) => {
          const cuts = rows.map(({ coef, rhs }): Cut => {
            const index = [...coef.keys()].filter((node) => coef[node] !== 0)
            return { index, coef: index.map((node) => coef[node]!), rhs }
          })
          const found = zeroHalfCuts(cuts, Float64Array.from(shares), seededRandom(3), 20, 3)
          made += found.length
          for (let bits = 0; bits < 2 ** nodes; bits++) {
            const point = Float64Array.from({ length: nodes }, (_, node) => (bits >> node) & 1)
            if (cuts.some((cut) => activity(cut, point) < cut.rhs)) continue
            for (const cut of found) expect(activity(cut, point)).toBeGreaterThanOrEqual(cut.rhs)
          }
        },
      ),
      { numRuns: 400 },
    )
    expect(made).toBeGreaterThan(50)
  })
})
