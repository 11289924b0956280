// The log as it is shown: never its details, and the administrator sees no client.

import { type AuditRow, auditOfClient, listAudit } from '../../db/repositories/audit.ts'
import type { auditCalls } from '../../domain/contract/audit.calls.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { Role } from '../../domain/users/roles.ts'
import { missingAnchor } from '../audit/anchors.ts'
import { verifyChain } from '../audit/chain.ts'
import type { Handlers } from './handler.ts'

const shown = (row: AuditRow) => ({
  seq: row.seq,
  at: row.at,
  event: row.event,
  outcome: row.outcome,
  userName: row.user_name,
  role: row.role as Role | 'nobody',
  clientId: row.client_id,
})

export const auditHandlers: Handlers<typeof auditCalls> = {
  'audit.list': async ({ db }, { before, limit }) =>
    (await listAudit(db, before, limit)).map((row) => ({ ...shown(row), clientId: null })),
  'audit.verify': ({ db }) => verifyChain(db),
  'audit.anchored': async ({ db, vault }) => {
    const found = await missingAnchor(db, vault)
    return { missing: found && { kind: found.kind, at: found.at, events: found.events } }
  },
  /** Of a client who has been erased too: the log is what remains of them. Nobody registered without an event. */
  'audit.ofClient': async ({ db }, { clientId }) => {
    const events = await auditOfClient(db, clientId)
    if (events.length === 0) throw new Refusal('not-found')
    return events.map((row) => ({ ...shown(row), username: row.username }))
  },
}
