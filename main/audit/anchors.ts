// Points of the log that are written down outside it: in the daily backups beside the database and in the newest release.
// A database that was put back to an earlier day, or a log whose end was cut, no longer leads to them.
import type { Reader } from '../../db/kysely.ts'
import { auditHashAt } from '../../db/repositories/audit.ts'
import { newestPackage } from '../../db/repositories/releases.ts'
import { MANIFEST, manifestSchema } from '../../domain/aggregates/package.ts'
import { keptManifests } from '../backup/scheduled.ts'
import { jsonOf } from '../import/read-tables.ts'
import { unzipPackage } from '../import/unzip.ts'
import type { Vault } from '../keys/vault.ts'

export type Anchor = { kind: 'backup' | 'release'; at: string; events: number; head: string }

/** A package that cannot be read says nothing. */
const ofRelease = (bytes: Uint8Array): Anchor[] => {
  try {
    const { releasedAt, auditHead } = manifestSchema.parse(jsonOf(unzipPackage(bytes), MANIFEST))
    return [{ kind: 'release', at: releasedAt, events: auditHead.seq, head: auditHead.hash }]
  } catch {
    return []
  }
}

/** The furthest point that the log does not lead to, or null. Reads little: heads of files and a few events. */
export const missingAnchor = async (
  db: Reader,
  vault: Pick<Vault, 'folder' | 'readFile'>,
): Promise<Anchor | null> => {
  const { stationId, workplace } = vault.readFile()
  const anchors = keptManifests(vault, stationId).map(
    ({ createdAt, audit }): Anchor => ({ kind: 'backup', at: createdAt, ...audit }),
  )
  const released = workplace === 'clinical' ? await newestPackage(db) : undefined
  if (released) anchors.push(...ofRelease(new Uint8Array(released)))
  anchors.sort((one, other) => other.events - one.events)
  for (const anchor of anchors) if ((await auditHashAt(db, anchor.events)) !== anchor.head) return anchor
  return null
}
