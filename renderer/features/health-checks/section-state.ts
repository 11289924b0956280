// How far each section of the check is, for the list beside the form.
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { instrumentVisible, skipOf, visible } from '../../../domain/health-checks/conditions.ts'
import type { CheckContext } from '../../../domain/health-checks/facts.ts'
import type { Section } from '../../../domain/health-checks/fields.ts'
import { crossProblems } from '../../../domain/health-checks/limits.ts'
import { raisedFlags } from '../../../domain/health-checks/red-flags.ts'
import { SECTIONS } from '../../../domain/health-checks/sections.ts'
import { unconfirmed } from '../../../domain/health-checks/unusual.ts'

export type SectionState = 'empty' | 'answered' | 'skipped' | 'problem'

const isAnswer = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

const isAnswered = (section: Section, answers: CheckAnswers, context: CheckContext): boolean =>
  section.fields.some((field) => isAnswer(answers.fields[field.key]) && visible(field, answers, context)) ||
  section.instruments.some(
    (row) => answers.instruments[row.id] !== undefined && instrumentVisible(row, answers, context),
  ) ||
  Boolean(answers.sections[section.id]?.notes.trim())

const hasProblem = (
  section: Section,
  answers: CheckAnswers,
  typed: Readonly<Record<string, string>>,
  context: CheckContext,
): boolean => {
  const asked = section.fields.filter((field) => visible(field, answers, context))
  return (
    asked.some(({ key }) => Object.keys(typed).some((path) => path === key || path.startsWith(`${key}.`))) ||
    crossProblems(asked, answers.fields, context).length > 0 ||
    asked.some((field) => unconfirmed(field, answers, context).length > 0)
  )
}

/** Problems are those that typing has caused; what is merely still open is not one. */
export const sectionStates = (
  answers: CheckAnswers,
  typed: Readonly<Record<string, string>>,
  context: CheckContext,
): ReadonlyMap<string, SectionState> => {
  const alarming = new Set(
    raisedFlags(answers, context)
      .filter(({ severity, answered }) => severity !== 'notice' && !answered)
      .map(({ section }) => section),
  )
  return new Map(
    SECTIONS.map((section): [string, SectionState] => {
      if (alarming.has(section.id) || hasProblem(section, answers, typed, context))
        return [section.id, 'problem']
      const skip = skipOf(section, answers)
      if (skip) return [section.id, skip.skipReason ? 'skipped' : 'problem']
      return [section.id, isAnswered(section, answers, context) ? 'answered' : 'empty']
    }),
  )
}
