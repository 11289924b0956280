// The encrypted file: how it is opened, what it refuses, and that nothing readable is on the disk.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEncrypted, proveEncrypted } from '../../../db/open.ts'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp } from '../../host/make-server.ts'
import { filesBelow } from '../../host/peek.ts'

let folder: string
let path: string
const key = randomBytes(32)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tyokyky-db-'))
  path = join(folder, 'records.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const make = (): void => {
  const db = openEncrypted(path, key, { create: true })
  db.exec("create table t (v text) strict; insert into t values ('Kuukkeli')")
  db.close()
}

test('settings of every connection', () => {
  const db = openEncrypted(path, key, { create: true })
  const of = (name: string) => db.pragma(name, { simple: true })
  expect({
    journal: of('journal_mode'),
    synchronous: of('synchronous'),
    secureDelete: of('secure_delete'),
    tempStore: of('temp_store'),
    foreignKeys: of('foreign_keys'),
    trustedSchema: of('trusted_schema'),
    cipher: of('cipher'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    secureDelete: 1,
    tempStore: 2,
    foreignKeys: 1,
    trustedSchema: 0,
    cipher: 'sqlcipher',
  })
  db.close()
  const readonly = openEncrypted(path, key, { readonly: true })
  expect(readonly.pragma('query_only', { simple: true })).toBe(1)
  expect(() => readonly.exec('create table x (v text)')).toThrow()
  readonly.close()
})

test('a key that does not fit, a missing, a plain and a damaged file are each named', () => {
  const problem = (open: () => unknown): string => {
    try {
      open()
      return 'opened'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  expect(problem(() => openEncrypted(path, key))).toBe('database-missing')
  make()
  expect(problem(() => openEncrypted(path, randomBytes(32)))).toBe('database-damaged')
  expect(() => openEncrypted(path, randomBytes(16))).toThrow(TypeError)
  const bytes = readFileSync(path)
  bytes[40]! ^= 1
  writeFileSync(path, bytes)
  expect(problem(() => openEncrypted(path, key))).toBe('database-damaged')
  const plain = new Database(join(folder, 'plain.db'))
  plain.exec('create table t (v text)')
  plain.close()
  expect(problem(() => openEncrypted(join(folder, 'plain.db'), key))).toBe('database-not-encrypted')
  expect(problem(() => proveEncrypted(join(folder, 'plain.db')))).toBe('database-not-encrypted')
})

test('the proof passes on an encrypted file and holds it to be none when every key opens it', () => {
  make()
  expect(() => proveEncrypted(path)).not.toThrow()
  expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
})

test('nothing written is readable in any file, while open and after closing', async () => {
  const t = makeServer()
  await setUp(t.server)
  const input = clientInput({ familyName: 'Näätämöjoki', phone: '0401234567', email: 'aila@example.org' })
  await must(t.server.ask('clients.register', input))
  const secrets = [
    'Näätämöjoki',
    'näätämöjoki',
    'naatamojoki',
    '010190-900P',
    '0401234567',
    'aila@example.org',
    'Hilla Hoitaja',
  ]
  const readable = (): string[] =>
    [...filesBelow(t.folder)].flatMap(([name, bytes]) =>
      secrets
        .filter((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')))
        .map((secret) => `${secret} in ${name}`),
    )
  const names = [...filesBelow(t.folder).keys()].sort()
  expect(names).toEqual(
    expect.arrayContaining(['station/keys.json', 'station/records.db', 'station/records.db-wal']),
  )
  expect(readable()).toEqual([])
  await must(t.server.ask('session.lock', {}))
  expect(readable()).toEqual([])
  await t.dispose()
})
