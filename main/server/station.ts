// The state of one running station: the vault, the open database and who is signed in.
import { statSync } from 'node:fs'
import { DatabaseError } from '../../db/errors.ts'
import { allSettings } from '../../db/repositories/settings.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import { appendAudit } from '../audit/chain.ts'
import { NO_ANSWER } from '../disclosure/run.ts'
import { createVault, type OpenVault } from '../keys/vault.ts'
import { finnishDate } from './dates.ts'
import type { ServerOptions } from './ports.ts'
import type { Session } from './session-types.ts'

const IDLE_MINUTES = 10

export const createStation = (options: ServerOptions) => {
  const now = (): string => options.clock.now().toISOString()
  const nowMs = (): number => options.clock.now().getTime()
  const vault = createVault(options.folder, options.cost, now)
  let open: OpenVault | null = null
  let session: Session | null = null
  let idleMinutes = IDLE_MINUTES
  let lastUse = nowMs()
  /** Why the database could not be used, and which file that was: another one in its place is tried again. */
  let problem: { code: string; file: string } | null = null
  const memory = new Map<string, unknown>()

  const close = (): void => {
    open?.close()
    open = null
    session = null
    // Work that still runs for the session has nobody left to answer.
    for (const one of memory.values()) if (one instanceof AbortController) one.abort(NO_ANSWER)
    memory.clear()
  }

  const fileSeen = (): string => {
    const stat = statSync(vault.dbPath, { throwIfNoEntry: false })
    return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : ''
  }

  /** Ends everything: the database cannot be used. */
  const block = (code: string): void => {
    close()
    problem = { code, file: fileSeen() }
  }

  const openWith = async (dataKey: Buffer): Promise<OpenVault> => {
    close()
    try {
      open = vault.open(dataKey)
    } catch (error) {
      dataKey.fill(0)
      if (error instanceof DatabaseError) {
        block(error.code)
        throw new Refusal(error.code)
      }
      throw error
    }
    problem = null
    const settings = await allSettings(open.read)
    const chosen = Number(settings.get('idleMinutes') ?? IDLE_MINUTES)
    idleMinutes = Math.min(chosen, options.policy?.idleMinutes ?? chosen)
    return open
  }

  const begin = (next: Session): void => {
    session = next
    lastUse = nowMs()
  }

  const idleTooLong = (): boolean => session !== null && nowMs() - lastUse > idleMinutes * 60_000

  /** The session, or null; one that was idle too long counts as ended: `lockWhenIdle` ends it, with its event. */
  const current = (): { session: Session; open: OpenVault } | null =>
    session && open && !idleTooLong() ? { session, open } : null

  const touch = (): void => {
    lastUse = nowMs()
  }

  /** Ends the session with its audit event; the database closes and the key is wiped. */
  const lock = async (event = 'session.locked'): Promise<void> => {
    try {
      if (!session || !open) return
      const { user } = session
      // From here on nobody is signed in: a call that comes while the event is written ends nothing twice.
      session = null
      await open.write.transaction().execute((db) =>
        appendAudit(db, {
          at: now(),
          userId: user.id,
          userName: user.displayName,
          role: user.role,
          event,
          outcome: 'done',
          clientId: null,
        }),
      )
    } finally {
      // Even when the event cannot be written.
      close()
    }
  }

  const lockWhenIdle = async (): Promise<void> => {
    if (!idleTooLong()) return
    try {
      await lock('session.idle-locked')
    } finally {
      options.emit('locked', {})
    }
  }

  return {
    options,
    vault,
    now,
    nowMs,
    today: () => finnishDate(options.clock.now()),
    openWith,
    begin,
    current,
    touch,
    lock,
    lockWhenIdle,
    close,
    memory,
    isOpen: () => open !== null,
    idleMinutes: () => idleMinutes,
    block,
    problem: () => (problem && problem.file === fileSeen() ? problem.code : null),
  }
}

export type Station = ReturnType<typeof createStation>
