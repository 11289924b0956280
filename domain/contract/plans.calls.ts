// The client's plan and the templates of service paths.
import { z } from 'zod'
import { PLAN_STATES, pathTemplate, pathTemplates, planItemFields } from '../plans/plan.ts'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, nothing, version } from './values.ts'

/** What was checked on its way in is not checked again on its way out: a plan may have thousands of items. */
const item = z.strictObject({
  id: z.string(),
  kind: planItemFields.kind,
  title: z.string(),
  instructions: z.string(),
  contact: z.string(),
  responsible: planItemFields.responsible,
  dueDate: z.string().nullable(),
  state: z.enum(PLAN_STATES),
  createdAt: z.string(),
  changedAt: z.string(),
  revision: z.number(),
})

export const plansCalls = {
  'plans.ofClient': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id }),
    output: z.array(item),
    audit: { event: 'plan.viewed', client: (input) => input.clientId },
  }),
  'plans.add': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id, items: z.array(z.strictObject(planItemFields)).min(1).max(40) }),
    output: z.strictObject({ ids: z.array(id) }),
    audit: { event: 'plan.added', client: (input) => input.clientId },
  }),
  'plans.change': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({
      clientId: id,
      itemId: id,
      revision: z.number().int(),
      state: z.enum(PLAN_STATES),
      ...planItemFields,
    }),
    output: nothing,
    audit: { event: 'plan.changed', client: (input) => input.clientId },
  }),
  'plans.templates': call({
    kind: 'read',
    workplace: 'clinical',
    callers: [...CLINICAL_ROLES, 'administrator'],
    input: nothing,
    output: z.strictObject({ version, templates: pathTemplates }),
  }),
  'plans.saveTemplate': call({
    kind: 'write',
    workplace: 'clinical',
    callers: ['coordinator', 'administrator'],
    /** Without an id it is a new one. */
    input: z.strictObject({
      version,
      template: z.strictObject({ ...pathTemplate.shape, id: pathTemplate.shape.id.nullable() }),
    }),
    output: z.strictObject({ version, id: pathTemplate.shape.id }),
    audit: { event: 'plan.template-saved' },
  }),
  /** Steps that were taken from it stay in the clients' plans. */
  'plans.removeTemplate': call({
    kind: 'write',
    workplace: 'clinical',
    callers: ['coordinator', 'administrator'],
    input: z.strictObject({ version, id: pathTemplate.shape.id }),
    output: z.strictObject({ version }),
    audit: { event: 'plan.template-removed' },
  }),
} as const
