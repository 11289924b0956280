// A session that ends while something is under way: nothing is lost, nothing half done, and the log tells of the end.
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createServer, type Server } from '../../../main/server/create-server.ts'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, PEOPLE, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

const NEXT = 'revontulet palavat taivaalla'
let t: TestServer
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
})
afterEach(() => t.dispose())

const hillaOpens = async (server: Server, password: string): Promise<boolean> =>
  (await server.ask('session.signIn', { username: 'hilla', password })).ok
const events = async (): Promise<string[]> => {
  const db = await peek(t.folder)
  const found = db.prepare("select event || ' ' || user_name from audit_event order by seq").pluck().all()
  db.close()
  return found as string[]
}

const endings: [string, () => Promise<unknown>][] = [
  ['the window closes', () => t.server.close()],
  [
    'the machine sleeps and its screen locks',
    async () => {
      const locks = [t.server.ask('session.lock', {}), t.server.ask('session.lock', {})]
      expect((await Promise.all(locks)).map(({ ok }) => ok)).toEqual([true, true])
    },
  ],
  ['somebody else signs in', () => must(signInAs(t.server, 'administrator'))],
]

test.each(endings)('%s while a password is being changed: the change is whole', async (_what, end) => {
  const changed = t.server.ask('users.changeOwnPassword', { current: PEOPLE.firstUser.password, next: NEXT })
  await after(30)
  await end()
  expect((await changed).ok).toBe(true)
  await t.server.close()
  const later = createServer(t.options)
  expect(await hillaOpens(later, PEOPLE.firstUser.password)).toBe(false)
  expect(await hillaOpens(later, NEXT)).toBe(true)
  await later.close()
  expect(t.faults).toEqual([])
})

test('two locks at once leave one event, and the write under way is kept', async () => {
  const [written, ...locks] = await Promise.all([
    t.server.ask('clients.register', clientInput()),
    t.server.ask('session.lock', {}),
    t.server.ask('session.lock', {}),
  ])
  expect([written.ok, ...locks.map(({ ok }) => ok)]).toEqual([true, true, true])
  expect((await events()).slice(-2)).toEqual([
    'client.registered Hilla Hoitaja',
    'session.locked Hilla Hoitaja',
  ])
  expect(t.faults).toEqual([])
})

test('closing the program and signing in over a session are told as its end', async () => {
  await must(signInAs(t.server, 'administrator'))
  await t.server.close()
  expect((await events()).slice(-4)).toEqual([
    'session.signed-in Hilla Hoitaja',
    'session.ended Hilla Hoitaja',
    'session.signed-in Pirjo Pääkäyttäjä',
    'session.ended Pirjo Pääkäyttäjä',
  ])
})

test('of two set-ups at once one is made, and it opens', async () => {
  const fresh = makeServer()
  const ask = () => fresh.server.ask('session.setUp', { workplace: 'clinical', stationName: 'A', ...PEOPLE })
  const made = await Promise.all([ask(), ask()])
  expect(made.map((answer) => (answer.ok ? 'made' : answer.error.code))).toEqual(['made', 'already-set-up'])
  await must(signInAs(fresh.server, 'firstUser'))
  await fresh.dispose()
})

test('a call whose session ended under it says so, and no later session gets its refusal', async () => {
  const opened = t.server.ask('users.changeOwnPassword', { current: 'väärä salasana tässä', next: NEXT })
  await after(5)
  await must(signInAs(t.server, 'administrator'))
  expect(await opened).toMatchObject({ ok: false })
  expect((await events()).filter((event) => event.startsWith('refused') && event.endsWith('täjä'))).toEqual(
    [],
  )
})

test('idleness is not undone by setting the clock back', async () => {
  t.moveClock(-2 * 60 * 60_000)
  t.moveClock(11 * 60_000)
  expect((await must(t.server.ask('session.status', {}))).state).toBe('locked')
})
