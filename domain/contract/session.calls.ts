// Setting up, signing in, locking. These work while the database is closed, so they carry no audit rule here:
// their handlers write the event themselves as soon as the database is open.
import { z } from 'zod'
import { ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, line, nothing } from './values.ts'

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-zåäöáčđŋšŧž0-9][a-zåäöáčđŋšŧž0-9._-]{1,39}$/, 'username')
const password = z.string().min(1, 'required').max(400, 'too-long')
const person = z.strictObject({ username, displayName: line(80), password })

export const sessionUser = z.strictObject({
  id,
  username: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
})

const status = z.strictObject({
  state: z.enum(['first-run', 'locked', 'open', 'blocked']),
  /** Why the database cannot be opened, when blocked: an error code; nothing is ever deleted. */
  problem: z.string().nullable(),
  workplace: z.enum(['clinical', 'office']).nullable(),
  stationName: z.string().nullable(),
  user: sessionUser.nullable(),
  idleMinutes: z.number().int(),
  today: z.string(),
})

export const sessionCalls = {
  'session.status': call({
    kind: 'session',
    workplace: 'any',
    callers: ['nobody'],
    input: nothing,
    output: status,
  }),
  'session.setUp': call({
    kind: 'session',
    workplace: 'any',
    callers: ['nobody'],
    input: z.strictObject({
      workplace: z.enum(['clinical', 'office']),
      stationName: line(80),
      administrator: person,
      /** First nurse on a clinical workstation, first project officer in the office. */
      firstUser: person,
    }),
    /** Shown once and printed; never stored. */
    output: z.strictObject({ recoveryKey: z.string() }),
  }),
  'session.signIn': call({
    kind: 'session',
    workplace: 'any',
    callers: ['nobody'],
    input: z.strictObject({ username: z.string().trim().min(1, 'required').max(80), password }),
    output: status,
  }),
  'session.recover': call({
    kind: 'session',
    workplace: 'any',
    callers: ['nobody'],
    input: z.strictObject({ recoveryKey: z.string().max(200), username, newPassword: password }),
    output: status,
  }),
  'session.lock': call({
    kind: 'session',
    workplace: 'any',
    callers: ['nobody'],
    input: nothing,
    output: status,
  }),
  /** Puts off locking while someone types a long form without asking for anything. */
  'session.stillHere': call({
    kind: 'read',
    workplace: 'any',
    callers: ROLES,
    input: nothing,
    output: nothing,
  }),
} as const
