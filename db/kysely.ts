// Kysely on the encrypted connection, with prepared statements kept: Kysely's own dialect prepares each anew.
import type Database from 'better-sqlite3'
import { type Compilable, CompiledQuery, Kysely, SqliteDialect } from 'kysely'
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

const slot = (at: number): string => `\u0000${at}`

/**
 * A query of text parameters that is built and compiled once, for those that run while a person types: building costs
 * Kysely more than SQLite's answer.
 * @param count how many parameters
 * @param build makes the query; must treat each parameter as one opaque value
 */
export const compiledOnce = <R>(
  count: number,
  build: (db: Reader, parameters: readonly string[]) => Compilable<R>,
) => {
  let known: { sql: string; slots: readonly (number | { value: unknown })[] } | null = null
  return async (db: Reader, parameters: readonly string[]): Promise<R[]> => {
    if (!known) {
      const slots = Array.from({ length: count }, (_, at) => slot(at))
      const { sql, parameters: found } = build(db, slots).compile()
      known = {
        sql,
        slots: found.map((value) =>
          slots.includes(value as string) ? Number(String(value).slice(1)) : { value },
        ),
      }
    }
    const values = known.slots.map((at) => (typeof at === 'number' ? parameters[at] : at.value))
    // A reader is a Kysely or a transaction; both run compiled queries. What was compiled is a select.
    const { rows } = await (db as Kysely<Schema>).executeQuery<R>(CompiledQuery.raw(known.sql, values))
    return rows
  }
}
