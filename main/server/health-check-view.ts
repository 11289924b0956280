// A health check as the screen shows it, and what a new one starts from.
import type { z } from 'zod'
import type { versionsOf } from '../../db/repositories/health-checks.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { HealthCheckDraftTable, HealthCheckTable } from '../../db/schema-checks.ts'
import type { healthChecksCalls } from '../../domain/contract/health-checks.calls.ts'
import { type CheckAnswers, emptyAnswers } from '../../domain/health-checks/answers.ts'
import { hardProblems } from '../../domain/health-checks/limits.ts'
import { FIELDS } from '../../domain/health-checks/sections.ts'

type Opened = z.input<(typeof healthChecksCalls)['checks.open']['output']>

/** The register's value for a field of the check; sexes without reference limits become unknown. */
const known = (client: ClientTable, from: string): unknown => {
  const values: Record<string, unknown> = {
    birthDate: client.birth_date,
    municipality: client.municipality,
    sex: client.sex === 'other' ? 'unknown' : client.sex,
    language: client.language,
    interpreter: client.interpreter === 1,
    phone: client.phone,
    email: client.email,
    unemployedSince: client.unemployed_since,
  }
  return Object.hasOwn(values, from) ? values[from] : null
}

/** What the register knows is not typed again. A value that the check does not accept is left open. */
export const startingAnswers = (client: ClientTable): CheckAnswers => {
  const answers = emptyAnswers()
  for (const field of FIELDS.values()) {
    const value = field.fromClient ? known(client, field.fromClient) : null
    if (value !== null && hardProblems(field, value).length === 0) answers.fields[field.key] = value
  }
  return answers
}

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
