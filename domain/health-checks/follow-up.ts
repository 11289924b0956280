// The follow-up agreed in a check: which one is in force, and which day is proposed.
import type { CheckAnswers } from './answers.ts'
import { visible } from './conditions.ts'
import type { CheckContext } from './facts.ts'
import { FIELDS } from './sections.ts'

/** Months after the check at which a follow-up is proposed. */
const FOLLOW_UP_MONTHS = 3

/** The proposed day of follow-up (YYYY-MM-DD); a day that the month lacks becomes its last. */
export const proposedFollowUp = (checkDate: string): string => {
  const [year, month, day] = checkDate.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month - 1 + FOLLOW_UP_MONTHS + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + FOLLOW_UP_MONTHS, Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10)
}

/** The day of the agreed follow-up; null when none was agreed, also when a date was left behind. */
export const followUpOf = (answers: CheckAnswers, context: CheckContext): string | null => {
  const date = answers.fields.followUpDate
  return typeof date === 'string' && visible(FIELDS.get('followUpDate')!, answers, context) ? date : null
}

/** What choosing how to follow up fills in besides: the proposed day, where there is none yet. */
export const proposedWith = (
  key: string,
  fields: CheckAnswers['fields'],
  checkDate: string,
): Readonly<Record<string, unknown>> =>
  key === 'followUpType' && fields.followUpType && fields.followUpType !== 'none' && !fields.followUpDate
    ? { followUpDate: proposedFollowUp(checkDate) }
    : {}
