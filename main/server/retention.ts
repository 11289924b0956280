// Retention: the rule is a setting, candidates follow from the log, erasing takes two people.

import type { Reader } from '../../db/kysely.ts'
import {
  eraseClient,
  erasureOf,
  idleClients,
  proposalStands,
  proposeErasure,
} from '../../db/repositories/retention.ts'
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

/** Whose record has not been used for so long, each with its proposal if that still stands. */
const candidates = async (ctx: Pick<Context<'read'>, 'db' | 'today'>) => {
  const rule = await years(ctx.db)
  if (rule === null) return []
  const rows = await idleClients(ctx.db, keptSince(ctx.today(), rule), SHOWN)
  return Promise.all(
    rows.map(async (row) =>
      row.proposed_at === null || (await proposalStands(ctx.db, row.id))
        ? row
        : { ...row, proposed_at: null, proposed_by: null, proposed_name: null },
    ),
  )
}

/** Only what the rule allows today: a record that has been used since is no longer a candidate. */
const candidateNow = async (ctx: Context<'write'>, clientId: string) => {
  const found = (await candidates(ctx)).find((row) => row.id === clientId)
  if (!found) throw new Refusal('state-forbids')
  return found
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
    if ((await candidateNow(ctx, clientId)).proposed_at !== null) throw new Refusal('state-forbids')
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
    if ((await candidateNow(ctx, clientId)).proposed_at === null) throw new Refusal('state-forbids')
    const erasure = await erasureOf(ctx.db, clientId)
    if (!erasure || erasure.confirmed_at !== null || erasure.proposed_by === ctx.session.user.id)
      throw new Refusal('state-forbids')
    await eraseClient(ctx.db, clientId, ctx.now(), ctx.session.user.id)
    ctx.note({ rule: erasure.rule })
    return {}
  },
}
