import { expect, test } from 'vitest'
import { must } from '../../host/make-server.ts'
import { allHidden, makePackage, newKeys } from '../import/make-package.ts'
import { clinicAndOffice } from './clinic-and-office.ts'

const scene = clinicAndOffice()
const STATIONS = [1, 2, 3].map((k) => `00000000-0000-4000-8000-00000000000${k}`)

test('a quarter says how many stations it lacks, for what is counted anew each quarter too', async () => {
  await scene.setUpBoth()
  const first = newKeys()
  await scene.imported(makePackage({ keys: first, stationId: STATIONS[0]! }))
  await scene.imported(makePackage({ keys: newKeys(), stationId: STATIONS[1]! }))
  const later = { ...allHidden(), quarter: '2026-Q2' }
  await scene.imported(makePackage({ keys: newKeys(), stationId: STATIONS[2]!, figures: later }))
  const { quarters, indicators } = await must(scene.office.server.ask('indicators.show', {}))
  expect(quarters).toEqual(['2026-Q1', '2026-Q2'])
  for (const { id, rows } of indicators)
    expect(
      rows.map(({ quarter, missing }) => [quarter, missing]),
      id,
    ).toEqual([
      ['2026-Q1', 1],
      ['2026-Q2', 2],
    ])
  const flow = indicators.find(({ id }) => id === 'referrals')!.rows[1]!
  expect(flow.stations.map(({ id, figure }) => [id, figure === null])).toEqual([
    [STATIONS[0], true],
    [STATIONS[1], true],
    [STATIONS[2], false],
  ])
})
