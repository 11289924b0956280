// Whatever a call is asked about must exist before the log names it: no text from outside gets into the log for good.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { CALL_NAMES, findCall } from '../../../domain/contract/table.ts'
import { ROLES } from '../../../domain/users/roles.ts'
import { NOBODY } from '../../host/client-input.ts'
import { everyRole } from '../../host/every-role.ts'
import { makeServer, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

const ENTRY = {
  ...{ entryDate: '2026-11-20', labourStatus: 'student', education: 'isced3-4', disability: 'no' },
  ...{ thirdCountry: 'no', foreignBackground: 'no', minority: 'no', housingExclusion: 'no', rural: 'no' },
}
const EXIT = {
  ...{ version: 1, exitDate: '2026-11-20', exitStatus: 'student', exitJobSearch: false },
  ...{ exitEducation: false, exitQualification: false, exitRestUnknown: false },
}

/** Inputs of the calls that name a record, apart from its id. */
const REST: Record<string, object> = {
  'users.resetPassword': { password: 'kettu hiipii lumessa taas' },
  'clients.correct': {
    ...{ version: 1, reason: 'x', hetu: null, familyName: 'A', givenNames: 'B', birthDate: '1990-01-01' },
    ...{ sex: 'female', municipality: '698', labourStatus: 'student', unemployedSince: null, language: 'fi' },
    ...{ interpreter: false, phone: null, email: null, protectedAddress: false },
  },
  'clients.enterProject': {
    entry: ENTRY,
    statisticsConsent: { given: true, method: 'oral' },
  },
  'clients.correctEntry': {
    ...{ version: 1, reason: 'x', entry: ENTRY, sex: 'female', municipality: '698' },
  },
  'clients.exitProject': EXIT,
  'clients.changeExit': EXIT,
  'clients.reenterProject': { version: 1, date: '2026-11-20' },
  'clients.recordConsent': { kind: 'contactBy', given: true, method: 'oral', receiver: null },
  'clients.withdrawConsent': { consentId: NOBODY },
  'checks.start': { checkDate: '2026-11-24' },
  'checks.saveDraft': { revision: 0, answers: {} },
  'checks.sign': { revision: 0, to: 'closed' },
  'checks.amend': { reason: 'x' },
  'checks.followUpDone': { followUp: '2026-11-24' },
  'checks.stop': { to: 'cancelled', reason: 'x' },
  'referrals.create': { checkId: null },
  'referrals.saveDraft': { revision: 0, content: {} },
  'referrals.step': { revision: 0, to: 'cancelled', note: 'x', consent: null, details: {} },
  'plans.add': {
    items: [
      { kind: 'goal', title: 'x', instructions: '', contact: '', responsible: 'client', dueDate: null },
    ],
  },
  'plans.change': {
    ...{ itemId: NOBODY, revision: 1, state: 'done', kind: 'goal', title: 'x', instructions: '' },
    ...{ contact: '', responsible: 'client', dueDate: null },
  },
  'documents.print': { document: 'plan', to: 'paper' },
  'documents.copy': { text: 'x' },
}
const ID_FIELDS = ['clientId', 'checkId', 'referralId', 'releaseId', 'id'] as const

/** Calls whose input names one record by a made identifier, with the field. */
const naming = CALL_NAMES.flatMap((name) => {
  const { shape } = findCall(name)!.input as unknown as { shape?: Record<string, z.ZodType> }
  const field = ID_FIELDS.find((one) => shape?.[one]?.safeParse(NOBODY).success)
  return field && name !== 'plans.removeTemplate' ? [{ name, field }] : []
})

let t: TestServer
let as: Awaited<ReturnType<typeof everyRole>>
beforeAll(async () => {
  t = makeServer()
  as = await everyRole(t, 'clinical')
})
afterAll(() => t.dispose())

test('the calls that name a record are found', () => {
  expect(naming.length).toBeGreaterThan(30)
})

test.each(naming)(
  '$name of a record that is not there is refused, and the log names nobody',
  async (call) => {
    const { callers } = findCall(call.name)!
    await as(ROLES.find((role) => callers.includes(role))!)
    const ask = (id: string) => t.server.call(call.name, { ...REST[call.name], [call.field]: id })
    const gone = await ask(NOBODY)
    expect(gone).toMatchObject({ ok: false })
    expect(['not-found', 'state-forbids']).toContain(gone.ok ? '' : gone.error.code)
    for (const typed of ['131052-308T', 'Kuukkeli', '010190-900P'])
      expect(await ask(typed)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    const db = await peek(t.folder)
    const named = db
      .prepare("select event from audit_event where client_id = ? or details like '%' || ? || '%'")
      .all(NOBODY, NOBODY)
    expect(named).toEqual([])
    db.close()
  },
)

test('a template of paths that is not there is neither saved over nor removed', async () => {
  await as('coordinator')
  const { version, templates } = await t.server
    .ask('plans.templates', {})
    .then((answer) => (answer.ok ? answer.value : { version: 0, templates: [] }))
  const typed = '010190-900p'
  const template = { ...templates[0]!, id: typed, name: 'Uusi' }
  for (const answer of [
    await t.server.ask('plans.saveTemplate', { version, template }),
    await t.server.ask('plans.removeTemplate', { version, id: typed }),
  ])
    expect(answer).toEqual({ ok: false, error: { code: 'not-found' } })
})
