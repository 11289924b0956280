// Backups: made and checked by the administrator, restored into an empty folder before anyone has signed in.
import { z } from 'zod'
import { call } from './call.ts'
import { id, isoTime, nothing } from './values.ts'

const count = z.number().int().min(0)

export const backupCalls = {
  /** The daily ones in the station's folder, newest first. */
  'backup.status': call({
    kind: 'read',
    workplace: 'any',
    callers: ['administrator'],
    input: nothing,
    output: z.strictObject({
      kept: z.array(z.strictObject({ name: z.string(), at: isoTime, bytes: count })),
      keptAtMost: count,
    }),
  }),
  /** Asks where to and writes a backup there; `done` is false when the person cancelled. */
  'backup.save': call({
    kind: 'write',
    workplace: 'any',
    callers: ['administrator'],
    input: nothing,
    output: z.strictObject({ done: z.boolean(), bytes: count, events: count }),
    audit: { event: 'backup.requested' },
  }),
  /** Asks for a backup of this station and opens it. Refuses `backup-invalid`, or `audit-broken` when today's log does not go on from it. */
  'backup.verify': call({
    kind: 'read',
    workplace: 'any',
    callers: ['administrator'],
    input: nothing,
    output: z.strictObject({ createdAt: isoTime, bytes: count, events: count }),
  }),
  /** Asks for a backup and restores it where nothing has been set up. Opened by its recovery key or a user's password. */
  'backup.restore': call({
    kind: 'session',
    workplace: 'any',
    callers: ['nobody'],
    input: z.strictObject({
      username: z.string().max(80).nullable(),
      /** The user's password, or without a user name the recovery key. */
      secret: z.string().min(1, 'required').max(400, 'too-long'),
    }),
    output: z.strictObject({ stationId: id, createdAt: isoTime, events: count }),
  }),
} as const
