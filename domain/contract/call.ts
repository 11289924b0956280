// What one row of the contract table is: everything the two sides need to know about a call.
import type { z } from 'zod'
import type { Role } from '../users/roles.ts'

/** `session` calls work while the database is closed; the other kinds decide which database type a handler gets. */
export type Kind = 'read' | 'read-person' | 'write' | 'session'

/** Workplace a call belongs to; `any` exists in both. */
export type Workplace = 'clinical' | 'office'

/** Who may call: roles of signed-in users, `nobody` for calls that work before signing in, `anyone` for every signed-in user. */
export type Caller = Role | 'nobody'

/** The audit event of a call and whose record it concerns. `client` must be pure. */
export type AuditRule<I, O> = {
  event: string
  client?: (input: I, output: O) => string | null
}

/** Whom a list showed: each gets an event, without what was asked. */
type ShowRule<O> = { event: string; clients: (output: O) => readonly string[] }

type Common<K extends Kind, I extends z.ZodType, O extends z.ZodType> = {
  kind: K
  workplace: Workplace | 'any'
  callers: readonly Caller[]
  input: I
  output: O
}

/** A row of the table. Audit is required by type for `write` and `read-person`; a `read` may say whom it shows. */
export type Call<K extends Kind, I extends z.ZodType, O extends z.ZodType> = Common<K, I, O> &
  (K extends 'write' | 'read-person'
    ? { audit: AuditRule<z.output<I>, z.output<O>> }
    : { audit?: undefined }) &
  (K extends 'read' ? { shows?: ShowRule<z.output<O>> } : { shows?: undefined })

/** Any row, as the router sees it. */
export type AnyCall = Common<Kind, z.ZodType, z.ZodType> & {
  audit?:
    | {
        event: string
        client?: (input: never, output: never) => string | null
      }
    | undefined
  shows?: ShowRule<never> | undefined
}

/** Keeps the exact types of a row while checking its shape. */
export const call = <K extends Kind, I extends z.ZodType, O extends z.ZodType>(
  row: Call<K, I, O>,
): Call<K, I, O> => row
