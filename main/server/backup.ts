// Backups as the administrator sees them, and restoring one where there is no station yet.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from '../../db/errors.ts'
import { auditHashAt } from '../../db/repositories/audit.ts'
import type { backupCalls } from '../../domain/contract/backup.calls.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import { appendAudit } from '../audit/chain.ts'
import { writeChecked } from '../backup/check.ts'
import { type Backup, MAX_BACKUP, packBackup, unpackBackup } from '../backup/container.ts'
import { BackupError } from '../backup/copy.ts'
import { makeBackup } from '../backup/make.ts'
import { KEPT, keptBackups } from '../backup/scheduled.ts'
import { removeWork, workPath } from '../backup/work-file.ts'
import { type KeyFile, parseKeyFile } from '../keys/key-file.ts'
import type { Handlers } from './handler.ts'
import type { Files } from './ports.ts'
import type { Station } from './station.ts'

const ENDING = 'tyokyky'

const invalid = (error: unknown): never => {
  if (error instanceof DatabaseError) throw new Refusal(error.code)
  throw error instanceof BackupError ? new Refusal('backup-invalid') : error
}

const pickBackup = async (files: Pick<Files, 'pick'>): Promise<Backup> => {
  const picked = await files.pick([ENDING], MAX_BACKUP)
  if (picked === null) throw new Refusal('file-cancelled')
  if (picked === 'too-large') throw new Refusal('backup-invalid')
  try {
    return unpackBackup(picked.bytes)
  } catch (error) {
    return invalid(error)
  }
}

const keyFileOf = (backup: Backup): KeyFile => {
  const file = parseKeyFile(backup.keys.toString('utf8'))
  if (file?.stationId !== backup.manifest.stationId || file.workplace !== backup.manifest.workplace)
    throw new Refusal('backup-invalid')
  return file
}

const mustBeEmpty = ({ vault }: Station): void => {
  if (vault.state().state !== 'first-run') throw new Refusal('already-set-up')
}

const restore = async (station: Station, backup: Backup, username: string | null, secret: string) => {
  mustBeEmpty(station)
  const { vault } = station
  const file = keyFileOf(backup)
  const { manifest } = backup
  const fixed = station.options.policy?.workplace
  if (fixed && fixed !== manifest.workplace) throw new Refusal('wrong-workplace')
  const key = username
    ? (await vault.keyForPassword(username, secret, file)).key
    : await vault.keyForRecovery(secret, file)
  if (!key) throw new Refusal('wrong-credentials')
  mkdirSync(vault.folder, { recursive: true, mode: 0o700 })
  const path = join(vault.folder, 'records.db.restoring')
  removeWork(path)
  await writeChecked(backup, key, path).catch(invalid)
  vault.adopt(path, file)
  try {
    const open = await station.openWith(key)
    await open.write.transaction().execute((db) =>
      appendAudit(db, {
        at: station.now(),
        userId: null,
        userName: '',
        role: 'nobody',
        event: 'backup.restored',
        outcome: 'done',
        clientId: null,
        details: { createdAt: manifest.createdAt, events: manifest.audit.events },
      }),
    )
  } finally {
    station.close()
  }
  return { stationId: manifest.stationId, createdAt: manifest.createdAt, events: manifest.audit.events }
}

export const backupHandlers: Handlers<typeof backupCalls> = {
  'backup.status': async ({ vault }) => ({ kept: keptBackups(vault), keptAtMost: KEPT }),

  'backup.save': async (ctx) => {
    ctx.afterCommit(async () => {
      ctx.mustBeSignedIn()
      const backup = await makeBackup(ctx.vault, ctx.dataKey, ctx.now()).catch(invalid)
      const bytes = packBackup(backup)
      const name = `tyokykypolku-${ctx.today()}.${ENDING}`
      const done = await ctx.files.save(name, bytes)
      return { done, bytes: bytes.length, events: backup.manifest.audit.events }
    })
    return { done: false, bytes: 0, events: 0 }
  },

  'backup.verify': async ({ db, vault, dataKey, files }) => {
    const backup = await pickBackup(files)
    const { manifest } = backup
    if (keyFileOf(backup).stationId !== vault.readFile().stationId) throw new Refusal('backup-invalid')
    const path = workPath(vault.folder)
    try {
      await writeChecked(backup, dataKey, path).catch(invalid)
    } finally {
      removeWork(path)
    }
    if ((await auditHashAt(db, manifest.audit.events)) !== manifest.audit.head)
      throw new Refusal('audit-broken')
    return { createdAt: manifest.createdAt, bytes: backup.database.length, events: manifest.audit.events }
  },

  'backup.restore': async ({ station }, { username, secret }) => {
    mustBeEmpty(station)
    // Chosen before anything else has to wait: a dialog may stay open as long as it likes.
    const backup = await pickBackup(station.options.files)
    return station.exclusively(() => restore(station, backup, username, secret))
  },
}
