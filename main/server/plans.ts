// The client's plan, and the editable templates of service paths.

import { insertPlanItems, planItem, planOf, replacePlanItem } from '../../db/repositories/plans.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { plansCalls } from '../../domain/contract/plans.calls.ts'
import { PATH_TEMPLATES } from '../../domain/paths/templates.ts'
import {
  freeTemplateId,
  mayMove,
  type PathTemplate,
  type PlanState,
  pathTemplates,
} from '../../domain/plans/plan.ts'
import type { Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'
import { newPlanItem } from './new-plan-item.ts'
import { stationData } from './station-data.ts'

const templates = stationData<PathTemplate[]>('pathTemplates', pathTemplates, [...PATH_TEMPLATES])

export const plansHandlers: Handlers<typeof plansCalls> = {
  'plans.ofClient': async ({ db }, { clientId }) => {
    await knownClient(db, clientId)
    return (await planOf(db, clientId)).map((row) => ({
      id: row.id,
      kind: row.kind as 'goal',
      title: row.title,
      instructions: row.instructions,
      contact: row.contact,
      responsible: row.responsible as 'client',
      dueDate: row.due_date,
      state: row.state as PlanState,
      createdAt: row.created_at,
      changedAt: row.changed_at,
      revision: row.revision,
    }))
  },

  'plans.add': async (ctx, { clientId, items }) => {
    await knownClient(ctx.db, clientId)
    const at = ctx.now()
    const rows = items.map((item) => newPlanItem(ctx, clientId, at, item))
    await insertPlanItems(ctx.db, rows)
    ctx.note({ items: rows.length })
    return { ids: rows.map((row) => row.id) }
  },

  'plans.change': async (ctx, { clientId, itemId, revision, state, dueDate, ...fields }) => {
    const before = await planItem(ctx.db, clientId, itemId)
    if (!before) throw new Refusal('not-found')
    if (before.revision !== revision) throw new Refusal('stale')
    if (state !== before.state && !mayMove(before.state as PlanState, state))
      throw new Refusal('state-forbids')
    await replacePlanItem(ctx.db, before, {
      ...before,
      ...fields,
      due_date: dueDate,
      state,
      revision: revision + 1,
      changed_at: ctx.now(),
      changed_by: ctx.session.user.id,
    })
    ctx.note({ itemId, state })
    return {}
  },

  'plans.templates': async ({ db }) => {
    const { version, value } = await templates.read(db)
    return { version, templates: value }
  },

  'plans.saveTemplate': async (ctx, { version, template }) => {
    let id = template.id ?? ''
    const saved = await templates.save(ctx, version, (now) => {
      id = template.id ?? freeTemplateId(now)
      const at = now.findIndex((one) => one.id === id)
      if (template.id && at < 0) throw new Refusal('not-found')
      const next = { ...template, id }
      return at < 0 ? [...now, next] : now.with(at, next)
    })
    ctx.note({ templateId: id })
    return { version: saved, id }
  },

  'plans.removeTemplate': async (ctx, { version, id }) => {
    const saved = await templates.save(ctx, version, (now) => {
      if (!now.some((one) => one.id === id)) throw new Refusal('not-found')
      return now.filter((one) => one.id !== id)
    })
    ctx.note({ templateId: id })
    return { version: saved }
  },
}
