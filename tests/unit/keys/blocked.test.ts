// A key file or a database that cannot be used: a named state with a way out, and nothing is deleted or changed.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeServer, must, PEOPLE, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { fingerprint, peek } from '../../host/peek.ts'

let t: TestServer
let keys: string
let records: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  await must(t.server.ask('session.lock', {}))
  keys = join(t.folder, 'station', 'keys.json')
  records = join(t.folder, 'station', 'records.db')
})
afterEach(() => t.dispose())

type Box = { salt: string; nonce: string; sealed: string; cost: { memoryKiB: number; passes: number } }
type KeyFile = {
  version: number
  stationId: string
  stationName: string
  workplace: string
  slots: { id: string; box: Box }[]
  pepper?: string
  cost: { passes: number }
  attempts: Record<string, { failed: number; waitUntil: number }>
}
const edit = (change: (file: KeyFile) => void): void => {
  const file = JSON.parse(readFileSync(keys, 'utf8')) as KeyFile
  change(file)
  writeFileSync(keys, JSON.stringify(file))
}

const blockedBefore: [string, () => void, string][] = [
  ['an empty key file', () => writeFileSync(keys, ''), 'key-file-damaged'],
  ['half a key file', () => writeFileSync(keys, readFileSync(keys).subarray(0, 200)), 'key-file-damaged'],
  ['a key file of a newer version', () => edit((f) => (f.version = 2)), 'key-file-damaged'],
  ['a key file without its pepper', () => edit((f) => delete f.pepper), 'key-file-damaged'],
  ['a key file with costs below the floor', () => edit((f) => (f.cost.passes = 1)), 'key-file-damaged'],
  ['a key file of a station that is none', () => edit((f) => (f.stationId = 'x')), 'key-file-damaged'],
  ['an empty salt', () => edit((f) => (f.slots[0]!.box.salt = '')), 'key-file-damaged'],
  ['a short nonce', () => edit((f) => (f.slots[0]!.box.nonce = 'AAAA')), 'key-file-damaged'],
  ['an empty box', () => edit((f) => (f.slots[0]!.box.sealed = '')), 'key-file-damaged'],
  ['an empty pepper', () => edit((f) => (f.pepper = '')), 'key-file-damaged'],
  ['a slot twice', () => edit((f) => f.slots.push(f.slots[0]!)), 'key-file-damaged'],
  [
    'a cost that stops the machine',
    () => edit((f) => (f.slots[0]!.box.cost.memoryKiB = 2 ** 22)),
    'key-file-damaged',
  ],
  [
    'a wait without end',
    () => edit((f) => (f.attempts.recovery = { failed: 1, waitUntil: 1e300 })),
    'key-file-damaged',
  ],
  [
    'a negative number of failures',
    () => edit((f) => (f.attempts.recovery = { failed: -9, waitUntil: 0 })),
    'key-file-damaged',
  ],
  ['a key file without slots', () => edit((f) => (f.slots = [])), 'key-slot-missing'],
  ['no key file', () => rmSync(keys), 'key-slot-missing'],
  ['no database', () => rmSync(records), 'database-missing'],
]

test.each(blockedBefore)('%s', async (_what, harm, problem) => {
  harm()
  const before = fingerprint(t.folder)
  expect(await must(t.server.ask('session.status', {}))).toMatchObject({ state: 'blocked', problem })
  expect(await signInAs(t.server, 'firstUser')).toEqual({ ok: false, error: { code: problem } })
  const again = await t.server.ask('session.setUp', { workplace: 'clinical', stationName: 'Uusi', ...PEOPLE })
  expect(again).toEqual({ ok: false, error: { code: 'already-set-up' } })
  expect(fingerprint(t.folder)).toBe(before)
})

const withRaw = async (change: (db: Database.Database) => void): Promise<void> => {
  const db = await peek(t.folder, false)
  change(db)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

const blockedAtOpening: [string, () => Promise<void> | void, string][] = [
  ['a key file of the other workplace', () => edit((f) => (f.workplace = 'office')), 'key-file-damaged'],
  ['a key file of another name', () => edit((f) => (f.stationName = 'Toinen')), 'key-file-damaged'],
  ['a database of a newer version', () => withRaw((db) => db.pragma('user_version=99')), 'database-newer'],
  [
    'a database whose ledger was edited',
    () => withRaw((db) => db.exec("update migration set checksum = 'x' where version = 1")),
    'database-damaged',
  ],
  [
    'a flipped byte in the first page',
    () => {
      const bytes = readFileSync(records)
      bytes[100]! ^= 1
      writeFileSync(records, bytes)
    },
    'database-damaged',
  ],
  [
    'a database cut to nothing readable',
    () => writeFileSync(records, Buffer.alloc(4096, 7)),
    'database-damaged',
  ],
  [
    'an unencrypted database in its place',
    () => {
      renameSync(records, `${records}.away`)
      const plain = new Database(records)
      plain.exec('create table client (id text)')
      plain.close()
    },
    'database-not-encrypted',
  ],
]

test.each(blockedAtOpening)('%s', async (_what, harm, problem) => {
  await harm()
  const before = fingerprint(t.folder)
  expect(await signInAs(t.server, 'firstUser')).toEqual({ ok: false, error: { code: problem } })
  expect(await must(t.server.ask('session.status', {}))).toMatchObject({ state: 'blocked', problem })
  // The refusal itself is counted in the key file; every other file is as it was.
  const others = (all: string) => all.split('\n').filter((line) => !line.includes('keys.json'))
  expect(others(fingerprint(t.folder))).toEqual(others(before))
})

test('a page damaged deep in the file is named when it is read, not shown as an empty list', async () => {
  await must(signInAs(t.server, 'administrator'))
  await must(t.server.ask('session.lock', {}))
  const bytes = readFileSync(records)
  for (let at = 4096 + 50; at < bytes.length; at += 4096) bytes[at]! ^= 0xff
  writeFileSync(records, bytes)
  expect(await signInAs(t.server, 'administrator')).toEqual({
    ok: false,
    error: { code: 'database-damaged' },
  })
})

test('a page that signing in stumbles over blocks the station; a mended file is tried again', async () => {
  const db = await peek(t.folder, false)
  const page = db
    .prepare("select rootpage from sqlite_master where name = 'app_user'")
    .pluck()
    .get() as number
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const whole = readFileSync(records)
  writeFileSync(records, Buffer.from(whole).fill(7, (page - 1) * 4096, page * 4096))
  expect(await signInAs(t.server, 'firstUser')).toEqual({ ok: false, error: { code: 'database-damaged' } })
  expect(await must(t.server.ask('session.status', {}))).toMatchObject({
    state: 'blocked',
    problem: 'database-damaged',
    user: null,
  })
  writeFileSync(records, whole)
  expect(await must(t.server.ask('session.status', {}))).toMatchObject({ state: 'locked', problem: null })
  expect(await must(signInAs(t.server, 'firstUser'))).toMatchObject({ state: 'open' })
})

test('a set-up that was cut off before the key file leaves a first run', async () => {
  rmSync(keys)
  renameSync(records, `${records}.new`)
  expect((await must(t.server.ask('session.status', {}))).state).toBe('first-run')
  await setUp(t.server)
  expect((await must(t.server.ask('session.status', {}))).state).toBe('open')
})

test('a set-up that was cut off after the key file is finished at the next start', async () => {
  renameSync(records, `${records}.new`)
  expect((await must(t.server.ask('session.status', {}))).state).toBe('locked')
  await must(signInAs(t.server, 'firstUser'))
})

test('set-up refuses weak passwords and equal names, and leaves nothing behind', async () => {
  const fresh = makeServer()
  const ask = (over: object) =>
    fresh.server.ask('session.setUp', { workplace: 'clinical', stationName: 'A', ...PEOPLE, ...over })
  expect(await ask({ firstUser: { ...PEOPLE.firstUser, password: 'lyhyt' } })).toMatchObject({
    error: { code: 'weak-password', fields: [{ path: 'firstUser.password', code: 'password-short' }] },
  })
  expect(await ask({ firstUser: { ...PEOPLE.firstUser, username: 'paakayttaja' } })).toMatchObject({
    error: { code: 'name-taken' },
  })
  expect((await must(fresh.server.ask('session.status', {}))).state).toBe('first-run')
  expect(fingerprint(fresh.folder)).toBe('')
  await fresh.dispose()
})

test('set-up refuses one display name for two people', async () => {
  const fresh = makeServer()
  const firstUser = { ...PEOPLE.firstUser, displayName: ` ${PEOPLE.administrator.displayName.toUpperCase()}` }
  expect(
    await fresh.server.ask('session.setUp', {
      workplace: 'clinical',
      stationName: 'A',
      ...PEOPLE,
      firstUser,
    }),
  ).toMatchObject({ error: { fields: [{ path: 'firstUser.displayName', code: 'display-name-taken' }] } })
  await fresh.dispose()
})
