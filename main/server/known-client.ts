// A client that is asked for by id must be in the register before the log names it.
import type { Reader } from '../../db/kysely.ts'
import { clientById } from '../../db/repositories/clients.ts'
import type { ClientTable } from '../../db/schema.ts'
import { Refusal } from '../../domain/contract/errors.ts'

/** Throws Refusal `not-found`. */
export const knownClient = async (db: Reader, clientId: string): Promise<ClientTable> => {
  const client = await clientById(db, clientId)
  if (!client) throw new Refusal('not-found')
  return client
}
