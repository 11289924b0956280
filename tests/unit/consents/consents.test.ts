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
      expect(consentInForce(withdrawn, kind, 'A')).toBe(false)
    }),
  )
})

test('a newer no beats an older yes; another kind or receiver changes nothing', () => {
  fc.assert(
    fc.property(fc.array(consent), fc.constantFrom(...CONSENT_KINDS), (all, kind) => {
      const no: Consent = { kind, given: false, receiver: 'A', recordedAt: time(500), withdrawnAt: null }
      expect(consentInForce([no, ...all], kind, 'A')).toBe(false)
      const others = all.filter((one) => one.kind !== kind)
      expect(consentInForce(all, kind, 'A')).toBe(
        consentInForce(
          all.filter((one) => !others.includes(one)),
          kind,
          'A',
        ),
      )
    }),
  )
})

test('a yes to send holds for its receiver only, until it is withdrawn', () => {
  const yes: Consent = {
    kind: 'sendReferral',
    given: true,
    receiver: 'A',
    recordedAt: time(10),
    withdrawnAt: null,
  }
  expect(consentInForce([yes], 'sendReferral', 'A')).toBe(true)
  expect(consentInForce([yes], 'sendReferral', 'B')).toBe(false)
  expect(consentInForce([{ ...yes, withdrawnAt: time(20) }], 'sendReferral', 'A')).toBe(false)
  expect(consentInForce([], 'contactBy')).toBe(false)
})

test('no clock, however wrong, brings a withdrawn yes back or lets an earlier answer count', () => {
  fc.assert(
    fc.property(fc.array(consent), fc.constantFrom(...CONSENT_KINDS), fc.nat(1000), (all, kind, minute) => {
      const newest: Consent = {
        ...{ kind, given: true, receiver: 'A', recordedAt: time(minute) },
        withdrawnAt: time(1000 - minute),
      }
      expect(consentInForce([newest, ...all], kind, 'A')).toBe(false)
      expect(consentInForce([{ ...newest, withdrawnAt: null }, ...all], kind, 'A')).toBe(true)
    }),
  )
})

test('the receiver must be named to send', () => {
  expect(consentProblems({ kind: 'sendReferral', given: true, receiver: ' ' })).toEqual([
    { field: 'receiver', code: 'required' },
  ])
  expect(consentProblems({ kind: 'sendReferral', given: false, receiver: null })).toEqual([])
  expect(consentProblems({ kind: 'contactBy', given: true, receiver: null })).toEqual([])
  expect(CONSENT_RULES.map(({ kind }) => kind)).toEqual([...CONSENT_KINDS])
})
