// What waits for someone: own and doctor's queue of checks, follow-ups, referrals past their reminder.

import type { Reader } from '../../db/kysely.ts'
import { clientById } from '../../db/repositories/clients.ts'
import {
  amendments,
  dueFollowUps,
  duePlanItems,
  lastClosedCheck,
  openChecks,
  type Wanted,
  waitingReferrals,
} from '../../db/repositories/worklist.ts'
import { Refusal } from '../../domain/contract/errors.ts'
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
const NO_END = '9999-12-31'

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

/** How far ahead a list looks, ISO dates; and whether referrals show before their reminder is due. */
type Horizon = { followUps: string; plan: string; allReferrals: boolean }

const waitingOf = async (db: Reader, now: string, horizon: Horizon, wanted: Wanted) => {
  const date = finnishDate(new Date(now))
  const late = finnishDate(new Date(dayBefore(now, DRAFT_DAYS)))
  const drafts = await openChecks(db, ['draft', 'in_progress', 'nurse_done'], wanted)
  const queue = await openChecks(db, ['doctor_pending', 'doctor_done'], wanted)
  const follow = await dueFollowUps(db, horizon.followUps, wanted)
  const plan = await duePlanItems(db, horizon.plan, wanted)
  const referrals = []
  for (const { state, days } of REMINDERS) {
    const due = dayBefore(now, days)
    for (const row of await waitingReferrals(db, state, horizon.allReferrals ? now : due, wanted))
      referrals.push({ row, overdue: row.state_at < due })
  }
  return [
    ...drafts.map((row) => ({
      ...person(row),
      kind: 'draft' as const,
      date: row.check_date,
      overdue: row.check_date < late,
      savedAt: row.saved_at,
    })),
    ...(await amendments(db, wanted)).map((row) => ({
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
    ...referrals.map(({ row, overdue }) => ({
      ...person(row),
      detail: row.receiver ?? '',
      kind: 'referral' as const,
      date: finnishDate(new Date(row.state_at)),
      overdue,
      savedAt: null,
    })),
  ]
}

export const worklistHandlers: Handlers<typeof worklistCalls> = {
  'worklist.show': async ({ db, now }) => {
    const at = now()
    const horizon = {
      followUps: dayAhead(at, FOLLOW_UPS_AHEAD_DAYS),
      plan: dayAhead(at, PLAN_AHEAD_DAYS),
      allReferrals: false,
    }
    return waitingOf(db, at, horizon, { limit: SHOWN, clientId: null })
  },

  'worklist.ofClient': async ({ db, now }, { clientId }) => {
    if (!(await clientById(db, clientId))) throw new Refusal('not-found')
    const last = await lastClosedCheck(db, clientId)
    return {
      waiting: await waitingOf(
        db,
        now(),
        { followUps: NO_END, plan: NO_END, allReferrals: true },
        { limit: SHOWN, clientId },
      ),
      lastCheck: last ? { id: last.id, date: last.check_date } : null,
    }
  },
}
