import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueCell } from '../../../domain/aggregates/catalogue.ts'
import { INDICATOR_IDS, INDICATOR_SUMS, INDICATORS } from '../../../domain/indicators/definitions.ts'
import { exactly, type Figure, hiddenFigure, sumFigures } from '../../../domain/indicators/figures.ts'

test('targets: 413 = 175 + 133 + 73 + 32, each with its source', () => {
  const target = (id: string) => INDICATORS.find((one) => one.id === id)!.target
  expect(target('participants')?.value).toBe(413)
  const parts = ['unemployed', 'employed', 'student', 'outside'].map((id) => target(id)!)
  expect(parts.map((part) => part.value)).toEqual([175, 133, 73, 32])
  expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(413)
  for (const { target: one } of INDICATORS) if (one) expect(one.source).toBe('application')
})

test('every indicator stands on cells that are released; EECO04 is students and others outside', () => {
  expect(INDICATORS.map((one) => one.id)).toEqual([...INDICATOR_IDS])
  for (const { cells } of INDICATORS) for (const id of cells) expect(catalogueCell(id), id).toBeDefined()
  expect(INDICATOR_SUMS).toEqual([
    { id: 'indicator|EECO04', parts: ['participants|ALL|T|T|student', 'participants|ALL|T|T|outside'] },
  ])
})

test('a sum over hidden figures is a range that holds every possibility, and is never exact by mistake', () => {
  const figure = fc.tuple(fc.nat(50), fc.nat(50)).map(([low, more]): { figure: Figure; truth: number } => ({
    figure: more === 0 ? exactly(low) : hiddenFigure(low, low + more),
    truth: low + Math.floor(more / 2),
  }))
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), (all) => {
      const sum = sumFigures(all.map((one) => one.figure))!
      const truth = all.reduce((total, one) => total + one.truth, 0)
      expect(sum.low).toBeLessThanOrEqual(truth)
      expect(sum.high!).toBeGreaterThanOrEqual(truth)
      expect(sum.hidden).toBe(all.some((one) => one.figure.hidden))
    }),
  )
  expect(sumFigures([])).toBeNull()
  expect(sumFigures([exactly(3), hiddenFigure(1, null)])).toEqual({ low: 4, high: null, hidden: true })
  expect(hiddenFigure(4, 4)).toEqual(exactly(4))
})
