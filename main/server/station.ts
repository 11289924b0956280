// The state of one running station: the vault, the open database and who is signed in.
import { statSync } from 'node:fs'
import { DatabaseError } from '../../db/errors.ts'
import { allSettings } from '../../db/repositories/settings.ts'
import { type ErrorCode, Refusal } from '../../domain/contract/errors.ts'
import { appendAudit } from '../audit/chain.ts'
import { NO_ANSWER } from '../disclosure/run.ts'
import { KeyFileError } from '../keys/key-file.ts'
import { createVault, type OpenVault } from '../keys/vault.ts'
import { finnishDate } from './dates.ts'
import type { ServerOptions } from './ports.ts'
import { actorOf, type Session } from './session-types.ts'

const IDLE_MINUTES = 10

export const createStation = (options: ServerOptions) => {
  const now = (): string => options.clock.now().toISOString()
  const nowMs = (): number => options.clock.now().getTime()
  const vault = createVault(options.folder, options.cost, now)
  let open: OpenVault | null = null
  let session: Session | null = null
  let idleMinutes = IDLE_MINUTES
  /** By both clocks: the one on the wall can be set back, the running one may stop while the machine sleeps. */
  let lastUse = { wall: nowMs(), running: options.clock.running() }
  /** Why the database could not be used, and which file that was: another one in its place is tried again. */
  let problem: { code: ErrorCode; file: string } | null = null
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
    const keys = vault.state()
    const of = keys.state === 'ready' ? [keys.file.stationId, keys.file.stationName, keys.file.workplace] : []
    return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs} ${of.join(' ')}` : ''
  }

  /** Ends everything: the database cannot be used. */
  const block = (code: ErrorCode): void => {
    close()
    problem = { code, file: fileSeen() }
  }

  /** Ends the session after the writing that is under way, with its event; the database closes, the key is wiped. */
  const end = async (event: string): Promise<void> => {
    try {
      if (!session || !open) return
      const { user } = session
      // From here on nobody is signed in: what comes while the event is written is refused.
      session = null
      await open.write.transaction().execute((db) =>
        appendAudit(db, {
          at: now(),
          ...actorOf(user),
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

  let last: Promise<unknown> = Promise.resolve()

  /**
   * One after another: all that opens, replaces or ends the session. Making a key takes its time, and two locks can
   * arrive together. Must not be nested.
   */
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  /** Opens the database; whoever was signed in is signed out first. Only `exclusively`. */
  const openWith = async (dataKey: Buffer): Promise<OpenVault> => {
    try {
      await end('session.ended')
      open = vault.open(dataKey)
    } catch (error) {
      dataKey.fill(0)
      const code =
        error instanceof DatabaseError
          ? error.code
          : error instanceof KeyFileError
            ? ('key-file-damaged' as const)
            : null
      if (!code) throw error
      block(code)
      throw new Refusal(code)
    }
    problem = null
    const settings = await allSettings(open.read)
    const chosen = Number(settings.get('idleMinutes') ?? IDLE_MINUTES)
    idleMinutes = Math.min(chosen, options.policy?.idleMinutes ?? chosen)
    return open
  }

  const touch = (): void => {
    lastUse = { wall: nowMs(), running: options.clock.running() }
  }

  const begin = (next: Session): void => {
    session = next
    touch()
  }

  const idleMs = (): number => Math.max(nowMs() - lastUse.wall, options.clock.running() - lastUse.running)

  const idleTooLong = (): boolean => session !== null && idleMs() > idleMinutes * 60_000

  /** The session, or null; one that was idle too long counts as ended: `lockWhenIdle` ends it, with its event. */
  const current = (): { session: Session; open: OpenVault } | null =>
    session && open && !idleTooLong() ? { session, open } : null

  const lock = (): Promise<void> => exclusively(() => end('session.locked'))

  const lockWhenIdle = async (): Promise<void> => {
    if (!idleTooLong()) return
    await exclusively(async () => {
      if (!idleTooLong()) return
      try {
        await end('session.idle-locked')
      } finally {
        options.emit('locked', {})
      }
    })
  }

  /** The end of the program: as a lock. Never fails: what could not be written is told as a fault. */
  const shutDown = (): Promise<void> =>
    exclusively(() => end('session.ended')).catch(() => options.fault('close', 'audit'))

  return {
    options,
    vault,
    now,
    nowMs,
    today: () => finnishDate(options.clock.now()),
    exclusively,
    openWith,
    begin,
    current,
    touch,
    lock,
    lockWhenIdle,
    shutDown,
    close,
    memory,
    idleMinutes: () => idleMinutes,
    block,
    problem: () => (problem && problem.file === fileSeen() ? problem.code : null),
  }
}

export type Station = ReturnType<typeof createStation>
