// Backups: whole, anchored in the log, refused when anything about them is off, restored only where there is nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packBackup, partOf, unpackBackup } from '../../../main/backup/container.ts'
import { KEPT, keptBackups } from '../../../main/backup/scheduled.ts'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, PEOPLE, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { filesBelow, fingerprint, peek } from '../../host/peek.ts'

const INVALID = { ok: false, error: { code: 'backup-invalid' } }
let t: TestServer
let recoveryKey: string
let bytes: Uint8Array
let clientId: string
beforeEach(async () => {
  t = makeServer()
  recoveryKey = await setUp(t.server)
  clientId = (await must(t.server.ask('clients.register', clientInput()))).id
  await must(signInAs(t.server, 'administrator'))
  expect(await must(t.server.ask('backup.save', {}))).toMatchObject({ done: true })
  bytes = t.saved[0]!.bytes
})
afterEach(() => t.dispose())

const verify = (given: Uint8Array) => {
  t.picks.push(given)
  return t.server.ask('backup.verify', {})
}
const restoreInto = async (
  fresh: TestServer,
  given: Uint8Array,
  secret = recoveryKey,
  username: string | null = null,
) => {
  fresh.picks.push(given)
  return fresh.server.ask('backup.restore', { username, secret })
}

test('a saved backup verifies, says how far the log goes, and leaves no work file', async () => {
  const found = await must(verify(bytes))
  const { manifest } = unpackBackup(bytes)
  expect(found).toMatchObject({ events: manifest.audit.events, createdAt: manifest.createdAt })
  const db = await peek(t.folder)
  expect(db.prepare('select event, hash from audit_event where seq = ?').get(found.events)).toEqual({
    event: 'backup.requested',
    hash: manifest.audit.head,
  })
  db.close()
  expect([...filesBelow(t.folder).keys()].filter((name) => /work|backup/.test(name))).toEqual([])
  expect(t.saved[0]!.name).toBe('tyokykypolku-2026-11-24.tyokyky')
})

test('nothing in a backup is readable', () => {
  for (const secret of ['Kuukkeli', 'kuukkeli', '010190-900P', 'Hilla Hoitaja', PEOPLE.firstUser.password])
    expect(Buffer.from(bytes).includes(secret), secret).toBe(false)
})

test('any changed, missing or added byte makes it invalid', () => {
  const whole = Buffer.from(bytes)
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bent = Buffer.from(whole)
      bent[at]! ^= change
      // White space apart, the manifest's own bytes are bound by what they say: sizes and hashes.
      try {
        const { manifest, keys, database } = unpackBackup(bent)
        return (
          JSON.stringify(manifest) !== JSON.stringify(unpackBackup(whole).manifest) &&
          keys.equals(unpackBackup(whole).keys) &&
          database.equals(unpackBackup(whole).database)
        )
      } catch (error) {
        return (error as Error).name === 'BackupError'
      }
    }),
    { numRuns: 300 },
  )
  for (const cut of [0, 10, 22, 26, 300, whole.length - 1])
    expect(() => unpackBackup(whole.subarray(0, cut))).toThrow('invalid')
  expect(() => unpackBackup(Buffer.concat([whole, Buffer.from([0])]))).toThrow('invalid')
})

test.each([
  ['another time of the log', (b: ReturnType<typeof unpackBackup>) => (b.manifest.audit.events -= 1)],
  ['another head', (b: ReturnType<typeof unpackBackup>) => (b.manifest.audit.head = 'f'.repeat(64))],
  ['another station', (b: ReturnType<typeof unpackBackup>) => (b.manifest.stationId = 'other')],
  ['another workplace', (b: ReturnType<typeof unpackBackup>) => (b.manifest.workplace = 'office')],
])('a manifest that tells of %s is refused', async (_what, change) => {
  const backup = unpackBackup(Buffer.from(bytes))
  change(backup)
  const forged = packBackup(backup)
  expect(await verify(forged)).toEqual(INVALID)
  const fresh = makeServer()
  expect(await restoreInto(fresh, forged)).toEqual(INVALID)
  expect(fingerprint(fresh.folder)).toBe('')
  await fresh.dispose()
})

test.each([
  new Uint8Array(),
  new TextEncoder().encode('TYOKYKYPOLKU-BACKUP-1\n'),
  new Uint8Array(5000).fill(65),
])('what is no backup is refused', async (given) => expect(await verify(given)).toEqual(INVALID))

test('the backup of another station is refused, whole as it is', async () => {
  const other = makeServer()
  await setUp(other.server)
  await must(signInAs(other.server, 'administrator'))
  await must(other.server.ask('backup.save', {}))
  expect(await verify(other.saved[0]!.bytes)).toEqual(INVALID)
  await other.dispose()
})

test('cancelling is told apart, and saves nothing', async () => {
  t.picks.push(null)
  expect(await t.server.ask('backup.verify', {})).toEqual({ ok: false, error: { code: 'file-cancelled' } })
})

test('a log that was cut and written anew behind the app does not go on from the backup', async () => {
  const db = await peek(t.folder, false)
  for (const name of ['no_update', 'no_delete', 'in_order']) db.exec(`drop trigger audit_event_${name}`)
  db.exec('delete from audit_event where seq = (select max(seq) from audit_event)')
  db.close()
  expect(await verify(bytes)).toEqual({ ok: false, error: { code: 'audit-broken' } })
})

test.each([
  ['the recovery key', () => [recoveryKey, null] as const],
  ["a user's password", () => [PEOPLE.firstUser.password, PEOPLE.firstUser.username] as const],
])('restores into an empty folder with %s', async (_what, secretOf) => {
  const [secret, username] = secretOf()
  const fresh = makeServer({ now: '2026-11-25T08:00:00.000Z' })
  const restored = await must(restoreInto(fresh, bytes, secret, username))
  expect(restored.events).toBe(unpackBackup(bytes).manifest.audit.events)
  expect((await must(fresh.server.ask('session.status', {}))).state).toBe('locked')
  await must(signInAs(fresh.server, 'firstUser'))
  expect(await must(fresh.server.ask('clients.open', { clientId }))).toMatchObject({ familyName: 'Kuukkeli' })
  await must(signInAs(fresh.server, 'administrator'))
  expect(await must(fresh.server.ask('audit.verify', {}))).toMatchObject({ intact: true })
  const log = await must(fresh.server.ask('audit.list', { before: null, limit: 20 }))
  expect(log.map((e) => e.event)).toContain('backup.restored')
  expect([...filesBelow(fresh.folder).keys()].filter((name) => /new|restoring|work/.test(name))).toEqual([])
  await fresh.dispose()
})

test('one of a newer version is refused before anything of it is put in place', async () => {
  const db = await peek(t.folder, false)
  db.pragma('user_version = 99')
  db.close()
  const newer = (await must(t.server.ask('backup.save', {}))) && t.saved[1]!.bytes
  const NEWER = { ok: false, error: { code: 'database-newer' } }
  expect(await verify(newer)).toEqual(NEWER)
  const fresh = makeServer()
  expect(await restoreInto(fresh, newer)).toEqual(NEWER)
  expect(fingerprint(fresh.folder)).toBe('')
  expect((await must(fresh.server.ask('session.status', {}))).state).toBe('first-run')
  fresh.dispose()
})

test('a wrong secret restores nothing, an existing station is never replaced', async () => {
  const fresh = makeServer()
  expect(await restoreInto(fresh, bytes, 'väärä salasana tässä', 'hilla')).toEqual({
    ok: false,
    error: { code: 'wrong-credentials' },
  })
  expect((await must(fresh.server.ask('session.status', {}))).state).toBe('first-run')
  expect(fingerprint(fresh.folder)).toBe('')
  await setUp(fresh.server)
  await must(fresh.server.ask('session.lock', {}))
  const before = fingerprint(fresh.folder)
  expect(await restoreInto(fresh, bytes)).toEqual({ ok: false, error: { code: 'already-set-up' } })
  const database = (all: string) => all.split('\n').filter((line) => line.includes('records.db'))
  expect(database(fingerprint(fresh.folder))).toEqual(database(before))
  await fresh.dispose()
})

type Keys = { stationName: string; slots: { box: { cost: object } }[] }
test.each([
  [
    'asks for the memory of the whole machine',
    (file: Keys) => {
      for (const { box } of file.slots) box.cost = { memoryKiB: 2 ** 22, passes: 100, lanes: 1 }
    },
  ],
  [
    'has another name',
    (file: Keys) => {
      file.stationName = 'Toinen'
    },
  ],
])('a backup whose key file %s is refused, and nothing is left of it', async (_what, change) => {
  const backup = unpackBackup(Buffer.from(bytes))
  const file = JSON.parse(backup.keys.toString()) as Keys
  change(file)
  const keys = Buffer.from(JSON.stringify(file))
  const forged = packBackup({ ...backup, keys, manifest: { ...backup.manifest, keys: partOf(keys) } })
  const fresh = makeServer()
  expect(await restoreInto(fresh, forged)).toEqual(INVALID)
  expect(fingerprint(fresh.folder)).toBe('')
  await fresh.dispose()
})

test('one a day is kept while the station is used, the newest fourteen, and the log tells', async () => {
  const station = { folder: join(t.folder, 'station') }
  for (let day = 0; day < KEPT + 3; day += 1) {
    await must(signInAs(t.server, 'administrator'))
    await t.server.tick()
    await t.server.tick()
    t.moveClock(24 * 60 * 60_000)
  }
  const kept = keptBackups(station)
  expect(kept).toHaveLength(KEPT)
  expect(kept[0]!.at > kept[1]!.at).toBe(true)
  await must(signInAs(t.server, 'administrator'))
  expect(await must(t.server.ask('backup.status', {}))).toEqual({ kept, keptAtMost: KEPT })
  const newest = readFileSync(join(station.folder, 'backups', kept[0]!.name))
  expect(newest.length).toBe(kept[0]!.bytes)
  await must(verify(newest))
  expect(t.faults).toEqual([])
})
