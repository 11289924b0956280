// Wellbeing referrals: content while it is a draft, then steps of the life cycle, each dated and signed.

import type { Reader } from '../../db/kysely.ts'
import { checkById } from '../../db/repositories/health-checks.ts'
import { consentsOf, insertConsent, withdrawConsent } from '../../db/repositories/participation.ts'
import {
  insertReferral,
  insertStep,
  referralById,
  referralSteps,
  referralsOfClient,
  updateReferral,
} from '../../db/repositories/referrals.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { ReferralTable } from '../../db/schema-checks.ts'
import { type Consent, consentInForce } from '../../domain/consents/kinds.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { referralsCalls } from '../../domain/contract/referrals.calls.ts'
import { receiverNamed } from '../../domain/referrals/receivers.ts'
import {
  mayGetFeedback,
  parseReferralContent,
  type ReferralContent,
  referralProblems,
  startingReferral,
} from '../../domain/referrals/schema.ts'
import { type ReferralState, referralTransition } from '../../domain/referrals/states.ts'
import { guardianForbiddenOf } from './guardian.ts'
import type { Context, Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'
import { storedReceivers } from './receivers.ts'

const summary = (row: ReferralTable) => ({
  id: row.id,
  state: row.state as ReferralState,
  receiver: row.receiver,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  stateAt: row.state_at,
})

const existing = async (db: Reader, id: string): Promise<ReferralTable> => {
  const referral = await referralById(db, id)
  if (!referral) throw new Refusal('not-found')
  return referral
}

const validContent = (json: unknown): string => {
  const parsed = parseReferralContent(json)
  if (!parsed.ok)
    throw new Refusal('invalid-input', {
      fields: parsed.problems.map((p) => ({ path: `content.${p.field}`, code: p.code, params: p.params })),
    })
  return JSON.stringify(parsed.content)
}

const consentsOfClient = async (db: Reader, clientId: string): Promise<Consent[]> =>
  (await consentsOf(db, clientId)).map((c) => ({
    kind: c.kind as Consent['kind'],
    given: c.given === 1,
    receiver: c.receiver,
    recordedAt: c.recorded_at,
    withdrawnAt: c.withdrawn_at,
  }))

/** A consent to send to exactly this receiver, given and not withdrawn. */
const maySend = (consents: readonly Consent[], receiver: string | null): boolean =>
  receiver !== null && consentInForce(consents, 'sendReferral', receiver)

/** Refuses content that may not be consented to or sent; each gap is named. */
const refuseProblems = async (db: Reader, referral: ReferralTable): Promise<void> => {
  const { protected_address } = await knownClient(db, referral.client_id)
  const problems = referralProblems(JSON.parse(referral.content), {
    protectedAddress: protected_address === 1,
  })
  if (problems.length > 0)
    throw new Refusal('invalid-input', {
      fields: problems.map((p) => ({ path: `content.${p.field}`, code: p.code })),
    })
}

/** The step says that the client took the consent back: so it is withdrawn too, if it still stands. */
const withdrawSending = async (ctx: Context<'write'>, { client_id, receiver }: ReferralTable, at: string) => {
  for (const { id, kind, given, withdrawn_at, ...consent } of await consentsOf(ctx.db, client_id))
    if (kind === 'sendReferral' && given === 1 && withdrawn_at === null && consent.receiver === receiver)
      await withdrawConsent(ctx.db, client_id, id, at, ctx.session.user.id)
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

type Step = Parameters<Handlers<typeof referralsCalls>['referrals.step']>[1]

/** What the step to `consented` needs: content without problems, and the consent itself, recorded in the same transaction. */
const recordConsent = async (
  ctx: Context<'write'>,
  referral: ReferralTable,
  consent: Step['consent'],
): Promise<string> => {
  if (!consent)
    throw new Refusal('consent-missing', { fields: [{ path: 'consent.method', code: 'required' }] })
  await refuseProblems(ctx.db, referral)
  const known = receiverNamed(await storedReceivers(ctx.db), consent.receiver)
  if (known && !known.confirmed)
    throw new Refusal('invalid-input', {
      fields: [{ path: 'consent.receiver', code: 'receiver-unconfirmed' }],
    })
  await insertConsent(ctx.db, {
    id: ctx.newId(),
    client_id: referral.client_id,
    kind: 'sendReferral',
    given: 1,
    method: consent.method,
    receiver: consent.receiver,
    recorded_at: ctx.now(),
    recorded_by: ctx.session.user.id,
    withdrawn_at: null,
    withdrawn_by: null,
  })
  return consent.receiver
}

export const referralsHandlers: Handlers<typeof referralsCalls> = {
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
    const referral = await existing(db, referralId)
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
    const referral = await existing(ctx.db, referralId)
    if (referral.state !== 'draft') throw new Refusal('state-forbids')
    if (!(await updateReferral(ctx.db, referralId, revision, { content: validContent(content) })))
      throw new Refusal('stale')
    ctx.note({ referralId, revision: revision + 1 })
    return { clientId: referral.client_id, revision: revision + 1 }
  },

  'referrals.step': async (ctx, { referralId, revision, to, note, consent, details }) => {
    const referral = await existing(ctx.db, referralId)
    const from = referral.state as ReferralState
    const allowed = referralTransition(from, to, ctx.session.user.role, { note, details })
    if (!allowed.ok) {
      const fields = allowed.problems?.map(({ field, code }) => ({
        path: field === 'note' ? 'note' : `details.${field}`,
        code,
      }))
      throw new Refusal(
        fields?.length ? 'invalid-input' : 'state-forbids',
        fields?.length ? { fields } : { params: { from, to } },
      )
    }
    const at = ctx.now()
    const change: Parameters<typeof updateReferral>[3] = { state: to, state_at: at }
    if (to === 'consented') change.receiver = await recordConsent(ctx, referral, consent)
    if (to === 'sent') {
      await refuseProblems(ctx.db, referral)
      if (!maySend(await consentsOfClient(ctx.db, referral.client_id), referral.receiver))
        throw new Refusal('consent-missing')
      change.sent_at = at
    }
    if (
      details.feedback &&
      !mayGetFeedback(JSON.parse(referral.content), await consentsOfClient(ctx.db, referral.client_id))
    )
      throw invalidField('details.feedback', 'feedback-consent')
    if (!(await updateReferral(ctx.db, referralId, revision, change))) throw new Refusal('stale')
    if (to === 'consent_withdrawn') await withdrawSending(ctx, referral, at)
    const kept = to === 'sent' ? { ...details, content: JSON.parse(referral.content) } : details
    await insertStep(ctx.db, {
      referral_id: referralId,
      at,
      by: ctx.session.user.id,
      from_state: from,
      to_state: to,
      note,
      details: JSON.stringify(kept),
    })
    ctx.note({ referralId, from, to, revision })
    return { clientId: referral.client_id, revision: revision + 1, state: to }
  },
}
