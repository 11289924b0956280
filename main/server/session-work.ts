// Work that takes long may outlast the session it was asked in: what it found then goes nowhere.
import { Refusal } from '../../domain/contract/errors.ts'
import type { OpenVault } from '../keys/vault.ts'
import type { Files } from './ports.ts'
import type { Station } from './station.ts'

/** Files as handlers use them. */
export type SessionFiles = {
  save: (suggestedName: string, bytes: Uint8Array) => Promise<boolean>
  pick: Files['pick']
}

/** Whether the opening of the database that a call began in is still the one of today's session. */
export const hasEnded = (station: Station, open: OpenVault): boolean => station.current()?.open !== open

/** Throws Refusal `not-signed-in` when the session has ended. */
export const mustNotHaveEnded = (station: Station, open: OpenVault): void => {
  if (hasEnded(station, open)) throw new Refusal('not-signed-in')
}

/** The host's files for one session: nothing is written or handed on after its end. */
export const sessionFiles = (station: Station, open: OpenVault, files: Files): SessionFiles => ({
  save: (name, bytes) =>
    files.save(name, () => {
      mustNotHaveEnded(station, open)
      return bytes
    }),
  pick: async (endings, maxBytes) => {
    const picked = await files.pick(endings, maxBytes)
    mustNotHaveEnded(station, open)
    return picked
  },
})
