import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput, NOBODY } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

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

type Told = { client: { family_name: string }; identifiers: { value: string }[]; log: { event: string }[] }
const show = async (of = clientId) =>
  (await must(t.server.ask('dataRequest.show', { clientId: of }))) as unknown as Told &
    Record<'consents' | 'plan' | 'referrals' | 'health_checks', Record<string, unknown>[]>

test('holds everything of the client, who looked, and nobody else', async () => {
  await must(t.server.ask('clients.register', clientInput({ hetu: '010100A903K', familyName: 'Riekko' })))
  await must(t.server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))
  await must(t.server.ask('referrals.create', { clientId, checkId: null }))
  await must(
    t.server.ask('clients.recordConsent', {
      clientId,
      kind: 'contactBy',
      given: true,
      method: 'oral',
      receiver: null,
    }),
  )
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
