// What the calls on one check have in common: the check must exist, its answers must be readable, and the rules know its client.
import type { Reader } from '../../db/kysely.ts'
import { checkById } from '../../db/repositories/health-checks.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { HealthCheckTable } from '../../db/schema-checks.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import { type CheckAnswers, parseAnswers } from '../../domain/health-checks/answers.ts'
import type { CheckContext } from '../../domain/health-checks/facts.ts'

/** The check, or the refusal that there is none. */
export const existingCheck = async (db: Reader, checkId: string): Promise<HealthCheckTable> => {
  const check = await checkById(db, checkId)
  if (!check) throw new Refusal('not-found')
  return check
}

/** What the rules of a check know besides its answers, on a day. */
export const contextOf = (client: ClientTable, checkDate: string): CheckContext => ({
  checkDate,
  birthDate: client.birth_date,
  sex: client.sex,
  labourStatus: client.labour_status,
})

/** The draft's answers; problems name the field, as the screen does while typing. */
export const validAnswers = (json: unknown): CheckAnswers => {
  const parsed = parseAnswers(json)
  if (!parsed.ok)
    throw new Refusal('invalid-input', {
      fields: parsed.problems.map((p) => ({ path: `answers.${p.field}`, code: p.code, params: p.params })),
    })
  return parsed.answers
}
