// The log: verified and read by the administrator (no client data in it), and listed per client on request.
import { z } from 'zod'
import { CLINICAL_ROLES, ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, isoTime, nothing } from './values.ts'

const event = z.strictObject({
  seq: z.number().int(),
  at: isoTime,
  event: z.string(),
  outcome: z.enum(['done', 'refused']),
  userName: z.string(),
  role: z.enum([...ROLES, 'nobody']),
  clientId: id.nullable(),
})

export const auditCalls = {
  'audit.list': call({
    kind: 'read',
    workplace: 'any',
    callers: ['administrator'],
    input: z.strictObject({
      before: z.number().int().positive().nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.array(event),
  }),
  'audit.verify': call({
    kind: 'read',
    workplace: 'any',
    callers: ['administrator'],
    input: nothing,
    output: z.strictObject({
      intact: z.boolean(),
      events: z.number().int(),
      /** First sequence number whose hash does not follow from the one before. */
      brokenAt: z.number().int().nullable(),
      head: z.string(),
    }),
  }),
  /** Whether the log still leads to its points in the kept backups and in the newest release. */
  'audit.anchored': call({
    kind: 'read',
    workplace: 'any',
    callers: ['administrator'],
    input: nothing,
    output: z.strictObject({
      missing: z
        .strictObject({
          kind: z.enum(['backup', 'release']),
          at: isoTime,
          events: z.number().int(),
        })
        .nullable(),
    }),
  }),
  'audit.ofClient': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id }),
    /** Display names were not always one person's: the user name tells whose. */
    output: z.array(event.extend({ username: z.string().nullable() })),
    audit: { event: 'audit.viewed-of-client', client: (input) => input.clientId },
  }),
} as const
