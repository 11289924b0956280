import { describe, expect, test } from 'vitest'
import { FIELDS, SECTIONS } from '../../../domain/health-checks/sections.ts'
import { NEVER_AUTO_INCLUDED, REFERRAL_FIELDS } from '../../../domain/referrals/fields.ts'
import {
  mayGetFeedback,
  mayPrint,
  parseReferralContent,
  referralProblems,
  startingReferral,
} from '../../../domain/referrals/schema.ts'

const start = {
  client: {
    name: 'Aino Esimerkki',
    phone: '040 000 0000',
    email: null,
    municipality: '698',
    language: 'fi',
    birthDate: '1990-01-01',
    protectedAddress: false,
  },
  writer: { name: 'Hoitaja', unit: 'Terveysasema', phone: null },
  today: '2026-11-24',
  ownGoal: 'Haluan ulkoilla',
}
const complete = {
  ...startingReferral(start),
  writerProfession: 'nurse',
  reasons: ['loneliness'],
}

describe('referral content', () => {
  test('starts from the register and can be completed', () => {
    expect(parseReferralContent(complete).ok).toBe(true)
    expect(referralProblems(complete, { protectedAddress: false })).toEqual([])
    expect(complete).toMatchObject({ birthYear: 1990, municipality: '698', feedbackConsent: 'not_asked' })
  })

  test('a protected address keeps the municipality out', () => {
    const content = startingReferral({ ...start, client: { ...start.client, protectedAddress: true } })
    expect(content).not.toHaveProperty('municipality')
    expect(referralProblems(complete, { protectedAddress: true })).toEqual([
      { field: 'municipality', code: 'protected-address' },
    ])
  })

  test.each([
    [{ goal: ' ' }, 'goal', 'required'],
    [{ reasons: [] }, 'reasons', 'required'],
    [{ reasons: ['other'] }, 'reasonOther', 'required'],
    [{ clientPhone: null }, 'clientPhone', 'required'],
    [{ contactPreference: 'email' }, 'clientEmail', 'required'],
    [{ safetyNote: 'Koira pihalla' }, 'safetyNoteApproved', 'client-approval'],
    [{ goal: 'Tunnus 010190-900P' }, 'goal', 'contains-hetu'],
    [{ interests: '010190\u2013900p' }, 'interests', 'contains-hetu'],
  ])('%o', (change, field, code) => {
    expect(referralProblems({ ...complete, ...change }, { protectedAddress: false })).toContainEqual({
      field,
      code,
    })
  })

  test.each([
    [{ hetu: '010190-900P' }, 'hetu', 'unknown-field'],
    [{ diagnoses: [] }, 'diagnoses', 'unknown-field'],
    [{ goal: 'x'.repeat(501) }, 'goal', 'too-long'],
    [{ reasons: ['boredom'] }, 'reasons', 'option'],
    [{ writtenOn: '2026-02-30' }, 'writtenOn', 'date'],
  ])('%o is refused', (change, field, code) => {
    const result = parseReferralContent({ ...complete, ...change })
    expect(result.ok === false && result.problems).toContainEqual(expect.objectContaining({ field, code }))
  })

  test.each([null, [], 'text', 5])('%o is no content', (json) => {
    expect(parseReferralContent(json).ok).toBe(false)
  })

  test('feedback needs a yes; not asked is a no', () => {
    expect(mayGetFeedback(complete, [])).toBe(false)
    const yes = { ...complete, feedbackConsent: 'yes' }
    expect(mayGetFeedback(yes, [])).toBe(true)
    const consent = {
      kind: 'feedbackToReferrer',
      given: true,
      receiver: null,
      recordedAt: '2026-11-01T08:00:00.000Z',
      withdrawnAt: null,
    } as const
    expect(mayGetFeedback(complete, [consent])).toBe(true)
    expect(mayGetFeedback(yes, [{ ...consent, withdrawnAt: '2026-11-02T08:00:00.000Z' }])).toBe(false)
    expect(mayGetFeedback(yes, [{ ...consent, given: false }])).toBe(false)
  })
})

test('no field of a guarded section exists in a referral', () => {
  for (const id of NEVER_AUTO_INCLUDED.sections) {
    const section = SECTIONS.find((candidate) => candidate.id === id)
    expect(section, id).toBeDefined()
    for (const { key } of section!.fields) expect(REFERRAL_FIELDS.has(key), key).toBe(false)
  }
  expect(FIELDS.size).toBeGreaterThan(150)
})

test.each([
  ['phone', ['clientPhone']],
  ['text_message', ['clientPhone']],
  ['email', ['clientEmail']],
  ['letter', []],
  [undefined, []],
])(
  'with a protected address and %s as the wish, the paper gives only that way',
  (contactPreference, ways) => {
    const located = ['municipality', 'clientPhone', 'clientEmail']
    const printed = [...REFERRAL_FIELDS.keys()].filter((key) => mayPrint(key, { contactPreference }, true))
    expect(printed.filter((key) => located.includes(key))).toEqual(ways)
    expect(printed).toHaveLength(REFERRAL_FIELDS.size - located.length + ways.length)
    expect([...REFERRAL_FIELDS.keys()].every((key) => mayPrint(key, { contactPreference }, false))).toBe(true)
  },
)
