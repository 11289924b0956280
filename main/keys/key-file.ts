// The key file beside the database: who can unwrap the data key. Holds no name and no key in the open.
import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { ERROR_CODES } from '../../domain/contract/errors.ts'
import { type Box, COST_CEILING, COST_FLOOR } from './box.ts'

/** Base64 of exactly so many bytes. */
const bytes = (count: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === count, 'length')

const boxSchema = z.strictObject({
  cost: z.strictObject({
    memoryKiB: z.number().int().min(COST_FLOOR.memoryKiB).max(COST_CEILING.memoryKiB),
    passes: z.number().int().min(COST_FLOOR.passes).max(COST_CEILING.passes),
    lanes: z.number().int().min(COST_FLOOR.lanes).max(COST_CEILING.lanes),
  }),
  salt: bytes(16),
  nonce: bytes(12),
  sealed: bytes(48),
})

const slots = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ id: z.string().regex(/^[0-9a-f]{32}$/), kind: z.literal('password'), box: boxSchema }),
      z.strictObject({ id: z.literal('recovery'), kind: z.literal('recovery'), box: boxSchema }),
    ]),
  )
  .max(500)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'repeated')

/** What may be told to the log from here: the file lies open, and a name of somebody else's making must not get in. */
const TOLD = new Set<string>(['session.sign-in', ...ERROR_CODES.map((code) => `refused.${code}`)])

const schema = z.strictObject({
  version: z.literal(1),
  stationId: z.uuid(),
  stationName: z.string().min(1).max(200),
  workplace: z.enum(['clinical', 'office']),
  /** Makes slot names out of user names; keeps the file free of them. */
  pepper: bytes(32),
  cost: boxSchema.shape.cost,
  slots,
  /** Failed attempts per slot name, also of users that do not exist: delays survive a restart. */
  attempts: z.record(
    z.string().regex(/^([0-9a-f]{32}|recovery)$/),
    z.strictObject({ failed: z.number().int().min(0), waitUntil: z.number().int().min(0) }),
  ),
  /** Refusals while the database was closed: told to the log at the next signing in. */
  refusals: z
    .record(z.string(), z.number().int().min(1))
    .transform((all) => Object.fromEntries(Object.entries(all).filter(([event]) => TOLD.has(event)))),
})

export type KeyFile = z.output<typeof schema>

export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
}

/** The content of a key file, or null when it cannot be understood. */
export const parseKeyFile = (text: string): KeyFile | null => {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Null when there is none; throws KeyFileError when it cannot be understood. */
export const readKeyFile = (path: string): KeyFile | null => {
  if (!existsSync(path)) return null
  const file = parseKeyFile(readFileSync(path, 'utf8'))
  if (!file) throw new KeyFileError('key file damaged')
  return file
}

/**
 * Replaces the file in one step, so that a power cut leaves the old or the new one, never half.
 * Throws, and leaves the old one, when the new one could not be read again.
 */
export const writeKeyFile = (path: string, content: KeyFile): void => {
  schema.parse(content)
  const beside = `${path}.new`
  const file = openSync(beside, 'w', 0o600)
  try {
    writeSync(file, JSON.stringify(content, null, 1))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
  syncFolder(dirname(path))
}

const syncFolder = (path: string): void => {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** A box as text, always the same for the same box: how a user's row holds it. */
export const boxText = ({ cost, salt, nonce, sealed }: Box): string => {
  const { memoryKiB, passes, lanes } = cost
  return JSON.stringify({ cost: { memoryKiB, passes, lanes }, salt, nonce, sealed })
}

/** The box that a row holds. Throws when it is none. */
export const boxOf = (text: string): Box => boxSchema.parse(JSON.parse(text))

export const newPepper = (): string => randomBytes(32).toString('base64')

/** The slot name of a user name: the same for existing and unknown users, unreadable without the user name. */
export const slotName = (file: Pick<KeyFile, 'pepper'>, username: string): string =>
  createHmac('sha256', Buffer.from(file.pepper, 'base64'))
    .update(username.trim().toLowerCase())
    .digest('hex')
    .slice(0, 32)
