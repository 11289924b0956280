// Puts what was agreed in a check into the client's plan, in the transaction of the signing.
import {
  checkPlanItems,
  insertPlanItems,
  linkToCheck,
  planOf,
  replacePlanItem,
} from '../../db/repositories/plans.ts'
import type { HealthCheckTable } from '../../db/schema-checks.ts'
import { agreedIn, planChanges } from '../../domain/plans/from-check.ts'
import type { PlanState } from '../../domain/plans/plan.ts'
import type { Context } from './handler.ts'
import { newPlanItem } from './new-plan-item.ts'

type Check = Pick<HealthCheckTable, 'id' | 'client_id'>

/** Returns how many items were added; those of rows that are gone and that nobody has touched are dropped. */
export const putIntoPlan = async (
  ctx: Context<'write'>,
  check: Check,
  planItems: unknown,
): Promise<number> => {
  const at = ctx.now()
  const by = ctx.session.user.id
  const links = await checkPlanItems(ctx.db, check.id)
  const plan = await planOf(ctx.db, check.client_id)
  const earlier = links.flatMap(({ item_id, words, revision }) => {
    const row = plan.find(({ id }) => id === item_id)
    if (!row) return []
    return [
      {
        row,
        words,
        untouched: row.revision === revision,
        state: row.state as PlanState,
        responsible: row.responsible as 'client',
        dueDate: row.due_date,
      },
    ]
  })
  const { added, change } = planChanges(agreedIn(planItems), earlier, new Set(plan.map(({ title }) => title)))
  for (const { from, to } of change) {
    const { dueDate, ...rest } = to
    const revision = from.row.revision + 1
    const after = { ...from.row, ...rest, due_date: dueDate, revision, changed_at: at, changed_by: by }
    await replacePlanItem(ctx.db, from.row, after)
    await linkToCheck(ctx.db, { item_id: from.row.id, check_id: check.id, words: from.words, revision })
  }
  const rows = added.map(({ item }) => newPlanItem(ctx, check.client_id, at, item))
  if (rows.length > 0) await insertPlanItems(ctx.db, rows)
  for (const [index, { id, revision }] of rows.entries())
    await linkToCheck(ctx.db, { item_id: id, check_id: check.id, words: added[index]!.words, revision })
  return rows.length
}
