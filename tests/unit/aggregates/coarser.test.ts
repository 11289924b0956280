// Coarser releases: which cells they display, what they show in the files, and what stays protected over time.
import { expect, test } from 'vitest'
import { CATALOGUE, TABLES } from '../../../domain/aggregates/catalogue.ts'
import {
  type Coarsening,
  cellsIn,
  coarseningsSchema,
  codesIn,
  isPossible,
  MOST_COARSENINGS,
  mergedParts,
  partsOf,
  visibleCells,
} from '../../../domain/aggregates/coarser.ts'
import { quarterTables } from '../../../domain/aggregates/release-tables.ts'
import { auditReleases } from '../../../domain/aggregates/released.ts'
import { RULES } from '../../../domain/aggregates/rules.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { labelOf } from '../../../main/export/labels.ts'
import { planRelease } from '../../../main/server/release-plan.ts'
import { leakyRelease } from '../../host/leaky-release.ts'
import { must, setUp } from '../../host/make-server.ts'
import { participants } from '../../host/participants.ts'
import { filesOf } from '../import/make-package.ts'
import { clinicAndOffice } from './clinic-and-office.ts'
import { randomQuarters } from './people.ts'

const AREAS: Coarsening = {
  kind: 'merge',
  table: 'participants',
  dimension: 'area',
  categories: ['rovaniemi', 'pohjois_lappi'],
}
const CLASSES: Coarsening = {
  kind: 'merge',
  table: 'participants',
  dimension: 'labour_status',
  categories: ['student', 'outside'],
}
const MERGED = 'participants|rovaniemi+pohjois_lappi|T|T|T'

test('merged classes take the place of their parts in every cell of their table, in two dimensions too', () => {
  const ids = new Set(visibleCells([AREAS, CLASSES]).map((cell) => cell.id))
  expect(ids.has(MERGED)).toBe(true)
  expect(ids.has('participants|rovaniemi+pohjois_lappi|female|T|student+outside')).toBe(true)
  expect(ids.has('participants|ALL|T|T|student+outside')).toBe(true)
  for (const id of ids)
    expect(/participants\|(rovaniemi|pohjois_lappi)\||participants.*\|(student|outside)$/.test(id), id).toBe(
      false,
    )
  // Their municipalities, and the other tables, stay.
  expect(ids.has('participants|698|T|T|T')).toBe(true)
  expect(ids.has('referrals|rovaniemi|T')).toBe(true)
  expect(visibleCells([])).toHaveLength(CATALOGUE.length)
  expect(codesIn('participants', 'labour_status', [CLASSES])).toContain('student+outside')
  expect(codesIn('referrals', 'area', [AREAS])).not.toContain('rovaniemi+pohjois_lappi')
  expect(labelOf('area', 'rovaniemi+pohjois_lappi')).toContain(' + ')
  expect(mergedParts('student+outside')).toEqual(partsOf('labour_status', 'student+outside'))
})

test('a whole level merged is its total; margins only and a table left out show no more than that', () => {
  const level: Coarsening = {
    kind: 'merge',
    table: 'participants',
    dimension: 'labour_status',
    categories: ['employee', 'self_employed'],
  }
  const ids = visibleCells([level]).map((cell) => cell.id)
  expect(ids.filter((id) => id.includes('employee'))).toEqual([])
  expect(ids).toContain('participants|ALL|T|T|employed')
  expect(codesIn('participants', 'labour_status', [level]).some((code) => code.includes('+'))).toBe(false)
  const margins = cellsIn('participants', [{ kind: 'margins-only', table: 'participants' }])
  expect(
    margins.every(({ codes }) => codes.filter((code) => code !== 'T' && code !== 'ALL').length <= 1),
  ).toBe(true)
  expect(margins.length).toBeGreaterThan(10)
  expect(cellsIn('referrals', [{ kind: 'leave-out', table: 'referrals' }])).toEqual([])
})

test('what does not fit the catalogue is not possible', () => {
  const merge = (dimension: 'area' | 'sex' | 'age_band', ...categories: string[]): Coarsening => ({
    ...(AREAS as Extract<Coarsening, { kind: 'merge' }>),
    dimension,
    categories,
  })
  expect(isPossible([AREAS, CLASSES])).toBe(true)
  expect(isPossible([AREAS, AREAS])).toBe(false)
  expect(isPossible([merge('area', 'pohjois_lappi', 'rovaniemi')])).toBe(false)
  expect(isPossible([merge('area', 'rovaniemi', '698')])).toBe(false)
  expect(isPossible([merge('area', 'rovaniemi', 'mars')])).toBe(false)
  expect(isPossible([{ ...merge('age_band', '18-29', '30-54'), table: 'referrals' } as Coarsening])).toBe(
    false,
  )
  expect(coarseningsSchema.safeParse([merge('sex', 'male')]).success).toBe(false)
  expect(coarseningsSchema.safeParse(new Array(MOST_COARSENINGS + 1).fill(AREAS)).success).toBe(false)
})

test('merging in one quarter only: the files of both quarters together give nothing away', async () => {
  const solver = await createHighsSolver()
  const [first, second] = randomQuarters(3, [35, 18])
  const one = await planRelease([], first!, { seconds: 2 })
  const hidden = new Set([...one.states].flatMap(([id, state]) => (state === 'shown' ? [] : [id])))
  const earlier = [{ ...first!, hidden, coarser: [] }]
  const two = await planRelease(earlier, second!, { seconds: 2, coarser: [AREAS, CLASSES] })
  expect(two.figures.audit).toBe('safe')
  expect([...two.published.values.keys()]).toContain(MERGED)
  const sum = ['rovaniemi', 'pohjois_lappi'].reduce(
    (all, area) =>
      all + quarterTables(second!)[0]!.cells.find((cell) => cell.key === `participants|${area}|T|T|T`)!.count,
    0,
  )
  expect(two.counts.get(MERGED)).toBe(sum)
  // Showing every merged figure on top of what the first quarter showed is seen for what it is.
  const open = new Map(
    quarterTables(second!, [AREAS, CLASSES]).flatMap((table) =>
      table.cells.flatMap((cell) => (cell.unseen ? [] : [[cell.key, cell.count] as const])),
    ),
  )
  const files = [one.published, { quarter: second!.quarter, coarser: [AREAS, CLASSES], values: open }]
  expect((await auditReleases(files, solver, RULES)).status).toBe('unsafe')
})

test('three more people over two quarters are seen although the quarter between hides its figure', async () => {
  const solver = await createHighsSolver()
  const alike = Array.from({ length: 13 }, (_, i) => ({
    ...randomQuarters(3, [1])[0]!.counted[0]!,
    person: `p${i}`,
  }))
  const quarter = (code: string, from: number, to: number, shown: boolean) => {
    const people = { quarter: code, counted: alike.slice(0, to), fresh: alike.slice(from, to) }
    const flows = { checked: [], referred: [], achieved: [], newlyAchieved: [] }
    const cells = quarterTables({ ...people, ...flows }).flatMap((table) => table.cells)
    const values = cells.flatMap(({ key, count, unseen }) =>
      unseen ? [] : [[key, shown || count === 0 ? count : null] as const],
    )
    return { quarter: code, coarser: [], values: new Map(values) }
  }
  const files = [
    quarter('2026-Q1', 0, 10, true),
    quarter('2026-Q2', 10, 12, false),
    quarter('2026-Q3', 12, 13, true),
  ]
  const { exposed } = await auditReleases(files, solver, RULES)
  expect(exposed).toContain('participants|ALL|T|T|T+2026-Q3')
})

const scene = clinicAndOffice()
const { check, imported, movedTo, released, setUpBoth } = scene

test('merged, margins only, left out: released, imported and counted quarter after quarter', async () => {
  await setUpBoth()
  await participants(scene.clinic.server, 0, 30, '2026-02-01')
  await movedTo('2026-04-05T06:00:00.000Z')
  const first = await released('2026-Q1', [AREAS])
  const merged = first.preview.tables[0]!.cells.find((cell) => cell.id === MERGED)
  expect(merged).toMatchObject({ codes: ['rovaniemi+pohjois_lappi', 'T', 'T', 'T'], count: 30 })
  const files = filesOf(first.bytes)
  const text = (name: string) => new TextDecoder().decode(files[name])
  expect(text('participants.csv')).toContain('2026-Q1,rovaniemi+pohjois_lappi,T,T,T,30,shown')
  expect(text('participants.csv')).not.toContain('2026-Q1,rovaniemi,')
  expect(JSON.parse(text('manifest.json')).coarser).toEqual([AREAS])
  const stat = JSON.parse(text('participants.json'))
  expect(stat.dimension.area.category.child['rovaniemi+pohjois_lappi']).toEqual([
    'rovaniemi',
    'pohjois_lappi',
  ])
  await imported(first.bytes)

  await movedTo('2026-05-20T06:00:00.000Z')
  await participants(scene.clinic.server, 30, 45, '2026-05-10')
  await movedTo('2026-07-05T06:00:00.000Z')
  const second = await released('2026-Q2', [
    { kind: 'margins-only', table: 'participants' },
    { kind: 'leave-out', table: 'referrals' },
  ])
  expect(second.preview.tables.find((one) => one.table === 'referrals')!.cells).toEqual([])
  expect((await imported(second.bytes)).cells).toBe(second.preview.figures.cells)

  // Everything left out: the quarter waits, and the next one counts its people.
  await movedTo('2026-10-05T06:00:00.000Z')
  const nothing = TABLES.map((table) => ({ kind: 'leave-out' as const, table }))
  const third = await released('2026-Q3', nothing)
  expect(third.preview.figures).toMatchObject({ cells: 0, hidden: 0 })
  await imported(third.bytes)
  const { indicators } = await must(scene.office.server.ask('indicators.show', {}))
  const total = indicators.find((one) => one.id === 'participants')!.rows.map((row) => row.merged)
  expect(total[1]).toEqual({ low: 45, high: 45, hidden: false })
  expect(total[2]).toMatchObject({ low: 45, hidden: true })
})

test('a coarsening that does not fit is refused; ways are compared, and only one search runs at a time', async () => {
  await setUp(scene.clinic.server)
  await participants(scene.clinic.server, 0, 30, '2026-02-01')
  await movedTo('2026-04-05T06:00:00.000Z')
  const ask = { quarter: '2026-Q1', seconds: 1 }
  const twice = await scene.clinic.server.ask('aggregates.preview', { ...ask, coarser: [AREAS, AREAS] })
  expect(twice).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ path: 'coarser' }] } })
  const running = scene.clinic.server.ask('aggregates.ways', ask)
  const second = await scene.clinic.server.ask('aggregates.preview', ask)
  expect(second).toMatchObject({ ok: false, error: { code: 'state-forbids' } })
  const { ways, complete } = await must(running)
  expect(complete).toBe(true)
  expect(ways[0]).toMatchObject({ coarsening: null, possible: true })
  expect(ways.slice(1).every((way) => way.coarsening?.kind === 'merge')).toBe(true)
  expect(scene.clinic.events.some(({ value }) => (value as { task?: string }).task === 'ways')).toBe(true)

  const stopped = scene.clinic.server.ask('aggregates.ways', ask)
  while (!(await must(scene.clinic.server.ask('aggregates.stop', {}))).stopped)
    await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await must(stopped)).toMatchObject({ complete: false })
})

test('after a release that shows everything, each way is told with what it would show', async () => {
  await setUp(scene.clinic.server)
  await participants(scene.clinic.server, 0, 20, '2026-02-01')
  await movedTo('2026-04-05T06:00:00.000Z')
  await leakyRelease(scene.clinic, '2026-Q1')
  await participants(scene.clinic.server, 20, 30, '2026-04-02')
  await movedTo('2026-07-05T06:00:00.000Z')
  const preview = await scene.clinic.server.ask('aggregates.preview', { quarter: '2026-Q2', seconds: 1 })
  expect(preview).toMatchObject({
    ok: false,
    error: { code: 'release-frozen', params: { tables: 'participants, special' } },
  })
  const { ways } = await must(scene.clinic.server.ask('aggregates.ways', { quarter: '2026-Q2', seconds: 1 }))
  expect(ways[0]).toEqual({ coarsening: null, possible: false, shown: 0, hidden: 0 })
  const kinds = new Set(ways.map((way) => way.coarsening?.kind))
  expect([...kinds].sort()).toEqual(['leave-out', 'margins-only', 'merge', undefined].sort())
})

test('the office can end a check and put a checked package away', async () => {
  await setUpBoth()
  await participants(scene.clinic.server, 0, 30, '2026-02-01')
  await movedTo('2026-04-05T06:00:00.000Z')
  const { bytes } = await released('2026-Q1')
  const cancel = () => must(scene.office.server.ask('imports.cancel', {}))
  expect(await cancel()).toEqual({ stopped: false })
  const running = check(bytes)
  while (!(await cancel()).stopped) await new Promise((resolve) => setTimeout(resolve, 1))
  expect(await running).toMatchObject({ ok: false, error: { code: 'import-cancelled' } })
  const { token, fingerprint } = await must(check(bytes))
  expect(await cancel()).toEqual({ stopped: true })
  const accepted = await scene.office.server.ask('imports.accept', { token, fingerprint })
  expect(accepted).toMatchObject({ ok: false, error: { code: 'preview-expired' } })
  expect(await must(scene.office.server.ask('imports.list', {}))).toEqual([])
})
