// Whose box opens is what the user's row says: no change of a key without its event, and no old key file lets anyone in.
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { COST_FLOOR, seal, unseal } from '../../../main/keys/box.ts'
import { makeServer, must, PEOPLE, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

const NEXT = 'revontulet palavat taivaalla'
const REFUSED = { ok: false, error: { code: 'wrong-credentials' } }
let t: TestServer
let keys: string
let recoveryKey: string
beforeEach(async () => {
  t = makeServer()
  recoveryKey = await setUp(t.server)
  keys = join(t.folder, 'station', 'keys.json')
})
afterEach(() => t.dispose())

const behind = async (work: (db: Database.Database) => void): Promise<void> => {
  const db = await peek(t.folder, false)
  work(db)
  db.close()
}
/** From now on the log takes no event of this name. */
const withoutEvent = (event: string): Promise<void> =>
  behind((db) =>
    db.exec(`create trigger boom before insert on audit_event when new.event = '${event}'
      begin select raise(abort, 'x'); end`),
  )
const events = async (): Promise<string[]> => {
  let found: unknown[] = []
  await behind((db) => {
    found = db.prepare('select event from audit_event order by seq').pluck().all()
  })
  return found as string[]
}
const signIn = (password: string) => t.server.ask('session.signIn', { username: 'hilla', password })
const nurseId = async (): Promise<string> =>
  (await must(t.server.ask('users.list', {}))).find(({ username }) => username === 'hilla')!.id
const slots = () => (JSON.parse(readFileSync(keys, 'utf8')) as { slots: { id: string }[] }).slots

test('a wiped key is not sealed, and one wiped meanwhile is sealed as it was', async () => {
  await expect(seal(Buffer.alloc(32), 'a', 'a', COST_FLOOR)).rejects.toThrow('no data key')
  const key = Buffer.alloc(32, 7)
  const sealing = seal(key, 'a', 'a', COST_FLOOR)
  key.fill(0)
  expect(await unseal(await sealing, 'a', 'a')).toEqual(Buffer.alloc(32, 7))
})

test('signing in without its event in the log opens nothing', async () => {
  await must(t.server.ask('session.lock', {}))
  await withoutEvent('session.signed-in')
  expect(await signInAs(t.server, 'firstUser')).toMatchObject({ error: { code: 'internal' } })
  expect(await must(t.server.ask('session.status', {}))).toMatchObject({ state: 'locked', user: null })
  expect(await t.server.ask('clients.recent', {})).toMatchObject({ error: { code: 'not-signed-in' } })
})

test('recovering without its event opens nothing and changes no password', async () => {
  await must(t.server.ask('session.lock', {}))
  await withoutEvent('session.recovered')
  const before = slots()
  const asked = { recoveryKey, username: 'hilla', newPassword: NEXT }
  expect(await t.server.ask('session.recover', asked)).toMatchObject({ error: { code: 'internal' } })
  expect(await must(t.server.ask('session.status', {}))).toMatchObject({ state: 'locked', user: null })
  expect(slots()).toEqual(before)
  expect((await signIn(PEOPLE.firstUser.password)).ok).toBe(true)
})

test.each([
  [
    'user.password-reset',
    async () => t.server.ask('users.resetPassword', { id: await nurseId(), password: NEXT }),
  ],
  ['user.deactivated', async () => t.server.ask('users.deactivate', { id: await nurseId() })],
  [
    'user.added',
    () => t.server.ask('users.add', { username: 'uusi', displayName: 'Uusi', role: 'nurse', password: NEXT }),
  ],
  [
    'user.password-changed',
    () => t.server.ask('users.changeOwnPassword', { current: PEOPLE.administrator.password, next: NEXT }),
  ],
])('without the event %s the key file stays as it was', async (event, change) => {
  await must(signInAs(t.server, 'administrator'))
  await withoutEvent(event)
  const before = slots()
  expect(await change()).toMatchObject({ error: { code: 'internal' } })
  expect(slots()).toEqual(before)
  expect((await signIn(PEOPLE.firstUser.password)).ok).toBe(true)
})

test('an old key file brings back neither an old password nor a user taken out of use; the log tells', async () => {
  const old = readFileSync(keys)
  const { password } = PEOPLE.firstUser
  await must(t.server.ask('users.changeOwnPassword', { current: password, next: NEXT }))
  await must(t.server.ask('session.lock', {}))
  writeFileSync(keys, old)
  expect(await signIn(password)).toEqual(REFUSED)
  expect((await events()).slice(-2)).toEqual(['session.key-file-settled', 'session.old-key-slot'])
  // The file has become what the rows say.
  await must(signIn(NEXT))

  await must(signInAs(t.server, 'administrator'))
  await must(t.server.ask('users.deactivate', { id: await nurseId() }))
  await must(t.server.ask('session.lock', {}))
  writeFileSync(keys, old)
  expect(await signIn(password)).toEqual(REFUSED)
  expect((await events()).at(-1)).toBe('session.old-key-slot')
  expect(slots()).toHaveLength(2)
})

test('a cut between the event and the key file is finished at the next opening', async () => {
  const old = readFileSync(keys)
  await must(t.server.ask('users.changeOwnPassword', { current: PEOPLE.firstUser.password, next: NEXT }))
  await must(t.server.ask('session.lock', {}))
  writeFileSync(keys, old)
  await must(signInAs(t.server, 'administrator'))
  await must(signIn(NEXT))
})

test('rows from before boxes were kept take over those of the key file, with an event', async () => {
  await must(t.server.ask('session.lock', {}))
  await behind((db) => db.exec('update app_user set key_box = null'))
  await must(signInAs(t.server, 'firstUser'))
  expect((await events()).slice(-2)).toEqual(['session.key-file-settled', 'session.signed-in'])
  await behind((db) =>
    expect(db.prepare('select count(*) from app_user where key_box is null').pluck().get()).toBe(0),
  )
  await must(signInAs(t.server, 'administrator'))
  expect(await must(t.server.ask('audit.verify', {}))).toMatchObject({ intact: true })
})

test('a key file that cannot be written is told, and the change is there at the next opening', async () => {
  await must(signInAs(t.server, 'administrator'))
  mkdirSync(`${keys}.new`)
  expect(await t.server.ask('users.resetPassword', { id: await nurseId(), password: NEXT })).toEqual({
    ok: false,
    error: { code: 'key-file-unwritten' },
  })
  rmdirSync(`${keys}.new`)
  await must(signInAs(t.server, 'administrator'))
  await must(signIn(NEXT))
})
