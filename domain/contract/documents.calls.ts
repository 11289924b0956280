// Printing what is on the screen about a client: paper leaves the station, so the log says who printed what.
import { z } from 'zod'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id } from './values.ts'

export const DOCUMENTS = ['pre-visit', 'check', 'check-summary', 'referral', 'plan', 'data'] as const

export const documentsCalls = {
  'documents.print': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id, document: z.enum(DOCUMENTS), to: z.enum(['paper', 'pdf']) }),
    /** False when the person cancelled in the dialog. */
    output: z.strictObject({ done: z.boolean() }),
    audit: { event: 'document.printed', client: (input) => input.clientId },
  }),
  /** Text for another program: cleared from the clipboard after a minute, if it is still there. */
  'documents.copy': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id, text: z.string().min(1, 'required').max(100_000, 'too-long') }),
    output: z.strictObject({ clearedAfterSeconds: z.number().int() }),
    audit: { event: 'client.copied-out', client: (input) => input.clientId },
  }),
} as const
