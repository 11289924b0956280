// Signing a check, and what may follow: amending what was signed, or ending a check that did not take place.
import { clientById } from '../../db/repositories/clients.ts'
import {
  deleteDraft,
  draftOf,
  insertDraft,
  insertVersion,
  updateCheck,
  versionsOf,
} from '../../db/repositories/health-checks.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { healthChecksCalls } from '../../domain/contract/health-checks.calls.ts'
import { assessorOf } from '../../domain/health-checks/assessor.ts'
import { closingProblems } from '../../domain/health-checks/closing.ts'
import { followUpOf } from '../../domain/health-checks/follow-up.ts'
import {
  type CheckState,
  checkTransition,
  mayAmend,
  mayDiscardDraft,
} from '../../domain/health-checks/states.ts'
import { contextOf, existingCheck, validAnswers } from './check-drafts.ts'
import { putIntoPlan } from './check-plan.ts'
import type { Context, Handlers } from './handler.ts'
import { draftAnswers } from './health-check-view.ts'

/** Closing problems name fields by key alone and everything else by its place. */
const placeOf = (field: string): string =>
  /^(flags|instruments|sections)\./.test(field) ? field : `fields.${field}`

const mustAllow = (ctx: Context<'write'>, from: string, to: CheckState): void => {
  const { role } = ctx.session.user
  if (role !== 'nurse' && role !== 'doctor') throw new Refusal('forbidden')
  if (!checkTransition(from as CheckState, to, role).ok)
    throw new Refusal('state-forbids', { params: { from, to } })
}

/** Refuses answers that may not be signed, naming every place. */
const mustBeClosable = (...asked: Parameters<typeof closingProblems>): void => {
  const fields = closingProblems(...asked).map(({ field, code, params }) => ({
    path: `answers.${placeOf(field)}`,
    code,
    params,
  }))
  if (fields.length > 0) throw new Refusal('not-closable', { fields })
}

/** The signer's own state comes first, then where the check goes: both must be allowed. */
const stateOnSigning = (ctx: Context<'write'>, from: string, to: CheckState): CheckState => {
  const ofDoctor = ctx.session.user.role === 'doctor' && from === 'doctor_pending'
  const own = ofDoctor ? 'doctor_done' : 'nurse_done'
  mustAllow(ctx, from, own)
  mustAllow(ctx, own, to)
  return to
}

export const signingHandlers: Pick<
  Handlers<typeof healthChecksCalls>,
  'checks.sign' | 'checks.amend' | 'checks.discardAmendment' | 'checks.stop'
> = {
  'checks.sign': async (ctx, { checkId, revision, to }) => {
    const check = await existingCheck(ctx.db, checkId)
    const client = await clientById(ctx.db, check.client_id)
    const draft = await draftOf(ctx.db, checkId)
    if (!client || !draft) throw new Refusal('state-forbids')
    if (draft.revision !== revision) throw new Refusal('stale')
    if (check.check_date > ctx.today()) throw new Refusal('check-ahead')
    const { user } = ctx.session
    const answers = draftAnswers(validAnswers(JSON.parse(draft.answers)), client)
    const amended = check.closed_at !== null
    const closed = amended ? (await versionsOf(ctx.db, checkId)).at(-1) : undefined
    const role = assessorOf(
      answers,
      closed ? JSON.parse(closed.answers) : null,
      user.role as 'nurse' | 'doctor',
    )
    answers.fields.assessedByRole = role
    const signed = JSON.stringify(answers)
    const context = contextOf(client, check.check_date)
    mustBeClosable(answers, { ...context, role, to })
    // A closed check that is amended stays closed.
    const state = amended ? check.state : stateOnSigning(ctx, check.state, to)
    const version = check.version + 1
    const at = ctx.now()
    await insertVersion(ctx.db, {
      check_id: checkId,
      version,
      state,
      answers: signed,
      reason: draft.reason,
      signed_at: at,
      signed_by: user.id,
      signed_role: user.role,
    })
    await deleteDraft(ctx.db, checkId)
    await updateCheck(ctx.db, checkId, {
      state,
      version,
      follow_up: followUpOf(answers, context),
      ...(state === 'closed' && !amended ? { closed_at: at } : {}),
    })
    if (state === 'doctor_pending')
      await insertDraft(ctx.db, {
        check_id: checkId,
        revision: 0,
        answers: signed,
        reason: null,
        saved_at: at,
        saved_by: user.id,
      })
    const planItems = await putIntoPlan(ctx, check, answers.fields.planItems)
    ctx.note({ checkId, version, state, revision, planItems })
    return { clientId: check.client_id, version, state: state as CheckState }
  },

  'checks.amend': async (ctx, { checkId, reason }) => {
    const check = await existingCheck(ctx.db, checkId)
    if (!mayAmend(check.state as CheckState) || (await draftOf(ctx.db, checkId)))
      throw new Refusal('state-forbids')
    const newest = (await versionsOf(ctx.db, checkId)).at(-1)
    if (!newest) throw new Refusal('state-forbids')
    await insertDraft(ctx.db, {
      check_id: checkId,
      revision: 0,
      answers: newest.answers,
      reason,
      saved_at: ctx.now(),
      saved_by: ctx.session.user.id,
    })
    ctx.note({ checkId, version: check.version })
    return { clientId: check.client_id }
  },

  'checks.discardAmendment': async (ctx, { checkId }) => {
    const check = await existingCheck(ctx.db, checkId)
    const draft = await draftOf(ctx.db, checkId)
    if (!mayDiscardDraft(check.state as CheckState) || !draft) throw new Refusal('state-forbids')
    await deleteDraft(ctx.db, checkId)
    ctx.note({ checkId, version: check.version, revision: draft.revision })
    return { clientId: check.client_id }
  },

  'checks.stop': async (ctx, { checkId, to, reason }) => {
    const check = await existingCheck(ctx.db, checkId)
    mustAllow(ctx, check.state, to)
    const draft = await draftOf(ctx.db, checkId)
    const version = check.version + 1
    await insertVersion(ctx.db, {
      check_id: checkId,
      version,
      state: to,
      answers: draft?.answers ?? '{}',
      reason,
      signed_at: ctx.now(),
      signed_by: ctx.session.user.id,
      signed_role: ctx.session.user.role,
    })
    await deleteDraft(ctx.db, checkId)
    await updateCheck(ctx.db, checkId, { state: to, version, follow_up: null })
    await putIntoPlan(ctx, check, [])
    ctx.note({ checkId, state: to, ...(draft ? { revision: draft.revision } : {}) })
    return { clientId: check.client_id }
  },
}
