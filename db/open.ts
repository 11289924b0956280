// Opens the encrypted file and proves, each time, that it is encrypted.
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { DatabaseError } from './errors.ts'

const PLAIN_HEADER = 'SQLite format 3\u0000'

/** True when the first bytes are those of an unencrypted SQLite file. An empty or missing file is not plain. */
export const isPlainSqlite = (path: string): boolean => {
  if (!existsSync(path) || statSync(path).size < 16) return false
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(16)
    readSync(file, head, 0, 16, 0)
    return head.toString('latin1') === PLAIN_HEADER
  } finally {
    closeSync(file)
  }
}

const setKey = (db: Database.Database, key: Uint8Array): void => {
  if (key.length !== 32) throw new TypeError('a data key has 32 bytes')
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`)
}

const reads = (path: string, key: Uint8Array): boolean => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    setKey(db, key)
    db.prepare('select count(*) from sqlite_master').get()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') return false
    throw error
  } finally {
    db.close()
  }
}

type OpenOptions = { create?: boolean; readonly?: boolean }

/**
 * Opens the database with a raw 256-bit key.
 * Throws DatabaseError `database-missing`, `database-not-encrypted` or `database-damaged` (also for a wrong key:
 * the key comes out of an authenticated box, so a key that does not fit means a damaged or exchanged file).
 */
export const openEncrypted = (
  path: string,
  key: Uint8Array,
  options: OpenOptions = {},
): Database.Database => {
  if (!options.create && !existsSync(path)) throw new DatabaseError('database-missing')
  if (isPlainSqlite(path)) throw new DatabaseError('database-not-encrypted')
  let db: Database.Database | undefined
  try {
    db = new Database(path, { readonly: options.readonly ?? false, fileMustExist: !options.create })
    setKey(db, key)
    db.pragma('temp_store=MEMORY')
    db.pragma('foreign_keys=ON')
    db.pragma('trusted_schema=OFF')
    // 32 MiB of pages: one that is not kept has to be decrypted again, which is what a large register waits for.
    db.pragma('cache_size=-32768')
    if (options.readonly) {
      db.pragma('query_only=ON')
    } else {
      db.pragma('journal_mode=WAL')
      db.pragma('synchronous=FULL')
      db.pragma('secure_delete=ON')
    }
    db.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    db?.close()
    throw isDamage(error) ? new DatabaseError('database-damaged') : error
  }
  return db
}

/** SQLite's own words for a file it cannot read. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(NOTADB|CORRUPT|IOERR)/.test((error as { code?: string })?.code ?? '')

/** Proof at every opening: the header is not plain SQLite and a random key does not open the file. */
export const proveEncrypted = (path: string): void => {
  if (isPlainSqlite(path) || reads(path, randomBytes(32))) throw new DatabaseError('database-not-encrypted')
}
