// Releases made before education, background and results were released: kept as they were, and the next one goes on from them.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { MIGRATIONS } from '../../../db/migrations/list.ts'
import { openEncrypted } from '../../../db/open.ts'
import { coarseningsSchema, isPossible, visibleCells } from '../../../domain/aggregates/coarser.ts'

const NOW = '2026-11-24T08:00:00.000Z'
const before = (workplace: 'clinical' | 'office', name: string): number =>
  MIGRATIONS[workplace].findIndex((step) => step.name === name)

test('people counted before get the classes of their entry, and earlier releases leave the new tables out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyokyky-classes-'))
  const db = openEncrypted(join(folder, 'records.db'), randomBytes(32), { create: true })
  const steps = MIGRATIONS.clinical
  migrate(db, steps.slice(0, before('clinical', 'clinical-10-release-classes')), NOW, () => undefined)
  const merge = { kind: 'margins-only', table: 'participants' }
  db.exec(`
    insert into app_user (id, username, display_name, role, active, slot_id, created_at)
      values ('u1', 'hilla', 'Hilla', 'nurse', 1, 's1', '${NOW}');
    insert into client (id, family_name, given_names, birth_date, sex, municipality, labour_status, language, interpreter,
      protected_address, version, registered_at, registered_by)
      values ('c1', 'Kuukkeli', 'Aila', '1990-01-01', 'female', '698', 'unemployed', 'fi', 0, 0, 1, '${NOW}', 'u1');
    insert into participation (client_id, entry_date, labour_status, education, disability, third_country,
      foreign_background, minority, housing_exclusion, rural, municipality, sex, birth_date, version)
      values ('c1', '2026-02-01', 'unemployed', 'isced5-8', 'no', 'not_asked', 'yes', 'yes', 'not_answered', 'yes', '698',
        'female', '1990-01-01', 1);
    insert into release (id, quarter, released_at, released_by, file_name, sha256, package, figures, rules, coarser)
      values ('r1', '2026-Q1', '${NOW}', 'u1', 'f', 's', x'00', '{}', '{}', '${JSON.stringify([merge])}');
    insert into release_cell values ('r1', 'participants|ALL|T|T|T', 1, 'primary');
    insert into release_person values ('r1', 'participant', 'c1', '698', 'female', '30-54', 'unemployed_short');
    insert into release_person values ('r1', 'check', 'c1', '698', 'female', '30-54', 'unemployed_short');`)
  migrate(db, steps, NOW, () => undefined)
  const people = db.prepare('select * from release_person order by kind').all() as Record<string, string>[]
  expect(people.map(({ kind }) => kind)).toEqual(['check', 'participant'])
  for (const row of people)
    expect(row).toMatchObject({
      ...{ client_id: 'c1', area: '698', labour_status: 'unemployed_short', education: 'isced5-8' },
      ...{ background: '["foreign_background","rural"]', special: '["minority"]', result: '[]' },
    })
  expect(db.prepare('select count(*) from release_cell').pluck().get()).toBe(1)
  const stored = db.prepare('select coarser from release').pluck().get() as string
  const coarser = coarseningsSchema.parse(JSON.parse(stored))
  expect(coarser[0]).toEqual(merge)
  expect(isPossible(coarser)).toBe(true)
  const tables = new Set(visibleCells(coarser).map(({ table }) => table))
  expect([...tables]).toEqual(['participants', 'health-checks', 'referrals'])
  // As unchangeable as before.
  for (const table of ['release', 'release_cell', 'release_person'])
    expect(() => db.exec(`delete from ${table}`), table).toThrow('append-only')
  expect(() => db.exec("update release set coarser = '[]'")).toThrow('append-only')
  expect(() => db.exec("update release_person set education = 'isced0-2'")).toThrow('append-only')
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

test('packages imported before say nothing of the new tables', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tyokyky-left-out-'))
  const db = openEncrypted(join(folder, 'records.db'), randomBytes(32), { create: true })
  const steps = MIGRATIONS.office
  migrate(db, steps.slice(0, before('office', 'office-03-left-out')), NOW, () => undefined)
  db.exec(`
    insert into app_user (id, username, display_name, role, active, slot_id, created_at)
      values ('u1', 'oili', 'Oili', 'project_staff', 1, 's1', '${NOW}');
    insert into pinned_station values ('s', 'Asema', 'k', 'f', '${NOW}', 'u1');
    insert into import (id, station_id, quarter, sha256, package, released_at, imported_at, imported_by, cells, hidden)
      values ('i', 's', '2026-Q1', 'h', x'00', '${NOW}', '${NOW}', 'u1', 1, 0);`)
  migrate(db, steps, NOW, () => undefined)
  const coarser = coarseningsSchema.parse(
    JSON.parse(db.prepare('select coarser from import').pluck().get() as string),
  )
  expect(coarser.map(({ table }) => table)).toEqual(['education', 'background', 'special', 'results'])
  expect(() => db.exec("update import set coarser = '[]'")).toThrow('append-only')
  db.close()
  rmSync(folder, { recursive: true, force: true })
})
