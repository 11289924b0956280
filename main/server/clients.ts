// The client register: search, register, open, correct.

import type { Reader } from '../../db/kysely.ts'
import {
  clientByIdentifier,
  correctClient,
  currentIdentifier,
  endIdentifiers,
  insertClient,
  insertIdentifier,
  type ListedClient,
  recentClients,
  searchByBirthDate,
  searchByName,
} from '../../db/repositories/clients.ts'
import {
  consentsOf,
  countedInQuarter,
  participationOf,
  participationVersions,
} from '../../db/repositories/participation.ts'
import { searchKeys } from '../../domain/clients/names.ts'
import { parseSearch } from '../../domain/clients/search.ts'
import type { clientsCalls } from '../../domain/contract/clients.calls.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import { hetuAllowed, identityOf, notYetThere, rowOf } from './client-identity.ts'
import { openedClient, type ParticipationRecord } from './client-view.ts'
import { consentHandlers } from './consents.ts'
import { guardianForbiddenOf } from './guardian.ts'
import type { Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'
import { enterProject, followCorrection, projectHandlers } from './participation.ts'

const SHOWN = 50

const listed = (row: ListedClient) => ({
  id: row.id,
  familyName: row.family_name,
  givenNames: row.given_names,
  birthYear: Number(row.birth_date.slice(0, 4)),
  municipality: row.municipality,
})

const participationRecord = async (db: Reader, clientId: string): Promise<ParticipationRecord | null> => {
  const row = await participationOf(db, clientId)
  if (!row) return null
  return {
    row,
    changes: await participationVersions(db, clientId),
    countedIn: (await countedInQuarter(db, clientId))?.quarter ?? null,
  }
}

export const clientsHandlers: Handlers<typeof clientsCalls> = {
  ...consentHandlers,
  ...projectHandlers,

  'clients.search': async ({ db, today }, { text }) => {
    const query = parseSearch(text, today())
    if (query.kind === 'hetu') {
      const found = await clientByIdentifier(db, query.value)
      return found ? [listed(found)] : []
    }
    if (query.kind === 'birthDate') return (await searchByBirthDate(db, query.dates, SHOWN)).map(listed)
    if (query.kind !== 'name') return []
    return (await searchByName(db, query.words, SHOWN)).map(listed)
  },

  'clients.recent': async ({ db, session }) => (await recentClients(db, session.user.id, 12)).map(listed),

  'clients.register': async (ctx, input) => {
    const identity = identityOf(input, ctx.today())
    if (identity.hetu) await hetuAllowed(ctx.db, identity.hetu, null)
    if (!input.otherPerson) await notYetThere(ctx.db, input, identity)
    const id = ctx.newId()
    const row = {
      ...rowOf(input, identity),
      id,
      version: 1,
      registered_at: ctx.now(),
      registered_by: ctx.session.user.id,
    }
    await insertClient(ctx.db, row, searchKeys(input.familyName, input.givenNames))
    if (identity.hetu)
      await insertIdentifier(ctx.db, {
        value: identity.hetu,
        client_id: id,
        kind: identity.kind,
        valid_from: ctx.today(),
        valid_to: null,
      })
    if (input.entry) {
      if (!input.statisticsConsent) throw invalidField('statisticsConsent', 'required')
      await enterProject(ctx, row, input.entry, input.statisticsConsent)
    }
    return { id }
  },

  'clients.open': async (ctx, { clientId }) => {
    const client = await knownClient(ctx.db, clientId)
    return openedClient(
      client,
      await currentIdentifier(ctx.db, clientId),
      await participationRecord(ctx.db, clientId),
      await consentsOf(ctx.db, clientId),
      await guardianForbiddenOf(ctx.db, client, ctx.today()),
    )
  },

  'clients.correct': async (ctx, { clientId, version, reason, ...fields }) => {
    const before = await knownClient(ctx.db, clientId)
    if (before.version !== version) throw new Refusal('stale')
    const identity = identityOf(fields, ctx.today())
    const old = await currentIdentifier(ctx.db, clientId)
    if (identity.hetu !== (old?.value ?? null)) {
      if (identity.hetu) await hetuAllowed(ctx.db, identity.hetu, clientId)
      await endIdentifiers(ctx.db, clientId, ctx.today())
      if (identity.hetu)
        await insertIdentifier(ctx.db, {
          value: identity.hetu,
          client_id: clientId,
          kind: identity.kind,
          valid_from: ctx.today(),
          valid_to: null,
        })
    }
    const after = {
      ...rowOf(fields, identity),
      id: clientId,
      version: version + 1,
      registered_at: before.registered_at,
      registered_by: before.registered_by,
    }
    await correctClient(ctx.db, after, searchKeys(fields.familyName, fields.givenNames), {
      client_id: clientId,
      version,
      data: JSON.stringify({ ...before, hetu: old?.value ?? null }),
      reason,
      changed_at: ctx.now(),
      changed_by: ctx.session.user.id,
    })
    await followCorrection(ctx, before, after, reason)
    ctx.note({ version: version + 1 })
    return {}
  },
}
