// Skip logic: evaluates the conditions of the tables against the answers.
import type { CheckAnswers, SectionAnswers } from './answers.ts'
import { derivedValue } from './derived.ts'
import type { CheckContext } from './facts.ts'
import type { Condition, Field, Requirement, Section, SectionInstrument } from './fields.ts'
import { effectiveAnswers, scoreOf } from './scores.ts'
import { FIELDS, sectionOfField } from './sections.ts'

/**
 * An unanswered field, a field that is itself not asked, a missing score and an open derived value make a
 * condition false: an answer left behind a closed question opens nothing.
 */
export const holds = (condition: Condition, answers: CheckAnswers, context: CheckContext): boolean => {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, context))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, context))
  if ('client' in condition) return condition.in.includes(context[condition.client])
  if ('derived' in condition) {
    const value = derivedValue(condition.derived, answers, context)
    return value !== null && condition.in.includes(value)
  }
  if ('instrument' in condition) {
    if ('item' in condition) {
      const answer = effectiveAnswers(answers, context, condition.instrument)?.answers?.[condition.item]
      return typeof answer === 'number' && answer >= condition.atLeast
    }
    const total = scoreOf(answers, context, condition.instrument)?.total
    if (total === null || total === undefined) return false
    return 'totalAtLeast' in condition ? total >= condition.totalAtLeast : total <= condition.totalAtMost
  }
  const asked = FIELDS.get(condition.field)
  if (asked && !visible(asked, answers, context)) return false
  const value = answers.fields[condition.field]
  if (value === null || value === undefined) return false
  if ('in' in condition) return condition.in.includes(value as string)
  if ('notIn' in condition) return !condition.notIn.includes(value as string)
  if ('includes' in condition)
    return Array.isArray(value) && condition.includes.some((one) => value.includes(one))
  if (typeof value !== 'number') return false
  return 'atLeast' in condition ? value >= condition.atLeast : value < condition.below
}

/** Whether a field is asked at all. */
export const visible = (field: Field, answers: CheckAnswers, context: CheckContext): boolean =>
  field.showIf === undefined || holds(field.showIf, answers, context)

/** Whether an instrument is offered; one that already has answers stays. */
export const instrumentVisible = (
  instrument: SectionInstrument,
  answers: CheckAnswers,
  context: CheckContext,
): boolean =>
  instrument.showIf === undefined ||
  answers.instruments[instrument.id] !== undefined ||
  holds(instrument.showIf, answers, context)

/** Whether the professional may open an instrument that does not stand open by itself. */
export const mayTakeUp = (
  instrument: SectionInstrument,
  answers: CheckAnswers,
  context: CheckContext,
): boolean =>
  answers.instruments[instrument.id] === undefined &&
  (instrument.optional
    ? instrumentVisible(instrument, answers, context)
    : instrument.atWill === true && !instrumentVisible(instrument, answers, context))

/** Whether an instrument was taken up by choice, so that it may be put away again. */
export const isByChoice = (
  { optional, atWill, showIf }: SectionInstrument,
  answers: CheckAnswers,
  context: CheckContext,
): boolean =>
  optional === true || (atWill === true && showIf !== undefined && !holds(showIf, answers, context))

/** How a section was left out, or null when it was not; a needed one never is. */
export const skipOf = (section: Section, answers: CheckAnswers): SectionAnswers | null => {
  const state = answers.sections[section.id]
  return state?.skipped && !section.needed ? state : null
}

/**
 * Whether closing needs an answer to a field that is asked: by the client's situation, and unless its section was
 * left out with a reason.
 */
export const isRequired = (field: Field, answers: CheckAnswers, context: CheckContext): boolean => {
  if (!field.mandatory) return false
  const { when, despiteSkip } = field.mandatory === true ? ({} as Requirement) : field.mandatory
  if (when && !holds(when, answers, context)) return false
  const section = sectionOfField(field.key)
  return despiteSkip === true || !(section && skipOf(section, answers)?.skipReason)
}
