// Makes a backup of the open station: a verified copy, its newest log event as anchor, and the key file.
import { readFileSync } from 'node:fs'
import { kyselyOver } from '../../db/kysely.ts'
import { openEncrypted } from '../../db/open.ts'
import { auditHead } from '../../db/repositories/audit.ts'
import type { Vault } from '../keys/vault.ts'
import { type Backup, partOf } from './container.ts'
import { copyVerified } from './copy.ts'
import { removeWork, workPath } from './work-file.ts'

/**
 * The station as it is now. Encrypted throughout: the copy beside the database is removed afterwards.
 * Throws BackupError when the copy cannot be verified.
 */
export const makeBackup = async (vault: Vault, dataKey: Uint8Array, now: string): Promise<Backup> => {
  const copyPath = workPath(vault.folder)
  const own = openEncrypted(vault.dbPath, dataKey)
  try {
    copyVerified(own, vault.dbPath, copyPath, dataKey)
    const copy = openEncrypted(copyPath, dataKey, { readonly: true })
    const { seq, hash } = await auditHead(kyselyOver(copy)).finally(() => copy.close())
    const keys = readFileSync(vault.keyPath)
    const database = readFileSync(copyPath)
    const { stationId, workplace } = vault.readFile()
    return {
      manifest: {
        format: 'tyokykypolku-backup',
        version: 1,
        stationId,
        workplace,
        createdAt: now,
        audit: { events: seq, head: hash },
        keys: partOf(keys),
        database: partOf(database),
      },
      keys,
      database,
    }
  } finally {
    own.close()
    removeWork(copyPath)
  }
}
