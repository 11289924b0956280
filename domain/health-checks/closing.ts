// What still stands in the way of signing a check, place by place.
import { isEmpty } from '../contract/empty.ts'
import { INSTRUMENTS } from '../instruments/registry.ts'
import { CLOSING_ADVICE, type ClosingAdvice } from './advice.ts'
import type { CheckAnswers } from './answers.ts'
import { instrumentVisible, isRequired, skipOf, visible } from './conditions.ts'
import type { CheckContext } from './facts.ts'
import type { Field, Section } from './fields.ts'
import { crossProblems, hardProblems, type Params } from './limits.ts'
import { raisedFlags } from './red-flags.ts'
import { scoreOf } from './scores.ts'
import { FIELDS, SECTIONS, sectionOfField } from './sections.ts'
import { unconfirmed } from './unusual.ts'
import { type AssessorRole, isPreliminary, workAbilityRule } from './work-ability.ts'

/** Texts: `closing.<code>`. */
export const CLOSING_CODES = [
  'required',
  'must-be-true',
  'refused-value',
  'unconfirmed',
  'unusual-bmi',
  'skip-reason',
  'future',
  'before-check',
  'bp-order',
  'flag-unanswered',
  'instrument-required',
  'contact-required',
  'doctor-only',
  'role-mismatch',
] as const
export type ClosingCode = (typeof CLOSING_CODES)[number]

export type ClosingProblem = {
  section: string
  /** Path within the answers' fields, or `flags.<id>`, `instruments.<id>`, `sections.<id>`. */
  field: string
  code: ClosingCode
  params?: Params
}

export type ClosingContext = CheckContext & {
  /** Whose conclusion it is: the signer's, or that of whoever gave one which an amendment leaves as it was. */
  role: AssessorRole
  /** Where the check goes on signing; asking a doctor needs a question. */
  to?: 'closed' | 'doctor_pending'
}

const at = (section: string) => (field: string, code: ClosingCode, params?: Params) =>
  ({ section, field, code, ...(params ? { params } : {}) }) satisfies ClosingProblem

const fieldProblems = (
  section: Section,
  field: Field,
  answers: CheckAnswers,
  context: CheckContext,
): ClosingProblem[] => {
  const here = at(section.id)
  const value = answers.fields[field.key]
  const problems: ClosingProblem[] = []
  const required = isRequired(field, answers, context)
  if (required && isEmpty(value)) problems.push(here(field.key, 'required'))
  else if (required && 'mustBeTrue' in field && field.mustBeTrue && value !== true)
    problems.push(here(field.key, 'must-be-true'))
  for (const { path, params } of hardProblems(field, value))
    problems.push(here([field.key, path].filter((part) => part !== '').join('.'), 'refused-value', params))
  for (const { place, code, params } of unconfirmed(field, answers, context))
    problems.push(here(place, code === 'unusual-bmi' ? code : 'unconfirmed', params))
  return problems
}

const isDone = (id: string, answers: CheckAnswers, context: CheckContext): boolean => {
  const score = scoreOf(answers, context, id)
  const scoring = INSTRUMENTS.get(id)?.scoring.kind
  const complete = scoring === 'profile' ? score !== null : score?.total !== null && score !== null
  return complete || Boolean(answers.instruments[id]?.skipReason)
}

const sectionProblems = (
  section: Section,
  answers: CheckAnswers,
  context: CheckContext,
): ClosingProblem[] => {
  const here = at(section.id)
  const skip = skipOf(section, answers)
  const asked = section.fields.filter((field) => visible(field, answers, context))
  return [
    ...(skip && !skip.skipReason ? [here(`sections.${section.id}`, 'skip-reason')] : []),
    ...asked.flatMap((field) => fieldProblems(section, field, answers, context)),
    ...crossProblems(asked, answers.fields, context).map(({ field, code, params }) =>
      here(field, code, params),
    ),
    ...section.instruments
      .filter(({ mandatory, showIf, id }) => mandatory && instrumentVisible({ id, showIf }, answers, context))
      .filter(({ id }) => !skip?.skipReason && !isDone(id, answers, context))
      .map(({ id }) => here(`instruments.${id}`, 'instrument-required')),
  ]
}

const originProblems = (answers: CheckAnswers): ClosingProblem[] => {
  const { fields } = answers
  const { origin } = fields
  if (isEmpty(origin) || origin === 'self' || origin === 'family') return []
  if (skipOf(sectionOfField('origin')!, answers)?.skipReason) return []
  return isEmpty(fields.referrerPhone) && isEmpty(fields.referrerEmail)
    ? [at('origin')('referrerPhone', 'contact-required')]
    : []
}

const conclusionProblems = ({ fields }: CheckAnswers, context: ClosingContext): ClosingProblem[] => {
  const here = at('conclusion')
  const problems: ClosingProblem[] = []
  const rule = workAbilityRule(String(fields.workAbility))
  if (rule) {
    if (!rule.roles.includes(context.role)) problems.push(here('workAbility', 'doctor-only'))
    for (const key of rule.requires) if (isEmpty(fields[key])) problems.push(here(key, 'required'))
  }
  if (!isEmpty(fields.assessedByRole) && fields.assessedByRole !== context.role)
    problems.push(
      here('assessedByRole', 'role-mismatch', { preliminary: isPreliminary(context.role) ? 1 : 0 }),
    )
  if (context.to === 'doctor_pending' && isEmpty(fields.doctorQuestion))
    problems.push(here('doctorQuestion', 'required'))
  return problems
}

/**
 * Everything that blocks signing by this role: mandatory answers, refused and unconfirmed values, skips without
 * a reason, unanswered red flags, the PHQ-9 step, and a conclusion that the role may give.
 * @returns in the order of the sections; empty when the check may be signed
 */
export const closingProblems = (answers: CheckAnswers, context: ClosingContext): ClosingProblem[] => {
  const flags = raisedFlags(answers, context)
    .filter(({ severity, answered, answeredBy }) => severity !== 'notice' && !answered && !answeredBy)
    .map(({ id, section }) => at(section)(`flags.${id}`, 'flag-unanswered'))
  const found = [
    ...SECTIONS.flatMap((section) => sectionProblems(section, answers, context)),
    ...originProblems(answers),
    ...flags,
    ...conclusionProblems(answers, context),
  ]
  const order = new Map(SECTIONS.map(({ id }, place) => [id, place]))
  return found.sort((a, b) => order.get(a.section)! - order.get(b.section)!)
}

/** Recommended answers that are still open: shown on closing, not refused. */
export const closingAdvice = (
  answers: CheckAnswers,
  context: CheckContext,
  { fields }: Pick<ClosingAdvice, 'fields'> = CLOSING_ADVICE,
): string[] =>
  fields.filter((key) => {
    const field = FIELDS.get(key)
    return field !== undefined && visible(field, answers, context) && isEmpty(answers.fields[key])
  })
