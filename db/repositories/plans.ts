// The client's plan: goals and steps of the service path.
import { sql } from 'kysely'
import type { Reader, Writer } from '../kysely.ts'
import type { CheckPlanItemTable, PlanItemTable, PlanItemVersionTable } from '../schema-checks.ts'

/** In the order they were made; items of one path keep the path's order. */
export const planOf = (db: Reader, clientId: string): Promise<PlanItemTable[]> =>
  db
    .selectFrom('plan_item')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('created_at')
    .orderBy(sql`rowid`)
    .execute()

/** What the items of a client were before their changes, oldest first. */
export const planVersions = (db: Reader, clientId: string): Promise<PlanItemVersionTable[]> =>
  db
    .selectFrom('plan_item_version')
    .innerJoin('plan_item', 'plan_item.id', 'plan_item_version.item_id')
    .selectAll('plan_item_version')
    .where('client_id', '=', clientId)
    .orderBy('replaced_at')
    .orderBy('plan_item_version.revision')
    .execute()

/** Undefined also when the item is another client's. */
export const planItem = (db: Reader, clientId: string, id: string): Promise<PlanItemTable | undefined> =>
  db
    .selectFrom('plan_item')
    .selectAll()
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst()

/** At least one item: an empty list throws. Of items made at the same moment, the order given here is kept. */
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

/** Items that a check has put into the plan. */
export const checkPlanItems = (db: Reader, checkId: string): Promise<CheckPlanItemTable[]> =>
  db.selectFrom('check_plan_item').selectAll().where('check_id', '=', checkId).execute()

/** Tells that a check put an item into the plan, and how it left it. */
export const linkToCheck = async (db: Writer, link: CheckPlanItemTable): Promise<void> => {
  await db
    .insertInto('check_plan_item')
    .values(link)
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet({ revision: link.revision }))
    .execute()
}
