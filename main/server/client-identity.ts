// What identifies a client: henkilötunnus or birth date.

import type { Reader } from '../../db/kysely.ts'
import { clientByIdentifier, currentIdentifier, searchByBirthDate } from '../../db/repositories/clients.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { RegisterInput } from '../../domain/clients/client.schema.ts'
import { clientProblems } from '../../domain/clients/client-rules.ts'
import { normaliseHetu, parseHetu } from '../../domain/clients/hetu.ts'
import { isSameName, searchKeys } from '../../domain/clients/names.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'

type Fields = Omit<RegisterInput, 'entry' | 'statisticsConsent' | 'otherPerson'>
export type Identity = { hetu: string | null; kind: 'real' | 'temporary'; birthDate: string }

/** The identity in the fields; refuses what the rules of a client's facts refuse. */
export const identityOf = (fields: Fields, today: string): Identity => {
  const [problem] = clientProblems(fields, today)
  if (problem) throw invalidField(problem.path, problem.code)
  const hetu = fields.hetu?.trim() ? normaliseHetu(fields.hetu) : null
  const parsed = hetu === null ? null : parseHetu(hetu, today)
  return parsed?.ok
    ? { hetu, kind: parsed.kind, birthDate: parsed.birthDate }
    : { hetu: null, kind: 'real', birthDate: fields.birthDate! }
}

/** Refuses a henkilötunnus that another client has or has had; the screen links to that client. */
export const hetuAllowed = async (db: Reader, hetu: string, own: string | null): Promise<void> => {
  const other = await clientByIdentifier(db, hetu)
  if (other && other.id !== own)
    throw new Refusal('duplicate-client', {
      params: { clientId: other.id },
      fields: [{ path: 'hetu', code: 'duplicate-client' }],
    })
  if (other && other.id === own) throw invalidField('hetu', 'hetu-was-ended')
}

/** More people than are ever born on one day. */
const BORN_ON_A_DAY = 1_000

/**
 * Refuses somebody of the same name and birth date as a client, unless each has a henkilötunnus of their own; the
 * screen asks whether it is the same person.
 */
export const notYetThere = async (db: Reader, fields: Fields, identity: Identity): Promise<void> => {
  const keys = searchKeys(fields.familyName, fields.givenNames)
  for (const { id, family_name, given_names } of await searchByBirthDate(
    db,
    [identity.birthDate],
    BORN_ON_A_DAY,
  )) {
    if (!isSameName(keys, searchKeys(family_name, given_names))) continue
    if (identity.hetu === null || !(await currentIdentifier(db, id)))
      throw new Refusal('similar-client', { params: { clientId: id } })
  }
}

/** The row of a client from the typed fields. */
export const rowOf = (
  fields: Fields,
  identity: Identity,
): Omit<ClientTable, 'id' | 'version' | 'registered_at' | 'registered_by'> => ({
  family_name: fields.familyName,
  given_names: fields.givenNames,
  birth_date: identity.birthDate,
  sex: fields.sex,
  municipality: fields.municipality,
  labour_status: fields.labourStatus,
  unemployed_since: fields.unemployedSince,
  language: fields.language,
  interpreter: fields.interpreter ? 1 : 0,
  phone: fields.phone,
  email: fields.email,
  protected_address: fields.protectedAddress ? 1 : 0,
})
