// What waits for someone: own and doctor's queue of checks, follow-ups, referrals past their reminder.

import { duePlanItems } from '../../db/repositories/plans.ts'
import { amendments, dueFollowUps, openChecks, waitingReferrals } from '../../db/repositories/worklist.ts'
import type { worklistCalls } from '../../domain/contract/worklist.calls.ts'
import { REMINDERS } from '../../domain/referrals/states.ts'
import { finnishDate } from './dates.ts'
import type { Handlers } from './handler.ts'

const SHOWN = 100
const DAY_MS = 86_400_000
/** A draft that nobody signed in five days is overdue (reference, law on entries without delay; to be confirmed). */
const DRAFT_DAYS = 5
const FOLLOW_UPS_AHEAD_DAYS = 14
const PLAN_AHEAD_DAYS = 7

const dayAhead = (now: string, days: number): string => finnishDate(new Date(Date.parse(now) + days * DAY_MS))

const dayBefore = (now: string, days: number): string =>
  new Date(Date.parse(now) - days * DAY_MS).toISOString()

type Person = { client_id: string; family_name: string; given_names: string; id: string; state: string }
const person = (row: Person) => ({
  id: row.id,
  clientId: row.client_id,
  familyName: row.family_name,
  givenNames: row.given_names,
  state: row.state,
  detail: '',
})

export const worklistHandlers: Handlers<typeof worklistCalls> = {
  'worklist.show': async ({ db, now, today }) => {
    const date = today()
    const late = finnishDate(new Date(dayBefore(now(), DRAFT_DAYS)))
    const drafts = await openChecks(db, ['draft', 'in_progress', 'nurse_done'], SHOWN)
    const queue = await openChecks(db, ['doctor_pending', 'doctor_done'], SHOWN)
    const follow = await dueFollowUps(db, dayAhead(now(), FOLLOW_UPS_AHEAD_DAYS), SHOWN)
    const plan = await duePlanItems(db, dayAhead(now(), PLAN_AHEAD_DAYS), SHOWN)
    const waiting = []
    for (const { state, days } of REMINDERS)
      waiting.push(...(await waitingReferrals(db, state, dayBefore(now(), days), SHOWN)))
    return [
      ...drafts.map((row) => ({
        ...person(row),
        kind: 'draft' as const,
        date: row.check_date,
        overdue: row.check_date < late,
        savedAt: row.saved_at,
      })),
      ...(await amendments(db, SHOWN)).map((row) => ({
        ...person(row),
        kind: 'amendment' as const,
        date: row.check_date,
        overdue: false,
        savedAt: row.saved_at,
      })),
      ...queue.map((row) => ({
        ...person(row),
        kind: 'doctor-queue' as const,
        date: row.check_date,
        overdue: row.check_date < late,
        savedAt: row.saved_at,
      })),
      ...follow.map((row) => ({
        ...person(row),
        kind: 'follow-up' as const,
        date: row.follow_up!,
        overdue: row.follow_up! < date,
        savedAt: null,
      })),
      ...plan.map((row) => ({
        ...person(row),
        detail: row.title,
        kind: 'plan' as const,
        date: row.due_date!,
        overdue: row.due_date! < date,
        savedAt: null,
      })),
      ...waiting.map((row) => ({
        ...person(row),
        detail: row.receiver ?? '',
        kind: 'referral' as const,
        date: finnishDate(new Date(row.state_at)),
        overdue: true,
        savedAt: null,
      })),
    ]
  },
}
