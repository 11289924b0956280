// A database that was put back, or a log whose end was cut: the daily backups beside it and the newest release know better.
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { participants } from '../../host/participants.ts'
import { fingerprint, peek } from '../../host/peek.ts'

let t: TestServer
let station: string
beforeEach(async () => {
  t = makeServer({ now: '2026-04-05T06:00:00.000Z' })
  station = join(t.folder, 'station')
  await setUp(t.server)
})
afterEach(() => t.dispose())

const warnings = async (): Promise<string[]> => {
  const db = await peek(t.folder)
  const found = db.prepare("select details from audit_event where event = 'audit.behind'").pluck().all()
  db.close()
  return found as string[]
}
const missing = async () => {
  await must(signInAs(t.server, 'administrator'))
  return (await must(t.server.ask('audit.anchored', {}))).missing
}
/** Cuts the newest events off and leaves the log so that its chain verifies. */
const cutTo = async (event: string) => {
  const db = await peek(t.folder, false)
  const triggers = db
    .prepare("select sql from sqlite_master where type = 'trigger' and tbl_name = 'audit_event'")
    .pluck()
    .all() as string[]
  for (const name of ['no_update', 'no_delete', 'in_order']) db.exec(`drop trigger audit_event_${name}`)
  db.prepare('delete from audit_event where seq >= (select min(seq) from audit_event where event = ?)').run(
    event,
  )
  for (const sql of triggers) db.exec(sql)
  db.close()
}

test('a station as it should be warns of nothing', async () => {
  await t.server.tick()
  expect(await missing()).toBeNull()
  expect(await warnings()).toEqual([])
})

test('a database put back from before the daily backup is told: once in the log, and to the administrator', async () => {
  await must(t.server.ask('session.lock', {}))
  const old = join(t.folder, 'old.db')
  copyFileSync(join(station, 'records.db'), old)
  await must(signInAs(t.server, 'firstUser'))
  await must(t.server.ask('clients.register', clientInput()))
  await t.server.tick()
  await must(t.server.ask('session.lock', {}))
  for (const name of readdirSync(station)) if (name.startsWith('records.db')) rmSync(join(station, name))
  copyFileSync(old, join(station, 'records.db'))
  await must(signInAs(t.server, 'firstUser'))
  const found = await missing()
  expect(found).toMatchObject({ kind: 'backup' })
  await missing()
  expect(await warnings()).toEqual([JSON.stringify(found)])
  expect(await must(t.server.ask('audit.verify', {}))).toMatchObject({ intact: true })
  // The next daily backup does not make it forgotten.
  t.moveClock(25 * 60 * 60_000)
  await must(signInAs(t.server, 'firstUser'))
  await t.server.tick()
  expect(await missing()).toEqual(found)
  expect(await warnings()).toHaveLength(1)
})

test('a log whose end was cut off is told by the backup that has it', async () => {
  await must(t.server.ask('clients.register', clientInput()))
  await t.server.tick()
  await must(t.server.ask('session.lock', {}))
  await cutTo('client.registered')
  expect(await missing()).toMatchObject({ kind: 'backup' })
})

test('without backups the newest release tells', async () => {
  await participants(t.server, 0, 30, '2026-02-01')
  const { token } = await must(
    t.server.ask('aggregates.preview', { quarter: '2026-Q1', seconds: 1, coarser: [] }),
  )
  await must(t.server.ask('aggregates.release', { token }))
  expect(await missing()).toBeNull()
  await must(t.server.ask('session.lock', {}))
  const db = await peek(t.folder, false)
  const { seq } = db.prepare("select seq from audit_event where event = 'aggregates.released'").get() as {
    seq: number
  }
  db.close()
  await cutTo('client.registered')
  expect(await missing()).toMatchObject({ kind: 'release', events: seq - 1 })
})

test('backups that cannot be read, or are another station’s, neither warn nor stop anything', async () => {
  await t.server.tick()
  const other = makeServer()
  await setUp(other.server)
  await other.server.tick()
  const [mine] = readdirSync(join(station, 'backups'))
  const [theirs] = readdirSync(join(other.folder, 'station', 'backups'))
  copyFileSync(join(other.folder, 'station', 'backups', theirs!), join(station, 'backups', theirs!))
  writeFileSync(join(station, 'backups', mine!), 'TYOKYKYPOLKU-BACKUP-1\n\xff\xff')
  const before = fingerprint(join(station, 'backups'))
  expect(await missing()).toBeNull()
  expect(fingerprint(join(station, 'backups'))).toBe(before)
  expect(t.faults).toEqual([])
  other.dispose()
})
