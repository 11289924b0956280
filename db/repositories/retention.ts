// Records past their time, and erasing one whole client. The log and the erasure itself stay.
import type { Reader, Writer } from '../kysely.ts'
import type { ErasureTable } from '../schema-checks.ts'

/** Events that are no use of the record: a proposal to erase it, and a place in the list of somebody's search. */
const PROPOSED = 'retention.proposed'
const FOUND = 'client.found'

/** Clients whose newest event in the log, made by anyone, is before a moment (ISO UTC), with an open proposal. */
export const idleClients = (db: Reader, before: string, limit: number) =>
  db
    .selectFrom('client')
    .innerJoin(
      (sub) =>
        sub
          .selectFrom('audit_event')
          .select(['audit_event.client_id', (e) => e.fn.max('at').as('last_at')])
          .where('audit_event.client_id', 'is not', null)
          .where('event', 'not in', [PROPOSED, FOUND])
          .groupBy('audit_event.client_id')
          .as('seen'),
      (join) => join.onRef('seen.client_id', '=', 'client.id'),
    )
    .leftJoin('erasure', 'erasure.client_id', 'client.id')
    .leftJoin('app_user', 'app_user.id', 'erasure.proposed_by')
    .select(['client.id', 'family_name', 'given_names', 'birth_date', 'seen.last_at'])
    .select(['erasure.proposed_at', 'erasure.proposed_by', 'app_user.display_name as proposed_name'])
    .where('seen.last_at', '<', before)
    .orderBy('seen.last_at')
    .limit(limit)
    .execute()

/** Proposed or confirmed; stays when the client's record is gone. A proposal may be void: see `proposalStands`. */
export const erasureOf = (db: Reader, clientId: string): Promise<ErasureTable | undefined> =>
  db.selectFrom('erasure').selectAll().where('client_id', '=', clientId).executeTakeFirst()

/** Whether nothing has been done with the record since its erasure was proposed: a proposal that was overtaken is void. */
export const proposalStands = async (db: Reader, clientId: string): Promise<boolean> => {
  const newest = await db
    .selectFrom('audit_event')
    .select('event')
    .where('client_id', '=', clientId)
    .where('event', '<>', FOUND)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.event === PROPOSED
}

/** In place of one that has become void; who proposed it then is in the log. */
export const proposeErasure = async (db: Writer, erasure: ErasureTable): Promise<void> => {
  const { client_id: _, ...proposal } = erasure
  await db
    .insertInto('erasure')
    .values(erasure)
    .onConflict((conflict) => conflict.column('client_id').doUpdateSet(proposal))
    .execute()
}

/**
 * Confirms the erasure and removes every row of the client but the log, in the caller's transaction. The schema refuses
 * when the same person proposed and confirms, or when nothing was proposed.
 */
export const eraseClient = async (db: Writer, clientId: string, at: string, by: string): Promise<void> => {
  await db
    .updateTable('erasure')
    .set({ confirmed_at: at, confirmed_by: by })
    .where('client_id', '=', clientId)
    .where('confirmed_at', 'is', null)
    .execute()
  const checks = db.selectFrom('health_check').select('id').where('client_id', '=', clientId)
  const referrals = db.selectFrom('referral').select('id').where('client_id', '=', clientId)
  const items = db.selectFrom('plan_item').select('id').where('client_id', '=', clientId)
  await db.deleteFrom('check_plan_item').where('check_id', 'in', checks).execute()
  await db.deleteFrom('follow_up_done').where('check_id', 'in', checks).execute()
  await db.deleteFrom('plan_item_version').where('item_id', 'in', items).execute()
  await db.deleteFrom('plan_item').where('client_id', '=', clientId).execute()
  await db.deleteFrom('referral_event').where('referral_id', 'in', referrals).execute()
  await db.deleteFrom('referral').where('client_id', '=', clientId).execute()
  await db.deleteFrom('health_check_draft').where('check_id', 'in', checks).execute()
  await db.deleteFrom('health_check_version').where('check_id', 'in', checks).execute()
  await db.deleteFrom('health_check').where('client_id', '=', clientId).execute()
  for (const table of [
    'consent',
    'participation_version',
    'participation',
    'client_search',
    'client_identifier',
    'client_version',
  ] as const)
    await db.deleteFrom(table).where('client_id', '=', clientId).execute()
  await db.deleteFrom('client').where('id', '=', clientId).execute()
}
