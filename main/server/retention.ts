// Retention: the rule is a setting, candidates follow from the log, erasing takes two people.

import type { Reader } from '../../db/kysely.ts'
import { eraseClient, erasureOf, idleClients, proposeErasure } from '../../db/repositories/retention.ts'
import { saveSetting, setting } from '../../db/repositories/settings.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { retentionCalls } from '../../domain/contract/retention.calls.ts'
import { keptSince } from '../../domain/retention/rule.ts'
import { finnishDate } from './dates.ts'
import type { Context, Handlers } from './handler.ts'

const YEARS = 'retentionYears'
const SHOWN = 500

const years = async (db: Reader): Promise<number | null> => {
  const saved = await setting(db, YEARS)
  return saved === null || saved === '' ? null : Number(saved)
}

const candidates = async (ctx: Pick<Context<'read'>, 'db' | 'today'>) => {
  const rule = await years(ctx.db)
  return rule === null ? [] : idleClients(ctx.db, keptSince(ctx.today(), rule), SHOWN)
}

/** Only what the rule allows today: a record that has been used since is no longer a candidate. */
const mustBeCandidate = async (ctx: Context<'write'>, clientId: string): Promise<void> => {
  if (!(await candidates(ctx)).some((row) => row.id === clientId)) throw new Refusal('state-forbids')
}

export const retentionHandlers: Handlers<typeof retentionCalls> = {
  'retention.rule': async ({ db }) => ({ years: await years(db) }),

  'retention.setRule': async (ctx, input) => {
    await saveSetting(
      ctx.db,
      YEARS,
      input.years === null ? '' : String(input.years),
      ctx.now(),
      ctx.session.user.id,
    )
    ctx.note({ years: input.years })
    return {}
  },

  'retention.candidates': async (ctx) =>
    (await candidates(ctx)).map((row) => ({
      id: row.id,
      familyName: row.family_name,
      givenNames: row.given_names,
      birthYear: Number(row.birth_date.slice(0, 4)),
      lastEvent: finnishDate(new Date(row.last_at)),
      proposedAt: row.proposed_at,
      proposedBy: row.proposed_name,
      own: row.proposed_by === ctx.session.user.id,
    })),

  'retention.propose': async (ctx, { clientId }) => {
    await mustBeCandidate(ctx, clientId)
    if (await erasureOf(ctx.db, clientId)) throw new Refusal('state-forbids')
    const rule = `years=${await years(ctx.db)}`
    await proposeErasure(ctx.db, {
      client_id: clientId,
      rule,
      proposed_at: ctx.now(),
      proposed_by: ctx.session.user.id,
      confirmed_at: null,
      confirmed_by: null,
    })
    return {}
  },

  'retention.confirm': async (ctx, { clientId }) => {
    await mustBeCandidate(ctx, clientId)
    const erasure = await erasureOf(ctx.db, clientId)
    if (!erasure || erasure.confirmed_at !== null || erasure.proposed_by === ctx.session.user.id)
      throw new Refusal('state-forbids')
    await eraseClient(ctx.db, clientId, ctx.now(), ctx.session.user.id)
    ctx.note({ rule: erasure.rule })
    return {}
  },
}
