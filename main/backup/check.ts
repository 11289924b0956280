// Opens a backup and looks inside: whole, of one log without gaps, and ending where its manifest says.
import { writeFileSync } from 'node:fs'
import { DatabaseError } from '../../db/errors.ts'
import { kyselyOver } from '../../db/kysely.ts'
import { mustBeKnownSchema } from '../../db/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/list.ts'
import { isDamage, openEncrypted, proveEncrypted } from '../../db/open.ts'
import { stationRow } from '../../db/repositories/station.ts'
import { verifyChain } from '../audit/chain.ts'
import { parseKeyFile } from '../keys/key-file.ts'
import type { Backup } from './container.ts'
import { BackupError } from './copy.ts'
import { removeBeside, removeWork } from './work-file.ts'

/**
 * Writes the database of a backup to `path` and checks it with its key.
 * Throws BackupError and leaves no file when it does not open, is damaged, or is not what the manifest says; DatabaseError
 * `database-newer` when a newer version of the app made it.
 */
export const writeChecked = async (backup: Backup, dataKey: Uint8Array, path: string): Promise<void> => {
  writeFileSync(path, backup.database, { mode: 0o600, flag: 'wx' })
  try {
    proveEncrypted(path)
    const db = openEncrypted(path, dataKey, { readonly: true })
    try {
      if (db.pragma('quick_check', { simple: true }) !== 'ok') throw new BackupError('damaged')
      const reader = kyselyOver(db)
      const { manifest } = backup
      mustBeKnownSchema(db, MIGRATIONS[manifest.workplace])
      const station = await stationRow(reader)
      const { intact, events, head } = await verifyChain(reader)
      const same =
        intact &&
        events === manifest.audit.events &&
        head === manifest.audit.head &&
        station.id === manifest.stationId &&
        station.workplace === manifest.workplace &&
        station.name === parseKeyFile(backup.keys.toString('utf8'))?.stationName
      if (!same) throw new BackupError('other contents')
    } finally {
      db.close()
      removeBeside(path)
    }
  } catch (error) {
    removeWork(path)
    if (error instanceof DatabaseError && error.code === 'database-newer') throw error
    throw error instanceof DatabaseError || isDamage(error) ? new BackupError('unreadable') : error
  }
}
