// Health checks: started, saved while typing, signed as versions, amended with a reason.
import { z } from 'zod'
import { CHECK_STATES } from '../health-checks/states.ts'
import { CHECK_ROLES, CLINICAL_ROLES, ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, isoDate, isoTime, jsonObject, line } from './values.ts'

const state = z.enum(CHECK_STATES)
const revision = z.number().int().min(0)

const summary = z.strictObject({
  id,
  state,
  checkDate: isoDate,
  version: z.number().int(),
  closedAt: isoTime.nullable(),
  followUp: isoDate.nullable(),
  /** When the agreed follow-up was marked as carried out. */
  followUpDone: isoTime.nullable(),
  signedBy: z.string().nullable(),
  /** Newest signed answers, for the timeline and the trends; null while nothing is signed. */
  answers: jsonObject.nullable(),
})

const opened = z.strictObject({
  id,
  clientId: id,
  state,
  checkDate: isoDate,
  client: z.strictObject({
    name: z.string(),
    birthDate: isoDate,
    sex: z.string(),
    municipality: z.string(),
    /** In which the client gets paper. */
    language: z.string(),
    labourStatus: z.string(),
    unemployedSince: z.string().nullable(),
    protectedAddress: z.boolean(),
  }),
  draft: z
    .strictObject({
      revision,
      answers: jsonObject,
      savedAt: isoTime,
      savedBy: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
  versions: z.array(
    z.strictObject({
      version: z.number().int(),
      state,
      answers: jsonObject,
      reason: z.string().nullable(),
      signedAt: isoTime,
      signedBy: z.string(),
      signedRole: z.enum(ROLES),
    }),
  ),
})

export const healthChecksCalls = {
  'checks.ofClient': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id }),
    output: z.array(summary),
    audit: { event: 'check.listed', client: (input) => input.clientId },
  }),
  'checks.start': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CHECK_ROLES,
    /** `another`: also when one is open. */
    input: z.strictObject({ clientId: id, checkDate: isoDate, another: z.boolean().default(false) }),
    output: z.strictObject({ id }),
    audit: { event: 'check.started', client: (input) => input.clientId },
  }),
  'checks.open': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ checkId: id }),
    output: opened,
    audit: { event: 'check.viewed', client: (_input, output) => output.clientId },
  }),
  'checks.saveDraft': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CHECK_ROLES,
    input: z.strictObject({ checkId: id, revision, answers: jsonObject }),
    output: z.strictObject({ clientId: id, revision }),
    audit: {
      event: 'check.draft-saved',
      client: (_input, output) => output.clientId,
    },
  }),
  'checks.sign': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CHECK_ROLES,
    input: z.strictObject({ checkId: id, revision, to: z.enum(['closed', 'doctor_pending']) }),
    output: z.strictObject({ clientId: id, version: z.number().int(), state }),
    audit: { event: 'check.signed', client: (_input, output) => output.clientId },
  }),
  'checks.amend': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CHECK_ROLES,
    input: z.strictObject({ checkId: id, reason: line(500) }),
    output: z.strictObject({ clientId: id }),
    audit: { event: 'check.amendment-started', client: (_input, output) => output.clientId },
  }),
  /** The signed version stays as it is; the event keeps that an amendment was begun and thrown away. */
  'checks.discardAmendment': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CHECK_ROLES,
    input: z.strictObject({ checkId: id }),
    output: z.strictObject({ clientId: id }),
    audit: { event: 'check.amendment-discarded', client: (_input, output) => output.clientId },
  }),
  'checks.stop': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CHECK_ROLES,
    input: z.strictObject({ checkId: id, to: z.enum(['cancelled', 'no_show']), reason: line(500) }),
    output: z.strictObject({ clientId: id }),
    audit: { event: 'check.stopped', client: (_input, output) => output.clientId },
  }),
  /** A call or a message leaves no new check: it is marked as carried out. Names the day that was seen. */
  'checks.followUpDone': call({
    kind: 'write',
    workplace: 'clinical',
    callers: [...CHECK_ROLES, 'coordinator'],
    input: z.strictObject({ checkId: id, followUp: isoDate }),
    output: z.strictObject({ clientId: id }),
    audit: { event: 'check.follow-up-done', client: (_input, output) => output.clientId },
  }),
} as const
