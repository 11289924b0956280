// Wellbeing referrals of a client: listed, begun, opened, written while they are drafts; the steps after are in
// `referral-steps.ts`.
import { checkById } from '../../db/repositories/health-checks.ts'
import {
  insertReferral,
  referralSteps,
  referralsOfClient,
  updateReferral,
} from '../../db/repositories/referrals.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { ReferralTable } from '../../db/schema-checks.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { referralsCalls } from '../../domain/contract/referrals.calls.ts'
import {
  mayGetFeedback,
  parseReferralContent,
  type ReferralContent,
  startingReferral,
} from '../../domain/referrals/schema.ts'
import type { ReferralState } from '../../domain/referrals/states.ts'
import { guardianForbiddenOf } from './guardian.ts'
import type { Context, Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'
import { consentsOfClient, existingReferral, maySend } from './referral-consent.ts'
import { stepHandlers } from './referral-steps.ts'

const summary = (row: ReferralTable) => ({
  id: row.id,
  state: row.state as ReferralState,
  receiver: row.receiver,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  stateAt: row.state_at,
})

const validContent = (json: unknown): string => {
  const parsed = parseReferralContent(json)
  if (!parsed.ok)
    throw new Refusal('invalid-input', {
      fields: parsed.problems.map((p) => ({ path: `content.${p.field}`, code: p.code, params: p.params })),
    })
  return JSON.stringify(parsed.content)
}

/** What a role says of the profession; a nurse may be of several. */
const PROFESSIONS = {
  doctor: 'doctor',
  coordinator: 'work_ability_coordinator',
  counsellor: 'career_counsellor',
} as const

/** Filled from the register and the writer; nothing of the health check comes along. */
const startingContent = (ctx: Context<'write'>, client: ClientTable): ReferralContent => {
  const { role } = ctx.session.user
  const content = startingReferral({
    client: {
      name: `${client.given_names} ${client.family_name}`,
      phone: client.phone,
      email: client.email,
      municipality: client.municipality,
      language: client.language,
      birthDate: client.birth_date,
      protectedAddress: client.protected_address === 1,
    },
    writer: { name: ctx.session.user.displayName, unit: ctx.session.stationName, phone: null },
    today: ctx.today(),
    ownGoal: null,
  })
  return Object.hasOwn(PROFESSIONS, role)
    ? { ...content, writerProfession: PROFESSIONS[role as keyof typeof PROFESSIONS] }
    : content
}

export const referralsHandlers: Handlers<typeof referralsCalls> = {
  ...stepHandlers,

  'referrals.ofClient': async ({ db }, { clientId }) => {
    await knownClient(db, clientId)
    return (await referralsOfClient(db, clientId)).map(summary)
  },

  'referrals.create': async (ctx, { clientId, checkId }) => {
    const client = await knownClient(ctx.db, clientId)
    if (checkId && (await checkById(ctx.db, checkId))?.client_id !== clientId) throw new Refusal('not-found')
    const id = ctx.newId()
    const at = ctx.now()
    await insertReferral(ctx.db, {
      id,
      client_id: clientId,
      check_id: checkId,
      state: 'draft',
      revision: 0,
      content: JSON.stringify(startingContent(ctx, client)),
      receiver: null,
      created_at: at,
      created_by: ctx.session.user.id,
      sent_at: null,
      state_at: at,
    })
    ctx.note({ referralId: id })
    return { id }
  },

  'referrals.open': async ({ db, today }, { referralId }) => {
    const referral = await existingReferral(db, referralId)
    const steps = await referralSteps(db, referralId)
    const consents = await consentsOfClient(db, referral.client_id)
    const client = await knownClient(db, referral.client_id)
    const content = JSON.parse(referral.content)
    return {
      ...summary(referral),
      clientId: referral.client_id,
      checkId: referral.check_id,
      revision: referral.revision,
      content,
      protectedAddress: client.protected_address === 1,
      guardianForbidden: await guardianForbiddenOf(db, client, today()),
      consentInForce: maySend(consents, referral.receiver),
      mayGetFeedback: mayGetFeedback(content, consents),
      steps: steps.map((s) => ({
        at: s.at,
        by: s.display_name,
        from: s.from_state as ReferralState,
        to: s.to_state as ReferralState,
        note: s.note,
        details: JSON.parse(s.details),
      })),
    }
  },

  'referrals.saveDraft': async (ctx, { referralId, revision, content }) => {
    const referral = await existingReferral(ctx.db, referralId)
    if (referral.state !== 'draft') throw new Refusal('state-forbids')
    if (!(await updateReferral(ctx.db, referralId, revision, { content: validContent(content) })))
      throw new Refusal('stale')
    ctx.note({ referralId, revision: revision + 1 })
    return { clientId: referral.client_id, revision: revision + 1 }
  },
}
