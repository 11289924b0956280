// Types of topic handlers: the call's kind decides the database type they get.
import type { z } from 'zod'
import type { Reader, Writer } from '../../db/kysely.ts'
import type { AnyCall, Kind } from '../../domain/contract/call.ts'
import type { OpenVault, Vault } from '../keys/vault.ts'
import type { CopiedText } from './copied-text.ts'
import type { Printer, ServerOptions } from './ports.ts'
import type { Session } from './session-types.ts'
import type { SessionFiles } from './session-work.ts'
import type { Station } from './station.ts'

export type Context<K extends Kind> = {
  db: K extends 'write' ? Writer : Reader
  session: Session
  now: () => string
  nowMs: () => number
  /** Calendar date in Finland. */
  today: () => string
  newId: () => string
  files: SessionFiles
  printer: Printer
  copied: CopiedText
  emit: ServerOptions['emit']
  vault: Vault
  dataKey: OpenVault['dataKey']
  /** Adds codes and ids (never personal data) to the audit event of this call. */
  note: (details: Record<string, string | number | boolean | null>) => void
  /**
   * Work that must not hold the transaction open, such as a file dialog. Runs after the change and its event are
   * committed; what it returns becomes the call's output.
   */
  afterCommit: (work: () => Promise<unknown>) => void
  /**
   * Server memory that lives as long as the session, e.g. a previewed release. An AbortController in it is aborted when
   * the session ends.
   */
  memory: Map<string, unknown>
  /** Throws Refusal `not-signed-in` when the session has ended: before long work puts anything into `memory`. */
  mustBeSignedIn: () => void
}

export type SessionContext = { station: Station }

export type Handler<C extends AnyCall> = (
  context: C['kind'] extends 'session' ? SessionContext : Context<C['kind']>,
  input: z.output<C['input']>,
) => Promise<z.input<C['output']>>

export type Handlers<T extends Record<string, AnyCall>> = { [N in keyof T]: Handler<T[N]> }
