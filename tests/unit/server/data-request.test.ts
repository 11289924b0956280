import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DataRequestDocument } from '../../../domain/data-request/document.ts'
import { clientInput, NOBODY } from '../../host/client-input.ts'
import { consentInput } from '../../host/consent-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

let t: TestServer
let clientId: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  clientId = (await must(t.server.ask('clients.register', clientInput({ phone: '050 000 0000' })))).id
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

const show = async (of = clientId) =>
  (await must(t.server.ask('dataRequest.show', { clientId: of }))) as unknown as DataRequestDocument

test('holds everything of the client, who looked, and nobody else', async () => {
  await must(t.server.ask('clients.register', clientInput({ hetu: '010100A903K', familyName: 'Riekko' })))
  await must(t.server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))
  await must(t.server.ask('referrals.create', { clientId, checkId: null }))
  await must(t.server.ask('clients.recordConsent', consentInput(clientId, 'contactBy')))
  const item = { kind: 'goal', title: 'Uinti', instructions: '', contact: '', responsible: 'client' } as const
  await must(t.server.ask('plans.add', { clientId, items: [{ ...item, dueDate: null }] }))
  const told = await show()
  expect(told.client.family_name).toBe('Kuukkeli')
  expect(told.identifiers.map(({ value }) => value)).toEqual(['010190-900P'])
  expect(told.consents).toMatchObject([{ kind: 'contactBy', given: true, recorded_by: 'Hilla Hoitaja' }])
  expect(told.plan).toMatchObject([{ title: 'Uinti' }])
  expect(told.referrals).toHaveLength(1)
  expect(told.health_checks[0]).toMatchObject({ draft: { answers: { fields: {} } }, versions: [] })
  expect(told.log.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['client.registered', 'check.started', 'plan.added']),
  )
  expect(JSON.stringify(told)).not.toContain('Riekko')
  expect((await show()).log.map(({ event }) => event)).toContain('data-request.shown')
})

/** Under which part of the document each table of a client's data stands; null: left out, and why. */
const COVERED: Record<string, keyof DataRequestDocument | null> = {
  client_version: 'corrections',
  client_identifier: 'identifiers',
  // Spellings of the client's own names, for finding them.
  client_search: null,
  participation: 'participation',
  participation_version: 'participation_changes',
  consent: 'consents',
  health_check: 'health_checks',
  health_check_version: 'health_checks',
  health_check_draft: 'health_checks',
  follow_up_done: 'health_checks',
  // Ties items to checks; the items and the words of the checks stand there themselves.
  check_plan_item: null,
  referral: 'referrals',
  referral_event: 'referrals',
  plan_item: 'plan',
  plan_item_version: 'plan_changes',
  release_person: 'releases',
  erasure: 'erasure',
  audit_event: 'log',
}

test('every table that holds something of a client is covered, or left out by name', async () => {
  const db = await peek(t.folder)
  const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  const names = (pragma: string, of: string) => db.prepare(`select * from ${pragma}('${of}')`).all()
  const ofClient = new Set(['client'])
  for (let before = 0; before < ofClient.size; ) {
    before = ofClient.size
    for (const table of tables) {
      const columns = names('pragma_table_info', table) as { name: string }[]
      const parents = names('pragma_foreign_key_list', table) as { table: string }[]
      if (columns.some(({ name }) => name === 'client_id') || parents.some((one) => ofClient.has(one.table)))
        ofClient.add(table)
    }
  }
  db.close()
  ofClient.delete('client')
  expect([...ofClient].sort()).toEqual(Object.keys(COVERED).sort())
  const told = await show()
  for (const part of Object.values(COVERED)) if (part !== null) expect(told).toHaveProperty(part)
})

test('what the plan was, which releases counted the client and a proposal to erase are told', async () => {
  const item = { kind: 'goal', title: 'Uinti', instructions: '', contact: '', responsible: 'client' } as const
  await must(t.server.ask('plans.add', { clientId, items: [{ ...item, dueDate: null }] }))
  const [added] = await must(t.server.ask('plans.ofClient', { clientId }))
  await must(
    t.server.ask('plans.change', {
      clientId,
      itemId: added!.id,
      revision: added!.revision,
      ...item,
      state: 'open',
      title: 'Vesijumppa',
      dueDate: null,
    }),
  )
  const db = await peek(t.folder, false)
  const by = db.prepare("select id from app_user where username = 'hilla'").pluck().get()
  db.prepare(
    "insert into release (id, quarter, released_at, released_by, file_name, sha256, package, figures, rules) values ('r', '2026-Q3', '2026-10-05T06:00:00.000Z', ?, 'f', 's', x'00', '{}', '{}')",
  ).run(by)
  for (const person of [clientId, NOBODY])
    db.prepare(
      `insert into release_person values
      ('r', 'participant', ?, '698', 'female', '30-54', 'unemployed_short', 'isced3-4', '["rural"]', '[]', '[]')`,
    ).run(person)
  db.prepare(
    "insert into erasure (client_id, rule, proposed_at, proposed_by) values (?, 'years=10', '2026-11-23T06:00:00.000Z', ?)",
  ).run(clientId, by)
  db.close()
  const told = await show()
  expect(told.plan).toMatchObject([{ title: 'Vesijumppa' }])
  expect(told.plan_changes).toMatchObject([{ item_id: added!.id, before: { title: 'Uinti' } }])
  expect(told.releases).toEqual([
    {
      quarter: '2026-Q3',
      released_at: '2026-10-05T06:00:00.000Z',
      kind: 'participant',
      area: '698',
      sex: 'female',
      age_band: '30-54',
      labour_status: 'unemployed_short',
      education: 'isced3-4',
      background: ['rural'],
      special: [],
      result: [],
    },
  ])
  expect(told.erasure).toEqual({
    rule: 'years=10',
    proposed_at: '2026-11-23T06:00:00.000Z',
    proposed_by: 'Hilla Hoitaja',
  })
  expect(JSON.stringify([told.plan_changes, told.erasure])).not.toContain(by)
})

test('saved as a file of the same content, whose name says nothing of the client', async () => {
  expect(await must(t.server.ask('dataRequest.save', { clientId }))).toEqual({ saved: true })
  const [file] = t.saved
  expect(file!.name).toBe('tietopyynto-2026-11-24.json')
  const content = JSON.parse(new TextDecoder().decode(file!.bytes))
  expect(content).toMatchObject({
    format: { name: 'tyokykypolku-data-request', version: 1 },
    client: { id: clientId },
  })
  expect((await show()).log[0]).toMatchObject({ event: 'data-request.saved', who: 'Hilla Hoitaja' })
})

test('unknown clients and the administrator are refused, and no file is written', async () => {
  expect(await t.server.ask('dataRequest.save', { clientId: NOBODY })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  await must(signInAs(t.server, 'administrator'))
  for (const name of ['dataRequest.show', 'dataRequest.save'] as const)
    expect(await t.server.ask(name, { clientId })).toEqual({ ok: false, error: { code: 'forbidden' } })
  expect(t.saved).toEqual([])
})
