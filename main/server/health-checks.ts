// Health checks: draft while typing, signed versions, amendments with a reason.

import type { Reader } from '../../db/kysely.ts'
import { clientById } from '../../db/repositories/clients.ts'
import {
  checkById,
  checksOfClient,
  deleteDraft,
  draftOf,
  insertCheck,
  insertDraft,
  insertFollowUpDone,
  insertVersion,
  saveDraft,
  updateCheck,
  versionsOf,
} from '../../db/repositories/health-checks.ts'
import { userById } from '../../db/repositories/users.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { healthChecksCalls } from '../../domain/contract/health-checks.calls.ts'
import { type CheckAnswers, parseAnswers } from '../../domain/health-checks/answers.ts'
import { assessorOf } from '../../domain/health-checks/assessor.ts'
import { closingProblems } from '../../domain/health-checks/closing.ts'
import { followUpOf } from '../../domain/health-checks/follow-up.ts'
import {
  type CheckState,
  checkTransition,
  isOpenCheck,
  mayAmend,
  mayDiscardDraft,
} from '../../domain/health-checks/states.ts'
import { putIntoPlan } from './check-plan.ts'
import type { Context, Handlers } from './handler.ts'
import { answersSeen, draftAnswers, openedCheck, startingAnswers } from './health-check-view.ts'
import { knownClient } from './known-client.ts'

const existing = async (db: Reader, checkId: string) => {
  const check = await checkById(db, checkId)
  if (!check) throw new Refusal('not-found')
  return check
}

const noneOpen = async (db: Reader, clientId: string): Promise<void> => {
  const checks = await checksOfClient(db, clientId)
  const open = checks.find(({ state }) => isOpenCheck(state as CheckState))
  if (open) throw new Refusal('check-open', { params: { checkId: open.id, date: open.check_date } })
}

/** Closing problems name fields by key alone and everything else by its place. */
const placeOf = (field: string): string =>
  /^(flags|instruments|sections)\./.test(field) ? field : `fields.${field}`

/** The draft's answers; problems name the field, as the screen does while typing. */
const validAnswers = (json: unknown): CheckAnswers => {
  const parsed = parseAnswers(json)
  if (!parsed.ok)
    throw new Refusal('invalid-input', {
      fields: parsed.problems.map((p) => ({ path: `answers.${p.field}`, code: p.code, params: p.params })),
    })
  return parsed.answers
}

const mustAllow = (ctx: Context<'write'>, from: string, to: CheckState): void => {
  const { role } = ctx.session.user
  if (role !== 'nurse' && role !== 'doctor') throw new Refusal('forbidden')
  if (!checkTransition(from as CheckState, to, role).ok)
    throw new Refusal('state-forbids', { params: { from, to } })
}

export const healthChecksHandlers: Handlers<typeof healthChecksCalls> = {
  'checks.ofClient': async ({ db, session }, { clientId }) => {
    await knownClient(db, clientId)
    return (await checksOfClient(db, clientId)).map((row) => ({
      id: row.id,
      state: row.state as CheckState,
      checkDate: row.check_date,
      version: row.version,
      closedAt: row.closed_at,
      followUp: row.follow_up,
      followUpDone: row.follow_up_done_at,
      signedBy: row.signed_by_name,
      answers: row.answers === null ? null : answersSeen(session.user.role, row.answers),
    }))
  },

  'checks.start': async (ctx, { clientId, checkDate, another }) => {
    const client = await knownClient(ctx.db, clientId)
    if (checkDate < client.birth_date) throw invalidField('checkDate', 'before-birth')
    if (checkDate > ctx.today()) throw invalidField('checkDate', 'future')
    if (!another) await noneOpen(ctx.db, clientId)
    const id = ctx.newId()
    const at = ctx.now()
    const by = ctx.session.user.id
    await insertCheck(ctx.db, {
      id,
      client_id: clientId,
      state: 'draft',
      check_date: checkDate,
      created_at: at,
      created_by: by,
      version: 0,
      closed_at: null,
      follow_up: null,
    })
    const answers = JSON.stringify(startingAnswers(client))
    await insertDraft(ctx.db, {
      check_id: id,
      revision: 0,
      answers,
      reason: null,
      saved_at: at,
      saved_by: by,
    })
    ctx.note({ checkId: id })
    return { id }
  },

  'checks.open': async ({ db, session }, { checkId }) => {
    const check = await existing(db, checkId)
    const client = await knownClient(db, check.client_id)
    const draft = await draftOf(db, checkId)
    const savedBy = draft ? await userById(db, draft.saved_by) : undefined
    const versions = await versionsOf(db, checkId)
    return openedCheck(session.user.role, check, client, draft, savedBy?.display_name ?? '', versions)
  },

  'checks.saveDraft': async (ctx, { checkId, revision, answers }) => {
    const check = await existing(ctx.db, checkId)
    const client = await clientById(ctx.db, check.client_id)
    if (!client || !(await draftOf(ctx.db, checkId))) throw new Refusal('state-forbids')
    const json = JSON.stringify(draftAnswers(validAnswers(answers), client))
    const saved = { answers: json, saved_at: ctx.now(), saved_by: ctx.session.user.id }
    if (!(await saveDraft(ctx.db, checkId, revision, saved))) throw new Refusal('stale')
    if (check.state === 'draft') await updateCheck(ctx.db, checkId, { state: 'in_progress' })
    ctx.note({ checkId, revision: revision + 1 })
    return { clientId: check.client_id, revision: revision + 1 }
  },

  'checks.sign': async (ctx, { checkId, revision, to }) => {
    const check = await existing(ctx.db, checkId)
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
    const context = {
      checkDate: check.check_date,
      birthDate: client.birth_date,
      sex: client.sex,
      labourStatus: client.labour_status,
    }
    const problems = closingProblems(answers, { ...context, role, to })
    if (problems.length > 0)
      throw new Refusal('not-closable', {
        fields: problems.map((p) => ({
          path: `answers.${placeOf(p.field)}`,
          code: p.code,
          params: p.params,
        })),
      })

    // A closed check that is amended stays closed; otherwise the signer's own state comes first, then where it goes.
    const steps: CheckState[] = amended
      ? []
      : user.role === 'doctor' && check.state === 'doctor_pending'
        ? ['doctor_done']
        : ['nurse_done']
    let state = check.state
    for (const step of [...steps, ...(amended ? [] : [to])]) {
      mustAllow(ctx, state, step)
      state = step
    }
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
    const check = await existing(ctx.db, checkId)
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
    const check = await existing(ctx.db, checkId)
    const draft = await draftOf(ctx.db, checkId)
    if (!mayDiscardDraft(check.state as CheckState) || !draft) throw new Refusal('state-forbids')
    await deleteDraft(ctx.db, checkId)
    ctx.note({ checkId, version: check.version, revision: draft.revision })
    return { clientId: check.client_id }
  },

  'checks.stop': async (ctx, { checkId, to, reason }) => {
    const check = await existing(ctx.db, checkId)
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

  'checks.followUpDone': async (ctx, { checkId, followUp }) => {
    const check = await existing(ctx.db, checkId)
    // Amended or marked by someone else since it was seen.
    if (check.follow_up !== followUp) throw new Refusal('stale')
    const done = { check_id: checkId, follow_up: followUp, done_at: ctx.now(), done_by: ctx.session.user.id }
    if (!(await insertFollowUpDone(ctx.db, done))) throw new Refusal('stale')
    ctx.note({ checkId })
    return { clientId: check.client_id }
  },
}
