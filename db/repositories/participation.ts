// Project participation and consents of a client.
import type { Reader, Writer } from '../kysely.ts'
import type { ConsentTable, ParticipationTable } from '../schema.ts'

export const participationOf = (db: Reader, clientId: string): Promise<ParticipationTable | undefined> =>
  db.selectFrom('participation').selectAll().where('client_id', '=', clientId).executeTakeFirst()

export const insertParticipation = async (db: Writer, row: ParticipationTable): Promise<void> => {
  await db.insertInto('participation').values(row).execute()
}

type Exit = Pick<
  ParticipationTable,
  'exit_date' | 'exit_status' | 'exit_job_search' | 'exit_education' | 'exit_qualification'
>

/** Writes the exit; the entry stays as it was counted. */
export const setExit = async (db: Writer, clientId: string, exit: Exit): Promise<void> => {
  await db.updateTable('participation').set(exit).where('client_id', '=', clientId).execute()
}

/** All consents, newest first, withdrawn ones included. */
export const consentsOf = (
  db: Reader,
  clientId: string,
): Promise<(ConsentTable & { display_name: string })[]> =>
  db
    .selectFrom('consent')
    .innerJoin('app_user', 'app_user.id', 'consent.recorded_by')
    .selectAll('consent')
    .select('app_user.display_name')
    .where('client_id', '=', clientId)
    .orderBy('recorded_at', 'desc')
    .orderBy('consent.id', 'desc')
    .execute()

export const insertConsent = async (db: Writer, row: ConsentTable): Promise<void> => {
  await db.insertInto('consent').values(row).execute()
}

/** Marks a consent of this client withdrawn; false when there is none in force with that id. */
export const withdrawConsent = async (
  db: Writer,
  clientId: string,
  consentId: string,
  at: string,
  by: string,
): Promise<boolean> => {
  const done = await db
    .updateTable('consent')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', consentId)
    .where('client_id', '=', clientId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
