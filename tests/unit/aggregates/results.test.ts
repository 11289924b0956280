// Education, background and the results of leaving on their way from the records to the office.
import { expect, test } from 'vitest'
import { must } from '../../host/make-server.ts'
import { participants } from '../../host/participants.ts'
import { peek } from '../../host/peek.ts'
import { clinicAndOffice } from './clinic-and-office.ts'

const scene = clinicAndOffice()
const { imported, movedTo, released, setUpBoth } = scene

const known = { exitJobSearch: false, exitEducation: false, exitQualification: false, exitRestUnknown: false }
const leave = (clientId: string, exitDate: string, more: object = {}) =>
  must(
    scene.clinic.server.ask('clients.exitProject', {
      ...{ clientId, version: 1, exitDate, exitStatus: 'employed' as const, ...known },
      ...more,
    }),
  )

test('results count when they are final and complete, once, and not after consent is withdrawn', async () => {
  await setUpBoth()
  const ids = await participants(scene.clinic.server, 0, 40, '2026-02-01')
  // Two thirds were unemployed, the others students: all of them may find work.
  await movedTo('2026-03-20T06:00:00.000Z')
  for (const id of ids.slice(0, 12)) await leave(id, '2026-02-20')
  // Left within four weeks of the quarter's end: final in the next one.
  for (const id of ids.slice(12, 20)) await leave(id, '2026-03-19')
  await leave(ids[20]!, '2026-02-20', { exitStatus: null })
  await leave(ids[21]!, '2026-02-20', { exitStatus: null, exitRestUnknown: true, exitQualification: true })
  await leave(ids[22]!, '2026-02-20', { exitStatus: 'unemployed' })
  await movedTo('2026-04-05T06:00:00.000Z')
  const first = await released('2026-Q1')
  const cell = (from: Awaited<ReturnType<typeof released>>, id: string) =>
    from.preview.tables.flatMap(({ cells }) => cells).find((one) => one.id === id)
  expect(cell(first, 'results|T|EECR04')).toMatchObject({ count: 12, state: 'shown' })
  expect(cell(first, 'results|T|EECR03')).toMatchObject({ count: 1, state: 'primary' })
  expect(cell(first, 'education|T|isced3-4')).toMatchObject({ count: 40, state: 'shown' })
  // Nobody told of a disability, and that is not shown either.
  expect(cell(first, 'special|T|disability')).toMatchObject({ count: 0, state: 'primary', low: 0 })
  expect(cell(first, 'special|other|disability')).toMatchObject({ count: 0, state: 'shown' })
  await imported(first.bytes)

  const consent = (await must(scene.clinic.server.ask('clients.open', { clientId: ids[12]! }))).consents[0]!
  await must(
    scene.clinic.server.ask('clients.withdrawConsent', { clientId: ids[12]!, consentId: consent.id }),
  )
  // A result that was counted stays counted, whatever is found out later.
  await must(
    scene.clinic.server.ask('clients.changeExit', {
      ...{
        clientId: ids[0]!,
        version: 2,
        exitDate: '2026-02-20',
        exitStatus: 'unemployed' as const,
        ...known,
      },
    }),
  )
  await movedTo('2026-07-05T06:00:00.000Z')
  const second = await released('2026-Q2')
  expect(cell(second, 'results|T|EECR04')).toMatchObject({ count: 12 + 7, state: 'shown' })
  await imported(second.bytes)

  const { indicators } = await must(scene.office.server.ask('indicators.show', {}))
  const total = (id: string) => indicators.find((one) => one.id === id)!.total
  expect(total('EECR04')).toEqual({ low: 19, high: 19, hidden: false })
  expect(total('EECO10')).toEqual({ low: 40, high: 40, hidden: false })
  expect(total('EECO09')).toEqual({ low: 0, high: 0, hidden: false })
  expect(total('EECO12')).toMatchObject({ low: 0, hidden: true })
  expect(total('EECO12')!.high).toBeGreaterThanOrEqual(5)

  const told = await must(scene.clinic.server.ask('dataRequest.show', { clientId: ids[1]! }))
  expect(told).toMatchObject({
    releases: [
      { quarter: '2026-Q1', kind: 'participant', education: 'isced3-4', result: [] },
      { quarter: '2026-Q1', kind: 'result', result: ['EECR04'] },
    ],
  })
  const db = await peek(scene.clinic.folder)
  const zeros = db.prepare("select count(*) from release_cell where count = 0 and state <> 'primary'").pluck()
  expect(zeros.get()).toBe(0)
  db.close()
})
