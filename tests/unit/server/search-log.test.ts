// Whom a search showed is in each client's list, without what was typed and without drowning the log.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

let t: TestServer
let ids: string[]
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  ids = []
  for (const familyName of ['Kuukkeli', 'Kuusela', 'Riekko'])
    ids.push(
      (
        await must(
          t.server.ask('clients.register', clientInput({ hetu: null, birthDate: '1990-01-01', familyName })),
        )
      ).id,
    )
})
afterEach(() => t.dispose())

const search = (text: string) => must(t.server.ask('clients.search', { text }))
const found = async (): Promise<{ client_id: string; details: string; user_name: string }[]> => {
  const db = await peek(t.folder)
  const rows = db
    .prepare(
      "select client_id, details, user_name from audit_event where event = 'client.found' order by seq",
    )
    .all()
  db.close()
  return rows as never
}

test('typing a name tells each person who was shown once, and nothing of what was typed', async () => {
  for (const text of ['Ku', 'Kuu', 'Kuuk', 'Kuukkeli', 'Kuuk', 'Ku']) await search(text)
  const rows = await found()
  expect(rows.map((row) => row.client_id).sort()).toEqual([ids[0], ids[1]].sort())
  expect(new Set(rows.map((row) => `${row.user_name} ${row.details}`))).toEqual(new Set(['Hilla Hoitaja {}']))
  const own = await must(t.server.ask('audit.ofClient', { clientId: ids[1]! }))
  expect(own.map((event) => event.event)).toContain('client.found')
  await search('Nobody')
  await search('010190')
  expect((await found()).length).toBe(3)
})

test('after a while, and in another session, it is told again', async () => {
  await search('Riekko')
  t.moveClock(9 * 60_000)
  await search('Riekko')
  expect(await found()).toHaveLength(1)
  t.moveClock(7 * 60_000)
  await search('Riekko')
  expect(await found()).toHaveLength(2)
  await must(signInAs(t.server, 'firstUser'))
  await search('Riekko')
  expect(await found()).toHaveLength(3)
})

test('what cannot be logged is not shown', async () => {
  const db = await peek(t.folder, false)
  db.exec("create trigger boom before insert on audit_event begin select raise(abort, 'x'); end")
  expect(await t.server.ask('clients.search', { text: 'Riekko' })).toEqual({
    ok: false,
    error: { code: 'internal' },
  })
  db.exec('drop trigger boom')
  db.close()
  expect(await search('Riekko')).toHaveLength(1)
  expect(await found()).toHaveLength(1)
})
