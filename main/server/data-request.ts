// All data of one client in one document, with who looked and when.

import type { Reader } from '../../db/kysely.ts'
import { auditOfClient } from '../../db/repositories/audit.ts'
import { clientVersions, identifiersOf } from '../../db/repositories/clients.ts'
import { checksOfClient, draftOf, followUpsDone, versionsOf } from '../../db/repositories/health-checks.ts'
import { consentsOf, participationOf, participationVersions } from '../../db/repositories/participation.ts'
import { planOf, planVersions } from '../../db/repositories/plans.ts'
import { referralSteps, referralsOfClient } from '../../db/repositories/referrals.ts'
import { releasesCounting } from '../../db/repositories/releases.ts'
import { erasureOf } from '../../db/repositories/retention.ts'
import { userById } from '../../db/repositories/users.ts'
import type { dataRequestCalls } from '../../domain/contract/data-request.calls.ts'
import type { DataRequestDocument, PlanItem } from '../../domain/data-request/document.ts'
import type { Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'

const FORMAT = { name: 'tyokykypolku-data-request', version: 1 } as const

const json = (text: string): Record<string, unknown> => JSON.parse(text)
const list = (text: string): string[] => JSON.parse(text)

/** A proposal to erase the record; once it is confirmed there is nobody left to tell. */
const erasureProposal = async (db: Reader, clientId: string): Promise<DataRequestDocument['erasure']> => {
  const erasure = await erasureOf(db, clientId)
  if (!erasure) return null
  const { rule, proposed_at, proposed_by } = erasure
  return { rule, proposed_at, proposed_by: (await userById(db, proposed_by))?.display_name ?? '' }
}

/** Staff are named in the log as the law asks; internal ids of staff are left out. */
const everything = async (db: Reader, clientId: string, at: string): Promise<DataRequestDocument> => {
  const client = await knownClient(db, clientId)
  const { registered_by: _by, ...own } = client
  const checks: DataRequestDocument['health_checks'] = []
  for (const row of await checksOfClient(db, clientId)) {
    const { answers: _answers, created_by: _creator, follow_up_done_at: _done, ...check } = row
    const versions = await versionsOf(db, check.id)
    const draft = await draftOf(db, check.id)
    checks.push({
      ...check,
      follow_ups_done: await followUpsDone(db, check.id),
      draft: draft ? { saved_at: draft.saved_at, reason: draft.reason, answers: json(draft.answers) } : null,
      versions: versions.map((v) => ({
        version: v.version,
        state: v.state,
        reason: v.reason,
        signed_at: v.signed_at,
        signed_by: v.display_name,
        answers: json(v.answers),
      })),
    })
  }
  const referrals: DataRequestDocument['referrals'] = []
  for (const { created_by: _creator, content, ...referral } of await referralsOfClient(db, clientId)) {
    const steps = await referralSteps(db, referral.id)
    referrals.push({
      ...referral,
      content: json(content),
      steps: steps.map((s) => ({
        at: s.at,
        by: s.display_name,
        from: s.from_state,
        to: s.to_state,
        note: s.note,
        details: json(s.details),
      })),
    })
  }
  return {
    format: FORMAT,
    made_at: at,
    client: own,
    identifiers: await identifiersOf(db, clientId),
    corrections: (await clientVersions(db, clientId)).map((v) => ({
      version: v.version,
      before: json(v.data),
      reason: v.reason,
      changed_at: v.changed_at,
    })),
    participation: (await participationOf(db, clientId)) ?? null,
    participation_changes: (await participationVersions(db, clientId)).map((v) => ({
      version: v.version,
      kind: v.kind,
      before: json(v.data),
      reason: v.reason,
      changed_at: v.changed_at,
      changed_by: v.display_name,
    })),
    consents: (await consentsOf(db, clientId)).map((c) => ({
      kind: c.kind,
      given: c.given === 1,
      method: c.method,
      receiver: c.receiver,
      recorded_at: c.recorded_at,
      recorded_by: c.display_name,
      withdrawn_at: c.withdrawn_at,
    })),
    health_checks: checks,
    referrals,
    plan: (await planOf(db, clientId)).map(({ created_by: _c, changed_by: _d, ...item }) => item),
    plan_changes: (await planVersions(db, clientId)).map(({ item_id, revision, data, replaced_at }) => {
      const { created_by: _c, changed_by: _d, ...before } = json(data)
      return { item_id, revision, before: before as PlanItem, replaced_at }
    }),
    releases: (await releasesCounting(db, clientId)).map(({ background, special, result, ...row }) => ({
      ...row,
      background: list(background),
      special: list(special),
      result: list(result),
    })),
    erasure: await erasureProposal(db, clientId),
    log: (await auditOfClient(db, clientId)).map((e) => ({
      at: e.at,
      who: e.user_name,
      role: e.role,
      event: e.event,
    })),
  }
}

type Json = Record<string, never>

export const dataRequestHandlers: Handlers<typeof dataRequestCalls> = {
  'dataRequest.show': async ({ db, now }, { clientId }) =>
    (await everything(db, clientId, now())) as unknown as Json,

  'dataRequest.save': async ({ db, now, today, files, afterCommit }, { clientId }) => {
    const content = await everything(db, clientId, now())
    const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)
    afterCommit(async () => ({ saved: await files.save(`tietopyynto-${today()}.json`, bytes) }))
    return { saved: false }
  },
}
