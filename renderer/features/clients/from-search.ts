// A henkilötunnus that was searched for goes on into the form of a new client: in memory and once, never by the address.
import { normaliseHetu, parseHetu } from '../../../domain/clients/hetu.ts'
import { handOver } from '../../app/lock-registry.ts'
import { NEW_CLIENT } from './client-values.ts'
import { newEntry } from './entry-values.ts'

/** Fills the form when it opens next, if the text is a whole and right code. */
export const carryIntoNewClient = (text: string, today: string): void => {
  const parsed = parseHetu(normaliseHetu(text), today)
  if (!parsed.ok) return
  const { birthDate, sex } = parsed
  const client = { ...NEW_CLIENT, hetu: normaliseHetu(text), birthDate, sex }
  handOver('register-client', { ...client, ...newEntry(today, null), enterNow: false })
}
