// Brings a database to the newest schema in one transaction, with a checksum ledger; Kysely's Migrator is not atomic here.
import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { DatabaseError } from './errors.ts'
import type { Migration } from './migrations/migration.ts'

const checksum = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex')

const LEDGER = `create table if not exists migration (
  version integer primary key, name text not null, checksum text not null, applied_at text not null
) strict`

/** How many steps the database has behind it. */
export const schemaVersion = (db: Database.Database): number =>
  db.pragma('user_version', { simple: true }) as number

/**
 * Throws DatabaseError `database-newer` (made by a newer version of the app) or `database-damaged` (a step that ran is
 * not the one this app knows).
 */
export const mustBeKnownSchema = (db: Database.Database, steps: readonly Migration[]): void => {
  const from = schemaVersion(db)
  if (from > steps.length) throw new DatabaseError('database-newer')
  if (from > 0) verifyLedger(db, steps.slice(0, from))
}

/**
 * Runs the missing steps, all or none.
 * @param backup called before a database that already holds steps is changed; must throw when the copy cannot be verified
 * @returns how many steps were run
 * Throws as `mustBeKnownSchema` does. Nothing is changed then.
 */
export const migrate = (
  db: Database.Database,
  steps: readonly Migration[],
  now: string,
  backup: () => void,
): number => {
  mustBeKnownSchema(db, steps)
  const from = schemaVersion(db)
  if (from === steps.length) return 0
  if (from > 0) backup()
  db.transaction(() => {
    db.exec(LEDGER)
    const note = db.prepare('insert into migration (version, name, checksum, applied_at) values (?, ?, ?, ?)')
    for (const [index, step] of steps.entries()) {
      if (index < from) continue
      db.exec(step.sql)
      note.run(index + 1, step.name, checksum(step), now)
    }
    db.pragma(`user_version=${steps.length}`)
  }).immediate()
  return steps.length - from
}

const verifyLedger = (db: Database.Database, ran: readonly Migration[]): void => {
  const rows = db.prepare('select name, checksum from migration order by version').all() as Migration[] &
    { checksum: string }[]
  const same = rows.length === ran.length && ran.every((step, i) => rows[i]?.checksum === checksum(step))
  if (!same) throw new DatabaseError('database-damaged')
}
