// The router's promises, with handlers that misbehave on purpose.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Writer } from '../../../db/kysely.ts'
import { HANDLERS } from '../../../main/server/handlers.ts'
import { clientInput, NOBODY } from '../../host/client-input.ts'
import { makeServer, must, setUp, type TestServer } from '../../host/make-server.ts'
import { peek, rowCounts } from '../../host/peek.ts'

type AnyHandler = (context: { db: Writer }, input: unknown) => Promise<unknown>
const handlers = HANDLERS as unknown as Map<string, AnyHandler>
const original = new Map(handlers)

let t: TestServer
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
})
afterEach(async () => {
  for (const [name, handler] of original) handlers.set(name, handler)
  await t.dispose()
})

const counts = async () => {
  const db = await peek(t.folder)
  const found = rowCounts(db)
  const done = db.prepare("select count(*) from audit_event where outcome = 'done'").pluck().get()
  db.close()
  return { ...found, done, audit_event: undefined }
}

test('a handler that fails after writing leaves neither the change nor its event', async () => {
  const before = await counts()
  const real = original.get('clients.register')!
  handlers.set('clients.register', async (context, input) => {
    await real(context, input)
    throw new Error('after writing')
  })
  expect(await t.server.ask('clients.register', clientInput())).toEqual({
    ok: false,
    error: { code: 'internal' },
  })
  expect(await counts()).toEqual(before)
  expect(t.faults).toEqual(['clients.register: Error'])
})

test('an output with a field too many is not sent, and the change is undone', async () => {
  const before = await counts()
  const real = original.get('clients.register')!
  handlers.set('clients.register', async (context, input) => ({
    ...((await real(context, input)) as object),
    hetu: '010190-900P',
  }))
  const answer = await t.server.ask('clients.register', clientInput())
  expect(answer).toEqual({ ok: false, error: { code: 'internal' } })
  expect(await counts()).toEqual(before)
})

test.each([
  new Error('SQLITE: 010190-900P Kuukkeli'),
  Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT' }),
  'a string',
  null,
  { hetu: '010190-900P' },
])('nothing of an unexpected fault reaches the screen or the fault log', async (fault) => {
  handlers.set('clients.recent', async () => {
    throw fault
  })
  const answer = await t.server.ask('clients.recent', {})
  expect(answer).toEqual({ ok: false, error: { code: 'internal' } })
  expect(JSON.stringify([answer, t.faults])).not.toMatch(/010190|Kuukkeli|SQLITE/)
})

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CORRUPT_VTAB', 'database-damaged'],
  ['SQLITE_IOERR_READ', 'database-damaged'],
])('%s is told as %s', async (sqlite, code) => {
  handlers.set('clients.recent', async () => {
    throw Object.assign(new Error('x'), { code: sqlite })
  })
  expect(await t.server.ask('clients.recent', {})).toEqual({ ok: false, error: { code } })
})

test('a read call has no connection that could write', async () => {
  handlers.set('clients.recent', async ({ db }) => {
    await db.deleteFrom('setting').execute()
    return []
  })
  expect(await t.server.ask('clients.recent', {})).toEqual({ ok: false, error: { code: 'internal' } })
})

test('what was typed wrongly is not repeated, only where it was', async () => {
  const answer = await t.server.call('clients.open', {
    clientId: 'Kuukkeli Aila <script>',
    extra: '010190-900P',
  })
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'invalid-input',
      fields: [
        { path: 'clientId', code: 'id' },
        { path: '', code: 'unrecognized_keys' },
      ],
    },
  })
})

test('of many problems the first fifty are named', async () => {
  const items = Array.from({ length: 40 }, () => ({}))
  const answer = await t.server.call('plans.add', { clientId: NOBODY, items })
  expect(answer.ok ? [] : answer.error.fields).toHaveLength(50)
})

test('a person who was idle too long is signed out before the call, not after', async () => {
  t.moveClock(10 * 60_000 + 1_000)
  const answers = await Promise.all([
    t.server.ask('clients.recent', {}),
    t.server.ask('clients.recent', {}),
    t.server.tick(),
  ])
  for (const answer of answers.slice(0, 2))
    expect(answer).toEqual({ ok: false, error: { code: 'not-signed-in' } })
  expect(t.events).toEqual([{ event: 'locked', value: {} }])
  const db = await peek(t.folder)
  const times = db.prepare('select count(*) from audit_event where event = ?').pluck()
  expect(times.get('session.idle-locked')).toBe(1)
  db.close()
})

test('the host locks an idle station and the log says so; use keeps it open', async () => {
  t.moveClock(9 * 60_000)
  await must(t.server.ask('clients.recent', {}))
  t.moveClock(9 * 60_000)
  await t.server.tick()
  expect((await must(t.server.ask('session.status', {}))).state).toBe('open')
  t.moveClock(10 * 60_000)
  await t.server.tick()
  expect((await must(t.server.ask('session.status', {}))).state).toBe('locked')
  expect(t.events).toEqual([{ event: 'locked', value: {} }])
  const db = await peek(t.folder)
  expect(db.prepare('select event from audit_event order by seq desc limit 1').pluck().get()).toBe(
    'session.idle-locked',
  )
  db.close()
})
