// A small true package, and ways to spoil it, for the tests of importing.
import { generateKeyPairSync } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { type Certificate, MANIFEST, type Manifest, SIGNATURE } from '../../../domain/aggregates/package.ts'
import type { PublicQuarter } from '../../../domain/aggregates/public-view.ts'
import { quarterTables } from '../../../domain/aggregates/release-tables.ts'
import { RULES } from '../../../domain/aggregates/rules.ts'
import { sha256 } from '../../../main/export/data-package.ts'
import { releasePackage } from '../../../main/export/release-package.ts'
import { signText } from '../../../main/export/signature.ts'
import { randomQuarters } from '../aggregates/people.ts'

export const STATION = '00000001-0000-4000-8000-000000000001'

export type Keys = { publicKey: string; privateKey: string }
export const newKeys = (): Keys =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

/** Hidden is all that counts somebody, and zeros where zeros are: safe whatever the counts, and quick. */
export const allHidden = (seed = 1): PublicQuarter => {
  const tables = quarterTables(randomQuarters(seed, [30])[0]!)
  const values = tables.flatMap(({ cells, lowerBound }) =>
    cells.flatMap(({ key, count, unseen, implied }) => {
      const isShown = count === 0 && (lowerBound === 1 || implied === true)
      return unseen ? [] : [[key, isShown ? 0 : null] as const]
    }),
  )
  return { quarter: '2026-Q1', coarser: [], values: new Map(values) }
}

type Options = {
  keys?: Keys
  stationId?: string
  previous?: Manifest['previous']
  figures?: PublicQuarter
  certificate?: Partial<Certificate>
}

export const makePackage = (options: Options = {}): Uint8Array => {
  const figures = options.figures ?? allHidden()
  const hidden = [...figures.values].filter(([, value]) => value === null).map(([id]) => id)
  const { source: _source, ...rules } = RULES
  const certificate: Certificate = {
    quarter: figures.quarter,
    status: 'safe',
    rules,
    releases: [figures.quarter],
    instances: 1,
    cells: figures.values.size,
    hidden: hidden.length,
    objective: hidden.length,
    bound: hidden.length,
    gap: 0,
    // Claims to know more than any attacker can find: never wider than what the office finds.
    intervals: Object.fromEntries(hidden.map((id) => [id, [900, 900]])),
    ...options.certificate,
  }
  return releasePackage(figures, certificate, {
    station: { id: options.stationId ?? STATION, name: 'Koeasema', ...(options.keys ?? newKeys()) },
    app: '0.1.0',
    releasedAt: '2026-04-05T06:00:00.000Z',
    previous: options.previous ?? null,
    auditHead: { seq: 7, hash: 'ab'.repeat(32) },
  })
}

export const filesOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes)
export const zipOf = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 6 })

/** Changes files and makes manifest and signature fit again, as a station with the key could. */
export const resigned = (
  bytes: Uint8Array,
  keys: Keys,
  edit: (files: Record<string, Uint8Array>) => void,
  editManifest: (manifest: Record<string, unknown>) => void = () => undefined,
): Uint8Array => {
  const files = filesOf(bytes)
  edit(files)
  const manifest = JSON.parse(new TextDecoder().decode(files[MANIFEST])) as Manifest & Record<string, unknown>
  for (const name of Object.keys(manifest.files)) manifest.files[name] = sha256(files[name]!)
  editManifest(manifest)
  files[MANIFEST] = new TextEncoder().encode(JSON.stringify(manifest))
  files[SIGNATURE] = new TextEncoder().encode(signText(files[MANIFEST], keys.privateKey))
  return zipOf(files)
}

export const edited = (bytes: Uint8Array, change: (text: string) => string): Uint8Array =>
  new TextEncoder().encode(change(new TextDecoder().decode(bytes)))
