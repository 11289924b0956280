// The steps of a referral after it is written: each dated, signed, and kept with what it carried.
import type { Reader } from '../../db/kysely.ts'
import { consentsOf, insertConsent, withdrawConsent } from '../../db/repositories/participation.ts'
import { insertStep, updateReferral } from '../../db/repositories/referrals.ts'
import type { ReferralTable } from '../../db/schema-checks.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { referralsCalls } from '../../domain/contract/referrals.calls.ts'
import { receiverNamed } from '../../domain/referrals/receivers.ts'
import { mayGetFeedback, referralProblems } from '../../domain/referrals/schema.ts'
import { type ReferralState, referralTransition, type StepDetails } from '../../domain/referrals/states.ts'
import type { Context, Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'
import { storedReceivers } from './receivers.ts'
import { consentsOfClient, existingReferral, maySend } from './referral-consent.ts'

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

/** Refuses a step that the present state, the role or what the step carries does not allow. */
const mustBeStep = (from: ReferralState, to: ReferralState, role: string, carried: StepDetails): void => {
  const allowed = referralTransition(from, to, role, carried)
  if (allowed.ok) return
  const fields = (allowed.problems ?? []).map(({ field, code }) => ({
    path: field === 'note' ? 'note' : `details.${field}`,
    code,
  }))
  throw fields.length > 0
    ? new Refusal('invalid-input', { fields })
    : new Refusal('state-forbids', { params: { from, to } })
}

export const stepHandlers: Pick<Handlers<typeof referralsCalls>, 'referrals.step'> = {
  'referrals.step': async (ctx, { referralId, revision, to, note, consent, details }) => {
    const referral = await existingReferral(ctx.db, referralId)
    const from = referral.state as ReferralState
    mustBeStep(from, to, ctx.session.user.role, { note, details })
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
