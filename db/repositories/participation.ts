// Project participation and consents of a client.
import { sql } from 'kysely'
import type { Reader, Writer } from '../kysely.ts'
import type { ConsentTable, ParticipationTable, ParticipationVersionTable } from '../schema.ts'

/** Undefined for a client who never entered the project; one who has left still has it. */
export const participationOf = (db: Reader, clientId: string): Promise<ParticipationTable | undefined> =>
  db.selectFrom('participation').selectAll().where('client_id', '=', clientId).executeTakeFirst()

/** Throws when the client has one: a person takes part once, and coming back is a change of it. */
export const insertParticipation = async (db: Writer, row: ParticipationTable): Promise<void> => {
  await db.insertInto('participation').values(row).execute()
}

/** Changes a participation and keeps what it was, with who, when and why. */
export const changeParticipation = async (
  db: Writer,
  before: ParticipationTable,
  after: Partial<Omit<ParticipationTable, 'client_id' | 'version'>>,
  change: Pick<ParticipationVersionTable, 'kind' | 'reason' | 'changed_at' | 'changed_by'>,
): Promise<void> => {
  const { client_id, version } = before
  await db
    .insertInto('participation_version')
    .values({ ...change, client_id, version, data: JSON.stringify(before) })
    .execute()
  await db
    .updateTable('participation')
    .set({ ...after, version: version + 1 })
    .where('client_id', '=', client_id)
    .execute()
}

/** What the participation was before each change, oldest first. */
export const participationVersions = (
  db: Reader,
  clientId: string,
): Promise<(ParticipationVersionTable & { display_name: string })[]> =>
  db
    .selectFrom('participation_version')
    .innerJoin('app_user', 'app_user.id', 'participation_version.changed_by')
    .selectAll('participation_version')
    .select('app_user.display_name')
    .where('client_id', '=', clientId)
    .orderBy('version')
    .execute()

/** The quarter of the release in which a person was first counted as a participant, or undefined. */
export const countedInQuarter = (db: Reader, clientId: string): Promise<{ quarter: string } | undefined> =>
  db
    .selectFrom('release_person')
    .innerJoin('release', 'release.id', 'release_person.release_id')
    .select('release.quarter')
    .where('client_id', '=', clientId)
    .where('kind', '=', 'participant')
    .executeTakeFirst()

/** All consents, newest first, withdrawn ones included. In the order of writing: a clock may have been wrong. */
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
    .orderBy(sql`consent.rowid`, 'desc')
    .execute()

/** Adds an answer, yes or no. Earlier ones stay as they are: the newest counts, in the order of writing. */
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
