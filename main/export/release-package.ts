// A release as one signed zip: tables, their descriptions, the audit's certificate, the manifest and its signature.
import { TABLES } from '../../domain/aggregates/catalogue.ts'
import {
  type Certificate,
  csvName,
  jsonStatName,
  MANIFEST,
  type Manifest,
  PACKAGE_VERSION,
  SIGNATURE,
} from '../../domain/aggregates/package.ts'
import type { PublicQuarter } from '../../domain/aggregates/public-view.ts'
import { tableCsv } from './csv.ts'
import { dataPackage, sha256 } from './data-package.ts'
import { tableJsonStat } from './json-stat.ts'
import { signText } from './signature.ts'
import { zipFiles } from './zip.ts'

const encoder = new TextEncoder()
const json = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 1)}\n`)

type Station = { id: string; name: string; publicKey: string; privateKey: string }

export type PackageFacts = {
  station: Station
  app: string
  releasedAt: string
  previous: Manifest['previous']
  auditHead: Manifest['auditHead']
}

/** The bytes of the zip; the same facts and figures always give the same bytes. */
export const releasePackage = (
  released: PublicQuarter,
  certificate: Certificate,
  { station, app, releasedAt, previous, auditHead }: PackageFacts,
): Uint8Array => {
  const csv = new Map(TABLES.map((table) => [table, encoder.encode(tableCsv(table, released))] as const))
  const files = new Map<string, Uint8Array>([
    ['certificate.json', json(certificate)],
    [
      'datapackage.json',
      json(dataPackage(released.quarter, releasedAt, station.name, released.coarser, csv)),
    ],
    ...TABLES.flatMap((table): [string, Uint8Array][] => [
      [csvName(table), csv.get(table)!],
      [jsonStatName(table), json(tableJsonStat(table, released, releasedAt, station.name))],
    ]),
  ])
  const manifest: Manifest = {
    format: 'tyokykypolku-release',
    version: PACKAGE_VERSION,
    app,
    station: { id: station.id, name: station.name, publicKey: station.publicKey },
    quarter: released.quarter,
    coarser: [...released.coarser],
    releasedAt,
    previous,
    auditHead,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)])),
  }
  const signed = json(manifest)
  files.set(MANIFEST, signed)
  files.set(SIGNATURE, encoder.encode(`${signText(signed, station.privateKey)}\n`))
  return zipFiles(files)
}
