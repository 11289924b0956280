// A health check as the screen shows it, and what a new one starts from.
import type { z } from 'zod'
import type { versionsOf } from '../../db/repositories/health-checks.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { HealthCheckDraftTable, HealthCheckTable } from '../../db/schema-checks.ts'
import type { healthChecksCalls } from '../../domain/contract/health-checks.calls.ts'
import { type CheckAnswers, emptyAnswers } from '../../domain/health-checks/answers.ts'
import { fieldsFromClient } from '../../domain/health-checks/start.ts'

type Opened = z.input<(typeof healthChecksCalls)['checks.open']['output']>

/** What the register knows is not typed again. */
export const startingAnswers = (client: ClientTable): CheckAnswers => ({
  ...emptyAnswers(),
  fields: fieldsFromClient({
    birthDate: client.birth_date,
    municipality: client.municipality,
    sex: client.sex,
    language: client.language,
    interpreter: client.interpreter === 1,
    phone: client.phone,
    email: client.email,
    unemployedSince: client.unemployed_since,
  }),
})

export const openedCheck = (
  check: HealthCheckTable,
  client: ClientTable,
  draft: HealthCheckDraftTable | undefined,
  savedBy: string,
  versions: Awaited<ReturnType<typeof versionsOf>>,
): Opened => ({
  id: check.id,
  clientId: check.client_id,
  state: check.state as Opened['state'],
  checkDate: check.check_date,
  client: {
    name: `${client.given_names} ${client.family_name}`,
    birthDate: client.birth_date,
    sex: client.sex,
    municipality: client.municipality,
    language: client.language,
    labourStatus: client.labour_status,
    unemployedSince: client.unemployed_since,
    protectedAddress: client.protected_address === 1,
  },
  draft: draft
    ? {
        revision: draft.revision,
        answers: JSON.parse(draft.answers),
        savedAt: draft.saved_at,
        savedBy,
        reason: draft.reason,
      }
    : null,
  versions: versions.map((v) => ({
    version: v.version,
    state: v.state as Opened['state'],
    answers: JSON.parse(v.answers),
    reason: v.reason,
    signedAt: v.signed_at,
    signedBy: v.display_name,
    signedRole: v.signed_role as 'nurse',
  })),
})
