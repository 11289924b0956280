// What may change of a participation after the entry, and that nothing of what was before is lost.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input } from '../../../domain/contract/table.ts'
import { clientInput } from '../../host/client-input.ts'
import { consentInput } from '../../host/consent-input.ts'
import { entryInput, NO_RESULTS } from '../../host/entry-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

let t: TestServer
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
})
afterEach(() => {
  expect(t.faults).toEqual([])
  t.dispose()
})

const register = async (over: Partial<Input<'clients.register'>> = {}) =>
  (
    await must(
      t.server.ask(
        'clients.register',
        clientInput({
          entry: entryInput(),
          statisticsConsent: { given: true, method: 'written' },
          ...over,
        }),
      ),
    )
  ).id
const participation = async (clientId: string) =>
  (await must(t.server.ask('clients.open', { clientId }))).participation!
const onDay = async (date: string) => {
  t.setClock(`${date}T08:00:00.000Z`)
  await must(signInAs(t.server, 'firstUser'))
}
const work = async () =>
  (await must(t.server.ask('worklist.show', {}))).map(({ kind, date, overdue }) => ({ kind, date, overdue }))
const events = async (clientId: string) =>
  (await must(t.server.ask('audit.ofClient', { clientId }))).map(({ event }) => event)
const problem = (path: string, code: string) => ({
  ok: false,
  error: { code: 'invalid-input', fields: [{ path, code }] },
})

const results = {
  exitStatus: 'employed',
  exitJobSearch: false,
  exitEducation: false,
  exitQualification: false,
  exitRestUnknown: false,
} as const

test('an exit is recorded at once, asked for before its results are due, and completed within four weeks', async () => {
  const clientId = await register()
  await must(
    t.server.ask('clients.exitProject', { clientId, version: 1, exitDate: '2026-11-24', ...NO_RESULTS }),
  )
  expect(await work()).toEqual([])
  await onDay('2026-12-08')
  expect(await work()).toEqual([{ kind: 'exit-results', date: '2026-12-22', overdue: false }])
  const exit = { clientId, version: 2, exitDate: '2026-11-24', ...NO_RESULTS, exitJobSearch: false }
  await must(t.server.ask('clients.changeExit', exit))
  expect(await t.server.ask('clients.changeExit', exit)).toEqual({ ok: false, error: { code: 'stale' } })
  await onDay('2026-12-23')
  expect(await work()).toEqual([{ kind: 'exit-results', date: '2026-12-22', overdue: true }])
  await must(t.server.ask('clients.changeExit', { clientId, version: 3, exitDate: '2026-11-24', ...results }))
  expect(await work()).toEqual([])
  expect(await participation(clientId)).toMatchObject({
    exitStatus: 'employed',
    exitJobSearch: false,
    version: 4,
    changes: [
      { version: 1, kind: 'left', changedBy: 'Hilla Hoitaja' },
      { version: 2, kind: 'exit-changed' },
      { version: 3, kind: 'exit-changed' },
    ],
  })
  expect((await events(clientId)).filter((event) => event.startsWith('project.'))).toEqual([
    'project.exit-changed',
    'project.exit-changed',
    'project.left',
  ])
  const told = await must(t.server.ask('dataRequest.show', { clientId }))
  expect(told).toMatchObject({
    participation_changes: [
      { before: { exit_date: null } },
      { before: { exit_status: null, exit_job_search: null } },
      { before: { exit_status: null, exit_job_search: 0 } },
    ],
  })
})

test('results that cannot be found out are not asked for again, until something of the exit changes', async () => {
  const clientId = await register()
  const exit = { clientId, exitDate: '2026-11-24', ...NO_RESULTS, exitStatus: 'student' as const }
  await must(t.server.ask('clients.exitProject', { ...exit, version: 1, exitRestUnknown: true }))
  await onDay('2027-03-01')
  expect(await work()).toEqual([])
  expect(await participation(clientId)).toMatchObject({ exitStatus: 'student', exitRestUnknown: true })
  await must(t.server.ask('clients.changeExit', { ...exit, version: 2 }))
  expect(await work()).toMatchObject([{ kind: 'exit-results', overdue: true }])
  // With everything known there is no rest.
  await must(
    t.server.ask('clients.changeExit', {
      clientId,
      version: 3,
      exitDate: '2026-11-24',
      ...results,
      exitRestUnknown: true,
    }),
  )
  expect(await participation(clientId)).toMatchObject({ exitRestUnknown: false })
  await must(t.server.ask('clients.changeExit', { ...exit, version: 4, exitRestUnknown: true }))
  await must(t.server.ask('clients.reenterProject', { clientId, version: 5, date: '2027-03-01' }))
  expect(await participation(clientId)).toMatchObject({ exitDate: null, exitRestUnknown: false })
})

test('an entry is within the project’s time, an exit not before the entry, and neither is still to come', async () => {
  const clientId = await register({ entry: null, statisticsConsent: null })
  const enter = (entryDate: string) =>
    t.server.ask('clients.enterProject', {
      clientId,
      entry: entryInput({ entryDate }),
      statisticsConsent: { given: true, method: 'oral' },
    })
  expect(await enter('2025-08-31')).toEqual(problem('entry.entryDate', 'outside-project'))
  expect(await enter('2026-11-25')).toEqual(problem('entry.entryDate', 'future'))
  await must(enter('2026-11-02'))
  const leave = (exitDate: string) =>
    t.server.ask('clients.exitProject', { clientId, version: 1, exitDate, ...NO_RESULTS })
  expect(await leave('2026-11-01')).toEqual(problem('exitDate', 'before-entry'))
  expect(await leave('2026-11-25')).toEqual(problem('exitDate', 'future'))
  await must(leave('2026-11-02'))
  await onDay('2028-09-01')
  expect(await t.server.ask('clients.reenterProject', { clientId, version: 2, date: '2028-09-01' })).toEqual(
    problem('date', 'outside-project'),
  )
  const late = await register({ hetu: '010100A903K', entry: null, statisticsConsent: null })
  const after = entryInput({ entryDate: '2028-09-01' })
  expect(
    await t.server.ask('clients.enterProject', {
      clientId: late,
      entry: after,
      statisticsConsent: { given: true, method: 'oral' },
    }),
  ).toEqual(problem('entry.entryDate', 'outside-project'))
})

test('whoever returns goes on with the first entry, and the next exit replaces the last one', async () => {
  const clientId = await register()
  const left = { clientId, exitDate: '2026-11-20', ...results }
  expect(
    await t.server.ask('clients.reenterProject', { clientId, version: 1, date: '2026-11-24' }),
  ).toMatchObject({ ok: false, error: { code: 'state-forbids' } })
  await must(t.server.ask('clients.exitProject', { ...left, version: 1 }))
  const back = (date: string) => t.server.ask('clients.reenterProject', { clientId, version: 2, date })
  expect(await back('2026-11-19')).toEqual(problem('date', 'before-exit'))
  expect(await back('2026-11-25')).toEqual(problem('date', 'future'))
  await must(back('2026-11-23'))
  expect(await participation(clientId)).toMatchObject({
    entryDate: '2026-11-02',
    labourStatus: 'unemployed',
    reenteredOn: '2026-11-23',
    exitDate: null,
    exitStatus: null,
  })
  expect(await t.server.ask('clients.exitProject', { ...left, version: 3 })).toEqual(
    problem('exitDate', 'before-reentry'),
  )
  await must(t.server.ask('clients.exitProject', { ...left, version: 3, exitDate: '2026-11-24' }))
  expect(await participation(clientId)).toMatchObject({ entryDate: '2026-11-02', exitDate: '2026-11-24' })
  expect(await events(clientId)).toContain('project.reentered')
})

test('a sex unknown on entry is told of, completed by correcting the client, and the person is then counted', async () => {
  const clientId = await register({ sex: 'unknown' })
  expect(await work()).toEqual([{ kind: 'minimum-missing', date: '2026-11-02', overdue: true }])
  const {
    entry: _,
    statisticsConsent: __,
    ...fields
  } = clientInput({ sex: 'female', birthDate: '1990-01-01' })
  await must(
    t.server.ask('clients.correct', { clientId, version: 1, reason: 'Puuttui lomakkeesta', ...fields }),
  )
  expect(await participation(clientId)).toMatchObject({
    sex: 'female',
    changes: [{ kind: 'entry-corrected', reason: 'Puuttui lomakkeesta', changedBy: 'Hilla Hoitaja' }],
  })
  expect(await work()).toEqual([])
  // A sex that was known on entry is frozen: what changes in life later is no error.
  await must(
    t.server.ask('clients.correct', { clientId, version: 2, reason: 'Vahvistettu', ...fields, sex: 'male' }),
  )
  expect(await participation(clientId)).toMatchObject({ sex: 'female', version: 2 })
})

test('an error in the entry is corrected with a reason, and what was before stays', async () => {
  const clientId = await register()
  const correct = (version: number, over: Partial<Input<'clients.correctEntry'>>) =>
    t.server.ask('clients.correctEntry', {
      clientId,
      version,
      reason: 'Näppäilyvirhe',
      entry: entryInput(),
      sex: 'female',
      municipality: '698',
      ...over,
    })
  expect(await correct(1, {})).toEqual(problem('reason', 'nothing-changed'))
  expect(await correct(1, { entry: entryInput({ entryDate: '2025-08-31' }) })).toEqual(
    problem('entry.entryDate', 'outside-project'),
  )
  await must(correct(1, { entry: entryInput({ education: 'isced5-8' }), municipality: '148' }))
  expect(await correct(1, { sex: 'other' })).toMatchObject({ ok: false, error: { code: 'stale' } })
  expect(await participation(clientId)).toMatchObject({
    education: 'isced5-8',
    municipality: '148',
    version: 2,
  })
  await must(
    t.server.ask('clients.exitProject', { clientId, version: 2, exitDate: '2026-11-20', ...results }),
  )
  expect(await correct(3, { entry: entryInput({ entryDate: '2026-11-21' }) })).toEqual(
    problem('entry.entryDate', 'after-exit'),
  )
  expect(await must(t.server.ask('dataRequest.show', { clientId }))).toMatchObject({
    participation_changes: [
      {
        kind: 'entry-corrected',
        reason: 'Näppäilyvirhe',
        before: { education: 'isced3-4', municipality: '698' },
      },
      { kind: 'left', before: { education: 'isced5-8' } },
    ],
  })
  expect(await events(clientId)).toContain('project.entry-corrected')
})

test('an entry agreed on but not recorded is on the worklist, and goes when it is recorded', async () => {
  const clientId = await register({ entry: null, statisticsConsent: null })
  const consent = (given: boolean) =>
    t.server.ask('clients.recordConsent', consentInput(clientId, 'projectParticipation', { given }))
  await must(consent(true))
  expect(await work()).toEqual([{ kind: 'entry-missing', date: '2026-11-24', overdue: false }])
  await onDay('2026-12-09')
  expect(await work()).toEqual([{ kind: 'entry-missing', date: '2026-11-24', overdue: true }])
  await must(consent(false))
  expect(await work()).toEqual([])
  await onDay('2026-12-10')
  await must(consent(true))
  await must(
    t.server.ask('clients.enterProject', {
      clientId,
      entry: entryInput(),
      statisticsConsent: { given: true, method: 'oral' },
    }),
  )
  expect(await work()).toEqual([])
})
