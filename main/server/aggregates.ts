// Releases of a clinical workstation: preview, release into the ledger, save the package.
import { auditHead } from '../../db/repositories/audit.ts'
import { insertRelease, listReleases, releaseById } from '../../db/repositories/releases.ts'
import { stationRow } from '../../db/repositories/station.ts'
import type { ReleasePersonTable } from '../../db/schema-aggregates.ts'
import { type Coarsening, isPossible } from '../../domain/aggregates/coarser.ts'
import { hasEnded, quarterDays } from '../../domain/aggregates/quarters.ts'
import { nextRelease, releaseProblem } from '../../domain/aggregates/release-order.ts'
import { RULES } from '../../domain/aggregates/rules.ts'
import type { Counted } from '../../domain/aggregates/tally.ts'
import type { aggregatesCalls } from '../../domain/contract/aggregates.calls.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import { APP_VERSION } from '../app-version.ts'
import { waysOutInThread } from '../disclosure/run.ts'
import { sha256 } from '../export/data-package.ts'
import { releasePackage } from '../export/release-package.ts'
import type { Context, Handlers } from './handler.ts'
import { earlierReleases, firstCountableEntry, quarterPeople } from './release-people.ts'
import {
  planRelease,
  planTables,
  type ReleaseFigures,
  type ReleasePlan,
  releaseInput,
} from './release-plan.ts'

const RUNNING = 'release.running'
const PREVIEW = 'release.preview'
type Kept = { token: string; plan: ReleasePlan; basis: string }

/** What a preview rests on: when it changes before the release, the preview has expired. */
const basisOf = (people: ReleasePlan['people'], released: readonly string[]): string =>
  sha256(JSON.stringify([people, released]))

const released = async (db: Context<'read'>['db']): Promise<string[]> =>
  (await listReleases(db)).map((row) => row.quarter)

const mustBeNext = async (ctx: Context<'read'>, quarter: string): Promise<void> => {
  const done = await released(ctx.db)
  const first = done.length > 0 ? null : await firstCountableEntry(ctx.db, ctx.today())
  const problem = releaseProblem(quarter, done, first, ctx.today())
  if (problem) throw new Refusal(problem, { params: { quarter } })
}

/** The quarter to be released next and everything before it. */
const nextOne = async (ctx: Context<'read'>, quarter: string, coarser: readonly Coarsening[]) => {
  await mustBeNext(ctx, quarter)
  if (!isPossible(coarser)) throw invalidField('coarser', 'other')
  const earlier = await earlierReleases(ctx.db)
  const people = await quarterPeople(ctx.db, quarter, earlier)
  if (people.counted.length === 0) throw new Refusal('nothing-to-release', { params: { quarter } })
  return { earlier, people }
}

/** One search or comparison at a time; `aggregates.stop` ends it early. */
const stoppable = async <T>(
  { memory }: Context<'read'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  if (memory.has(RUNNING)) throw new Refusal('state-forbids')
  const running = new AbortController()
  memory.set(RUNNING, running)
  try {
    return await work(running.signal)
  } finally {
    if (memory.get(RUNNING) === running) memory.delete(RUNNING)
  }
}

/** Letters, digits and dashes only: the name ends up in a file system. */
const fileName = (station: string, quarter: string): string => {
  const plain = station
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return `tyokykypolku-${plain || 'asema'}-${quarter}.zip`
}

const asRows = (kind: ReleasePersonTable['kind'], people: readonly Counted[]) =>
  people.map(({ person, background, special, result, ...classes }) => ({
    kind,
    client_id: person,
    ...classes,
    background: JSON.stringify(background),
    special: JSON.stringify(special),
    result: JSON.stringify(result),
  }))

/** Zeros that are shown have no row: hidden ones have. */
const cellMap = ({ counts, states }: ReleasePlan) =>
  [...states].flatMap(([cell, state]) => {
    const count = counts.get(cell) ?? 0
    return count > 0 || state !== 'shown' ? [{ cell, count, state }] : []
  })

export const aggregatesHandlers: Handlers<Omit<typeof aggregatesCalls, 'aggregates.adHoc'>> = {
  'aggregates.status': async ({ db, today }) => {
    const rows = await listReleases(db)
    const done = rows.map((row) => row.quarter)
    const first = done.length > 0 ? null : await firstCountableEntry(db, today())
    const quarter = nextRelease(done, first)
    return {
      releases: rows.map((row) => ({
        id: row.id,
        quarter: row.quarter,
        releasedAt: row.released_at,
        releasedBy: row.display_name,
        fileName: row.file_name,
        sha256: row.sha256,
        figures: JSON.parse(row.figures) as ReleaseFigures,
      })),
      next: quarter === null ? null : { quarter, ...quarterDays(quarter), ended: hasEnded(quarter, today()) },
    }
  },

  'aggregates.preview': async (ctx, { quarter, seconds, coarser }) => {
    const { earlier, people } = await nextOne(ctx, quarter, coarser)
    return stoppable(ctx, async (signal) => {
      const plan = await planRelease(earlier, people, {
        coarser,
        seconds,
        signal,
        onProgress: ({ best, bound }) => ctx.emit('progress', { task: 'release', done: null, best, bound }),
      })
      ctx.mustBeSignedIn()
      const token = ctx.newId()
      const kept: Kept = {
        token,
        plan,
        basis: basisOf(
          people,
          earlier.map((one) => one.quarter),
        ),
      }
      ctx.memory.set(PREVIEW, kept)
      return {
        token,
        quarter,
        coarser,
        participants: people.counted.length,
        figures: plan.figures,
        tables: planTables(plan),
      }
    })
  },

  'aggregates.ways': async (ctx, { quarter, seconds, coarser }) => {
    const { earlier, people } = await nextOne(ctx, quarter, coarser)
    return stoppable(ctx, async (signal) => {
      const ways = await waysOutInThread(releaseInput(earlier, people, coarser, seconds), {
        signal,
        onShare: (done) => ctx.emit('progress', { task: 'ways', done, best: null, bound: null }),
      })
      return {
        ways: ways.map((way) => ({ ...way, coarsening: way.coarsening as Coarsening | null })),
        complete: !signal.aborted,
      }
    })
  },

  'aggregates.stop': async ({ memory }) => {
    const running = memory.get(RUNNING) as AbortController | undefined
    running?.abort()
    return { stopped: running !== undefined }
  },

  'aggregates.release': async (ctx, { token }) => {
    const kept = ctx.memory.get(PREVIEW) as Kept | undefined
    if (kept?.token !== token) throw new Refusal('preview-expired')
    const { plan } = kept
    const { quarter } = plan.people
    const done = await released(ctx.db)
    if (done.includes(quarter)) throw new Refusal('already-released', { params: { quarter } })
    const people = await quarterPeople(ctx.db, quarter, await earlierReleases(ctx.db))
    if (basisOf(people, done) !== kept.basis) throw new Refusal('preview-expired')

    const station = await stationRow(ctx.db)
    const newest = (await listReleases(ctx.db)).at(-1)
    const releasedAt = ctx.now()
    const bytes = releasePackage(plan.published, plan.certificate, {
      station: {
        id: station.id,
        name: station.name,
        publicKey: station.signing_public,
        privateKey: station.signing_private,
      },
      app: APP_VERSION,
      releasedAt,
      previous: newest ? { quarter: newest.quarter, sha256: newest.sha256 } : null,
      auditHead: await auditHead(ctx.db),
    })
    const row = {
      id: ctx.newId(),
      quarter,
      released_at: releasedAt,
      released_by: ctx.session.user.id,
      file_name: fileName(station.name, quarter),
      sha256: sha256(bytes),
      package: bytes,
      figures: JSON.stringify(plan.figures),
      rules: JSON.stringify(RULES),
      coarser: JSON.stringify(plan.published.coarser),
    }
    await insertRelease(ctx.db, row, cellMap(plan), [
      ...asRows('participant', people.fresh),
      ...asRows('check', people.checked),
      ...asRows('referral', people.referred),
      ...asRows('result', people.newlyAchieved),
    ])
    ctx.note({ quarter, sha256: row.sha256, hidden: plan.figures.hidden, status: plan.figures.status })
    return { id: row.id, quarter, sha256: row.sha256, fileName: row.file_name }
  },

  'aggregates.save': async (ctx, { releaseId }) => {
    const release = await releaseById(ctx.db, releaseId)
    if (!release) throw new Refusal('not-found')
    const bytes = new Uint8Array(release.package)
    ctx.note({ quarter: release.quarter, sha256: release.sha256 })
    ctx.afterCommit(async () => {
      if (!(await ctx.files.save(release.file_name, bytes))) throw new Refusal('file-cancelled')
      return {}
    })
    return {}
  },
}
