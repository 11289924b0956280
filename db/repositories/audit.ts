// Rows of the log. What goes into the hash is decided in main/audit.
import { compiledOnce, type Reader, type Writer } from '../kysely.ts'
import type { AuditTable } from '../schema.ts'

export type AuditRow = Omit<AuditTable, 'seq'> & { seq: number }

const newest = compiledOnce(0, (db) =>
  db.selectFrom('audit_event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
)

/** Sequence number and hash of the newest event; 0 and '' when there is none. */
export const auditHead = async (db: Reader): Promise<{ seq: number; hash: string }> =>
  (await newest(db, []))[0] ?? { seq: 0, hash: '' }

/** The hash of one event, or undefined when the log does not have it. */
export const auditHashAt = async (db: Reader, seq: number): Promise<string | undefined> =>
  (await db.selectFrom('audit_event').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash

/** Details of the newest event of a name, or undefined. Reads the log from its end: for events that are rare and asked for rarely. */
export const newestDetails = async (db: Reader, event: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('audit_event')
      .select('details')
      .where('event', '=', event)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.details

/** Appends rows, at least one; the triggers refuse anything out of order. */
export const insertAudit = async (db: Writer, rows: readonly AuditRow[]): Promise<void> => {
  await db.insertInto('audit_event').values(rows).execute()
}

/** Newest first. `before` is a sequence number, exclusive. */
export const listAudit = (db: Reader, before: number | null, limit: number): Promise<AuditRow[]> =>
  db
    .selectFrom('audit_event')
    .selectAll()
    .$if(before !== null, (q) => q.where('seq', '<', before as number))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()

/** Everything that was done with one client's record, newest first, with the user name of each: no two are the same. */
export const auditOfClient = (
  db: Reader,
  clientId: string,
): Promise<(AuditRow & { username: string | null })[]> =>
  db
    .selectFrom('audit_event')
    .leftJoin('app_user', 'app_user.id', 'audit_event.user_id')
    .selectAll('audit_event')
    .select('app_user.username')
    .where('client_id', '=', clientId)
    .orderBy('seq', 'desc')
    .execute()

/** A page of events in order, for verifying the chain: those after `seq`. */
export const auditAfter = (db: Reader, seq: number, limit: number): Promise<AuditRow[]> =>
  db.selectFrom('audit_event').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()
