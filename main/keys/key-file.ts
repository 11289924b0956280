// The key file beside the database: who can unwrap the data key. Holds no name and no key in the open.
import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const box = z.strictObject({
  cost: z.strictObject({
    memoryKiB: z
      .number()
      .int()
      .min(64 * 1024)
      .max(4 * 1024 * 1024),
    passes: z.number().int().min(3).max(100),
    lanes: z.number().int().min(1).max(16),
  }),
  salt: z.base64(),
  nonce: z.base64(),
  sealed: z.base64(),
})

const schema = z.strictObject({
  version: z.literal(1),
  stationId: z.string(),
  stationName: z.string(),
  workplace: z.enum(['clinical', 'office']),
  /** Makes slot names out of user names; keeps the file free of them. */
  pepper: z.base64(),
  cost: box.shape.cost,
  slots: z.array(z.strictObject({ id: z.string(), kind: z.enum(['password', 'recovery']), box })).max(500),
  /** Failed attempts per slot name, also of users that do not exist: delays survive a restart. */
  attempts: z.record(z.string(), z.strictObject({ failed: z.number().int(), waitUntil: z.number() })),
  /** Refusals while the database was closed: told to the log at the next signing in. */
  refusals: z.record(z.string(), z.number().int()),
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

/** Replaces the file in one step, so that a power cut leaves the old or the new one, never half. */
export const writeKeyFile = (path: string, content: KeyFile): void => {
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

export const newPepper = (): string => randomBytes(32).toString('base64')

/** The slot name of a user name: the same for existing and unknown users, unreadable without the user name. */
export const slotName = (file: Pick<KeyFile, 'pepper'>, username: string): string =>
  createHmac('sha256', Buffer.from(file.pepper, 'base64'))
    .update(username.trim().toLowerCase())
    .digest('hex')
    .slice(0, 32)
