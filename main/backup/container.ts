// One file that holds a whole station: manifest, key file and encrypted database, one after the other.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BackupError } from './copy.ts'

const MAGIC = Buffer.from('TYOKYKYPOLKU-BACKUP-1\n')
const MAX_MANIFEST = 64 * 1024
const MAX_KEYS = 2 * 1024 * 1024

/** Largest backup that is read, in bytes. */
export const MAX_BACKUP = 2 ** 31 - 1

const part = z.strictObject({ size: z.number().int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

const manifestSchema = z.strictObject({
  format: z.literal('tyokykypolku-backup'),
  version: z.literal(1),
  stationId: z.string().min(1).max(64),
  workplace: z.enum(['clinical', 'office']),
  createdAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  /** The newest event of the log inside: what was cut off or rolled back later does not lead here. */
  audit: z.strictObject({ events: z.number().int().min(0), head: z.string().max(64) }),
  keys: part,
  database: part,
})

export type BackupManifest = z.output<typeof manifestSchema>
export type Backup = { manifest: BackupManifest; keys: Buffer; database: Buffer }

export const partOf = (bytes: Uint8Array): z.output<typeof part> => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** The bytes of a backup file. */
export const packBackup = ({ manifest, keys, database }: Backup): Buffer => {
  const head = Buffer.from(JSON.stringify(manifest))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  return Buffer.concat([MAGIC, length, head, keys, database])
}

const broken = (): never => {
  throw new BackupError('invalid')
}

/** The manifest that bytes begin with, and where it ends; null when they begin with none. They may stop after it. */
export const readManifest = (bytes: Buffer): { manifest: BackupManifest; end: number } | null => {
  const start = MAGIC.length + 4
  if (bytes.length < start || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const length = bytes.readUInt32BE(MAGIC.length)
  if (length > MAX_MANIFEST || start + length > bytes.length) return null
  try {
    const json = JSON.parse(bytes.subarray(start, start + length).toString('utf8'))
    return { manifest: manifestSchema.parse(json), end: start + length }
  } catch {
    return null
  }
}

/**
 * Reads a backup file as if an enemy had made it: exact sizes, matching hashes, nothing before or after.
 * Throws BackupError. That it opens is another question (check.ts).
 */
export const unpackBackup = (bytes: Uint8Array): Backup => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all.length > MAX_BACKUP) broken()
  const read = readManifest(all)
  if (!read) return broken()
  const { manifest, end: keysAt } = read
  const databaseAt = keysAt + manifest.keys.size
  if (manifest.keys.size > MAX_KEYS || databaseAt + manifest.database.size !== all.length) broken()
  const keys = all.subarray(keysAt, databaseAt)
  const database = all.subarray(databaseAt)
  const same =
    partOf(keys).sha256 === manifest.keys.sha256 && partOf(database).sha256 === manifest.database.sha256
  return same ? { manifest, keys, database } : broken()
}
