// Consents one by one: dated, with their method and receiver, withdrawable, never overwritten.

import { insertConsent, withdrawConsent } from '../../db/repositories/participation.ts'
import { consentProblems } from '../../domain/consents/kinds.ts'
import type { clientsCalls } from '../../domain/contract/clients.calls.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'

export const consentHandlers: Pick<
  Handlers<typeof clientsCalls>,
  'clients.recordConsent' | 'clients.withdrawConsent'
> = {
  'clients.recordConsent': async (ctx, input) => {
    await knownClient(ctx.db, input.clientId)
    const [problem] = consentProblems(input)
    if (problem) throw invalidField(problem.field, problem.code)
    const id = ctx.newId()
    await insertConsent(ctx.db, {
      id,
      client_id: input.clientId,
      kind: input.kind,
      given: input.given ? 1 : 0,
      method: input.method,
      receiver: input.receiver,
      recorded_at: ctx.now(),
      recorded_by: ctx.session.user.id,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    ctx.note({ kind: input.kind, given: input.given })
    return { id }
  },

  'clients.withdrawConsent': async (ctx, { clientId, consentId }) => {
    const done = await withdrawConsent(ctx.db, clientId, consentId, ctx.now(), ctx.session.user.id)
    if (!done) throw new Refusal('not-found')
    ctx.note({ consentId })
    return {}
  },
}
