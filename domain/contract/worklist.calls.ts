// What waits for the signed-in person.
import { z } from 'zod'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, isoDate, isoTime, nothing } from './values.ts'

const item = z.strictObject({
  kind: z.enum(['draft', 'amendment', 'doctor-queue', 'follow-up', 'plan', 'referral']),
  id,
  clientId: id,
  familyName: z.string(),
  givenNames: z.string(),
  state: z.string(),
  /** What it is about in words: the plan's step, the referral's receiver; else empty. */
  detail: z.string(),
  /** Date it is due or was begun. */
  date: isoDate,
  overdue: z.boolean(),
  savedAt: isoTime.nullable(),
})

export const worklistCalls = {
  'worklist.show': call({
    kind: 'read',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: nothing,
    output: z.array(item),
  }),
} as const
