import { afterEach, beforeEach, expect, test } from 'vitest'
import { kyselyOver } from '../../../db/kysely.ts'
import { eraseClient, proposeErasure } from '../../../db/repositories/retention.ts'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { completeAnswers } from '../../host/check-answers.ts'
import { clientInput } from '../../host/client-input.ts'
import { entryInput, NO_RESULTS } from '../../host/entry-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

let t: TestServer
beforeEach(async () => {
  t = makeServer({ now: '2026-01-10T08:00:00.000Z' })
  await setUp(t.server)
})
afterEach(() => t.dispose())

const login = (username: string) => ({ username, password: `kettu hiipii lumessa ${username}` })

/** Two people who may erase, made by the administrator; ends signed in as the first of them. */
const twoCoordinators = async () => {
  await must(signInAs(t.server, 'administrator'))
  for (const name of ['koordi1', 'koordi2'])
    await must(t.server.ask('users.add', { ...login(name), displayName: name, role: 'coordinator' }))
  await must(t.server.ask('retention.setRule', { years: 2 }))
  await must(t.server.ask('session.signIn', login('koordi1')))
}

test('without a rule nothing is a candidate', async () => {
  const { id } = await must(t.server.ask('clients.register', clientInput()))
  await twoCoordinators()
  await must(signInAs(t.server, 'administrator'))
  await must(t.server.ask('retention.setRule', { years: null }))
  t.setClock('2080-01-10T08:00:00.000Z')
  await must(t.server.ask('session.signIn', login('koordi1')))
  expect(await must(t.server.ask('retention.candidates', {}))).toEqual([])
  expect((await t.server.ask('retention.propose', { clientId: id })).ok).toBe(false)
})

test('an idle record is erased by two people, the log stays, a used one is kept', async () => {
  const entry = entryInput({ entryDate: '2026-01-05' })
  const { id } = await must(
    t.server.ask(
      'clients.register',
      clientInput({ entry, statisticsConsent: { given: true, method: 'oral' } }),
    ),
  )
  await must(
    t.server.ask('clients.exitProject', {
      clientId: id,
      version: 1,
      exitDate: '2026-01-09',
      ...NO_RESULTS,
    }),
  )
  const { id: used } = await must(
    t.server.ask('clients.register', clientInput({ hetu: '010100A903K', familyName: 'Riekko' })),
  )
  const { id: referralId } = await must(t.server.ask('referrals.create', { clientId: id, checkId: null }))
  await must(
    t.server.ask('plans.add', {
      clientId: id,
      items: [
        {
          kind: 'goal',
          title: 'Kävely',
          instructions: '',
          contact: '',
          responsible: 'client',
          dueDate: null,
        },
      ],
    }),
  )
  const { id: checkId } = await must(t.server.ask('checks.start', { clientId: id, checkDate: '2026-01-10' }))
  const { draft } = await must(t.server.ask('checks.open', { checkId }))
  const complete = completeAnswers(draft!.answers as CheckAnswers)
  const agreed = {
    followUpType: 'call',
    followUpDate: '2026-02-10',
    planItems: [{ action: 'Unipäiväkirja' }],
  }
  const answers = { ...complete, fields: { ...complete.fields, ...agreed } } as never
  await must(t.server.ask('checks.saveDraft', { checkId, revision: 0, answers }))
  await must(t.server.ask('checks.sign', { checkId, revision: 1, to: 'closed' }))
  await must(t.server.ask('checks.followUpDone', { checkId, followUp: '2026-02-10' }))
  await must(
    t.server.ask('referrals.step', {
      referralId,
      revision: 0,
      to: 'cancelled',
      note: 'peruttu',
      consent: null,
      details: {},
    }),
  )
  await twoCoordinators()
  t.setClock('2028-01-12T08:00:00.000Z')
  await must(t.server.ask('session.signIn', login('koordi1')))
  await must(t.server.ask('clients.open', { clientId: used }))
  expect((await must(t.server.ask('retention.candidates', {}))).map((c) => c.id)).toEqual([id])
  await must(t.server.ask('retention.propose', { clientId: id }))
  expect(await t.server.ask('retention.confirm', { clientId: id })).toEqual({
    ok: false,
    error: { code: 'state-forbids' },
  })
  await must(t.server.ask('session.signIn', login('koordi2')))
  await must(t.server.ask('retention.confirm', { clientId: id }))
  expect(await must(t.server.ask('clients.search', { text: 'Kuukkeli' }))).toEqual([])
  expect(await t.server.ask('clients.open', { clientId: id })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  const kept = await must(t.server.ask('audit.ofClient', { clientId: id }))
  expect(kept.map((e) => e.event)).toContain('retention.erased')
  expect((await must(t.server.ask('clients.search', { text: 'Riekko' }))).length).toBe(1)
  expect(t.faults).toEqual([])
})

test('the schema refuses to erase a client of few rows whom nobody proposed, and erases one who was', async () => {
  const { entry: _, statisticsConsent: __, ...fields } = clientInput()
  const { id } = await must(t.server.ask('clients.register', clientInput()))
  await must(t.server.ask('checks.start', { clientId: id, checkDate: '2026-01-10' }))
  const raw = await peek(t.folder, false)
  try {
    const db = kyselyOver(raw)
    const [first, second] = raw.prepare('select id from app_user').pluck().all() as [string, string]
    const at = '2028-01-12T08:00:00.000Z'
    raw.exec('begin')
    await expect(eraseClient(db, id, at, first)).rejects.toThrow('append-only')
    raw.exec('rollback')
    await must(
      t.server.ask('clients.correct', { ...fields, clientId: id, version: 1, reason: 'Nimi', phone: '1' }),
    )
    const unconfirmed = { confirmed_at: null, confirmed_by: null }
    const proposal = { client_id: id, rule: 'years=2', proposed_at: at, proposed_by: first }
    await proposeErasure(db, { ...proposal, ...unconfirmed })
    await eraseClient(db, id, at, second)
    expect(raw.prepare('select count(*) from client').pluck().get()).toBe(0)
    expect(raw.prepare('select count(*) from client_version').pluck().get()).toBe(0)
  } finally {
    raw.close()
  }
})

test('a proposal is void once the record has been used, and has to be made anew', async () => {
  const { id: clientId } = await must(t.server.ask('clients.register', clientInput()))
  await twoCoordinators()
  t.setClock('2028-01-12T08:00:00.000Z')
  await must(t.server.ask('session.signIn', login('koordi1')))
  await must(t.server.ask('retention.propose', { clientId }))
  // A search that shows the client is no use of the record.
  await must(t.server.ask('clients.search', { text: 'Kuukkeli' }))
  expect(await must(t.server.ask('retention.candidates', {}))).toMatchObject([{ own: true }])
  await must(signInAs(t.server, 'firstUser'))
  await must(t.server.ask('clients.open', { clientId }))
  t.setClock('2031-01-12T08:00:00.000Z')
  await must(t.server.ask('session.signIn', login('koordi2')))
  const FORBIDDEN = { ok: false, error: { code: 'state-forbids' } }
  expect(await t.server.ask('retention.confirm', { clientId })).toEqual(FORBIDDEN)
  expect(await must(t.server.ask('retention.candidates', {}))).toMatchObject([
    { id: clientId, proposedAt: null, proposedBy: null, own: false },
  ])
  await must(t.server.ask('retention.propose', { clientId }))
  expect(await t.server.ask('retention.propose', { clientId })).toEqual(FORBIDDEN)
  expect(await t.server.ask('retention.confirm', { clientId })).toEqual(FORBIDDEN)
  await must(t.server.ask('session.signIn', login('koordi1')))
  await must(t.server.ask('retention.confirm', { clientId }))
  expect(t.faults).toEqual([])
})
