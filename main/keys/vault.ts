// The station's folder: key file, encrypted database, and the ways to open them. Deletes nothing, ever.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { kyselyOver } from '../../db/kysely.ts'
import { migrate } from '../../db/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/list.ts'
import { openEncrypted, proveEncrypted } from '../../db/open.ts'
import type { Schema } from '../../db/schema.ts'
import { copyVerified } from '../backup/copy.ts'
import { type Box, type Cost, emptyBox, seal, unseal } from './box.ts'
import { type KeyFile, KeyFileError, newPepper, readKeyFile, slotName, writeKeyFile } from './key-file.ts'
import { newRecoveryKey, normaliseRecoveryKey } from './recovery-key.ts'

export type OpenVault = {
  raw: Database.Database
  write: Kysely<Schema>
  read: Kysely<Schema>
  dataKey: Buffer
  workplace: KeyFile['workplace']
  close: () => void
}

export type VaultState =
  | { state: 'first-run' }
  | { state: 'ready'; file: KeyFile }
  | { state: 'blocked'; problem: 'key-file-damaged' | 'key-slot-missing' | 'database-missing' }

type NewStation = {
  workplace: 'clinical' | 'office'
  stationName: string
  logins: { username: string; password: string }[]
}

const RECOVERY_SLOT = 'recovery'
const label = (file: Pick<KeyFile, 'stationId'>, slot: string): string => `${file.stationId}/${slot}`

/** The vault in `folder`. `cost` is what new slots are sealed with. */
export const createVault = (folder: string, cost: Cost, now: () => string) => {
  const keyPath = join(folder, 'keys.json')
  const dbPath = join(folder, 'records.db')
  const halfMade = join(folder, 'records.db.new')

  const finishSetUp = (): void => {
    if (existsSync(keyPath) && !existsSync(dbPath) && existsSync(halfMade)) renameSync(halfMade, dbPath)
  }

  const state = (): VaultState => {
    finishSetUp()
    try {
      const file = readKeyFile(keyPath)
      if (!file)
        return existsSync(dbPath) ? { state: 'blocked', problem: 'key-slot-missing' } : { state: 'first-run' }
      if (file.slots.length === 0) return { state: 'blocked', problem: 'key-slot-missing' }
      return existsSync(dbPath) ? { state: 'ready', file } : { state: 'blocked', problem: 'database-missing' }
    } catch (error) {
      if (error instanceof KeyFileError) return { state: 'blocked', problem: 'key-file-damaged' }
      throw error
    }
  }

  const readFile = (): KeyFile => {
    const file = readKeyFile(keyPath)
    if (!file) throw new KeyFileError('key file missing')
    return file
  }

  const change = (edit: (file: KeyFile) => void): void => {
    const file = readFile()
    edit(file)
    writeKeyFile(keyPath, file)
  }

  /** The key file must be this database's: one that says otherwise would run the other workplace's steps on it. */
  const mustBelong = (raw: Database.Database, file: KeyFile): void => {
    const row = raw.prepare('select id, name, workplace from station').get() as
      | { id: string; name: string; workplace: string }
      | undefined
    const same =
      !row || (row.id === file.stationId && row.name === file.stationName && row.workplace === file.workplace)
    if (!same) throw new KeyFileError('key file of another station')
  }

  /**
   * Opens both connections. Throws DatabaseError, or KeyFileError when the key file tells of another station; a schema
   * newer than the app is left untouched.
   */
  const open = (dataKey: Buffer): OpenVault => {
    const file = readFile()
    const { workplace } = file
    proveEncrypted(dbPath)
    const raw = openEncrypted(dbPath, dataKey)
    try {
      mustBelong(raw, file)
      const copyTo = join(folder, `records-before-${now().replace(/\D/g, '').slice(0, 14)}.db`)
      migrate(raw, MIGRATIONS[workplace], now(), () => copyVerified(raw, dbPath, copyTo, dataKey))
      const readonly = openEncrypted(dbPath, dataKey, { readonly: true })
      const close = (): void => {
        readonly.close()
        raw.close()
        dataKey.fill(0)
      }
      return { raw, write: kyselyOver(raw), read: kyselyOver(readonly), dataKey, workplace, close }
    } catch (error) {
      raw.close()
      throw error
    }
  }

  /**
   * Makes the station: database, key slots, recovery key. `fill` writes the first rows; when it fails nothing remains.
   * @returns the recovery key, which exists nowhere else
   */
  const create = async (
    station: NewStation,
    fill: (db: Kysely<Schema>, file: KeyFile) => Promise<void>,
  ): Promise<string> => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const rest of [halfMade, `${halfMade}-wal`, `${halfMade}-shm`]) rmSync(rest, { force: true })
    const dataKey = randomBytes(32)
    const recoveryKey = newRecoveryKey()
    const file: KeyFile = {
      version: 1,
      stationId: randomUUID(),
      stationName: station.stationName,
      workplace: station.workplace,
      pepper: newPepper(),
      cost,
      slots: [],
      attempts: {},
      refusals: {},
    }
    for (const login of station.logins) {
      const id = slotName(file, login.username)
      file.slots.push({
        id,
        kind: 'password',
        box: await seal(dataKey, login.password, label(file, id), cost),
      })
    }
    const sealed = await seal(dataKey, normaliseRecoveryKey(recoveryKey), label(file, RECOVERY_SLOT), cost)
    file.slots.push({ id: RECOVERY_SLOT, kind: 'recovery', box: sealed })

    const raw = openEncrypted(halfMade, dataKey, { create: true })
    try {
      migrate(raw, MIGRATIONS[station.workplace], now(), () => undefined)
      await fill(kyselyOver(raw), file)
      raw.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      raw.close()
      dataKey.fill(0)
    }
    writeKeyFile(keyPath, file)
    finishSetUp()
    return recoveryKey
  }

  /** Puts a restored station into the empty folder. Both parts were checked; a cut leaves a first run or all of it. */
  const adopt = (database: string, file: KeyFile): void => {
    if (state().state !== 'first-run') throw new Error('there is a station already')
    renameSync(database, halfMade)
    writeKeyFile(keyPath, file)
    finishSetUp()
  }

  /** The data key for a user's password, or null; an unknown user takes the same time. */
  const keyForPassword = async (
    username: string,
    password: string,
    file = readFile(),
  ): Promise<{ key: Buffer | null; slot: string; box: Box }> => {
    const slot = slotName(file, username)
    const box = file.slots.find((s) => s.kind === 'password' && s.id === slot)?.box ?? emptyBox(file.cost)
    return { key: await unseal(box, password, label(file, slot)), slot, box }
  }

  const keyForRecovery = async (typed: string, file = readFile()): Promise<Buffer | null> => {
    const box = file.slots.find((s) => s.kind === 'recovery')?.box ?? emptyBox(file.cost)
    return unseal(box, normaliseRecoveryKey(typed), label(file, RECOVERY_SLOT))
  }

  /**
   * A box for a user's new password, opened again before anyone relies on it. Writes nothing: the user's row comes
   * first, then `setSlot`.
   */
  const newBox = async (
    username: string,
    password: string,
    dataKey: Uint8Array,
  ): Promise<{ slot: string; box: Box }> => {
    const key = Buffer.from(dataKey)
    const file = readFile()
    const slot = slotName(file, username)
    const box = await seal(key, password, label(file, slot), cost)
    const opened = await unseal(box, password, label(file, slot))
    const same = opened?.equals(key) ?? false
    opened?.fill(0)
    key.fill(0)
    if (!same) throw new Error('the new box does not open')
    return { slot, box }
  }

  /** Adds or replaces the slot of a user, whose row already holds the box. */
  const setSlot = (slot: string, box: Box): void =>
    change((f) => {
      f.slots = [...f.slots.filter((s) => s.id !== slot), { id: slot, kind: 'password', box }]
      delete f.attempts[slot]
    })

  const removeSlot = (slot: string): void =>
    change((f) => {
      f.slots = f.slots.filter((s) => s.kind === 'recovery' || s.id !== slot)
    })

  return {
    folder,
    dbPath,
    keyPath,
    adopt,
    state,
    readFile,
    change,
    open,
    create,
    keyForPassword,
    keyForRecovery,
    newBox,
    setSlot,
    removeSlot,
  }
}

export type Vault = ReturnType<typeof createVault>
