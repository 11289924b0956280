// The release package as files: names, sizes, and the shapes of its own JSON. Hidden cells carry a status, never a number.
import { z } from 'zod'
import { id, line, quarterCode } from '../contract/values.ts'
import { TABLES, type TableName } from './catalogue.ts'
import { coarseningsSchema } from './coarser.ts'

/** Version of the package format and of the catalogue; a change of either raises it. */
export const PACKAGE_VERSION = 3

/** Name of the table's CSV file in the package. */
export const csvName = (table: TableName): string => `${table}.csv`

/** Name of the table's JSON-stat file in the package. */
export const jsonStatName = (table: TableName): string => `${table}.json`

/** Files whose hashes the manifest lists. */
export const CONTENT_FILES: readonly string[] = [
  'certificate.json',
  'datapackage.json',
  ...TABLES.flatMap((table) => [csvName(table), jsonStatName(table)]),
]
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'

/** Exactly these entries make a package. */
export const PACKAGE_FILES: readonly string[] = [...CONTENT_FILES, MANIFEST, SIGNATURE]

/** Bytes. A real package has about 40 kB. */
export const PACKAGE_LIMITS = { zip: 2_000_000, file: 4_000_000, all: 8_000_000 } as const

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)

const rules = z.strictObject({
  threshold: z.number().int().min(3).max(100),
  lowerBound: z.union([z.literal(0), z.literal(1)]),
  minUpper: count,
  minWidth: z.number().int().min(1),
  singleRespondents: z.boolean(),
})

/** Signed by the station: who, which quarter, after which release, and the hash of every other file. */
export const manifestSchema = z.strictObject({
  format: z.literal('tyokykypolku-release'),
  version: z.number().int().positive(),
  app: z.string().max(40),
  station: z.strictObject({
    id,
    /** Nothing that would turn the reading around it. */
    name: line(80).regex(/^[^\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]*$/, 'characters'),
    /** Ed25519 public key as PEM (SPKI). */
    publicKey: z.string().max(400),
  }),
  quarter: quarterCode,
  /** Classes merged, margins only or tables left out in this release. */
  coarser: coarseningsSchema,
  releasedAt: z.iso.datetime(),
  /** The station's release before this one: its quarter and the hash of its zip. */
  previous: z.strictObject({ quarter: quarterCode, sha256 }).nullable(),
  /** Newest entry of the station's log when the package was made: cutting the log later shows. */
  auditHead: z.strictObject({ seq: count, hash: z.string().max(64) }),
  files: z.record(z.string(), sha256),
})
export type Manifest = z.output<typeof manifestSchema>

const interval = z.tuple([count, count.nullable()])

/** What the independent audit found in the finished tables. */
export const certificateSchema = z.strictObject({
  quarter: quarterCode,
  status: z.literal('safe'),
  rules,
  /** Quarters of this station attacked together. */
  releases: z.array(quarterCode).min(1),
  /** Linear and integer problems solved by the attacker. */
  instances: count,
  cells: count,
  hidden: count,
  /** Cost of the pattern, the proved lower bound of any pattern, and how far apart they are. */
  objective: z.number().min(0),
  bound: z.number().min(0),
  gap: z.number().min(0).max(1),
  /** Of every hidden cell: lowest and highest count that fits everything released; null: no limit. */
  intervals: z.record(z.string(), interval),
})
export type Certificate = z.output<typeof certificateSchema>
