// Whom a release may count. Dates are the entry's; moments are UTC and come from the caller.
import { type ExpressionBuilder, sql } from 'kysely'
import type { Reader } from '../kysely.ts'
import type { ParticipationTable, Schema } from '../schema.ts'

const COUNTABLE = [
  'client_id',
  'entry_date',
  'labour_status',
  'education',
  'disability',
  'third_country',
  'foreign_background',
  'minority',
  'housing_exclusion',
  'rural',
  'municipality',
  'sex',
  'birth_date',
] as const
/** What a participant is counted by: the entry. */
export type CountableRow = Pick<ParticipationTable, (typeof COUNTABLE)[number]>

const EXIT = [
  'client_id',
  'labour_status',
  'exit_status',
  'exit_job_search',
  'exit_education',
  'exit_qualification',
  'exit_rest_unknown',
] as const
/** An exit as far as it is known. */
export type ExitRow = Pick<ParticipationTable, (typeof EXIT)[number]>

type Participants = ExpressionBuilder<Schema, 'participation'>

/** The newest answer about project statistics: empty where it is a consent that has not been withdrawn. */
const newestAnswer = ({ selectFrom }: Participants) =>
  selectFrom('consent')
    .select(({ eb }) =>
      eb
        .case()
        .when('given', '=', 1)
        .then(eb.fn.coalesce('withdrawn_at', eb.val('')))
        .else('refused')
        .end()
        .as('answer'),
    )
    .whereRef('consent.client_id', '=', 'participation.client_id')
    .where('kind', '=', 'useInProjectStatistics')
    .orderBy(sql`consent.rowid`, 'desc')
    .limit(1)

/** No release has counted this person so. */
const uncounted =
  (kind: 'participant' | 'result') =>
  ({ not, exists, selectFrom }: Participants) =>
    not(
      exists(
        selectFrom('release_person')
          .select('release_person.client_id')
          .whereRef('release_person.client_id', '=', 'participation.client_id')
          .where('kind', '=', kind),
      ),
    )

/**
 * Participants who entered up to a day, have not been counted in a release, and whose newest answer about project
 * statistics is a consent that has not been withdrawn. In no order.
 */
export const uncountedParticipants = (db: Reader, upTo: string): Promise<CountableRow[]> =>
  db
    .selectFrom('participation')
    .select(COUNTABLE)
    .where('entry_date', '<=', upTo)
    .where(uncounted('participant'))
    .where(newestAnswer, '=', '')
    .execute()

/**
 * Exits up to a day (YYYY-MM-DD) of which no release has counted results, of people who agree to project statistics,
 * whether they are counted as participants or not. In no order.
 */
export const uncountedExits = (db: Reader, upTo: string): Promise<ExitRow[]> =>
  db
    .selectFrom('participation')
    .select(EXIT)
    .where('exit_date', '<=', upTo)
    .where(uncounted('result'))
    .where(newestAnswer, '=', '')
    .execute()

/** Clients of whom a health check was first closed from a moment (inclusive) to another (exclusive). */
export const clientsChecked = async (db: Reader, from: string, before: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('health_check')
    .select('client_id')
    .distinct()
    .where('closed_at', '>=', from)
    .where('closed_at', '<', before)
    .execute()
  return new Set(rows.map((row) => row.client_id))
}

/** Clients of whom a referral was sent from a moment (inclusive) to another (exclusive). */
export const clientsReferred = async (db: Reader, from: string, before: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('referral')
    .select('client_id')
    .distinct()
    .where('sent_at', '>=', from)
    .where('sent_at', '<', before)
    .execute()
  return new Set(rows.map((row) => row.client_id))
}
