// From every earlier version of both workplaces to the newest: all or nothing, after a verified copy.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, schemaVersion } from '../../../db/migrate.ts'
import { MIGRATIONS } from '../../../db/migrations/list.ts'
import type { Migration } from '../../../db/migrations/migration.ts'
import { openEncrypted } from '../../../db/open.ts'
import { COST_FLOOR } from '../../../main/keys/box.ts'
import { createVault } from '../../../main/keys/vault.ts'

const NOW = '2026-11-24T08:00:00.000Z'
const key = randomBytes(32)
let folder: string
let db: Database.Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tyokyky-migrate-'))
  db = openEncrypted(join(folder, 'records.db'), key, { create: true })
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

const nothing = () => undefined
const schemaOf = (of: Database.Database): unknown =>
  of
    .prepare("select type, name, sql from sqlite_master where name not like 'sqlite_%' order by type, name")
    .all()
const ledgerOf = (of: Database.Database): unknown =>
  of.prepare('select version, name from migration order by version').all()
const fillUser = (of: Database.Database): void =>
  void of.exec(
    `insert into app_user (id, username, display_name, role, active, slot_id, created_at)
    values ('u1', 'hilla', 'Hilla', 'nurse', 1, 's1', '${NOW}')`,
  )

describe.each(['clinical', 'office'] as const)('%s', (workplace) => {
  const steps = MIGRATIONS[workplace]
  const earlier = steps.map((_, version) => version)

  test.each(earlier)('from version %i', (from) => {
    const copies: number[] = []
    if (from > 0) {
      migrate(db, steps.slice(0, from), NOW, nothing)
      fillUser(db)
    }
    expect(migrate(db, steps, NOW, () => copies.push(schemaVersion(db)))).toBe(steps.length - from)
    expect(schemaVersion(db)).toBe(steps.length)
    expect(copies).toEqual(from > 0 ? [from] : [])
    expect(ledgerOf(db)).toEqual(steps.map(({ name }, i) => ({ version: i + 1, name })))
    if (from > 0) expect(db.prepare('select username from app_user').pluck().all()).toEqual(['hilla'])
    const fresh = openEncrypted(join(folder, 'fresh.db'), key, { create: true })
    migrate(fresh, steps, NOW, nothing)
    expect(schemaOf(db)).toEqual(schemaOf(fresh))
    fresh.close()
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(migrate(db, steps, NOW, () => copies.push(-1))).toBe(0)
    expect(copies).not.toContain(-1)
  })

  test.each(earlier)('a step that fails after version %i leaves all as it was', (from) => {
    if (from > 0) migrate(db, steps.slice(0, from), NOW, nothing)
    const before = schemaOf(db)
    const broken: Migration = {
      name: 'broken',
      sql: 'create table half (v text) strict; insert into nowhere values (1)',
    }
    expect(() => migrate(db, [...steps, broken], NOW, nothing)).toThrow()
    expect(schemaVersion(db)).toBe(from)
    expect(schemaOf(db)).toEqual(before)
    expect(db.inTransaction).toBe(false)
  })

  test('every table is strict, and step names are unique', () => {
    migrate(db, steps, NOW, nothing)
    const loose = db
      .prepare(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
    expect(new Set(steps.map((s) => s.name)).size).toBe(steps.length)
  })
})

test("the station's own lists become first versions, other settings stay, and none is lost", () => {
  const steps = MIGRATIONS.clinical
  const at = steps.findIndex(({ name }) => name === 'clinical-05-station-data')
  migrate(db, steps.slice(0, at), NOW, nothing)
  fillUser(db)
  const kept = db.prepare('insert into setting (key, value, changed_at, changed_by) values (?, ?, ?, ?)')
  kept.run('referralReceivers', '[{"name":"Kylätalo"}]', NOW, 'u1')
  kept.run('pathTemplates', '[]', NOW, 'u1')
  kept.run('idleMinutes', '5', NOW, 'u1')
  migrate(db, steps, NOW, nothing)
  expect(
    db.prepare('select name, version, value, saved_by from station_data order by name').raw().all(),
  ).toEqual([
    ['pathTemplates', 1, '[]', 'u1'],
    ['receivers', 1, '[{"name":"Kylätalo"}]', 'u1'],
  ])
  expect(db.prepare('select key from setting').pluck().all()).toEqual(['idleMinutes'])
})

test('a participation of before keeps its data and changes only when what it was is kept', () => {
  const steps = MIGRATIONS.clinical
  const at = steps.findIndex(({ name }) => name === 'clinical-06-participation-versions')
  migrate(db, steps.slice(0, at), NOW, nothing)
  fillUser(db)
  db.exec(`insert into client values ('c1', 1, 'Riekko', 'Aila', '1990-01-01', 'unknown', '698', 'student', null, 'fi',
    0, null, null, 0, '${NOW}', 'u1')`)
  db.exec(`insert into participation values ('c1', '2026-01-05', 'student', 'isced0-2', 'no', 'no', 'no', 'no', 'no',
    'no', '698', 'unknown', '1990-01-01', null, null, null, null, null)`)
  migrate(db, steps, NOW, nothing)
  expect(db.prepare('select sex, version, reentered_on from participation').raw().get()).toEqual([
    'unknown',
    1,
    null,
  ])
  const change = db.prepare("update participation set sex = 'female', version = 2")
  expect(() => change.run()).toThrow('version missing')
  db.exec(
    `insert into participation_version values ('c1', 1, 'entry-corrected', '{}', 'virhe', '${NOW}', 'u1')`,
  )
  change.run()
  expect(() => change.run()).toThrow('version missing')
  expect(() => db.exec("update participation_version set reason = ''")).toThrow('append-only')
})

test('follow-ups of checks that did not happen, or that agreed on none, go; others stay', () => {
  const steps = MIGRATIONS.clinical
  const at = steps.findIndex(({ name }) => name === 'clinical-07-follow-ups')
  migrate(db, steps.slice(0, at), NOW, nothing)
  fillUser(db)
  const columns = db.pragma('table_info(client)') as { name: string; type: string; notnull: number }[]
  const needed = columns.filter(({ name, notnull }) => notnull || name === 'id')
  const given: Record<string, unknown> = { id: 'c1', registered_by: 'u1', birth_date: '1990-01-01' }
  db.prepare(
    `insert into client (${needed.map(({ name }) => name).join()}) values (${needed.map(() => '?').join()})`,
  ).run(needed.map(({ name, type }) => given[name] ?? (type === 'INTEGER' ? 1 : 'x')))
  const check = (id: string, state: string, type: string | null) => {
    db.exec(
      `insert into health_check values ('${id}', 'c1', '${state}', '2026-11-24', '${NOW}', 'u1', 1, null, '2026-12-24')`,
    )
    const answers = JSON.stringify({ fields: { followUpType: type, followUpDate: '2026-12-24' } })
    db.exec(
      `insert into health_check_version values ('${id}', 1, '${state}', '${answers}', null, '${NOW}', 'u1', 'nurse')`,
    )
  }
  check('agreed', 'closed', 'call')
  check('none', 'closed', 'none')
  check('untyped', 'closed', null)
  check('stopped', 'cancelled', 'call')
  migrate(db, steps, NOW, nothing)
  expect(db.prepare('select id from health_check where follow_up is not null').pluck().all()).toEqual([
    'agreed',
  ])
})

test('a client of before goes only by an erasure that was confirmed, and so do the versions kept of them', () => {
  const steps = MIGRATIONS.clinical
  const at = steps.findIndex(({ name }) => name === 'clinical-08-erasure-only')
  migrate(db, steps.slice(0, at), NOW, nothing)
  fillUser(db)
  db.exec(`insert into app_user (id, username, display_name, role, active, slot_id, created_at)
    values ('u2', 'paju', 'Paju', 'nurse', 1, 's2', '${NOW}')`)
  for (const id of ['c1', 'c2'])
    db.exec(`insert into client values ('${id}', 1, 'Riekko', 'Aila', '1990-01-01', 'unknown', '698', 'student', null,
      'fi', 0, null, null, 0, '${NOW}', 'u1');
      insert into client_version values ('${id}', 1, '{}', 'virhe', '${NOW}', 'u1');
      insert into participation_version values ('${id}', 1, 'left', '{}', null, '${NOW}', 'u1')`)
  migrate(db, steps, NOW, nothing)
  const deletions = [
    "delete from participation_version where client_id = 'c1'",
    "delete from client_version where client_id = 'c1'",
    "delete from client where id = 'c1'",
  ]
  const refused = () => {
    for (const deletion of deletions) expect(() => db.exec(deletion), deletion).toThrow('append-only')
  }
  refused()
  db.exec(`insert into erasure values ('c1', 'years=2', '${NOW}', 'u1', null, null)`)
  refused()
  db.exec(`update erasure set confirmed_at = '${NOW}', confirmed_by = 'u2'`)
  for (const deletion of deletions) db.exec(deletion)
  expect(db.prepare('select id from client').pluck().all()).toEqual(['c2'])
  expect(() => db.exec('delete from client_version')).toThrow('append-only')
})

test('the office has no table about a person', () => {
  migrate(db, MIGRATIONS.office, NOW, nothing)
  const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  expect(
    tables.filter((name) => /client|participation|consent|check|referral|plan|assess/.test(name)),
  ).toEqual([])
})

test('a copy that cannot be verified stops the change', () => {
  migrate(db, MIGRATIONS.clinical.slice(0, 1), NOW, nothing)
  const before = schemaOf(db)
  const failing = () => {
    throw new Error('copy damaged')
  }
  expect(() => migrate(db, MIGRATIONS.clinical, NOW, failing)).toThrow('copy damaged')
  expect(schemaVersion(db)).toBe(1)
  expect(schemaOf(db)).toEqual(before)
})

test('a newer database and an edited ledger are refused untouched', () => {
  migrate(db, MIGRATIONS.clinical, NOW, nothing)
  expect(() => migrate(db, MIGRATIONS.clinical.slice(0, 1), NOW, nothing)).toThrow('database-newer')
  db.exec("update migration set checksum = 'other' where version = 2")
  expect(() => migrate(db, MIGRATIONS.clinical, NOW, nothing)).toThrow('database-damaged')
  db.exec('delete from migration where version = 2')
  expect(() => migrate(db, MIGRATIONS.clinical, NOW, nothing)).toThrow('database-damaged')
  expect(schemaVersion(db)).toBe(MIGRATIONS.clinical.length)
})

test('the vault keeps a verified encrypted copy of the earlier version', async () => {
  const all = MIGRATIONS as Record<string, readonly Migration[]>
  const clinical = all.clinical!
  const vault = createVault(join(folder, 'station'), COST_FLOOR, () => NOW)
  try {
    all.clinical = clinical.slice(0, 1)
    const logins = [{ username: 'hilla', password: 'tunturipuro solisee yöllä' }]
    await vault.create({ workplace: 'clinical', stationName: 'A', logins }, async () => undefined)
  } finally {
    all.clinical = clinical
  }
  const { key: dataKey } = await vault.keyForPassword('hilla', 'tunturipuro solisee yöllä')
  const kept = Buffer.from(dataKey!)
  const open = vault.open(dataKey!)
  expect(schemaVersion(open.raw)).toBe(clinical.length)
  open.close()
  const copies = readdirSync(join(folder, 'station')).filter((name) => name.startsWith('records-before-'))
  expect(copies).toEqual(['records-before-20261124080000.db'])
  const copy = openEncrypted(join(folder, 'station', copies[0]!), kept, { readonly: true })
  expect(schemaVersion(copy)).toBe(1)
  copy.close()
})
