// The client's plan: goals and steps of the service path.
import { sql } from 'kysely'
import type { Reader, Writer } from '../kysely.ts'
import type { PlanItemTable } from '../schema-checks.ts'

/** In the order they were made; items of one path keep the path's order. */
export const planOf = (db: Reader, clientId: string): Promise<PlanItemTable[]> =>
  db
    .selectFrom('plan_item')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('created_at')
    .orderBy(sql`rowid`)
    .execute()

export const planItem = (db: Reader, clientId: string, id: string): Promise<PlanItemTable | undefined> =>
  db
    .selectFrom('plan_item')
    .selectAll()
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst()

export const insertPlanItems = async (db: Writer, items: PlanItemTable[]): Promise<void> => {
  await db.insertInto('plan_item').values(items).execute()
}

/** Replaces an item and keeps what it was. */
export const replacePlanItem = async (
  db: Writer,
  before: PlanItemTable,
  after: PlanItemTable,
): Promise<void> => {
  await db
    .insertInto('plan_item_version')
    .values({
      item_id: before.id,
      revision: before.revision,
      data: JSON.stringify(before),
      replaced_at: after.changed_at,
    })
    .execute()
  const { id, client_id, ...rest } = after
  await db
    .updateTable('plan_item')
    .set(rest)
    .where('id', '=', id)
    .where('client_id', '=', client_id)
    .execute()
}

/** Open items due on or before a date, for the worklist. */
export const duePlanItems = (db: Reader, until: string, limit: number) =>
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
    .limit(limit)
    .execute()
