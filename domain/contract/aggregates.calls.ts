// Releases of a clinical workstation: what would be shown and hidden, releasing it, saving the package.
import { z } from 'zod'
import { AD_HOC_PEOPLE } from '../aggregates/ad-hoc.ts'
import { TABLES } from '../aggregates/catalogue.ts'
import { coarseningSchema, coarseningsSchema } from '../aggregates/coarser.ts'
import { CLASSIFICATIONS } from '../aggregates/dimensions.ts'
import { PERTURBED_LABEL } from '../disclosure/cell-key.ts'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, isoDate, isoTime, nothing, quarterCode } from './values.ts'

const count = z.number().int().min(0)
const seconds = z.number().int().min(1).max(120)

/** A cell as the person exporting sees it: with its true count, why it is hidden and what an attacker would know. */
const cell = z.strictObject({
  id: z.string(),
  codes: z.array(z.string()),
  count,
  state: z.enum(['shown', 'primary', 'secondary']),
  low: count.nullable(),
  /** Null: no limit. Both null for shown cells. */
  high: count.nullable(),
})

const figures = z.strictObject({
  cells: count,
  hidden: count,
  primary: count,
  secondary: count,
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  status: z.enum(['optimal', 'feasible']),
  /** The independent audit's verdict and the attacker problems it solved. */
  audit: z.literal('safe'),
  attacks: count,
})

const release = z.strictObject({
  id,
  quarter: quarterCode,
  releasedAt: isoTime,
  releasedBy: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  figures,
})

export const aggregatesCalls = {
  'aggregates.status': call({
    kind: 'read',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: nothing,
    output: z.strictObject({
      releases: z.array(release),
      /** The quarter that can be released next; null while nobody has entered the project. */
      next: z
        .strictObject({ quarter: quarterCode, from: isoDate, to: isoDate, ended: z.boolean() })
        .nullable(),
    }),
  }),
  'aggregates.preview': call({
    kind: 'read',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    /**
     * `seconds`: how long to look for a better pattern; `coarser`: what the tables merge or leave out. Progress comes as
     * the event `progress`, task `release`.
     */
    input: z.strictObject({ quarter: quarterCode, seconds, coarser: coarseningsSchema.default([]) }),
    output: z.strictObject({
      token: id,
      quarter: quarterCode,
      coarser: coarseningsSchema,
      participants: count,
      figures,
      tables: z.array(z.strictObject({ table: z.enum(TABLES), cells: z.array(cell) })),
    }),
  }),
  /**
   * What the release would show as it is and made coarser; when it cannot go out as it is, also as margins only and with
   * a table left out. `seconds` for each version. Progress comes as the event `progress`, task `ways`.
   */
  'aggregates.ways': call({
    kind: 'read',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ quarter: quarterCode, seconds, coarser: coarseningsSchema.default([]) }),
    output: z.strictObject({
      /** The first is the release as it is (`coarsening` null), the others follow with the most shown first. */
      ways: z.array(
        z.strictObject({
          coarsening: coarseningSchema.nullable(),
          possible: z.boolean(),
          shown: count,
          hidden: count,
        }),
      ),
      /** False: ended early, so that some versions were not tried. */
      complete: z.boolean(),
    }),
  }),
  /** Ends a running preview or comparison early; it then answers with the best so far, audited. */
  'aggregates.stop': call({
    kind: 'read',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: nothing,
    output: z.strictObject({ stopped: z.boolean() }),
  }),
  /**
   * A table for use inside the house, with random noise instead of hidden cells: never released, and labelled wherever it
   * stands. Totals carry noise of their own.
   */
  'aggregates.adHoc': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z
      .strictObject({
        people: z.enum(AD_HOC_PEOPLE),
        rows: z.enum(CLASSIFICATIONS),
        columns: z.enum(CLASSIFICATIONS),
      })
      .refine(({ rows, columns }) => rows !== columns, { path: ['columns'], message: 'same' }),
    output: z.strictObject({
      profile: z.literal(PERTURBED_LABEL),
      /** Largest change of a count, and the smallest count above zero that is ever shown. */
      spread: count,
      smallest: count,
      rows: z.array(z.string()),
      columns: z.array(z.string()),
      cells: z.array(z.strictObject({ row: z.string(), column: z.string(), count })),
    }),
    audit: { event: 'aggregates.ad-hoc' },
  }),
  'aggregates.release': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ token: id }),
    output: z.strictObject({ id, quarter: quarterCode, sha256: z.string(), fileName: z.string() }),
    audit: { event: 'aggregates.released' },
  }),
  /** Writes the package to a place the person chooses; always the same bytes. */
  'aggregates.save': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ releaseId: id }),
    output: nothing,
    audit: { event: 'aggregates.saved' },
  }),
} as const
