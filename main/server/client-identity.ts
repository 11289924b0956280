// What identifies a client: henkilötunnus or birth date.

import type { Reader } from '../../db/kysely.ts'
import { clientByIdentifier } from '../../db/repositories/clients.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { RegisterInput } from '../../domain/clients/client.schema.ts'
import { normaliseHetu, parseHetu } from '../../domain/clients/hetu.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'

type Fields = Omit<RegisterInput, 'entry' | 'statisticsConsent'>
export type Identity = { hetu: string | null; kind: 'real' | 'temporary'; birthDate: string }

/** The identity in the fields; refuses a wrong henkilötunnus, a contradicting or missing birth date. */
export const identityOf = (fields: Fields, today: string): Identity => {
  if (fields.hetu === null || fields.hetu.trim() === '') {
    if (!fields.birthDate) throw invalidField('birthDate', 'required')
    if (fields.birthDate > today || fields.birthDate < '1900-01-01')
      throw invalidField('birthDate', 'birth-date')
    return { hetu: null, kind: 'real', birthDate: fields.birthDate }
  }
  const hetu = normaliseHetu(fields.hetu)
  const parsed = parseHetu(hetu, today)
  if (!parsed.ok) throw invalidField('hetu', `hetu-${parsed.why}`)
  if (fields.birthDate && fields.birthDate !== parsed.birthDate)
    throw invalidField('birthDate', 'birth-date-differs')
  return { hetu, kind: parsed.kind, birthDate: parsed.birthDate }
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
