// Finnish ways of typing and showing dates, months and numbers.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatMonth,
  formatNumber,
  parseDate,
  parseMonth,
  parseNumber,
} from '../../../renderer/ui/format.ts'

describe('dates', () => {
  test.each([
    ['24.11.2026', '2026-11-24'],
    ['1.2.1990', '1990-02-01'],
    ['01021990', '1990-02-01'],
    ['1/2/1990', '1990-02-01'],
    ['1990-02-01', '1990-02-01'],
    [' 29.2.2024 ', '2024-02-29'],
  ])('%s is read as %s', (typed, iso) => {
    expect(parseDate(typed)).toBe(iso)
  })

  test.each(['29.2.2023', '31.4.2026', '0.1.2026', '1.13.2026', '1.1.26', 'eilen', '', '2026-02-30'])(
    '%s is no date',
    (typed) => {
      expect(parseDate(typed)).toBeNull()
    },
  )

  test('what is shown is read back', () => {
    const days = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10)
        expect(parseDate(formatDate(iso))).toBe(iso)
        expect(parseMonth(formatMonth(iso.slice(0, 7)))).toBe(iso.slice(0, 7))
      }),
    )
  })
})

describe('numbers', () => {
  test.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['−3', -3],
    ['12 345', 12345],
    ['0', 0],
  ])('%s is read as %d', (typed, value) => {
    expect(parseNumber(typed)).toBe(value)
  })

  test.each(['12,', ',5', '1,2,3', '1e5', 'kaksi', '', '--1', 'Infinity'])('%s is no number', (typed) => {
    expect(parseNumber(typed)).toBeNull()
  })

  test('shown with a decimal comma', () => {
    expect(formatNumber(1234.5, 1).replace(/\s/g, ' ')).toBe('1 234,5')
  })
})
