// Health checks: the head row, signed versions (append-only) and the draft being typed.
import type { Reader, Writer } from '../kysely.ts'
import type {
  FollowUpDoneTable,
  HealthCheckDraftTable,
  HealthCheckTable,
  HealthCheckVersionTable,
} from '../schema-checks.ts'

/** The head row, whatever its state; undefined when there is none. Answers are in the versions and the draft. */
export const checkById = (db: Reader, id: string): Promise<HealthCheckTable | undefined> =>
  db.selectFrom('health_check').selectAll().where('id', '=', id).executeTakeFirst()

/** Undefined unless the check is open or, when closed, being amended. */
export const draftOf = (db: Reader, checkId: string): Promise<HealthCheckDraftTable | undefined> =>
  db.selectFrom('health_check_draft').selectAll().where('check_id', '=', checkId).executeTakeFirst()

/** Signed versions, oldest first, with the signer's name. */
export const versionsOf = (
  db: Reader,
  checkId: string,
): Promise<(HealthCheckVersionTable & { display_name: string })[]> =>
  db
    .selectFrom('health_check_version')
    .innerJoin('app_user', 'app_user.id', 'health_check_version.signed_by')
    .selectAll('health_check_version')
    .select('app_user.display_name')
    .where('check_id', '=', checkId)
    .orderBy('version')
    .execute()

export type CheckWithNewest = HealthCheckTable & {
  answers: string | null
  signed_by_name: string | null
  follow_up_done_at: string | null
}

/** All checks of a client, newest date first, each with its newest signed answers. */
export const checksOfClient = (db: Reader, clientId: string): Promise<CheckWithNewest[]> =>
  db
    .selectFrom('health_check')
    .leftJoin('health_check_version', (join) =>
      join
        .onRef('health_check_version.check_id', '=', 'health_check.id')
        .onRef('health_check_version.version', '=', 'health_check.version'),
    )
    .leftJoin('app_user', 'app_user.id', 'health_check_version.signed_by')
    .leftJoin('follow_up_done', (join) =>
      join
        .onRef('follow_up_done.check_id', '=', 'health_check.id')
        .onRef('follow_up_done.follow_up', '=', 'health_check.follow_up'),
    )
    .selectAll('health_check')
    .select([
      'health_check_version.answers',
      'app_user.display_name as signed_by_name',
      'follow_up_done.done_at as follow_up_done_at',
    ])
    .where('health_check.client_id', '=', clientId)
    .orderBy('check_date', 'desc')
    .orderBy('health_check.created_at', 'desc')
    .execute()

/** The client's newest check in one of these states, in the order of `checksOfClient`. */
export const newestCheckIn = (
  db: Reader,
  clientId: string,
  states: readonly string[],
): Promise<{ id: string; check_date: string } | undefined> =>
  db
    .selectFrom('health_check')
    .select(['id', 'check_date'])
    .where('client_id', '=', clientId)
    .where('state', 'in', states)
    .orderBy('check_date', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Writes the head row alone: the draft that is typed into comes with `insertDraft`, in the same transaction. */
export const insertCheck = async (db: Writer, check: HealthCheckTable): Promise<void> => {
  await db.insertInto('health_check').values(check).execute()
}

type Head = Partial<Pick<HealthCheckTable, 'state' | 'version' | 'closed_at' | 'follow_up' | 'check_date'>>

/** Moves the head row; what was signed stays in the versions. */
export const updateCheck = async (db: Writer, id: string, head: Head): Promise<void> => {
  await db.updateTable('health_check').set(head).where('id', '=', id).execute()
}

/** Records a follow-up as carried out; false when it already was. */
export const insertFollowUpDone = async (db: Writer, done: FollowUpDoneTable): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('follow_up_done')
    .values(done)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Every follow-up of a check that was carried out, also those of its earlier versions, in the order of their days. */
export const followUpsDone = (
  db: Reader,
  checkId: string,
): Promise<{ follow_up: string; done_at: string; done_by: string }[]> =>
  db
    .selectFrom('follow_up_done')
    .innerJoin('app_user', 'app_user.id', 'follow_up_done.done_by')
    .select(['follow_up', 'done_at', 'app_user.display_name as done_by'])
    .where('check_id', '=', checkId)
    .orderBy('follow_up')
    .execute()

/** Adds what was signed, for good; throws on a number that the check has already. The head row is moved apart. */
export const insertVersion = async (db: Writer, version: HealthCheckVersionTable): Promise<void> => {
  await db.insertInto('health_check_version').values(version).execute()
}

/** Throws when the check has a draft: there is never more than one. */
export const insertDraft = async (db: Writer, draft: HealthCheckDraftTable): Promise<void> => {
  await db.insertInto('health_check_draft').values(draft).execute()
}

type Saved = Pick<HealthCheckDraftTable, 'answers' | 'saved_at' | 'saved_by'>

/** Saves the draft if nobody saved since `revision`; false otherwise. */
export const saveDraft = async (
  db: Writer,
  checkId: string,
  revision: number,
  saved: Saved,
): Promise<boolean> => {
  const done = await db
    .updateTable('health_check_draft')
    .set({ ...saved, revision: revision + 1 })
    .where('check_id', '=', checkId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** In the transaction that signs, stops or gives up an amendment; nothing happens when there is no draft. */
export const deleteDraft = async (db: Writer, checkId: string): Promise<void> => {
  await db.deleteFrom('health_check_draft').where('check_id', '=', checkId).execute()
}
