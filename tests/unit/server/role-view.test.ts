// What leaves the server for a role that sees checks in part, by every call that it may make to read.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CALL_NAMES, findCall } from '../../../domain/contract/table.ts'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { SECTIONS } from '../../../domain/health-checks/sections.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import type { Role } from '../../../domain/users/roles.ts'
import { completeAnswers } from '../../host/check-answers.ts'
import { clientInput } from '../../host/client-input.ts'
import { everyRole } from '../../host/every-role.ts'
import { makeServer, must, type TestServer } from '../../host/make-server.ts'

const SECRET = 'salaisuus'
let t: TestServer
let signIn: (role: Role) => Promise<void>
beforeEach(async () => {
  t = makeServer()
  signIn = await everyRole(t, 'clinical')
})
afterEach(() => {
  expect(t.faults).toEqual([])
  t.dispose()
})

const record = (answers: number[]) => ({ version: '1', language: 'fi', mode: 'self', answers })
const revealing = (started: CheckAnswers): CheckAnswers => {
  const complete = completeAnswers(started)
  return {
    ...complete,
    instruments: {
      ...complete.instruments,
      phq9: record([1, 1, 0, 0, 0, 0, 0, 0, 2, 0]),
      auditc: record([4, 4, 4]),
    } as never,
    sections: Object.fromEntries(
      ['violence', 'substances', 'mood'].map((id) => [
        id,
        { skipped: false, skipReason: null, notes: SECRET },
      ]),
    ),
    flags: { unsafe_now: { action: 'safety_arranged', note: SECRET } },
    confirmed: { drinksPerWeek: 99 },
    fields: {
      ...complete.fields,
      violenceAsked: true,
      violence: 'yes',
      violenceTypes: ['physical'],
      safeNow: 'no',
      drinksPerWeek: 99,
      drugs: 'last_30_days',
      suicidalPlans: 'yes',
      selfHarmThoughts: 'yes',
      selfHarmAction: 'crisis_service',
      crisisInfoGiven: true,
      safetyPlan: SECRET,
      dependencyMedicines: 'yes',
      onward: [{ target: 'shelter', outcome: SECRET }, { target: 'physiotherapist' }],
      ownGoals: [{ goal: 'Takaisin keittiöön' }],
    },
  }
}

const CHECK_CONTENT = [
  ...SECTIONS.flatMap((section) =>
    section.fields.filter((field) => field.sensitive ?? section.sensitive).map(({ key }) => key),
  ),
  ...[...INSTRUMENTS.values()].filter(({ sensitive }) => sensitive).map(({ id }) => id),
  'phq9',
  'unsafe_now',
].map((key) => `"${key}":`)

test.each(['coordinator', 'counsellor'] as const)(
  'nothing sensitive of a check leaves for the %s',
  async (role) => {
    await signIn('nurse')
    const { id: clientId } = await must(t.server.ask('clients.register', clientInput()))
    const { id: checkId } = await must(t.server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))
    const { draft } = await must(t.server.ask('checks.open', { checkId }))
    const answers = revealing(draft!.answers as CheckAnswers) as never
    await must(t.server.ask('checks.saveDraft', { checkId, revision: 0, answers }))
    await must(t.server.ask('checks.sign', { checkId, revision: 1, to: 'closed' }))
    await must(t.server.ask('checks.amend', { checkId, reason: 'Puuttui kohta' }))
    const { id: referralId } = await must(t.server.ask('referrals.create', { clientId, checkId }))
    const nurse = await must(t.server.ask('checks.open', { checkId }))
    expect(JSON.stringify(nurse)).toContain(SECRET)

    await signIn(role)
    const inputs: Record<string, unknown>[] = [
      { clientId },
      { checkId },
      { referralId },
      { text: 'Kuukkeli' },
      { clientId, document: 'check', to: 'pdf' },
      { clientId, text: 'kopioitu' },
      {},
    ]
    for (const name of CALL_NAMES) {
      const row = findCall(name)!
      if (row.kind !== 'read-person' && row.kind !== 'read') continue
      if (!row.callers.includes(role) || row.workplace === 'office') continue
      const told = []
      for (const input of inputs) {
        const answer = await t.server.call(name, input)
        if (answer.ok) told.push(JSON.stringify(answer.value))
      }
      // A call that tells of a person and that none of the inputs fits would go untested.
      if (row.kind === 'read-person') expect(told.length, name).toBeGreaterThan(0)
      for (const content of [...told, ...t.saved.map(({ bytes }) => new TextDecoder().decode(bytes))]) {
        expect(content, name).not.toContain(SECRET)
        expect(content, name).not.toContain('shelter')
        for (const key of CHECK_CONTENT) expect(content, name).not.toContain(key)
      }
    }
    const seen = await must(t.server.ask('checks.open', { checkId }))
    expect(seen.draft).toBeNull()
    expect(seen.versions[0]!.answers.fields).toMatchObject({
      workAbility: 'to_be_assessed',
      ownGoals: [{ goal: 'Takaisin keittiöön' }],
      onward: [{ target: 'physiotherapist' }],
    })
    const { weight } = seen.versions[0]!.answers.fields as Record<string, unknown>
    expect(weight).toBe(role === 'coordinator' ? 72.3 : undefined)
    expect(await t.server.ask('dataRequest.show', { clientId })).toEqual({
      ok: false,
      error: { code: 'forbidden' },
    })
  },
)
