// A verified copy of the encrypted file, made before the schema changes and for backups. It stays encrypted throughout:
// the bytes of the file are copied, never a serialisation.
import { copyFileSync, existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { openEncrypted } from '../../db/open.ts'
import { removeBeside } from './work-file.ts'

export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/**
 * Copies an open database to `to` and checks that the copy opens with the same key and is sound.
 * Throws BackupError when the copy cannot be verified or `to` exists already.
 */
export const copyVerified = (db: Database.Database, path: string, to: string, key: Uint8Array): void => {
  if (existsSync(to)) throw new BackupError('exists')
  const [checkpoint] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (checkpoint?.busy !== 0) throw new BackupError('busy')
  db.exec('begin immediate')
  try {
    copyFileSync(path, to)
  } finally {
    db.exec('rollback')
  }
  const copy = openEncrypted(to, key, { readonly: true })
  try {
    if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw new BackupError('damaged')
  } finally {
    copy.close()
    removeBeside(to)
  }
}
