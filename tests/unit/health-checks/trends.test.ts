import { expect, test } from 'vitest'
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'
import { TREND_LABELS, trendsOf } from '../../../domain/health-checks/trends.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { check } from '../../../renderer/i18n/locales/fi/check.ts'

const CLIENT = { sex: 'female', birthDate: '1990-01-01', labourStatus: 'unemployed' }
const answered = (
  fields: CheckAnswers['fields'],
  instruments: Record<string, (number | null)[]> = {},
): CheckAnswers => ({
  ...emptyAnswers(),
  fields,
  instruments: Object.fromEntries(
    Object.entries(instruments).map(([id, answers]) => [
      id,
      { version: '1', language: 'fi', mode: 'interview', answers },
    ]),
  ),
})
const trend = (id: string, checks: { date: string; answers: CheckAnswers }[], client = CLIENT) =>
  trendsOf(checks, client).find((one) => one.id === id)

test('oldest first, each with the class of its own value', () => {
  const checks = [
    { date: '2026-11-24', answers: answered({ height: 170, weight: 72.3 }) },
    { date: '2025-11-24', answers: answered({ height: 170, weight: 90 }) },
  ]
  expect(trend('derived.bmi', checks)?.points).toEqual([
    { date: '2025-11-24', value: 31.1, band: 'obesity_1' },
    { date: '2026-11-24', value: 25, band: 'overweight' },
  ])
  expect(trend('field.weight', checks)).toMatchObject({ bands: null, unit: 'kg', decimals: 1 })
})

test('in pregnancy the index is a number without a class', () => {
  const answers = answered({ height: 170, weight: 72.3, pregnant: 'yes' })
  expect(trend('derived.bmi', [{ date: '2026-11-24', answers }])).toMatchObject({
    bands: null,
    points: [{ value: 25, band: null }],
  })
})

test('limits by sex: none when the sex is unknown', () => {
  const checks = [{ date: '2026-11-24', answers: answered({ waist: 81, hb: 120 }) }]
  expect(trend('field.waist', checks)?.points[0]?.band).toBe('slightly_raised')
  expect(trend('field.waist', checks, { ...CLIENT, sex: 'male' })?.points[0]?.band).toBe('recommended')
  expect(trend('field.waist', checks, { ...CLIENT, sex: 'unknown' })).toMatchObject({ bands: null })
  expect(trend('field.hb', checks, { ...CLIENT, sex: 'male' })?.points[0]?.band).toBe('low')
})

test('glucose of a sample that was not a fasting one has no class', () => {
  const checks = (labFasting: string) => [
    { date: '2026-11-24', answers: answered({ fpGluk: 8.5, labFasting }) },
  ]
  expect(trend('field.fpGluk', checks('yes'))?.points[0]?.band).toBe('diabetes_limit')
  expect(trend('field.fpGluk', checks('no'))).toMatchObject({ bands: null, points: [{ band: null }] })
})

test('blood pressure is the mean of the readings, each part with its own classes', () => {
  const bpReadings = [
    { sys: 141, dia: 88 },
    { sys: 138, dia: 87 },
  ]
  const checks = [{ date: '2026-11-24', answers: answered({ bpReadings }) }]
  expect(trend('derived.bpSys', checks)?.points[0]).toMatchObject({ value: 140, band: 'mild' })
  expect(trend('derived.bpDia', checks)?.points[0]).toMatchObject({ value: 88, band: 'satisfactory' })
})

test('instruments by their totals; profiles by item; nothing where nothing can be computed', () => {
  const checks = [
    {
      date: '2026-11-24',
      answers: answered({}, { was: [8], gad7: [1, 1, null, null, null, null, null], x3x10d: [7, null] }),
    },
  ]
  expect(trend('instrument.was', checks)?.points).toEqual([{ date: '2026-11-24', value: 8, band: 'good' }])
  expect(trend('instrument.gad7', checks)).toBeUndefined()
  expect(trend('instrument.x3x10d.0', checks)).toMatchObject({ item: 0, points: [{ value: 7, band: null }] })
  expect(trend('instrument.x3x10d.1', checks)).toBeUndefined()
})

test('substances are marked, so that they stay off paper', () => {
  const checks = [{ date: '2026-11-24', answers: answered({ peth: 0.4 }, { auditc: [2, 2, 2] }) }]
  expect(trend('field.peth', checks)?.sensitive).toBe('substances')
  expect(trend('instrument.auditc', checks)?.sensitive).toBe('substances')
  expect(trendsOf([], CLIENT)).toEqual([])
})

test('every trend has its texts, and every instrument has a trend', () => {
  const textAt = (key: string) => key.split('.').reduce<unknown>((at, part) => (at as never)?.[part], check)
  for (const { label, unit } of TREND_LABELS) {
    expect(textAt(label), label).toBeTypeOf('string')
    if (unit) expect((check.unit as Record<string, string>)[unit], unit).toBeTypeOf('string')
  }
  for (const id of INSTRUMENTS.keys())
    expect(
      TREND_LABELS.some(({ label }) => label === `instrument.${id}`),
      id,
    ).toBe(true)
})
