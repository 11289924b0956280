/** The perturbation profile: same people, same noise; no small outputs; unbiased. */
import { describe, expect, it } from 'vitest'
import {
  KEY_RANGE,
  outputs,
  PERTURBED_LABEL,
  perturb,
  perturbTable,
  STANDARD_PERTURBATION,
} from '../../../domain/disclosure/cell-key.ts'
import { seededRandom } from '../../../domain/disclosure/random.ts'

describe('cell-key perturbation', () => {
  it('has mean zero, sums to one and never shows 1 or 2', () => {
    for (let count = 0; count < 40; count++) {
      const choices = outputs(count, STANDARD_PERTURBATION)
      expect(choices.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12)
      expect(choices.reduce((sum, { value, chance }) => sum + value * chance, 0)).toBeCloseTo(count, 12)
      for (const { value } of choices) {
        expect([1, 2]).not.toContain(value)
        expect(Math.abs(value - count)).toBeLessThanOrEqual(2)
      }
    }
    expect(outputs(0, STANDARD_PERTURBATION)).toEqual([{ value: 0, chance: 1 }])
  })

  it('gives the same people the same noise in any order', () => {
    const uniform = seededRandom(4)
    const random = () => Math.floor(uniform() * KEY_RANGE)
    const keys = Array.from({ length: 12 }, random)
    expect(perturb(keys, STANDARD_PERTURBATION)).toBe(perturb([...keys].reverse(), STANDARD_PERTURBATION))
    const different = new Set(
      Array.from({ length: 60 }, () => perturb(Array.from({ length: 12 }, random), STANDARD_PERTURBATION)),
    )
    expect([...different].sort((a, b) => a - b)).toEqual([10, 11, 12, 13, 14])
  })

  it('labels its tables', () => {
    expect(perturbTable([{ key: 'a', recordKeys: [] }], STANDARD_PERTURBATION)).toEqual({
      profile: PERTURBED_LABEL,
      cells: [{ key: 'a', count: 0 }],
    })
  })
})
