// The daily backup, made while someone is signed in: only then is there a key.
import { appendAudit } from '../audit/chain.ts'
import { backupIsDue, keepBackup } from '../backup/scheduled.ts'
import { actorOf, type Session } from './session-types.ts'
import type { Station } from './station.ts'

/** A full disk is not asked every few seconds. */
const RETRY_MS = 15 * 60_000

/**
 * Makes a backup when the newest is a day old, and never rejects: a failure is no reason to stop the work. The log tells
 * of a backup that was made, and once of a row of failures; the status shows the age.
 */
export const createDailyBackup = (station: Station): (() => Promise<void>) => {
  /** The failure that the next try follows; null after a success. */
  let failedAt: number | null = null
  let running = false

  const tell = async ({ user }: Session, event: string, outcome: 'done' | 'refused'): Promise<void> => {
    await station
      .current()
      ?.open.write.transaction()
      .execute((db) =>
        appendAudit(db, {
          at: station.now(),
          ...actorOf(user),
          event,
          outcome,
          clientId: null,
        }),
      )
  }

  const fault = (error: unknown): void =>
    station.options.fault('backup.daily', error instanceof Error ? error.name : 'unknown')

  /** A clock that was set back does not make the wait longer. */
  const waiting = (): boolean => failedAt !== null && Math.abs(station.nowMs() - failedAt) < RETRY_MS

  const makeWhenDue = async (): Promise<void> => {
    const at = station.current()
    if (!at || waiting()) return
    try {
      if (!backupIsDue(station.vault, station.now())) return
      await keepBackup(station.vault, at.open.dataKey, station.now())
      failedAt = null
      await tell(at.session, 'backup.daily', 'done')
    } catch (error) {
      fault(error)
      const first = failedAt === null
      failedAt = station.nowMs()
      if (first) await tell(at.session, 'backup.daily-failed', 'refused').catch(fault)
    }
  }

  return async () => {
    if (running) return
    running = true
    await makeWhenDue().finally(() => {
      running = false
    })
  }
}
