// The client's plan: own goals and the steps of the service path, with due dates.
import { z } from 'zod'
import { isoDate, line, text } from '../contract/values.ts'

export const PLAN_KINDS = ['goal', 'step'] as const
export const PLAN_STATES = ['open', 'done', 'dropped'] as const
export const RESPONSIBLES = ['client', 'nurse', 'doctor', 'coordinator', 'counsellor', 'other'] as const

export type PlanState = (typeof PLAN_STATES)[number]

/** What a person writes of one item. Contact is a service's, not a private person's. */
export const planItemFields = {
  kind: z.enum(PLAN_KINDS),
  title: line(200),
  instructions: text(1000),
  contact: text(300),
  responsible: z.enum(RESPONSIBLES),
  dueDate: isoDate.nullable(),
} as const

/** Open → done or dropped, and back to open; a step from done to dropped would hide what was done. */
export const mayMove = (from: PlanState, to: PlanState): boolean =>
  from !== to && (from === 'open' || to === 'open')

/** A template step; `days` counts from the day the path is made, null when there is no date. */
const templateStep = z.strictObject({
  title: line(200),
  instructions: text(1000),
  contact: text(300),
  responsible: z.enum(RESPONSIBLES),
  days: z.number().int().min(0).max(1100).nullable(),
})

/** An editable service path; `approved` is false until the county has confirmed the text. */
export const pathTemplate = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'id'),
  name: line(120),
  source: text(300),
  approved: z.boolean(),
  steps: z.array(templateStep).min(1).max(40),
})
export const pathTemplates = z.array(pathTemplate).max(50, 'too-many')

/** The id of a new template: `polku-5`, one that no other has. */
export const freeTemplateId = (templates: readonly Pick<PathTemplate, 'id'>[]): string => {
  let number = templates.length + 1
  while (templates.some(({ id }) => id === `polku-${number}`)) number += 1
  return `polku-${number}`
}

export type PathTemplate = z.output<typeof pathTemplate>

/** What a person writes of one item. */
export type PlanItemInput = z.output<z.ZodObject<typeof planItemFields>>

const DAY_MS = 86_400_000

/**
 * The steps of a template as plan items.
 * @param from YYYY-MM-DD, the day the path is made; due dates count from it
 */
export const itemsOfTemplate = ({ steps }: Pick<PathTemplate, 'steps'>, from: string): PlanItemInput[] =>
  steps.map(({ days, ...step }) => ({
    kind: 'step',
    ...step,
    dueDate:
      days === null
        ? null
        : new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10),
  }))
