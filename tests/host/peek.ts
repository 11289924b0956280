// Looks behind the app's back: the encrypted file opened with the key of one of the test's people.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { openEncrypted } from '../../db/open.ts'
import { COST_FLOOR } from '../../main/keys/box.ts'
import { createVault } from '../../main/keys/vault.ts'
import { PEOPLE } from './make-server.ts'

const vaultIn = (folder: string) =>
  createVault(join(folder, 'station'), COST_FLOOR, () => '2026-11-24T08:00:00.000Z')

/** The data key of the test station in `folder`. */
export const dataKeyOf = async (folder: string): Promise<Buffer> => {
  const { username, password } = PEOPLE.administrator
  const { key } = await vaultIn(folder).keyForPassword(username, password)
  if (!key) throw new Error('the test administrator has no key')
  return key
}

export const databaseOf = (folder: string): string => vaultIn(folder).dbPath

/** A connection of the test's own; close it. */
export const peek = async (folder: string, readonly = true): Promise<Database.Database> =>
  openEncrypted(databaseOf(folder), await dataKeyOf(folder), { readonly })

/** How many rows each table has. */
export const rowCounts = (db: Database.Database): Record<string, number> => {
  const tables = db
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [table, db.prepare(`select count(*) from "${table}"`).pluck().get() as number]),
  )
}

/** Every file below a folder with its bytes. */
export const filesBelow = (folder: string): Map<string, Buffer> => {
  const found = new Map<string, Buffer>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (statSync(path).isFile()) found.set(name, readFileSync(path))
  }
  return found
}

/** Names and content of every file as one text, to show that nothing was changed or deleted. */
export const fingerprint = (folder: string): string =>
  [...filesBelow(folder)]
    .map(([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)
    .sort()
    .join('\n')
