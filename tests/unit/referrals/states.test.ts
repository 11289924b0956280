import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  REFERRAL_STATES,
  REFERRAL_TRANSITIONS,
  REMINDERS,
  type ReferralState,
  referralStepsFrom,
  referralTransition,
} from '../../../domain/referrals/states.ts'
import { ROLES } from '../../../domain/users/roles.ts'

const DETAILS = {
  note: 'a reason',
  details: { receivedBy: 'K', linkPerson: 'L', attempts: 3, endReason: 'goal_reached' } as Record<
    string,
    unknown
  >,
}
const only = (names: readonly string[]) => ({
  note: DETAILS.note,
  details: Object.fromEntries(Object.entries(DETAILS.details).filter(([name]) => names.includes(name))),
})

/** Any walk of attempted steps; those that are allowed are taken. */
const walk = fc.array(fc.tuple(fc.constantFrom(...REFERRAL_STATES), fc.constantFrom(...ROLES)), {
  maxLength: 40,
})
const taken = (attempts: [ReferralState, string][]): ReferralState[] => {
  const path: ReferralState[] = ['draft']
  for (const [to, role] of attempts) {
    const row = REFERRAL_TRANSITIONS.find((step) => step.from === path.at(-1) && step.to === to)
    if (referralTransition(path.at(-1)!, to, role, only(row?.requires ?? [])).ok) path.push(to)
  }
  return path
}

const CLOSED: readonly ReferralState[] = [
  'ended',
  'declined_by_client',
  'returned',
  'not_reached',
  'cancelled',
  'consent_withdrawn',
]

describe('random walks', () => {
  test('nothing is sent without consent, assigned before it is received, or left after an end', () => {
    fc.assert(
      fc.property(walk, (attempts) => {
        const path = taken(attempts)
        const needs = (state: ReferralState, needed: ReferralState) => {
          const at = path.indexOf(state)
          if (at >= 0) expect(path.slice(0, at)).toContain(needed)
        }
        needs('sent', 'consented')
        needs('received', 'sent')
        needs('assigned', 'received')
        needs('contacted', 'assigned')
        needs('active', 'contacted')
        needs('ended', 'contacted')
        needs('not_reached', 'assigned')
        expect(new Set(path).size).toBe(path.length)
        expect(path.slice(0, -1).filter((state) => CLOSED.includes(state))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test('administrators and project officers can take no step', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REFERRAL_STATES), fc.constantFrom(...REFERRAL_STATES), (from, to) => {
        for (const role of ['administrator', 'officer'])
          expect(referralTransition(from, to, role, DETAILS).ok).toBe(false)
      }),
    )
  })
})

test('wherever the client vanishes, one true step ends the referral, and a client may always decline', () => {
  for (const from of REFERRAL_STATES.filter((state) => !CLOSED.includes(state))) {
    const ends = REFERRAL_TRANSITIONS.filter((row) => row.from === from && CLOSED.includes(row.to))
    expect(ends.map(({ to }) => to)).toContain('declined_by_client')
    // Before a link worker is named nobody has tried to reach the client: the writer cancels.
    const vanished = ['assigned', 'contacted'].includes(from)
      ? 'not_reached'
      : from === 'active'
        ? 'ended'
        : 'cancelled'
    expect(
      ends.map(({ to }) => to),
      from,
    ).toContain(vanished)
  }
  const details = { endReason: 'not_reached' }
  for (const from of ['contacted', 'active'] as const)
    expect(referralTransition(from, 'ended', 'nurse', { details })).toMatchObject({ ok: true })
})

test('both steps towards sending ask for the consent', () => {
  expect(referralTransition('draft', 'consented', 'nurse')).toEqual({ ok: true, needsConsent: true })
  expect(referralTransition('consented', 'sent', 'nurse')).toEqual({ ok: true, needsConsent: true })
  expect(referralTransition('draft', 'sent', 'nurse')).toEqual({ ok: false, why: 'no-such-step' })
})

test.each([
  ['sent', 'received', {}, ['receivedBy']],
  ['received', 'assigned', { details: { linkPerson: ' ' } }, ['linkPerson']],
  ['assigned', 'not_reached', { details: { attempts: 2 } }, ['attempts']],
  ['active', 'ended', { details: { endReason: 'bored' } }, ['endReason']],
  ['active', 'ended', { details: { endReason: 'goal_not_reached' } }, ['endReason']],
  ['contacted', 'ended', {}, ['endReason']],
  ['contacted', 'not_reached', { details: { attempts: 2 } }, ['attempts']],
  ['contacted', 'cancelled', { note: '' }, ['note']],
  ['active', 'ended', { details: { endReason: 'other', meetings: 51 } }, ['meetings']],
  ['active', 'ended', { details: { endReason: 'other', diagnosis: 'x' } }, ['diagnosis']],
  ['sent', 'returned', { note: '  ' }, ['note']],
] as const)('%s to %s needs its details', (from, to, details, missing) => {
  expect(referralTransition(from, to, 'nurse', details)).toMatchObject({ ok: false, why: 'details', missing })
})

test('ending with outcomes, and who follows up', () => {
  const details = { endReason: 'goal_reached', meetings: 6, clientRating: 9, servicesReached: ['Library'] }
  expect(referralTransition('active', 'ended', 'coordinator', { details }).ok).toBe(true)
  expect(referralTransition('active', 'ended', 'doctor', { details })).toEqual({ ok: false, why: 'role' })
  expect(referralStepsFrom('assigned', 'nurse').map(({ to }) => to)).toEqual([
    'contacted',
    'cancelled',
    'declined_by_client',
    'not_reached',
    'consent_withdrawn',
  ])
})

test('each step stands once in the table, and reminders name waiting states', () => {
  const steps = REFERRAL_TRANSITIONS.map(({ from, to }) => `${from} ${to}`)
  expect(new Set(steps).size).toBe(steps.length)
  expect(REMINDERS.map(({ state, days }) => [state, days])).toEqual([
    ['consented', 3],
    ['sent', 7],
    ['received', 7],
    ['assigned', 14],
    ['contacted', 14],
    ['active', 91],
  ])
  const underWay = new Set(REFERRAL_TRANSITIONS.map(({ from }) => from).filter((from) => from !== 'draft'))
  expect(REMINDERS.map(({ state }) => state)).toEqual([...underWay])
})
