import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

let t: TestServer
beforeEach(() => {
  t = makeServer()
})
afterEach(() => t.dispose())

test('first run, sign in, register, find, open, log', async () => {
  expect((await must(t.server.ask('session.status', {}))).state).toBe('first-run')
  const key = await setUp(t.server)
  expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  const { id } = await must(t.server.ask('clients.register', clientInput()))
  for (const text of ['kuuk', 'aila kuuk', 'maria', '010190-900P', '010190-900p', '1.1.1990', '010190'])
    expect(
      (await must(t.server.ask('clients.search', { text }))).map((c) => c.id),
      text,
    ).toEqual([id])
  expect(await must(t.server.ask('clients.search', { text: 'k' }))).toEqual([])
  const opened = await must(t.server.ask('clients.open', { clientId: id }))
  expect(opened).toMatchObject({ hetu: '010190-900P', hetuKind: 'temporary', birthDate: '1990-01-01' })
  const log = await must(t.server.ask('audit.ofClient', { clientId: id }))
  expect(log.map((e) => e.event)).toEqual(['client.viewed', 'client.found', 'client.registered'])
  expect(t.faults).toEqual([])
})

test('a name of many words that begin alike leaves room for others', async () => {
  await setUp(t.server)
  const alike = [...'abcdefghijklmnopq'].map((letter) => `Ka${letter}`).join(' ')
  const ids: string[] = []
  for (const [at, familyName] of [...Array(7).fill(alike), 'Kiuru'].entries())
    ids.push(
      (
        await must(
          t.server.ask(
            'clients.register',
            clientInput({ hetu: null, birthDate: `1990-01-0${at + 1}`, familyName, givenNames: 'Kaz' }),
          ),
        )
      ).id,
    )
  const found = async (text: string) =>
    (await must(t.server.ask('clients.search', { text }))).map(({ id }) => id)
  expect((await found('ka')).sort()).toEqual(ids)
  expect(await found('kaz ki')).toEqual(ids.slice(7))
  expect((await found('ka kab')).sort()).toEqual(ids.slice(0, 7))
  expect(t.faults).toEqual([])
})

test('a duplicate is refused with the id of the existing client and nothing is written', async () => {
  await setUp(t.server)
  const { id } = await must(t.server.ask('clients.register', clientInput()))
  const again = await t.server.ask('clients.register', clientInput({ familyName: 'Toinen' }))
  expect(again).toEqual({
    ok: false,
    error: {
      code: 'duplicate-client',
      params: { clientId: id },
      fields: [{ path: 'hetu', code: 'duplicate-client' }],
    },
  })
  expect(await must(t.server.ask('clients.search', { text: 'Toinen' }))).toEqual([])
})

test('the same name and birth date is asked about, unless each has a henkilötunnus of their own', async () => {
  await setUp(t.server)
  const register = (over: Parameters<typeof clientInput>[0]) =>
    t.server.ask('clients.register', clientInput(over))
  const { id } = await must(register({ hetu: null, birthDate: '1990-01-01' }))
  const similar = { ok: false, error: { code: 'similar-client', params: { clientId: id } } }
  const twice = { hetu: null, birthDate: '1990-01-01', familyName: 'KUUKKELI', givenNames: 'Maria Aila' }
  expect(await register(twice)).toEqual(similar)
  expect(await register({})).toEqual(similar)
  expect(await register({ ...twice, familyName: 'Kuukkelä' })).toMatchObject({ ok: true })
  expect(await register({ ...twice, birthDate: '1990-01-02' })).toMatchObject({ ok: true })
  expect(await register({ otherPerson: true })).toMatchObject({ ok: true })
  expect(t.faults).toEqual([])
})

test('recovery sets a new password for a user, the old one no longer opens', async () => {
  const key = await setUp(t.server)
  await must(t.server.ask('session.lock', {}))
  const typed = key.toLowerCase().replaceAll('-', ' ')
  const opened = await must(
    t.server.ask('session.recover', {
      recoveryKey: typed,
      username: 'hilla',
      newPassword: 'revontulet palavat taivaalla',
    }),
  )
  expect(opened.user?.username).toBe('hilla')
  await must(t.server.ask('session.lock', {}))
  expect(await signInAs(t.server, 'firstUser')).toEqual({ ok: false, error: { code: 'wrong-credentials' } })
})
