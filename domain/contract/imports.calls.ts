// The project office takes in the stations' packages: everything is checked first, then a person accepts.
import { z } from 'zod'
import { call } from './call.ts'
import { id, isoTime, nothing, quarterCode } from './values.ts'

const count = z.number().int().min(0)

/** A key's fingerprint: SHA-256 in groups of four, to be compared aloud. */
const fingerprint = z.string().regex(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/)

const imported = z.strictObject({
  id,
  quarter: quarterCode,
  importedAt: isoTime,
  importedBy: z.string(),
  releasedAt: isoTime,
  cells: count,
  hidden: count,
  sha256: z.string(),
})

export const importsCalls = {
  'imports.list': call({
    kind: 'read',
    workplace: 'office',
    callers: ['officer'],
    input: nothing,
    output: z.array(
      z.strictObject({ stationId: id, name: z.string(), fingerprint, imports: z.array(imported) }),
    ),
  }),
  /** Asks for a package and checks it whole; nothing is written. Progress comes as the event `progress`, task `import`. */
  'imports.check': call({
    kind: 'read',
    workplace: 'office',
    callers: ['officer'],
    input: nothing,
    output: z.strictObject({
      token: id,
      stationId: id,
      name: z.string(),
      fingerprint,
      /** False: first package of this station, its key has to be confirmed. */
      known: z.boolean(),
      /** Another station with another key has this name already. */
      nameTaken: z.boolean(),
      quarter: quarterCode,
      releasedAt: isoTime,
      cells: count,
      hidden: count,
      /** The office's own attack on the files. */
      audit: z.literal('safe'),
      attacks: count,
    }),
  }),
  /** Ends a running check, or forgets a checked package: nothing is stored. */
  'imports.cancel': call({
    kind: 'read',
    workplace: 'office',
    callers: ['officer'],
    input: nothing,
    output: z.strictObject({ stopped: z.boolean() }),
  }),
  'imports.accept': call({
    kind: 'write',
    workplace: 'office',
    callers: ['officer'],
    /** `fingerprint`: as confirmed with the station; needed for its first package only. */
    input: z.strictObject({ token: id, fingerprint: fingerprint.nullable() }),
    output: z.strictObject({ id, stationId: id, quarter: quarterCode }),
    audit: { event: 'import.accepted' },
  }),
} as const
