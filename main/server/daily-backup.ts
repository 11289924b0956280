// The daily backup, made while someone is signed in: only then is there a key.
import { appendAudit } from '../audit/chain.ts'
import { backupIsDue, keepBackup } from '../backup/scheduled.ts'
import type { Station } from './station.ts'

/** Makes a backup when the newest is a day old. A failure is no reason to stop the work; the status shows the age. */
export const backupWhenDue = async (station: Station): Promise<void> => {
  const at = station.current()
  if (!at || !backupIsDue(station.vault, station.now())) return
  const { user } = at.session
  try {
    await at.open.write.transaction().execute((db) =>
      appendAudit(db, {
        at: station.now(),
        userId: user.id,
        userName: user.displayName,
        role: user.role,
        event: 'backup.daily',
        outcome: 'done',
        clientId: null,
      }),
    )
    await keepBackup(station.vault, at.open.dataKey, station.now())
  } catch (error) {
    station.options.fault('backup.daily', error instanceof Error ? error.name : 'unknown')
  }
}
