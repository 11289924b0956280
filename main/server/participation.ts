// Entry to and exit from the project. The entry is frozen when it is written: it is what gets counted.

import { clientById } from '../../db/repositories/clients.ts'
import {
  insertConsent,
  insertParticipation,
  participationOf,
  setExit,
} from '../../db/repositories/participation.ts'
import type { ClientTable } from '../../db/schema.ts'
import type { EntryInput, RegisterInput } from '../../domain/clients/client.schema.ts'
import { isWithinProject } from '../../domain/clients/entry.ts'
import type { clientsCalls } from '../../domain/contract/clients.calls.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { Context, Handlers } from './handler.ts'

/** Writes the entry and the answer about statistics. One person is one participant, whatever happens later. */
export const enterProject = async (
  ctx: Context<'write'>,
  client: ClientTable,
  entry: EntryInput,
  statistics: NonNullable<RegisterInput['statisticsConsent']>,
): Promise<void> => {
  if (!isWithinProject(entry.entryDate)) throw invalidField('entry.entryDate', 'outside-project')
  if (entry.entryDate > ctx.today()) throw invalidField('entry.entryDate', 'future')
  if (await participationOf(ctx.db, client.id)) throw new Refusal('state-forbids')
  await insertParticipation(ctx.db, {
    client_id: client.id,
    entry_date: entry.entryDate,
    labour_status: entry.labourStatus,
    education: entry.education,
    disability: entry.disability,
    third_country: entry.thirdCountry,
    foreign_background: entry.foreignBackground,
    minority: entry.minority,
    housing_exclusion: entry.housingExclusion,
    rural: entry.rural,
    municipality: client.municipality,
    sex: client.sex,
    birth_date: client.birth_date,
    exit_date: null,
    exit_status: null,
    exit_job_search: null,
    exit_education: null,
    exit_qualification: null,
  })
  await insertConsent(ctx.db, {
    id: ctx.newId(),
    client_id: client.id,
    kind: 'useInProjectStatistics',
    given: statistics.given ? 1 : 0,
    method: statistics.method,
    receiver: null,
    recorded_at: ctx.now(),
    recorded_by: ctx.session.user.id,
    withdrawn_at: null,
    withdrawn_by: null,
  })
}

export const projectHandlers: Pick<
  Handlers<typeof clientsCalls>,
  'clients.enterProject' | 'clients.exitProject'
> = {
  'clients.enterProject': async (ctx, { clientId, entry, statisticsConsent }) => {
    const client = await clientById(ctx.db, clientId)
    if (!client) throw new Refusal('not-found')
    await enterProject(ctx, client, entry, statisticsConsent)
    return {}
  },

  'clients.exitProject': async (ctx, input) => {
    const participation = await participationOf(ctx.db, input.clientId)
    if (!participation) throw new Refusal('not-found')
    if (input.exitDate < participation.entry_date) throw invalidField('exitDate', 'before-entry')
    if (input.exitDate > ctx.today()) throw invalidField('exitDate', 'future')
    await setExit(ctx.db, input.clientId, {
      exit_date: input.exitDate,
      exit_status: input.exitStatus,
      exit_job_search: input.exitJobSearch ? 1 : 0,
      exit_education: input.exitEducation ? 1 : 0,
      exit_qualification: input.exitQualification ? 1 : 0,
    })
    return {}
  },
}
