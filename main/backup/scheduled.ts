// A backup a day while the station is in use, kept in the station's folder for IT to collect; the oldest make room.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Vault } from '../keys/vault.ts'
import { type BackupManifest, packBackup, readManifest } from './container.ts'
import { makeBackup } from './make.ts'

/** How many are kept. */
export const KEPT = 14
const EVERY_MS = 24 * 60 * 60_000
const NAME = /^backup-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.tyokyky$/

export type KeptBackup = { name: string; at: string; bytes: number }

const folderOf = (vault: Pick<Vault, 'folder'>): string => join(vault.folder, 'backups')

/** The scheduled backups, newest first. */
export const keptBackups = (vault: Pick<Vault, 'folder'>): KeptBackup[] => {
  const folder = folderOf(vault)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const parts = NAME.exec(name)
      if (!parts) return []
      const [, y, m, d, h, min, s] = parts
      return [{ name, at: `${y}-${m}-${d}T${h}:${min}:${s}.000Z`, bytes: statSync(join(folder, name)).size }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Bytes at a backup's beginning that hold its manifest; a real one has 600. */
const HEAD = 8 * 1024

/** What the scheduled backups of this station say of themselves; one that cannot be read says nothing. */
export const keptManifests = (vault: Pick<Vault, 'folder'>, stationId: string): BackupManifest[] =>
  keptBackups(vault).flatMap(({ name }) => {
    const head = Buffer.alloc(HEAD)
    try {
      const file = openSync(join(folderOf(vault), name), 'r')
      try {
        const read = readManifest(head.subarray(0, readSync(file, head, 0, HEAD, 0)))
        return read?.manifest.stationId === stationId ? [read.manifest] : []
      } finally {
        closeSync(file)
      }
    } catch {
      return []
    }
  })

/** A name with a date to come was given by a clock that was wrong: it says nothing of today. */
const madeBy = (vault: Pick<Vault, 'folder'>, now: string): KeptBackup[] =>
  keptBackups(vault).filter(({ at }) => at <= now)

export const backupIsDue = (vault: Pick<Vault, 'folder'>, now: string): boolean => {
  const newest = madeBy(vault, now)[0]
  return !newest || Date.parse(now) - Date.parse(newest.at) >= EVERY_MS
}

/**
 * Makes one and removes those beyond KEPT, not counting dates to come. The name appears when the file is whole, and
 * nothing is left of one that could not be written.
 */
export const keepBackup = async (vault: Vault, dataKey: Uint8Array, now: string): Promise<void> => {
  const bytes = packBackup(await makeBackup(vault, dataKey, now))
  const folder = folderOf(vault)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `backup-${now.slice(0, 19).replace(/[-:]/g, '')}Z.tyokyky`)
  try {
    writeFileSync(`${path}.part`, bytes, { mode: 0o600, flush: true })
    renameSync(`${path}.part`, path)
  } finally {
    rmSync(`${path}.part`, { force: true })
  }
  for (const old of madeBy(vault, now).slice(KEPT)) rmSync(join(folder, old.name))
}
