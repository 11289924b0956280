import { expect, test } from 'vitest'
import { FIELDS } from '../../../domain/health-checks/sections.ts'
import { unconfirmed, unconfirmedAt } from '../../../domain/health-checks/unusual.ts'
import { CONTEXT, completeCheck } from './complete-check.ts'

const asked = (place: string, fields: Record<string, unknown>, confirmed: Record<string, number> = {}) =>
  unconfirmedAt(place, completeCheck(fields, { confirmed }), CONTEXT)

test.each([
  [200, 64, null],
  [200, 63, 15.8],
  [150, 112.5, null],
  [150, 112.8, 50.1],
])('a height of %s and a weight of %s are asked with the index %s', (height, weight, value) => {
  expect(asked('weight', { height, weight })?.value ?? null).toBe(value)
})

test('a confirmed index is asked again when it changes', () => {
  const unusual = { height: 200, weight: 63 }
  expect(asked('weight', unusual)).toEqual({
    place: 'weight',
    confirm: 'bmi',
    value: 15.8,
    code: 'unusual-bmi',
    params: { min: 16, max: 50 },
  })
  expect(asked('weight', unusual, { bmi: 15.8 })).toBeNull()
  expect(asked('weight', { ...unusual, height: 201 }, { bmi: 15.8 })?.value).toBe(15.6)
})

test('a weight outside its own limits is asked first, each question by itself', () => {
  const heavy = completeCheck({ height: 150, weight: 250 })
  const codes = (confirmed: Record<string, number>) =>
    unconfirmed(FIELDS.get('weight')!, { ...heavy, confirmed }, CONTEXT).map(({ code }) => code)
  expect(codes({})).toEqual(['above-soft', 'unusual-bmi'])
  expect(codes({ weight: 250 })).toEqual(['unusual-bmi'])
  expect(codes({ weight: 250, bmi: 111.1 })).toEqual([])
})

test('working years beyond the age can be confirmed, rows of lists have their own places', () => {
  expect(asked('workYearsTotal', { workYearsTotal: 30 })).toMatchObject({ confirm: 'workYearsTotal' })
  expect(asked('workYearsTotal', { workYearsTotal: 30 }, { workYearsTotal: 30 })).toBeNull()
  const bpReadings = [{ sys: 210, dia: 80 }]
  expect(asked('bpReadings.0.sys', { bpReadings })).toMatchObject({ place: 'bpReadings.0.sys', value: 210 })
  expect(asked('bpReadings.0.dia', { bpReadings })).toBeNull()
  expect(asked('nothing', {})).toBeNull()
})
