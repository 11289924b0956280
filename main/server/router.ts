// The way of every request: name, session, role, input, transaction, audit, output. Nothing else touches the handlers.
import type { z } from 'zod'
import type { Reader, Writer } from '../../db/kysely.ts'
import { isDamage } from '../../db/open.ts'
import type { AnyCall, AuditRule } from '../../domain/contract/call.ts'
import { type Failure, type FieldProblem, Refusal, type Result } from '../../domain/contract/errors.ts'
import { findCall } from '../../domain/contract/table.ts'
import { mayCall } from '../../domain/permissions.ts'
import { appendAudit } from '../audit/chain.ts'
import { countRefusal } from '../keys/attempts.ts'
import type { OpenVault } from '../keys/vault.ts'
import type { CopiedText } from './copied-text.ts'
import type { Context } from './handler.ts'
import { HANDLERS } from './handlers.ts'
import { tellWhenBehind } from './log-behind.ts'
import { actorOf, type Session } from './session-types.ts'
import { hasEnded, mustNotHaveEnded, sessionFiles } from './session-work.ts'
import { tellShown } from './shown-people.ts'
import type { Station } from './station.ts'
import { isFull } from './told-files.ts'

type Later = { work: (() => Promise<unknown>) | null }
type Details = Record<string, string | number | boolean | null>
type Open = { session: Session; open: OpenVault }

/** Only paths and codes of ours: what was typed never goes back or into the log. */
const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, 200),
    code: /^[a-z][a-z0-9-]{1,40}$/.test(issue.message) ? issue.message : issue.code,
  }))

const asFailure = (error: unknown): Failure | null => {
  if (error instanceof Refusal) return error.failure
  if ((error as { code?: string })?.code === 'SQLITE_FULL' || isFull(error)) return { code: 'disk-full' }
  if (isDamage(error)) return { code: 'database-damaged' }
  return null
}

export const createRouter = (station: Station, copied: CopiedText) => {
  const { options } = station

  const auditRefusal = async (at: Open | null, name: string, failure: Failure): Promise<void> => {
    if (!at) {
      if (station.vault.state().state === 'ready')
        station.vault.change((file) => countRefusal(file, `refused.${failure.code}`))
      return
    }
    const { user } = at.session
    await at.open.write.transaction().execute((db) =>
      appendAudit(db, {
        at: station.now(),
        ...actorOf(user),
        event: `refused.${failure.code}`,
        outcome: 'refused',
        clientId: null,
        details: { call: name },
      }),
    )
  }

  const contextFor = (at: Open, db: Reader | Writer, details: Details, later: Later): Context<'write'> => ({
    db: db as Writer,
    session: at.session,
    now: station.now,
    nowMs: station.nowMs,
    today: station.today,
    newId: options.ids.next,
    files: sessionFiles(station, at.open, options.files),
    printer: options.printer,
    copied,
    emit: options.emit,
    vault: station.vault,
    dataKey: at.open.dataKey,
    note: (more) => void Object.assign(details, more),
    afterCommit: (work) => {
      later.work = work
    },
    memory: station.memory,
    mustBeSignedIn: () => mustNotHaveEnded(station, at.open),
  })

  /** Change and event in one transaction; a handler that fails leaves neither. */
  const inTransaction = async (at: Open, row: AnyCall, name: string, input: unknown): Promise<unknown> => {
    const later: Later = { work: null }
    const output = await at.open.write.transaction().execute(async (db) => {
      const details: Details = {}
      const context = contextFor(at, db, details, later)
      const value = row.output.parse(await HANDLERS.get(name)!(context as never, input as never))
      const rule = row.audit as unknown as AuditRule<unknown, unknown>
      const { user } = at.session
      await appendAudit(db, {
        at: station.now(),
        ...actorOf(user),
        event: rule.event,
        outcome: 'done',
        clientId: rule.client?.(input, value) ?? null,
        details,
      })
      return value
    })
    if (!later.work) return output
    return row.output.parse(await later.work())
  }

  const run = async (row: AnyCall, name: string, input: unknown, at: Open | null): Promise<unknown> => {
    if (row.kind === 'session') {
      const output = row.output.parse(await HANDLERS.get(name)!({ station } as never, input as never))
      const now = station.current()
      if (now && now.open !== at?.open)
        await tellWhenBehind(station).catch(() => options.fault(name, 'audit'))
      return output
    }
    if (row.kind === 'read') {
      const context = contextFor(at!, at!.open.read, {}, { work: null })
      const output = row.output.parse(await HANDLERS.get(name)!(context as never, input as never))
      if (row.shows) await tellShown(station, at!, row.shows.event, row.shows.clients(output as never))
      return output
    }
    return inTransaction(at!, row, name, input)
  }

  /** What was found for a session that has ended meanwhile is told to nobody; that something was saved may be. */
  const runInSession = async (row: AnyCall, name: string, input: unknown, at: Open): Promise<unknown> => {
    const answer = await run(row, name, input, at).catch((error) => {
      // With the database closed under it, any work fails in some way of its own.
      if (asFailure(error) === null) mustNotHaveEnded(station, at.open)
      throw error
    })
    if (row.kind !== 'write') mustNotHaveEnded(station, at.open)
    return answer
  }

  return async (name: unknown, input: unknown): Promise<Result<unknown>> => {
    const row = typeof name === 'string' ? findCall(name) : undefined
    const known = row ? (name as string) : 'unknown'
    await station.lockWhenIdle().catch(() => options.fault(known, 'audit'))
    const at = station.current()
    try {
      if (!row) throw new Refusal('unknown-call')
      if (row.kind !== 'session') {
        const refusal = mayCall(row, at?.session.user.role ?? null, at?.open.workplace ?? null)
        if (refusal) throw new Refusal(refusal)
        station.touch()
      }
      const parsed = row.input.safeParse(input)
      if (!parsed.success) throw new Refusal('invalid-input', { fields: fieldProblems(parsed.error) })
      const value =
        row.kind === 'session'
          ? await run(row, known, parsed.data, at)
          : await runInSession(row, known, parsed.data, at!)
      return { ok: true, value }
    } catch (error) {
      // The session ended under the call, which found the database closed and the key wiped.
      const ended = at !== null && row?.kind !== 'session' && hasEnded(station, at.open)
      const failure = ended
        ? { code: 'not-signed-in' as const }
        : (asFailure(error) ?? { code: 'internal' as const })
      if (failure.code === 'internal') options.fault(known, error instanceof Error ? error.name : 'unknown')
      // Found while signing in or locking: there is no session in which the person could go on.
      if (row?.kind === 'session' && failure.code === 'database-damaged') station.block(failure.code)
      // A wrong password has been counted where it was found.
      if (failure.code !== 'wrong-credentials' || at)
        await auditRefusal(ended ? null : station.current(), known, failure).catch(() =>
          options.fault(known, 'audit'),
        )
      return { ok: false, error: failure }
    }
  }
}
