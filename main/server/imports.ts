// The project office takes packages in: check the whole package, show it, write it when a person accepts.

import type { Reader } from '../../db/kysely.ts'
import {
  importCells,
  insertImport,
  listImports,
  pinnedStations,
  pinStation,
  replaceIntervals,
} from '../../db/repositories/imports.ts'
import { coarseningsSchema } from '../../domain/aggregates/coarser.ts'
import { PACKAGE_LIMITS } from '../../domain/aggregates/package.ts'
import type { PublicQuarter } from '../../domain/aggregates/public-view.ts'
import type { PublicAudit } from '../../domain/aggregates/released.ts'
import { RULES } from '../../domain/aggregates/rules.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { importsCalls } from '../../domain/contract/imports.calls.ts'
import { INDICATOR_CELLS, INDICATOR_SUMS } from '../../domain/indicators/definitions.ts'
import { auditInThread } from '../disclosure/run.ts'
import { mustBeSafe, mustFollow } from '../import/place-package.ts'
import { type VerifiedPackage, verifyPackage } from '../import/verify-package.ts'
import type { Context, Handlers } from './handler.ts'

const CHECKED = 'import.checked'
const RUNNING = 'import.running'
type Checked = { token: string; package: VerifiedPackage; verdict: PublicAudit }

/** As a person reads them. */
const sameName = (one: string, other: string): boolean =>
  one.normalize('NFKC').toLocaleLowerCase('fi') === other.normalize('NFKC').toLocaleLowerCase('fi')

const hiddenOf = (released: PublicQuarter): number =>
  [...released.values.values()].filter((value) => value === null).length

/** The station's earlier packages as their files say, in time order, with the ids of their imports. */
const earlierOf = async (
  db: Reader,
  stationId: string,
): Promise<{ id: string; released: PublicQuarter }[]> => {
  const mine = (await listImports(db)).filter((row) => row.station_id === stationId)
  return Promise.all(
    mine.map(async ({ id, quarter, coarser }) => ({
      id,
      released: {
        quarter,
        coarser: coarseningsSchema.parse(JSON.parse(coarser)),
        values: new Map((await importCells(db, id)).map((row) => [row.cell, row.value])),
      },
    })),
  )
}

/** The office's own attack on the files; a person may end it. Throws Refusal `import-cancelled`. */
const attack = async (ctx: Context<'read'>, releases: readonly PublicQuarter[]): Promise<PublicAudit> => {
  const running = new AbortController()
  ctx.memory.set(RUNNING, running)
  try {
    return await auditInThread(
      { releases, rules: RULES, wanted: { sums: INDICATOR_SUMS, cells: INDICATOR_CELLS } },
      {
        signal: running.signal,
        onShare: (done) => ctx.emit('progress', { task: 'import', done, best: null, bound: null }),
      },
    )
  } catch (error) {
    if (running.signal.aborted) throw new Refusal('import-cancelled')
    throw error
  } finally {
    if (ctx.memory.get(RUNNING) === running) ctx.memory.delete(RUNNING)
  }
}

export const importsHandlers: Handlers<typeof importsCalls> = {
  'imports.list': async ({ db }) => {
    const imports = await listImports(db)
    return (await pinnedStations(db)).map((station) => ({
      stationId: station.id,
      name: station.name,
      fingerprint: station.fingerprint,
      imports: imports
        .filter((row) => row.station_id === station.id)
        .map((row) => ({
          id: row.id,
          quarter: row.quarter,
          importedAt: row.imported_at,
          importedBy: row.display_name,
          releasedAt: row.released_at,
          cells: row.cells,
          hidden: row.hidden,
          sha256: row.sha256,
        })),
    }))
  },

  'imports.check': async (ctx) => {
    if (ctx.memory.has(RUNNING)) throw new Refusal('state-forbids')
    ctx.memory.delete(CHECKED)
    const picked = await ctx.files.pick(['zip'], PACKAGE_LIMITS.zip)
    if (picked === null) throw new Refusal('file-cancelled')
    if (picked === 'too-large') throw new Refusal('import-too-large')
    const checked = verifyPackage(picked.bytes)
    const stations = await pinnedStations(ctx.db)
    mustFollow(checked, stations, await listImports(ctx.db))
    const { manifest, released } = checked
    const earlier = await earlierOf(ctx.db, manifest.station.id)
    const all = [...earlier.map((one) => one.released), released]
    const verdict = await attack(ctx, all)
    mustBeSafe(verdict)
    ctx.mustBeSignedIn()
    const token = ctx.newId()
    ctx.memory.set(CHECKED, { token, package: checked, verdict } satisfies Checked)
    return {
      token,
      stationId: manifest.station.id,
      name: manifest.station.name,
      fingerprint: checked.fingerprint,
      known: stations.some((one) => one.id === manifest.station.id),
      nameTaken: stations.some(
        (one) => one.id !== manifest.station.id && sameName(one.name, manifest.station.name),
      ),
      quarter: manifest.quarter,
      releasedAt: manifest.releasedAt,
      cells: released.values.size,
      hidden: hiddenOf(released),
      audit: 'safe' as const,
      attacks: verdict.attacks,
    }
  },

  'imports.cancel': async ({ memory }) => {
    const running = memory.get(RUNNING) as AbortController | undefined
    running?.abort()
    return { stopped: running !== undefined || memory.delete(CHECKED) }
  },

  'imports.accept': async (ctx, { token, fingerprint }) => {
    const kept = ctx.memory.get(CHECKED) as Checked | undefined
    if (kept?.token !== token) throw new Refusal('preview-expired')
    const { package: checked, verdict } = kept
    const { manifest, released } = checked
    const stations = await pinnedStations(ctx.db)
    mustFollow(checked, stations, await listImports(ctx.db))
    const { station, quarter } = manifest
    if (!stations.some((one) => one.id === station.id)) {
      if (fingerprint !== checked.fingerprint) throw new Refusal('import-unknown-station')
      await pinStation(ctx.db, {
        id: station.id,
        name: station.name,
        public_key: station.publicKey,
        fingerprint: checked.fingerprint,
        pinned_at: ctx.now(),
        pinned_by: ctx.session.user.id,
      })
    }
    const earlier = await earlierOf(ctx.db, station.id)
    const id = ctx.newId()
    await insertImport(
      ctx.db,
      {
        id,
        station_id: station.id,
        quarter,
        sha256: checked.sha256,
        package: checked.bytes,
        released_at: manifest.releasedAt,
        imported_at: ctx.now(),
        imported_by: ctx.session.user.id,
        cells: released.values.size,
        hidden: hiddenOf(released),
        coarser: JSON.stringify(manifest.coarser),
      },
      [...released.values].map(([cell, value]) => ({ cell, value })),
    )
    const importOf = new Map([
      ...earlier.map((one) => [one.released.quarter, one.id] as const),
      [quarter, id],
    ])
    const rows = [...verdict.intervals].map(([name, [low, high]]) => {
      const split = name.lastIndexOf('@')
      return { import_id: importOf.get(name.slice(split + 1))!, cell: name.slice(0, split), low, high }
    })
    await replaceIntervals(ctx.db, [...importOf.values()], rows)
    ctx.memory.delete(CHECKED)
    ctx.note({ stationId: station.id, quarter, sha256: checked.sha256 })
    return { id, stationId: station.id, quarter }
  },
}
