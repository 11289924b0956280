// Whether a minor has forbidden telling the guardian: said on every page and paper of the client, not of the check alone.
import type { Reader } from '../../db/kysely.ts'
import { checksOfClient, draftOf } from '../../db/repositories/health-checks.ts'
import type { ClientTable } from '../../db/schema.ts'
import { ageBandOf, ageOn } from '../../domain/clients/entry.ts'
import { type CheckAnswers, emptyAnswers } from '../../domain/health-checks/answers.ts'
import { guardianForbidden } from '../../domain/health-checks/guardian.ts'
import { contextOf } from './check-drafts.ts'

/** By the newest check that says anything of it, also one that is being written; who has come of age has no guardian. */
export const guardianForbiddenOf = async (
  db: Reader,
  client: ClientTable,
  today: string,
): Promise<boolean> => {
  if (ageBandOf(ageOn(client.birth_date, today)) !== 'under18') return false
  for (const check of await checksOfClient(db, client.id)) {
    if (check.state === 'cancelled') continue
    const stored = (await draftOf(db, check.id))?.answers ?? check.answers
    if (stored === null) continue
    const answers: CheckAnswers = { ...emptyAnswers(), ...JSON.parse(stored) }
    if (typeof answers.fields.guardianDisclosureForbidden !== 'string') continue
    return guardianForbidden(answers, contextOf(client, today))
  }
  return false
}
