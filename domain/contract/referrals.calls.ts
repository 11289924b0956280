// Wellbeing referrals along their life cycle.
import { z } from 'zod'
import { CONSENT_METHODS } from '../clients/client.schema.ts'
import { REFERRAL_STATES } from '../referrals/states.ts'
import { CLINICAL_ROLES } from '../users/roles.ts'
import { call } from './call.ts'
import { id, isoTime, jsonObject, line, text } from './values.ts'

const state = z.enum(REFERRAL_STATES)
const revision = z.number().int().min(0)

const summary = z.strictObject({
  id,
  state,
  receiver: z.string().nullable(),
  createdAt: isoTime,
  sentAt: isoTime.nullable(),
  stateAt: isoTime,
})

const opened = z.strictObject({
  ...summary.shape,
  clientId: id,
  checkId: id.nullable(),
  revision,
  content: jsonObject,
  /** Keeps the municipality out of what is sent and printed. */
  protectedAddress: z.boolean(),
  /** The client is a minor and has forbidden telling the guardian: said on the paper. */
  guardianForbidden: z.boolean(),
  /** Whether the consent to send to this receiver is in force now; false while no receiver is named. */
  consentInForce: z.boolean(),
  /** Whether the client lets the writer have feedback. */
  mayGetFeedback: z.boolean(),
  steps: z.array(
    z.strictObject({
      at: isoTime,
      by: z.string(),
      from: state,
      to: state,
      note: z.string(),
      details: jsonObject,
    }),
  ),
})

export const referralsCalls = {
  'referrals.ofClient': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id }),
    output: z.array(summary),
    audit: { event: 'referral.listed', client: (input) => input.clientId },
  }),
  'referrals.create': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ clientId: id, checkId: id.nullable() }),
    output: z.strictObject({ id }),
    audit: { event: 'referral.created', client: (input) => input.clientId },
  }),
  'referrals.open': call({
    kind: 'read-person',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ referralId: id }),
    output: opened,
    audit: { event: 'referral.viewed', client: (_input, output) => output.clientId },
  }),
  'referrals.saveDraft': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({ referralId: id, revision, content: jsonObject }),
    output: z.strictObject({ clientId: id, revision }),
    audit: {
      event: 'referral.draft-saved',
      client: (_input, output) => output.clientId,
    },
  }),
  /** One step of the life cycle; which fields it needs is in the transition table. */
  'referrals.step': call({
    kind: 'write',
    workplace: 'clinical',
    callers: CLINICAL_ROLES,
    input: z.strictObject({
      referralId: id,
      revision,
      to: state,
      note: text(2000),
      /** Only for the step to `consented`: how the consent was given and to whom it may be sent. */
      consent: z.strictObject({ method: z.enum(CONSENT_METHODS), receiver: line(160) }).nullable(),
      /** Further fields of the step, e.g. link worker, end reason, feedback. */
      details: jsonObject,
    }),
    output: z.strictObject({ clientId: id, revision, state }),
    audit: { event: 'referral.stepped', client: (_input, output) => output.clientId },
  }),
} as const
