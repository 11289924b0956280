// Everything about a package that can be checked from the package alone; hostile until all of it holds.
import {
  type Certificate,
  CONTENT_FILES,
  certificateSchema,
  MANIFEST,
  type Manifest,
  manifestSchema,
  PACKAGE_VERSION,
  SIGNATURE,
} from '../../domain/aggregates/package.ts'
import type { PublicQuarter } from '../../domain/aggregates/public-view.ts'
import { RULES } from '../../domain/aggregates/rules.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import { sha256 } from '../export/data-package.ts'
import { fingerprintOf, isPlainKey, signatureHolds } from '../export/signature.ts'
import { jsonOf, readTables, textOf } from './read-tables.ts'
import { badContents, unzipPackage } from './unzip.ts'

export type VerifiedPackage = {
  bytes: Uint8Array
  sha256: string
  manifest: Manifest
  fingerprint: string
  certificate: Certificate
  released: PublicQuarter
}

const mustBeOurVersion = (json: unknown): void => {
  const version = (json as { version?: unknown } | null)?.version
  if (typeof version === 'number' && Number.isInteger(version) && version !== PACKAGE_VERSION)
    throw new Refusal('import-version', { params: { version, expected: PACKAGE_VERSION } })
}

const readManifest = (files: ReadonlyMap<string, Uint8Array>): Manifest => {
  const json = jsonOf(files, MANIFEST)
  mustBeOurVersion(json)
  const read = manifestSchema.safeParse(json)
  if (!read.success) return badContents(MANIFEST)
  const { station, files: listed } = read.data
  const signature = textOf(files, SIGNATURE).trim()
  if (!signatureHolds(files.get(MANIFEST)!, signature, station.publicKey))
    throw new Refusal('import-signature')
  if (!isPlainKey(station.publicKey)) badContents(MANIFEST)
  const names = Object.keys(listed)
  if (names.length !== CONTENT_FILES.length || CONTENT_FILES.some((name) => !Object.hasOwn(listed, name)))
    badContents(MANIFEST)
  for (const name of CONTENT_FILES)
    if (sha256(files.get(name)!) !== listed[name])
      throw new Refusal('import-tampered', { params: { file: name } })
  return read.data
}

/** Rules at least as strict as the project's own. */
const strictEnough = (rules: Certificate['rules']): boolean =>
  rules.threshold >= RULES.threshold &&
  rules.lowerBound === RULES.lowerBound &&
  rules.minUpper >= RULES.minUpper &&
  rules.minWidth >= RULES.minWidth &&
  rules.singleRespondents === RULES.singleRespondents

const readCertificate = (files: ReadonlyMap<string, Uint8Array>, released: PublicQuarter): Certificate => {
  const read = certificateSchema.safeParse(jsonOf(files, 'certificate.json'))
  if (!read.success) throw new Refusal('import-not-audited')
  const certificate = read.data
  const hidden = [...released.values].filter(([, value]) => value === null).map(([id]) => id)
  const named = Object.keys(certificate.intervals)
  const fits =
    certificate.quarter === released.quarter &&
    certificate.releases.at(-1) === released.quarter &&
    certificate.cells === released.values.size &&
    certificate.hidden === hidden.length &&
    named.length === hidden.length &&
    hidden.every((id) => Object.hasOwn(certificate.intervals, id))
  if (!fits || !strictEnough(certificate.rules)) throw new Refusal('import-not-audited')
  return certificate
}

/**
 * Reads and verifies a package.
 * Throws Refusal: `import-too-large`, `import-not-zip`, `import-contents`, `import-version`, `import-signature`,
 * `import-tampered` or `import-not-audited`.
 */
export const verifyPackage = (bytes: Uint8Array): VerifiedPackage => {
  const files = unzipPackage(bytes)
  const manifest = readManifest(files)
  const fingerprint = fingerprintOf(manifest.station.publicKey)
  if (fingerprint === null) throw new Refusal('import-signature')
  const released = readTables(files, manifest)
  const certificate = readCertificate(files, released)
  return { bytes, sha256: sha256(bytes), manifest, fingerprint, certificate, released }
}
