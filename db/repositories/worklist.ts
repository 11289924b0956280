// What waits for someone: drafts, the doctor's queue, follow-ups, plan steps, referrals without an answer and missing data
// of the project.
import { sql } from 'kysely'
import type { Reader } from '../kysely.ts'

/** At most `limit` rows, of everybody or of one client. */
export type Wanted = { limit: number; clientId: string | null }

const CLIENT = ['client.id as client_id', 'client.family_name', 'client.given_names'] as const

/** Unfinished checks, oldest date first. */
export const openChecks = (db: Reader, states: readonly string[], { limit, clientId }: Wanted) =>
  db
    .selectFrom('health_check')
    .innerJoin('client', 'client.id', 'health_check.client_id')
    .leftJoin('health_check_draft', 'health_check_draft.check_id', 'health_check.id')
    .select([...CLIENT, 'health_check.id', 'health_check.state', 'check_date', 'health_check_draft.saved_at'])
    .where('closed_at', 'is', null)
    .where('health_check.state', 'in', states)
    .orderBy('check_date')
    .$if(clientId !== null, (query) => query.where('client.id', '=', clientId))
    .limit(limit)
    .execute()

/**
 * Follow-ups due on or before a date, from the newest signed version of each check. One that a later check of the
 * same client has already answered is left out, as is one that was carried out.
 */
export const dueFollowUps = (db: Reader, until: string, { limit, clientId }: Wanted) =>
  db
    .selectFrom('health_check')
    .innerJoin('client', 'client.id', 'health_check.client_id')
    .select([...CLIENT, 'health_check.id', 'health_check.state', 'check_date', 'follow_up'])
    .where('follow_up', 'is not', null)
    .where('follow_up', '<=', until)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('follow_up_done')
            .select('follow_up_done.check_id')
            .whereRef('follow_up_done.check_id', '=', 'health_check.id')
            .whereRef('follow_up_done.follow_up', '=', 'health_check.follow_up'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('health_check as later')
            .select('later.id')
            .whereRef('later.client_id', '=', 'health_check.client_id')
            .whereRef('later.check_date', '>', 'health_check.check_date')
            .where('later.state', 'not in', ['cancelled', 'no_show']),
        ),
      ),
    )
    .orderBy('follow_up')
    .$if(clientId !== null, (query) => query.where('client.id', '=', clientId))
    .limit(limit)
    .execute()

/** Amendments in progress: closed checks with a draft. */
export const amendments = (db: Reader, { limit, clientId }: Wanted) =>
  db
    .selectFrom('health_check_draft')
    .innerJoin('health_check', 'health_check.id', 'health_check_draft.check_id')
    .innerJoin('client', 'client.id', 'health_check.client_id')
    .select([...CLIENT, 'health_check.id', 'health_check.state', 'check_date', 'health_check_draft.saved_at'])
    .where('closed_at', 'is not', null)
    .orderBy('saved_at')
    .$if(clientId !== null, (query) => query.where('client.id', '=', clientId))
    .limit(limit)
    .execute()

/** Referrals that have stood in a state since before a moment (ISO UTC). */
export const waitingReferrals = (db: Reader, state: string, before: string, { limit, clientId }: Wanted) =>
  db
    .selectFrom('referral')
    .innerJoin('client', 'client.id', 'referral.client_id')
    .select([...CLIENT, 'referral.id', 'referral.state', 'state_at', 'receiver'])
    .where('referral.state', '=', state)
    .where('state_at', '<', before)
    .orderBy('state_at')
    .$if(clientId !== null, (query) => query.where('client.id', '=', clientId))
    .limit(limit)
    .execute()

/** Open items due on or before a date, for the worklist. */
export const duePlanItems = (db: Reader, until: string, { limit, clientId }: Wanted) =>
  db
    .selectFrom('plan_item')
    .innerJoin('client', 'client.id', 'plan_item.client_id')
    .select([
      'plan_item.id',
      'client.id as client_id',
      'client.family_name',
      'client.given_names',
      'plan_item.state',
      'plan_item.title',
      'due_date',
    ])
    .where('plan_item.state', '=', 'open')
    .where('due_date', 'is not', null)
    .where('due_date', '<=', until)
    .orderBy('due_date')
    .$if(clientId !== null, (query) => query.where('client.id', '=', clientId))
    .limit(limit)
    .execute()

/** Exits up to a day with something of their results open that may still become known, earliest first. */
export const openExits = (db: Reader, leftBy: string, { limit, clientId }: Wanted) =>
  db
    .selectFrom('participation')
    .innerJoin('client', 'client.id', 'participation.client_id')
    .select([...CLIENT, 'exit_date'])
    .where('exit_date', '<=', leftBy)
    .where('exit_rest_unknown', '=', 0)
    .where(({ or, eb }) =>
      or(
        (['exit_status', 'exit_job_search', 'exit_education', 'exit_qualification'] as const).map((field) =>
          eb(field, 'is', null),
        ),
      ),
    )
    .orderBy('exit_date')
    .$if(clientId !== null, (query) => query.where('client.id', '=', clientId))
    .limit(limit)
    .execute()

/** Participants whose minimum record is incomplete: sex on entry unknown. The other facts cannot be left out. */
export const incompleteEntries = (db: Reader, { limit, clientId }: Wanted) =>
  db
    .selectFrom('participation')
    .innerJoin('client', 'client.id', 'participation.client_id')
    .select([...CLIENT, 'entry_date'])
    .where('participation.sex', '=', 'unknown')
    .orderBy('entry_date')
    .$if(clientId !== null, (query) => query.where('client.id', '=', clientId))
    .limit(limit)
    .execute()

/**
 * Clients who agreed to take part, as their newest answer, and of whom no entry is recorded. Newest in the order of
 * writing: a clock may have been wrong.
 */
export const missingEntries = (db: Reader, { limit, clientId }: Wanted) =>
  db
    .selectFrom('consent')
    .innerJoin('client', 'client.id', 'consent.client_id')
    .leftJoin('participation', 'participation.client_id', 'client.id')
    .select([...CLIENT, 'recorded_at'])
    .where('consent.kind', '=', 'projectParticipation')
    .where('given', '=', 1)
    .where('withdrawn_at', 'is', null)
    .where('participation.client_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consent as later')
            .select('later.id')
            .whereRef('later.client_id', '=', 'consent.client_id')
            .whereRef('later.kind', '=', 'consent.kind')
            .where(sql<boolean>`later.rowid > consent.rowid`),
        ),
      ),
    )
    .orderBy('recorded_at')
    .$if(clientId !== null, (query) => query.where('client.id', '=', clientId))
    .limit(limit)
    .execute()
