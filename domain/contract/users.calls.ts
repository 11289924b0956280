// Users of the station: the administrator adds them, everyone changes their own password.
import { z } from 'zod'
import { ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { username } from './session.calls.ts'
import { id, isoTime, line, nothing } from './values.ts'

const secret = z.string().min(1, 'required').max(400, 'too-long')

const user = z.strictObject({
  id,
  username: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  active: z.boolean(),
  createdAt: isoTime,
})

export const usersCalls = {
  'users.list': call({
    kind: 'read',
    workplace: 'any',
    callers: ['administrator'],
    input: nothing,
    output: z.array(user),
  }),
  'users.add': call({
    kind: 'write',
    workplace: 'any',
    callers: ['administrator'],
    input: z.strictObject({ username, displayName: line(80), role: z.enum(ROLES), password: secret }),
    output: z.strictObject({ id }),
    audit: { event: 'user.added' },
  }),
  'users.deactivate': call({
    kind: 'write',
    workplace: 'any',
    callers: ['administrator'],
    input: z.strictObject({ id }),
    output: nothing,
    audit: { event: 'user.deactivated' },
  }),
  'users.resetPassword': call({
    kind: 'write',
    workplace: 'any',
    callers: ['administrator'],
    input: z.strictObject({ id, password: secret }),
    output: nothing,
    audit: { event: 'user.password-reset' },
  }),
  'users.changeOwnPassword': call({
    kind: 'write',
    workplace: 'any',
    callers: ROLES,
    input: z.strictObject({ current: secret, next: secret }),
    output: nothing,
    audit: { event: 'user.password-changed' },
  }),
} as const
