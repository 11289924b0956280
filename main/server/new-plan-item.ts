// The row of an item that is new in a client's plan, whoever put it there.
import type { PlanItemTable } from '../../db/schema-checks.ts'
import type { PlanItemInput } from '../../domain/plans/plan.ts'
import type { Context } from './handler.ts'

export const newPlanItem = (
  ctx: Pick<Context<'write'>, 'newId' | 'session'>,
  clientId: string,
  at: string,
  { dueDate, ...item }: PlanItemInput,
): PlanItemTable => {
  const by = ctx.session.user.id
  return {
    ...item,
    id: ctx.newId(),
    client_id: clientId,
    due_date: dueDate,
    state: 'open',
    revision: 1,
    created_at: at,
    created_by: by,
    changed_at: at,
    changed_by: by,
  }
}
