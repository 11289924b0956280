// What waits: for everybody at the station, and for one client.
import { z } from 'zod'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, isoDate, isoTime, nothing } from './values.ts'

/** What the project's minimum data still lack; `id` is the client's. */
export const PROJECT_ITEMS = ['exit-results', 'entry-missing', 'minimum-missing'] as const

const item = z.strictObject({
  kind: z.enum(['draft', 'amendment', 'doctor-queue', 'follow-up', 'plan', 'referral', ...PROJECT_ITEMS]),
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
  /** All that is open of one client, however far ahead, and the last closed check. */
  'worklist.ofClient': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id }),
    output: z.strictObject({
      waiting: z.array(item),
      lastCheck: z.strictObject({ id, date: isoDate }).nullable(),
    }),
    audit: { event: 'client.waiting-viewed', client: (input) => input.clientId },
  }),
} as const
