// The printed recovery key: 160 random bits in groups that survive being read aloud and typed in.
import { randomBytes } from 'node:crypto'

/** Crockford's alphabet: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 32
const GROUP = 4

/** A new key, e.g. `7K3M-…` in eight groups of four. */
export const newRecoveryKey = (): string => {
  const characters = [...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte % 32]).join('')
  return characters.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-')
}

/** As typed by a person: spaces, dashes and case do not matter, O is 0, I and L are 1. */
export const normaliseRecoveryKey = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
