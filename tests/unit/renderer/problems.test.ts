import { expect, test } from 'vitest'
import { EARLY_RISK_SETTINGS, earlyRiskSettings } from '../../../domain/assessments/early-risk.ts'
import { findCall } from '../../../domain/contract/table.ts'
import { problemsOf } from '../../../renderer/api/problems.ts'

const years = (value: unknown) => problemsOf(findCall('retention.setRule')!.input, { years: value })

test('a number that cannot be read and one that is not whole have sentences of their own', () => {
  expect(years('abc')).toMatchObject([{ path: 'years', code: 'not-number' }])
  expect(years(1.5)).toMatchObject([{ path: 'years', code: 'whole-number' }])
  expect(years(-1)[0]!.code).toBe('too_small')
  const limits = { ...EARLY_RISK_SETTINGS, levels: { some: 'x', clear: 2.5 } }
  expect(problemsOf(earlyRiskSettings, limits).map(({ path, code }) => [path, code])).toEqual([
    ['levels.some', 'not-number'],
    ['levels.clear', 'whole-number'],
  ])
})

test('an empty sign-in asks for the user name first', () => {
  const { input } = findCall('session.signIn')!
  expect(problemsOf(input, { username: '', password: '' }).map(({ path, code }) => [path, code])).toEqual([
    ['username', 'required'],
    ['password', 'required'],
  ])
})
