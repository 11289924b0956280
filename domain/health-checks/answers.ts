// The stored answers of one check, and their strict reading. Drafts may be incomplete, but never wrong.
import { z } from 'zod'
import { text } from '../contract/values.ts'
import { INSTRUMENTS } from '../instruments/registry.ts'
import { answerProblems } from '../instruments/score.ts'
import { roundHalfUp } from './bands.ts'
import { hardProblems, type Params } from './limits.ts'
import { RED_FLAG_IDS } from './red-flag-ids.ts'
import { FIELDS, SECTIONS } from './sections.ts'

export const SKIP_REASONS = ['client_declined', 'not_relevant', 'no_time', 'later'] as const
export const INSTRUMENT_MODES = ['self', 'interview'] as const
export const INSTRUMENT_ROUNDS = ['start', 'middle', 'end'] as const
/** What was done about a red flag. */
export const FLAG_ACTIONS = [
  'emergency_sent',
  'doctor_same_day',
  'doctor_booked',
  'already_in_care',
  'rechecked_normal',
  'safety_arranged',
  'client_declined',
  'not_significant',
] as const

const skipReason = z.enum(SKIP_REASONS)
const fieldValue = (key: string) =>
  z.unknown().superRefine((value, context) => {
    for (const { path, code, params } of hardProblems(FIELDS.get(key)!, value))
      context.addIssue({
        code: 'custom',
        message: code,
        path: path === '' ? [] : path.split('.'),
        params: params ?? {},
      })
  })

const sectionAnswers = z.strictObject({
  skipped: z.boolean(),
  skipReason: skipReason.nullable(),
  notes: text(4000),
})

/** Results of licensed self-assessments carry their date, round and the scale of the user's own report. */
const extra = z.strictObject({
  date: z.iso.date('date').nullable().optional(),
  round: z.enum(INSTRUMENT_ROUNDS).nullable().optional(),
  scaleLabel: text(80).nullable().optional(),
  notes: text(2000).nullable().optional(),
  changeWishes: z.array(text(40)).max(3, 'too-many').optional(),
})

const instrumentAnswers = (id: string) => {
  const instrument = INSTRUMENTS.get(id)!
  return z
    .strictObject({
      version: text(20),
      language: text(8),
      mode: z.enum(INSTRUMENT_MODES),
      answers: z.array(z.number().nullable()).optional(),
      total: z.number().nullable().optional(),
      skipReason: skipReason.nullable().optional(),
      extra: extra.optional(),
    })
    .superRefine((record, context) => {
      if (record.answers !== undefined && record.total !== undefined && record.total !== null)
        context.addIssue({ code: 'custom', message: 'answers-or-total', path: ['total'] })
      if (record.answers)
        for (const { item, code } of answerProblems(instrument, record.answers))
          context.addIssue({
            code: 'custom',
            message: `answer-${code}`,
            path: ['answers', Math.max(item, 0)],
          })
      const entry = instrument.totalEntry
      const { total } = record
      if (total === null || total === undefined) return
      if (entry === null) context.addIssue({ code: 'custom', message: 'total-not-entered', path: ['total'] })
      else if (total < entry.min || total > entry.max || roundHalfUp(total, entry.decimals) !== total)
        context.addIssue({
          code: 'custom',
          message: 'total-range',
          path: ['total'],
          params: { min: entry.min, max: entry.max },
        })
    })
}

const optional = <T extends z.ZodType>(keys: Iterable<string>, schema: (key: string) => T) =>
  z.strictObject(Object.fromEntries([...keys].map((key) => [key, schema(key).optional()])))

const flagAnswer = z.strictObject({ action: z.enum(FLAG_ACTIONS), note: text(1000) })

/** Reads answers strictly: unknown keys, wrong types and breaches of hard limits are issues with their code. */
export const answersSchema = z.strictObject({
  fields: optional(FIELDS.keys(), fieldValue).default({}),
  sections: optional(
    SECTIONS.map(({ id }) => id),
    () => sectionAnswers,
  ).default({}),
  instruments: optional(INSTRUMENTS.keys(), instrumentAnswers).default({}),
  flags: optional(RED_FLAG_IDS, () => flagAnswer).default({}),
  /** Values outside a soft limit that the person confirmed, by path (`weight`, `bpReadings.0.sys`). */
  confirmed: z.record(z.string().max(80), z.number()).default({}),
})

export type InstrumentAnswers = z.output<ReturnType<typeof instrumentAnswers>>
export type SectionAnswers = z.output<typeof sectionAnswers>
export type FlagAnswer = z.output<typeof flagAnswer>

/** Keys are those of the tables; a missing or null value is an unanswered one. */
export type CheckAnswers = {
  fields: Record<string, unknown>
  sections: Record<string, SectionAnswers | undefined>
  instruments: Record<string, InstrumentAnswers | undefined>
  flags: Record<string, FlagAnswer | undefined>
  confirmed: Record<string, number>
}

export type AnswersProblem = { field: string; code: string; params?: Params }
export type AnswersResult = { ok: true; answers: CheckAnswers } | { ok: false; problems: AnswersProblem[] }

/** Nothing answered; a new object each time, which the caller may fill. */
export const emptyAnswers = (): CheckAnswers => ({
  fields: {},
  sections: {},
  instruments: {},
  flags: {},
  confirmed: {},
})

const joined = (path: readonly PropertyKey[]): string => path.map(String).join('.')

const problemsOf = (issue: z.core.$ZodIssue): AnswersProblem[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: joined([...issue.path, key]), code: 'unknown-field' }))
  const code = /^[a-z-]+$/.test(issue.message) ? issue.message : 'type'
  const params = issue.code === 'custom' ? (issue.params as Params | undefined) : undefined
  return [
    {
      field: joined(issue.path),
      code,
      ...(params && Object.keys(params).length > 0 ? { params } : {}),
    },
  ]
}

/**
 * Reads stored or received answers.
 * @returns the answers, or every problem with its path (`fields.weight`, `instruments.phq9.answers.3`)
 */
export const parseAnswers = (json: unknown): AnswersResult => {
  const result = answersSchema.safeParse(json)
  if (result.success) return { ok: true, answers: result.data as CheckAnswers }
  return { ok: false, problems: result.error.issues.flatMap(problemsOf) }
}
