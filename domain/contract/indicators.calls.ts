// Indicators of the project office: figures against targets, by quarter, per station and merged.
import { z } from 'zod'
import { INDICATOR_IDS, TARGET_SOURCES } from '../indicators/definitions.ts'
import { call } from './call.ts'
import { id, nothing, quarterCode } from './values.ts'

const count = z.number().int().min(0)

/** An exact figure has low = high and hides nothing; a range is what the hidden cells leave open (null: no limit). */
const figure = z.strictObject({ low: count, high: count.nullable(), hidden: z.boolean() })

export const indicatorsCalls = {
  'indicators.show': call({
    kind: 'read',
    workplace: 'office',
    callers: ['officer'],
    input: nothing,
    output: z.strictObject({
      quarters: z.array(quarterCode),
      stations: z.array(z.strictObject({ id, name: z.string(), newest: quarterCode })),
      indicators: z.array(
        z.strictObject({
          id: z.enum(INDICATOR_IDS),
          /** Cumulative figures stand at the quarter's end; flows belong to the quarter. */
          kind: z.enum(['cumulative', 'flow']),
          target: z.strictObject({ value: count, source: z.enum(TARGET_SOURCES) }).nullable(),
          rows: z.array(
            z.strictObject({
              quarter: quarterCode,
              /** Sum over the stations that have reported; null when none has. */
              merged: figure.nullable(),
              /** Stations that have not reported this very quarter. A flow leaves them out: its sum is only a least. */
              missing: count,
              stations: z.array(z.strictObject({ id, figure: figure.nullable() })),
            }),
          ),
          /** The newest figure: at the newest quarter, or what has been reported over all quarters for a flow. */
          total: figure.nullable(),
        }),
      ),
    }),
  }),
} as const
