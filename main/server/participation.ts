// Entry to and exit from the project. The entry is frozen when it is written: it is what gets counted. Exits and errors
// can be written again; what was before stays.

import {
  changeParticipation,
  insertConsent,
  insertParticipation,
  participationOf,
} from '../../db/repositories/participation.ts'
import type { ClientTable, ParticipationTable, ParticipationVersionTable } from '../../db/schema.ts'
import type { EntryInput, ExitInput, RegisterInput } from '../../domain/clients/client.schema.ts'
import { isWithinProject, missingOfExit } from '../../domain/clients/entry.ts'
import type { clientsCalls } from '../../domain/contract/clients.calls.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { Context, Handlers } from './handler.ts'
import { knownClient } from './known-client.ts'

const checkEntryDate = (date: string, today: string): void => {
  if (!isWithinProject(date)) throw invalidField('entry.entryDate', 'outside-project')
  if (date > today) throw invalidField('entry.entryDate', 'future')
}

const entryColumns = (entry: EntryInput) => ({
  entry_date: entry.entryDate,
  labour_status: entry.labourStatus,
  education: entry.education,
  disability: entry.disability,
  third_country: entry.thirdCountry,
  foreign_background: entry.foreignBackground,
  minority: entry.minority,
  housing_exclusion: entry.housingExclusion,
  rural: entry.rural,
})

const NO_EXIT = {
  exit_date: null,
  exit_status: null,
  exit_job_search: null,
  exit_education: null,
  exit_qualification: null,
  exit_rest_unknown: 0,
} as const

/** Writes the entry and the answer about statistics. One person is one participant, whatever happens later. */
export const enterProject = async (
  ctx: Context<'write'>,
  client: ClientTable,
  entry: EntryInput,
  statistics: NonNullable<RegisterInput['statisticsConsent']>,
): Promise<void> => {
  checkEntryDate(entry.entryDate, ctx.today())
  if (await participationOf(ctx.db, client.id)) throw new Refusal('state-forbids')
  await insertParticipation(ctx.db, {
    client_id: client.id,
    ...entryColumns(entry),
    municipality: client.municipality,
    sex: client.sex,
    birth_date: client.birth_date,
    ...NO_EXIT,
    version: 1,
    reentered_on: null,
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

const bit = (value: boolean | null): 0 | 1 | null => (value === null ? null : value ? 1 : 0)

/** The participation that a change was made from; `stale` when it has been changed since. */
const current = async (
  ctx: Context<'write'>,
  { clientId, version }: { clientId: string; version: number },
): Promise<ParticipationTable> => {
  const participation = await participationOf(ctx.db, clientId)
  if (!participation) throw new Refusal('not-found')
  if (participation.version !== version) throw new Refusal('stale')
  return participation
}

const change = async (
  ctx: Context<'write'>,
  before: ParticipationTable,
  after: Partial<ParticipationTable>,
  kind: ParticipationVersionTable['kind'],
  reason: string | null,
): Promise<void> => {
  await changeParticipation(ctx.db, before, after, {
    kind,
    reason,
    changed_at: ctx.now(),
    changed_by: ctx.session.user.id,
  })
  ctx.note({ participation: before.version + 1 })
}

/**
 * A correction of the client reaches the entry where it cannot be an update: a birth date never changes, and a sex that
 * was not known on entry is completed. Anything else is corrected in the entry itself.
 */
export const followCorrection = async (
  ctx: Context<'write'>,
  before: ClientTable,
  after: Pick<ClientTable, 'sex' | 'birth_date'>,
  reason: string,
): Promise<void> => {
  const participation = await participationOf(ctx.db, before.id)
  if (!participation) return
  const facts: Partial<ParticipationTable> = {}
  if (participation.sex === 'unknown' && after.sex !== 'unknown') facts.sex = after.sex
  if (participation.birth_date !== after.birth_date) facts.birth_date = after.birth_date
  if (Object.keys(facts).length > 0) await change(ctx, participation, facts, 'entry-corrected', reason)
}

const writeExit = async (
  ctx: Context<'write'>,
  before: ParticipationTable,
  exit: ExitInput,
  kind: 'left' | 'exit-changed',
): Promise<void> => {
  if (exit.exitDate < before.entry_date) throw invalidField('exitDate', 'before-entry')
  if (before.reentered_on && exit.exitDate < before.reentered_on)
    throw invalidField('exitDate', 'before-reentry')
  if (exit.exitDate > ctx.today()) throw invalidField('exitDate', 'future')
  const after = {
    exit_date: exit.exitDate,
    exit_status: exit.exitStatus,
    exit_job_search: bit(exit.exitJobSearch),
    exit_education: bit(exit.exitEducation),
    exit_qualification: bit(exit.exitQualification),
    exit_rest_unknown:
      missingOfExit({ ...exit, exitRestUnknown: false }).length > 0 && exit.exitRestUnknown ? 1 : 0,
  } as const
  await change(ctx, before, after, kind, null)
}

export const projectHandlers: Pick<
  Handlers<typeof clientsCalls>,
  | 'clients.enterProject'
  | 'clients.correctEntry'
  | 'clients.exitProject'
  | 'clients.changeExit'
  | 'clients.reenterProject'
> = {
  'clients.enterProject': async (ctx, { clientId, entry, statisticsConsent }) => {
    const client = await knownClient(ctx.db, clientId)
    await enterProject(ctx, client, entry, statisticsConsent)
    return {}
  },

  'clients.correctEntry': async (ctx, { entry, sex, municipality, reason, ...which }) => {
    const participation = await current(ctx, which)
    const until = [participation.exit_date, participation.reentered_on].filter((day) => day !== null)
    checkEntryDate(entry.entryDate, ctx.today())
    if (until.some((day) => entry.entryDate > day)) throw invalidField('entry.entryDate', 'after-exit')
    const after = { ...entryColumns(entry), sex, municipality }
    const corrected = (Object.keys(after) as (keyof typeof after)[]).filter(
      (field) => after[field] !== participation[field],
    )
    if (corrected.length === 0) throw invalidField('reason', 'nothing-changed')
    await change(ctx, participation, after, 'entry-corrected', reason)
    ctx.note({ corrected: corrected.join(' ') })
    return {}
  },

  'clients.exitProject': async (ctx, input) => {
    const participation = await current(ctx, input)
    if (participation.exit_date) throw new Refusal('state-forbids')
    await writeExit(ctx, participation, input, 'left')
    return {}
  },

  'clients.changeExit': async (ctx, input) => {
    const participation = await current(ctx, input)
    if (!participation.exit_date) throw new Refusal('state-forbids')
    await writeExit(ctx, participation, input, 'exit-changed')
    return {}
  },

  'clients.reenterProject': async (ctx, input) => {
    const participation = await current(ctx, input)
    if (!participation.exit_date) throw new Refusal('state-forbids')
    if (input.date < participation.exit_date) throw invalidField('date', 'before-exit')
    if (input.date > ctx.today()) throw invalidField('date', 'future')
    if (!isWithinProject(input.date)) throw invalidField('date', 'outside-project')
    await change(ctx, participation, { ...NO_EXIT, reentered_on: input.date }, 'reentered', null)
    return {}
  },
}
