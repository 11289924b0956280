// Erasing records by rule: proposed by one person, confirmed by another.
import { z } from 'zod'
import { retentionYears } from '../retention/rule.ts'
import { call } from './call.ts'
import { id, isoDate, isoTime, nothing } from './values.ts'

const candidate = z.strictObject({
  id,
  familyName: z.string(),
  givenNames: z.string(),
  birthYear: z.number().int(),
  lastEvent: isoDate,
  proposedAt: isoTime.nullable(),
  proposedBy: z.string().nullable(),
  /** The signed-in person proposed it and so may not confirm it. */
  own: z.boolean(),
})

export const retentionCalls = {
  'retention.rule': call({
    kind: 'read',
    workplace: 'clinical',
    callers: ['administrator', 'coordinator', 'doctor'],
    input: nothing,
    output: z.strictObject({ years: retentionYears }),
  }),
  'retention.setRule': call({
    kind: 'write',
    workplace: 'clinical',
    callers: ['administrator'],
    input: z.strictObject({ years: retentionYears }),
    output: nothing,
    audit: { event: 'retention.rule-set' },
  }),
  'retention.candidates': call({
    kind: 'read',
    workplace: 'clinical',
    callers: ['coordinator', 'doctor'],
    input: nothing,
    output: z.array(candidate),
  }),
  'retention.propose': call({
    kind: 'write',
    workplace: 'clinical',
    callers: ['coordinator', 'doctor'],
    input: z.strictObject({ clientId: id }),
    output: nothing,
    audit: { event: 'retention.proposed', client: (input) => input.clientId },
  }),
  'retention.confirm': call({
    kind: 'write',
    workplace: 'clinical',
    callers: ['coordinator', 'doctor'],
    input: z.strictObject({ clientId: id }),
    output: nothing,
    audit: { event: 'retention.erased', client: (input) => input.clientId },
  }),
} as const
