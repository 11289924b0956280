// A health check as the screen shows it, and what a new one starts from.
import type { z } from 'zod'
import type { versionsOf } from '../../db/repositories/health-checks.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { HealthCheckDraftTable, HealthCheckTable } from '../../db/schema-checks.ts'
import type { healthChecksCalls } from '../../domain/contract/health-checks.calls.ts'
import { type CheckAnswers, emptyAnswers } from '../../domain/health-checks/answers.ts'
import { answersFor, reasonFor, seesWholeCheck } from '../../domain/health-checks/role-view.ts'
import { fieldsFromClient, type KnownClient, withRegisterFacts } from '../../domain/health-checks/start.ts'
import type { Role } from '../../domain/users/roles.ts'

type Json = Record<string, never>
type Opened = z.input<(typeof healthChecksCalls)['checks.open']['output']>

const known = (client: ClientTable): KnownClient => ({
  birthDate: client.birth_date,
  municipality: client.municipality,
  sex: client.sex,
  language: client.language,
  interpreter: client.interpreter === 1,
  phone: client.phone,
  email: client.email,
  unemployedSince: client.unemployed_since,
})

/** What the register knows is not typed again. */
export const startingAnswers = (client: ClientTable): CheckAnswers => ({
  ...emptyAnswers(),
  fields: fieldsFromClient(known(client)),
})

/** A draft's answers; what only the register decides is as it stands there. */
export const draftAnswers = (answers: CheckAnswers, client: ClientTable): CheckAnswers =>
  withRegisterFacts(answers, known(client))

/** Stored answers as JSON, with what the role may have of them. */
export const answersSeen = (role: Role, stored: string) =>
  answersFor(role, JSON.parse(stored)) as unknown as Json

/** A draft is for those who write it; others get what has been signed. */
export const openedCheck = (
  role: Role,
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
  draft:
    draft && seesWholeCheck(role)
      ? {
          revision: draft.revision,
          answers: draftAnswers(JSON.parse(draft.answers), client) as unknown as Json,
          savedAt: draft.saved_at,
          savedBy,
          reason: draft.reason,
        }
      : null,
  versions: versions.map((v) => ({
    version: v.version,
    state: v.state as Opened['state'],
    answers: answersSeen(role, v.answers),
    reason: reasonFor(role, v.reason),
    signedAt: v.signed_at,
    signedBy: v.display_name,
    signedRole: v.signed_role as 'nurse',
  })),
})
