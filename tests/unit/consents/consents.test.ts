import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CONSENT_KINDS,
  CONSENT_RULES,
  type Consent,
  consentInForce,
  consentProblems,
} from '../../../domain/consents/kinds.ts'

const time = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
const consent: fc.Arbitrary<Consent> = fc
  .record({
    kind: fc.constantFrom(...CONSENT_KINDS),
    given: fc.boolean(),
    receiver: fc.constantFrom('A', 'B', null),
    minute: fc.integer({ min: 0, max: 100 }),
    withdrawnAfter: fc.option(fc.integer({ min: 0, max: 50 })),
  })
  .map(({ minute, withdrawnAfter, ...rest }) => ({
    ...rest,
    recordedAt: time(minute),
    withdrawnAt: withdrawnAfter === null ? null : time(minute + withdrawnAfter),
  }))

test('withdrawing everything leaves nothing in force', () => {
  fc.assert(
    fc.property(fc.array(consent), fc.constantFrom(...CONSENT_KINDS), (all, kind) => {
      const withdrawn = all.map((one) => ({ ...one, withdrawnAt: one.withdrawnAt ?? one.recordedAt }))
      expect(consentInForce(withdrawn, kind, time(1000), 'A')).toBe(false)
    }),
  )
})

test('a newer no beats an older yes; another kind or receiver changes nothing', () => {
  fc.assert(
    fc.property(fc.array(consent), fc.constantFrom(...CONSENT_KINDS), (all, kind) => {
      const no: Consent = { kind, given: false, receiver: 'A', recordedAt: time(500), withdrawnAt: null }
      expect(consentInForce([...all, no], kind, time(1000), 'A')).toBe(false)
      const others = all.filter((one) => one.kind !== kind)
      expect(consentInForce(all, kind, time(200), 'A')).toBe(
        consentInForce(
          all.filter((one) => !others.includes(one)),
          kind,
          time(200),
          'A',
        ),
      )
    }),
  )
})

test('a yes to send holds for its receiver only, from its time on', () => {
  const yes: Consent = {
    kind: 'sendReferral',
    given: true,
    receiver: 'A',
    recordedAt: time(10),
    withdrawnAt: time(20),
  }
  expect(consentInForce([yes], 'sendReferral', time(9), 'A')).toBe(false)
  expect(consentInForce([yes], 'sendReferral', time(10), 'A')).toBe(true)
  expect(consentInForce([yes], 'sendReferral', time(10), 'B')).toBe(false)
  expect(consentInForce([yes], 'sendReferral', time(20), 'A')).toBe(false)
  expect(consentInForce([], 'contactBy', time(20))).toBe(false)
})

test('the receiver must be named to send', () => {
  expect(consentProblems({ kind: 'sendReferral', given: true, receiver: ' ' })).toEqual([
    { field: 'receiver', code: 'required' },
  ])
  expect(consentProblems({ kind: 'sendReferral', given: false, receiver: null })).toEqual([])
  expect(consentProblems({ kind: 'contactBy', given: true, receiver: null })).toEqual([])
  expect(CONSENT_RULES.map(({ kind }) => kind)).toEqual([...CONSENT_KINDS])
})
