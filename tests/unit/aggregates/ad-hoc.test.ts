// Perturbed tables for use inside the house: same people, same noise; logged; never near a release.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { adHocTable } from '../../../domain/aggregates/ad-hoc.ts'
import { KEY_RANGE } from '../../../domain/disclosure/cell-key.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { participants } from '../../host/participants.ts'
import { peek } from '../../host/peek.ts'
import { randomFrom, randomQuarters } from './people.ts'

test('every count is near the truth, none is 1 or 2, and the same people give the same counts', () => {
  const [{ counted }] = randomQuarters(4, [80]) as [ReturnType<typeof randomQuarters>[number]]
  const random = randomFrom(8)
  const keys = new Map(counted.map((one) => [one.person, Math.floor(random() * KEY_RANGE)]))
  const keyOf = (person: string) => keys.get(person)!
  const table = adHocTable(counted, { rows: 'sex', columns: 'labour_status' }, keyOf)
  expect(table).toMatchObject({ profile: 'perturbed', spread: 2, smallest: 3 })
  for (const { row, column, count } of table.cells) {
    const truth = counted.filter(
      (one) =>
        (row === 'T' || one.sex === row) &&
        (column === 'T' ||
          one.labour_status === column ||
          (column === 'unemployed' && /unemployed/.test(one.labour_status)) ||
          (column === 'employed' && /^(employee|self_employed)$/.test(one.labour_status))),
    ).length
    expect([1, 2]).not.toContain(count)
    expect(Math.abs(count - truth)).toBeLessThanOrEqual(2)
    if (truth === 0) expect(count).toBe(0)
  }
  expect(adHocTable(counted.toReversed(), { rows: 'sex', columns: 'labour_status' }, keyOf)).toEqual(table)
})

let clinic: TestServer
beforeEach(() => {
  clinic = makeServer({ now: '2026-02-10T08:00:00.000Z' })
})
afterEach(async () => {
  expect(clinic.faults).toEqual([])
  await clinic.dispose()
})

test('counts people of earlier releases and new ones, is logged, keeps nothing, and is for clinical roles', async () => {
  await setUp(clinic.server)
  await participants(clinic.server, 0, 24, '2026-02-01')
  const ask = { people: 'participants', rows: 'area', columns: 'sex' } as const
  const before = await must(clinic.server.ask('aggregates.adHoc', ask))
  expect(before.rows[0]).toBe('ALL')
  const total = before.cells.find((cell) => cell.row === 'ALL' && cell.column === 'T')!
  expect(Math.abs(total.count - 24)).toBeLessThanOrEqual(2)
  clinic.setClock('2026-04-05T06:00:00.000Z')
  await must(signInAs(clinic.server, 'firstUser'))
  const { token } = await must(clinic.server.ask('aggregates.preview', { quarter: '2026-Q1', seconds: 1 }))
  await must(clinic.server.ask('aggregates.release', { token }))
  // Counted in a release now: the same people, so the same noise.
  expect(await must(clinic.server.ask('aggregates.adHoc', ask))).toEqual(before)
  const checked = await must(clinic.server.ask('aggregates.adHoc', { ...ask, people: 'checked' }))
  expect(checked.cells.every((cell) => cell.count === 0)).toBe(true)
  expect((await must(clinic.server.ask('aggregates.adHoc', { ...ask, people: 'referred' }))).rows).toEqual(
    before.rows,
  )
  const same = await clinic.server.ask('aggregates.adHoc', { ...ask, columns: 'area' })
  expect(same).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path: 'columns', code: 'same' }] },
  })
  const db = await peek(clinic.folder)
  const events = db
    .prepare("select details from audit_event where event = 'aggregates.ad-hoc' order by seq")
    .pluck()
    .all()
  expect(events).toHaveLength(4)
  expect(JSON.parse(events[0] as string)).toEqual(ask)
  db.close()
})
