// Whose view of work ability a signature carries: an amendment of something else leaves the conclusion to its giver.
import type { CheckAnswers } from './answers.ts'
import type { AssessorRole } from './work-ability.ts'

/** The fields of the conclusion that make up the assessment; the client's view and strengths are none of it. */
export const ASSESSMENT_FIELDS = [
  'workAbility',
  'justification',
  'restrictions',
  'maxHoursPerWeek',
  'restrictionsOther',
  'supportNeeds',
  'nextAssessment',
  'nextAssessmentDate',
  'unableUntil',
  'notAssessedReason',
] as const

const written = (value: unknown): string =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    ? 'null'
    : JSON.stringify(value)

/**
 * The assessor when this role signs: the signer, unless a closed check is amended and its assessment is untouched.
 * @param closed the newest signed answers of a closed check; null for one that is not closed yet
 */
export const assessorOf = (
  answers: CheckAnswers,
  closed: CheckAnswers | null,
  signer: AssessorRole,
): AssessorRole => {
  const before = closed?.fields.assessedByRole
  if (!closed || (before !== 'nurse' && before !== 'doctor')) return signer
  const changed = ASSESSMENT_FIELDS.some(
    (key) => written(answers.fields[key]) !== written(closed.fields[key]),
  )
  return changed ? signer : before
}
