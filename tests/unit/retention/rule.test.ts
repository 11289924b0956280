import { expect, test } from 'vitest'
import { keptSince } from '../../../domain/retention/rule.ts'

test('the day that still protects a record is a day that exists, also when counted from a leap day', () => {
  expect(keptSince('2026-11-24', 10)).toBe('2016-11-24')
  expect(keptSince('2028-02-29', 1)).toBe('2027-02-28')
  expect(keptSince('2028-02-29', 4)).toBe('2024-02-28')
  expect(keptSince('2027-02-28', 3)).toBe('2024-02-28')
})
