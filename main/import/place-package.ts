// Whether a verified package may follow what the office already has of its station.
import { nextQuarter } from '../../domain/aggregates/quarters.ts'
import type { PublicAudit } from '../../domain/aggregates/released.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { VerifiedPackage } from './verify-package.ts'

export type KnownStation = { id: string; public_key: string }
export type KnownImport = { station_id: string; quarter: string; sha256: string }

/**
 * Throws Refusal: `import-key-changed`, `import-repeated` (these very bytes), `import-overlap` (the quarter is here
 * already, or lies before what is here), `import-gap` (a quarter between is missing) or `import-history` (the package
 * follows other releases than those imported).
 */
export const mustFollow = (
  { manifest, sha256 }: Pick<VerifiedPackage, 'manifest' | 'sha256'>,
  stations: readonly KnownStation[],
  imports: readonly KnownImport[],
): void => {
  const { station, quarter, previous } = manifest
  const params = { quarter }
  const pinned = stations.find((one) => one.id === station.id)
  const sameKey = stations.find((one) => one.public_key === station.publicKey)
  if ((pinned && pinned.public_key !== station.publicKey) || (sameKey && sameKey.id !== station.id))
    throw new Refusal('import-key-changed')
  if (imports.some((one) => one.sha256 === sha256)) throw new Refusal('import-repeated', { params })
  const mine = imports
    .filter((one) => one.station_id === station.id)
    .sort((a, b) => (a.quarter < b.quarter ? -1 : 1))
  const newest = mine.at(-1)
  if (newest && quarter <= newest.quarter) throw new Refusal('import-overlap', { params })
  const missing = newest ? nextQuarter(newest.quarter) : (previous?.quarter ?? quarter)
  if (quarter !== missing) throw new Refusal('import-gap', { params: { quarter, missing } })
  if (previous?.quarter !== newest?.quarter || previous?.sha256 !== newest?.sha256)
    throw new Refusal('import-history', { params })
}

/**
 * The office's own attack must find the release safe. The certificate's intervals are not compared with its own: where a
 * search did not end in its time, an end is a rounded linear one, and another machine may find a closer one.
 * Throws Refusal `import-not-audited`, or `import-contents` when no table fits the figures.
 */
export const mustBeSafe = (verdict: PublicAudit): void => {
  if (verdict.status === 'inconsistent')
    throw new Refusal('import-contents', { params: { file: 'participants.csv' } })
  if (verdict.status !== 'safe') throw new Refusal('import-not-audited')
}
