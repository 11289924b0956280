// The log: append-only by trigger, and tampering that went around the triggers is found.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

let t: TestServer
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  const { id } = await must(t.server.ask('clients.register', clientInput()))
  for (let i = 0; i < 5; i += 1) await must(t.server.ask('clients.open', { clientId: id }))
})
afterEach(() => t.dispose())

const verify = async () => {
  await must(signInAs(t.server, 'administrator'))
  return must(t.server.ask('audit.verify', {}))
}

test.each([
  "update audit_event set user_name = 'joku muu' where seq = 3",
  'delete from audit_event where seq = 3',
  'delete from audit_event',
  "insert into audit_event values (99, 'x', null, '', 'nurse', 'e', 'done', null, '{}', '', 'h99')",
  "insert into audit_event select max(seq) + 1, 'x', null, '', 'nurse', 'e', 'done', null, '{}', 'wrong', 'h' from audit_event",
])('the database refuses: %s', async (sql) => {
  const db = await peek(t.folder, false)
  expect(() => db.exec(sql)).toThrow(/append-only|out of order/)
  db.close()
  expect(await verify()).toMatchObject({ intact: true, brokenAt: null })
})

test.each([
  ['an edited name', "update audit_event set user_name = 'joku muu' where seq = 3", 3],
  ['an edited client', "update audit_event set client_id = 'toinen' where seq = 4", 4],
  ['edited details', `update audit_event set details = '{"a":1}' where seq = 5`, 5],
  ['a row cut out', 'delete from audit_event where seq = 4', 5],
  ['the beginning cut off', 'delete from audit_event where seq < 3', 3],
  [
    'two rows exchanged',
    'update audit_event set seq = case seq when 4 then -5 when 5 then -4 end where seq in (4, 5); update audit_event set seq = -seq where seq < 0',
    4,
  ],
])('%s behind the triggers is found at its place', async (_what, sql, brokenAt) => {
  const db = await peek(t.folder, false)
  for (const name of ['no_update', 'no_delete', 'in_order']) db.exec(`drop trigger audit_event_${name}`)
  db.exec(sql)
  db.close()
  expect(await verify()).toMatchObject({ intact: false, brokenAt })
})

test('an intact log of many pages verifies, with its newest hash', async () => {
  const db = await peek(t.folder)
  const { events, head, intact } = await verify()
  expect(intact).toBe(true)
  expect(db.prepare('select hash from audit_event where seq = ?').pluck().get(events)).toBe(head)
  db.close()
})

test('who looked at a client is listed for the client; the administrator sees no client', async () => {
  const db = await peek(t.folder)
  const clientId = db.prepare('select id from client').pluck().get() as string
  db.close()
  const listed = await must(t.server.ask('audit.ofClient', { clientId }))
  expect(listed.filter((e) => e.event === 'client.viewed')).toHaveLength(5)
  expect(
    listed.every((e) => e.userName === 'Hilla Hoitaja' && e.username === 'hilla' && e.clientId === clientId),
  ).toBe(true)
  await must(signInAs(t.server, 'administrator'))
  const all = await must(t.server.ask('audit.list', { before: null, limit: 200 }))
  expect(all.length).toBeGreaterThan(6)
  expect(all.every((e) => e.clientId === null)).toBe(true)
  const page = await must(t.server.ask('audit.list', { before: all[1]!.seq, limit: 2 }))
  expect(page.map((e) => e.seq)).toEqual([all[2]!.seq, all[3]!.seq])
})
