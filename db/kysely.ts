// Kysely on the encrypted connection, with prepared statements kept: Kysely's own dialect prepares each anew.
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Schema } from './schema.ts'

/** What a read handler gets: no way to write, by type (and by a read-only connection for `read` calls). */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn'>

/** What a write handler gets, inside its transaction. */
export type Writer = Pick<
  Kysely<Schema>,
  'selectFrom' | 'with' | 'fn' | 'insertInto' | 'updateTable' | 'deleteFrom'
>

const CACHED = 500

/** A prepare() that remembers. The cache is emptied when full: statements are few and repeat. */
const remembering = (db: Database.Database) => {
  const statements = new Map<string, Database.Statement>()
  return (sql: string): Database.Statement => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= CACHED) statements.clear()
    const made = db.prepare(sql)
    statements.set(sql, made)
    return made
  }
}

/** A Kysely over one open connection. Closing the connection stays the caller's. */
export const kyselyOver = (db: Database.Database): Kysely<Schema> => {
  const prepare = remembering(db)
  return new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: { prepare, close: () => undefined } as unknown as Database.Database,
    }),
  })
}
