// From the records through the signed package to the office, by the calls of the screens.
import { expect, test } from 'vitest'
import { must, setUp } from '../../host/make-server.ts'
import { participants } from '../../host/participants.ts'
import { clinicAndOffice } from './clinic-and-office.ts'

const scene = clinicAndOffice()
const { accept, check, movedTo, released, setUpBoth } = scene

const register = (from: number, to: number, entryDate: string, given = true): Promise<string[]> =>
  participants(scene.clinic.server, from, to, entryDate, given)

const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'ok' : result.error.code

test('preview, release, save again, import, indicators', async () => {
  await setUpBoth()
  const ids = await register(0, 40, '2026-02-01')
  await register(40, 43, '2026-02-01', false)
  await must(
    scene.clinic.server.ask('clients.withdrawConsent', {
      clientId: ids[0]!,
      consentId: (await must(scene.clinic.server.ask('clients.open', { clientId: ids[0]! }))).consents[0]!.id,
    }),
  )
  const early = await scene.clinic.server.ask('aggregates.preview', { quarter: '2026-Q1', seconds: 1 })
  expect(codeOf(early)).toBe('quarter-not-ended')

  await movedTo('2026-04-05T06:00:00.000Z')
  const first = await released('2026-Q1')
  // One withdrew in time, three never consented.
  expect(first.preview.participants).toBe(39)
  const participants = first.preview.tables.find((one) => one.table === 'participants')!.cells
  expect(participants.find((cell) => cell.id === 'participants|ALL|T|T|T')).toMatchObject({
    count: 39,
    state: 'shown',
  })
  for (const cell of participants) {
    if (cell.count >= 1 && cell.count < 5) expect(cell.state, cell.id).toBe('primary')
    if (cell.state !== 'shown') expect(cell.high ?? Infinity, cell.id).toBeGreaterThanOrEqual(5)
  }
  expect(
    codeOf(await scene.clinic.server.ask('aggregates.preview', { quarter: '2026-Q1', seconds: 1 })),
  ).toBe('already-released')
  expect(codeOf(await scene.clinic.server.ask('aggregates.release', { token: first.preview.token }))).toBe(
    'already-released',
  )
  await must(scene.clinic.server.ask('aggregates.save', { releaseId: first.released.id }))
  expect(Buffer.from(scene.clinic.saved.at(-1)!.bytes).equals(Buffer.from(first.bytes))).toBe(true)

  // Withdrawing after having been counted takes nobody out of what was released: the figures never fall.
  const later = (await must(scene.clinic.server.ask('clients.open', { clientId: ids[1]! }))).consents[0]!.id
  await must(scene.clinic.server.ask('clients.withdrawConsent', { clientId: ids[1]!, consentId: later }))
  await movedTo('2026-05-20T06:00:00.000Z')
  await register(50, 80, '2026-05-10')
  await movedTo('2026-07-05T06:00:00.000Z')
  const second = await released('2026-Q2')
  expect(second.preview.participants).toBe(69)

  expect(codeOf(await check(second.bytes))).toBe('import-gap')
  const checked = await must(check(first.bytes))
  expect(checked).toMatchObject({ known: false, quarter: '2026-Q1', audit: 'safe' })
  const unconfirmed = await scene.office.server.ask('imports.accept', {
    token: checked.token,
    fingerprint: null,
  })
  expect(codeOf(unconfirmed)).toBe('import-unknown-station')
  expect(await must(scene.office.server.ask('imports.list', {}))).toEqual([])
  await accept(checked)
  expect(codeOf(await check(first.bytes))).toBe('import-repeated')
  const tampered = second.bytes.slice()
  tampered[tampered.length >> 1]! ^= 4
  expect(codeOf(await check(tampered))).toMatch(/^import-/)
  await accept(await must(check(second.bytes)))

  const [station] = await must(scene.office.server.ask('imports.list', {}))
  expect(station!.imports.map((one) => one.quarter)).toEqual(['2026-Q1', '2026-Q2'])
  const { indicators } = await must(scene.office.server.ask('indicators.show', {}))
  const total = (id: string) => indicators.find((one) => one.id === id)!.total
  expect(total('participants')).toEqual({ low: 69, high: 69, hidden: false })
  // Nobody is employed: a true zero, not a hole.
  expect(total('employed')).toEqual({ low: 0, high: 0, hidden: false })
  expect(total('health-checks')).toEqual({ low: 0, high: 0, hidden: false })
  const events = (await must(scene.clinic.server.ask('aggregates.status', {}))).releases.map(
    (one) => one.quarter,
  )
  expect(events).toEqual(['2026-Q1', '2026-Q2'])
})

test('a preview expires when the records change, and nothing is released', async () => {
  await setUp(scene.clinic.server)
  await register(0, 20, '2026-02-01')
  await movedTo('2026-04-05T06:00:00.000Z')
  const preview = await must(
    scene.clinic.server.ask('aggregates.preview', { quarter: '2026-Q1', seconds: 1 }),
  )
  await register(20, 21, '2026-03-30')
  expect(codeOf(await scene.clinic.server.ask('aggregates.release', { token: preview.token }))).toBe(
    'preview-expired',
  )
  expect((await must(scene.clinic.server.ask('aggregates.status', {}))).releases).toEqual([])
  expect((await must(scene.clinic.server.ask('aggregates.stop', {}))).stopped).toBe(false)
})

test('nobody to count: there is nothing to release', async () => {
  await setUp(scene.clinic.server)
  const result = await scene.clinic.server.ask('aggregates.preview', { quarter: '2025-Q4', seconds: 1 })
  expect(codeOf(result)).toBe('nothing-to-release')
  expect((await must(scene.clinic.server.ask('aggregates.status', {}))).next).toBeNull()
})
