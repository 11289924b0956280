// A minor who is able to decide may forbid telling the guardian (Potilaslaki 785/1992 § 7 and § 9; to be confirmed).
import type { CheckAnswers } from './answers.ts'
import { visible } from './conditions.ts'
import type { CheckContext } from './facts.ts'
import { FIELDS } from './sections.ts'

/** Whether nothing of the check may be told to the guardian: then every paper of it says so. */
export const guardianForbidden = (answers: CheckAnswers, context: CheckContext): boolean =>
  answers.fields.guardianDisclosureForbidden === 'yes' &&
  visible(FIELDS.get('guardianDisclosureForbidden')!, answers, context)
