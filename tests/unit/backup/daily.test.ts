// The daily backup when the disk or the clock misbehaves: the log tells what is there, and good backups stay.
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KEPT } from '../../../main/backup/scheduled.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

const DAY = 24 * 60 * 60_000
let t: TestServer
let backups: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  backups = join(t.folder, 'station', 'backups')
})
afterEach(() => t.dispose())

const events = async (): Promise<string[]> => {
  const db = await peek(t.folder)
  const found = db
    .prepare("select event from audit_event where event like 'backup.%' order by seq")
    .pluck()
    .all()
  db.close()
  return found as string[]
}
const tickFor = async (minutes: number) => {
  for (let i = 0; i < minutes; i += 1) {
    t.moveClock(60_000)
    await must(t.server.ask('session.stillHere', {}))
    await t.server.tick()
  }
}

test('a backup that fails is told once, tried again after a while, and told when it is made', async () => {
  mkdirSync(backups)
  renameSync(backups, `${backups}-away`)
  writeFileSync(backups, 'in the way')
  await tickFor(40)
  expect(await events()).toEqual(['backup.daily-failed'])
  expect(t.faults.length).toBeLessThanOrEqual(3)
  expect(t.faults.length).toBeGreaterThanOrEqual(2)
  renameSync(backups, `${backups}-file`)
  await tickFor(20)
  expect(await events()).toEqual(['backup.daily-failed', 'backup.daily'])
  expect(readdirSync(backups)).toHaveLength(1)
})

test('a backup that cannot be put in its place leaves nothing behind', async () => {
  const name = 'backup-20261124T090000Z.tyokyky'
  mkdirSync(join(backups, name, 'full'), { recursive: true })
  t.setClock('2026-11-24T08:59:59.990Z')
  await must(signInAs(t.server, 'firstUser'))
  t.setClock('2026-11-24T08:59:59.999Z')
  await t.server.tick()
  expect(await events()).not.toContain('backup.daily')
  expect(readdirSync(backups)).toEqual([name])
})

test('ticks while one is being made make no second', async () => {
  await Promise.all([t.server.tick(), t.server.tick(), t.server.tick()])
  expect(await events()).toEqual(['backup.daily'])
})

const backupOn = async (iso: string) => {
  t.setClock(iso)
  await must(signInAs(t.server, 'firstUser'))
  await t.server.tick()
}

test('a date that was wrong once stops no later backup and costs none', async () => {
  await backupOn('2026-11-24T08:00:00.000Z')
  for (let day = 0; day < KEPT + 2; day += 1)
    await backupOn(new Date(Date.parse('2036-01-01T08:00:00.000Z') + day * DAY).toISOString())
  for (let day = 0; day < 3; day += 1)
    await backupOn(new Date(Date.parse('2026-11-25T09:00:00.000Z') + day * DAY).toISOString())
  const kept = readdirSync(backups)
  expect(kept.filter((name) => name.startsWith('backup-2026')).map((name) => name.slice(7, 15))).toEqual([
    '20261125',
    '20261126',
    '20261127',
  ])
  expect(kept.filter((name) => name.startsWith('backup-2036'))).toHaveLength(KEPT)
})

test('the hosts tick is never refused, whatever the station’s folder is like', async () => {
  mkdirSync(backups)
  const db = await peek(t.folder, false)
  db.exec("create trigger boom before insert on audit_event begin select raise(abort, 'x'); end")
  db.close()
  t.moveClock(60_000)
  await t.server.tick()
  t.moveClock(11 * 60_000)
  await t.server.tick()
  expect(existsSync(backups)).toBe(true)
  expect(t.faults.length).toBeGreaterThan(0)
})
