// What waits for someone: own and doctor's queue of checks, follow-ups, referrals past their reminder, project data.

import type { Reader } from '../../db/kysely.ts'
import { newestCheckIn } from '../../db/repositories/health-checks.ts'
import {
  amendments,
  dueFollowUps,
  duePlanItems,
  incompleteEntries,
  missingEntries,
  openChecks,
  openExits,
  type Wanted,
  waitingReferrals,
} from '../../db/repositories/worklist.ts'
import { EXIT_RESULT_DAYS, exitResultDue } from '../../domain/clients/entry.ts'
import type { worklistCalls } from '../../domain/contract/worklist.calls.ts'
import { REMINDERS } from '../../domain/referrals/states.ts'
import { finnishDate } from './dates.ts'
import type { Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'

const SHOWN = 100
const DAY_MS = 86_400_000
/** A draft that nobody signed in five days is overdue (reference, law on entries without delay; to be confirmed). */
const DRAFT_DAYS = 5
const FOLLOW_UPS_AHEAD_DAYS = 14
const PLAN_AHEAD_DAYS = 7
/** Results of an exit are asked for this many days before they no longer count. */
const EXITS_AHEAD_DAYS = 14
/** An entry record is late when this many days have passed since it could have been complete. */
const ENTRY_DAYS = 14
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
type Horizon = { followUps: string; plan: string; leftBy: string; allReferrals: boolean }

type Owner = Omit<Person, 'id' | 'state'>

/** What the project's records lack: results of exits, entries, and facts without which nobody is counted. */
const projectItems = async (db: Reader, now: string, leftBy: string, wanted: Wanted) => {
  const date = finnishDate(new Date(now))
  const late = finnishDate(new Date(dayBefore(now, ENTRY_DAYS)))
  const about = (row: Owner) => ({ ...person({ ...row, id: row.client_id, state: '' }), savedAt: null })
  return [
    ...(await openExits(db, leftBy, wanted)).map((row) => {
      const due = exitResultDue(row.exit_date!)
      return { ...about(row), kind: 'exit-results' as const, date: due, overdue: due < date }
    }),
    ...(await missingEntries(db, wanted)).map((row) => {
      const since = finnishDate(new Date(row.recorded_at))
      return { ...about(row), kind: 'entry-missing' as const, date: since, overdue: since < late }
    }),
    ...(await incompleteEntries(db, wanted)).map((row) => ({
      ...about(row),
      kind: 'minimum-missing' as const,
      date: row.entry_date,
      overdue: row.entry_date < late,
    })),
  ]
}

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
    ...(await projectItems(db, now, horizon.leftBy, wanted)),
  ]
}

export const worklistHandlers: Handlers<typeof worklistCalls> = {
  'worklist.show': async ({ db, now }) => {
    const at = now()
    const horizon = {
      followUps: dayAhead(at, FOLLOW_UPS_AHEAD_DAYS),
      plan: dayAhead(at, PLAN_AHEAD_DAYS),
      leftBy: dayAhead(at, EXITS_AHEAD_DAYS - EXIT_RESULT_DAYS),
      allReferrals: false,
    }
    return waitingOf(db, at, horizon, { limit: SHOWN, clientId: null })
  },

  'worklist.ofClient': async ({ db, now }, { clientId }) => {
    await knownClient(db, clientId)
    const last = await newestCheckIn(db, clientId, ['closed'])
    return {
      waiting: await waitingOf(
        db,
        now(),
        { followUps: NO_END, plan: NO_END, leftBy: NO_END, allReferrals: true },
        { limit: SHOWN, clientId },
      ),
      lastCheck: last ? { id: last.id, date: last.check_date } : null,
    }
  },
}
