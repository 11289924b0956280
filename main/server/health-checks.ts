// Health checks of a client: listed, started, opened, saved while they are typed; signing is in `check-signing.ts`.
import type { Reader } from '../../db/kysely.ts'
import { clientById } from '../../db/repositories/clients.ts'
import {
  checksOfClient,
  draftOf,
  insertCheck,
  insertDraft,
  insertFollowUpDone,
  newestCheckIn,
  saveDraft,
  updateCheck,
  versionsOf,
} from '../../db/repositories/health-checks.ts'
import { userById } from '../../db/repositories/users.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { healthChecksCalls } from '../../domain/contract/health-checks.calls.ts'
import { type CheckState, OPEN_STATES } from '../../domain/health-checks/states.ts'
import { existingCheck, validAnswers } from './check-drafts.ts'
import { signingHandlers } from './check-signing.ts'
import type { Handlers } from './handler.ts'
import { answersSeen, draftAnswers, openedCheck, startingAnswers } from './health-check-view.ts'
import { knownClient } from './known-client.ts'

const noneOpen = async (db: Reader, clientId: string): Promise<void> => {
  const open = await newestCheckIn(db, clientId, OPEN_STATES)
  if (open) throw new Refusal('check-open', { params: { checkId: open.id, date: open.check_date } })
}

export const healthChecksHandlers: Handlers<typeof healthChecksCalls> = {
  ...signingHandlers,

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
    const check = await existingCheck(db, checkId)
    const client = await knownClient(db, check.client_id)
    const draft = await draftOf(db, checkId)
    const savedBy = draft ? await userById(db, draft.saved_by) : undefined
    const versions = await versionsOf(db, checkId)
    return openedCheck(session.user.role, check, client, draft, savedBy?.display_name ?? '', versions)
  },

  'checks.saveDraft': async (ctx, { checkId, revision, answers }) => {
    const check = await existingCheck(ctx.db, checkId)
    const client = await clientById(ctx.db, check.client_id)
    if (!client || !(await draftOf(ctx.db, checkId))) throw new Refusal('state-forbids')
    const json = JSON.stringify(draftAnswers(validAnswers(answers), client))
    const saved = { answers: json, saved_at: ctx.now(), saved_by: ctx.session.user.id }
    if (!(await saveDraft(ctx.db, checkId, revision, saved))) throw new Refusal('stale')
    if (check.state === 'draft') await updateCheck(ctx.db, checkId, { state: 'in_progress' })
    ctx.note({ checkId, revision: revision + 1 })
    return { clientId: check.client_id, revision: revision + 1 }
  },

  'checks.followUpDone': async (ctx, { checkId, followUp }) => {
    const check = await existingCheck(ctx.db, checkId)
    // Amended or marked by someone else since it was seen.
    if (check.follow_up !== followUp) throw new Refusal('stale')
    const done = { check_id: checkId, follow_up: followUp, done_at: ctx.now(), done_by: ctx.session.user.id }
    if (!(await insertFollowUpDone(ctx.db, done))) throw new Refusal('stale')
    ctx.note({ checkId })
    return { clientId: check.client_id }
  },
}
