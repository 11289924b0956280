import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DataRequestDocument } from '../../../domain/data-request/document.ts'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { completeAnswers } from '../../host/check-answers.ts'
import { clientInput, NOBODY } from '../../host/client-input.ts'
import { consentInput } from '../../host/consent-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

let t: TestServer
let clientId: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  clientId = (await must(t.server.ask('clients.register', clientInput({ phone: '050 000 0000' })))).id
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

/** Another day: the session has ended, so the nurse signs in again. */
const onDay = async (date: string) => {
  t.setClock(`${date}T08:00:00.000Z`)
  await must(signInAs(t.server, 'firstUser'))
}
const work = async () =>
  (await must(t.server.ask('worklist.show', {}))).map(({ kind, date, overdue, detail }) => ({
    kind,
    date,
    overdue,
    detail,
  }))

const signed = async (checkDate: string, followUpDate: string, followUpType = 'call') => {
  const { id: checkId } = await must(t.server.ask('checks.start', { clientId, checkDate }))
  const { draft } = await must(t.server.ask('checks.open', { checkId }))
  const answers = completeAnswers(draft!.answers as CheckAnswers)
  const fields = { ...answers.fields, followUpType, followUpDate }
  await must(
    t.server.ask('checks.saveDraft', { checkId, revision: 0, answers: { ...answers, fields } as never }),
  )
  await must(t.server.ask('checks.sign', { checkId, revision: 1, to: 'closed' }))
  return checkId
}

test('empty for a new station', async () => {
  expect(await work()).toEqual([])
})

test('a draft is late after five days', async () => {
  await must(t.server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))
  expect(await work()).toEqual([{ kind: 'draft', date: '2026-11-24', overdue: false, detail: '' }])
  await onDay('2026-11-30')
  expect(await work()).toEqual([{ kind: 'draft', date: '2026-11-24', overdue: true, detail: '' }])
})

test('a follow-up comes up two weeks ahead and goes when a later check was begun', async () => {
  await signed('2026-11-24', '2027-02-24')
  expect(await work()).toEqual([])
  await onDay('2027-02-12')
  expect(await work()).toEqual([{ kind: 'follow-up', date: '2027-02-24', overdue: false, detail: '' }])
  await onDay('2027-03-01')
  expect((await work())[0]).toMatchObject({ kind: 'follow-up', overdue: true })
  const { id: checkId } = await must(t.server.ask('checks.start', { clientId, checkDate: '2027-03-01' }))
  expect((await work()).map(({ kind }) => kind)).toEqual(['draft'])
  await must(t.server.ask('checks.stop', { checkId, to: 'no_show', reason: 'Ei tullut' }))
  expect((await work()).map(({ kind }) => kind)).toEqual(['follow-up'])
})

test('a date left behind when no follow-up was agreed calls nobody', async () => {
  const checkId = await signed('2026-11-24', '2026-11-30', 'none')
  expect(await work()).toEqual([])
  const [check] = await must(t.server.ask('checks.ofClient', { clientId }))
  expect(check).toMatchObject({ id: checkId, followUp: null })
})

test('a check that was called off after signing calls nobody, and its untouched plan items are dropped', async () => {
  const { id: checkId } = await must(t.server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))
  const { draft } = await must(t.server.ask('checks.open', { checkId }))
  const answers = completeAnswers(draft!.answers as CheckAnswers)
  const fields = {
    ...answers.fields,
    doctorQuestion: 'Onko työkykyinen?',
    followUpType: 'call',
    followUpDate: '2026-11-30',
    planItems: [{ action: 'Unipäiväkirja', dueDate: '2026-11-30' }],
  }
  await must(
    t.server.ask('checks.saveDraft', { checkId, revision: 0, answers: { ...answers, fields } as never }),
  )
  await must(t.server.ask('checks.sign', { checkId, revision: 1, to: 'doctor_pending' }))
  expect((await work()).map(({ kind }) => kind)).toEqual(['doctor-queue', 'follow-up', 'plan'])
  await must(t.server.ask('checks.stop', { checkId, to: 'cancelled', reason: 'Väärä asiakas' }))
  expect(await work()).toEqual([])
  expect(await must(t.server.ask('plans.ofClient', { clientId }))).toMatchObject([{ state: 'dropped' }])
})

test('a call is marked as carried out with one press: it leaves the list, the log tells, a new day calls again', async () => {
  const checkId = await signed('2026-11-24', '2026-11-30')
  expect((await work()).map(({ kind }) => kind)).toEqual(['follow-up'])
  const mark = (followUp: string) => t.server.ask('checks.followUpDone', { checkId, followUp })
  expect(await mark('2026-12-01')).toEqual({ ok: false, error: { code: 'stale' } })
  await must(mark('2026-11-30'))
  expect(await work()).toEqual([])
  expect(await mark('2026-11-30')).toEqual({ ok: false, error: { code: 'stale' } })
  const [check] = await must(t.server.ask('checks.ofClient', { clientId }))
  expect(check).toMatchObject({ followUp: '2026-11-30', followUpDone: expect.stringMatching(/^2026-11-24T/) })
  const events = await must(t.server.ask('audit.ofClient', { clientId }))
  expect(events.filter(({ event }) => event === 'check.follow-up-done')).toHaveLength(1)

  await must(t.server.ask('checks.amend', { checkId, reason: 'Uusi soitto' }))
  const { draft } = await must(t.server.ask('checks.open', { checkId }))
  const answers = draft!.answers as unknown as CheckAnswers
  const fields = { ...answers.fields, followUpDate: '2026-12-04' }
  const saved = { checkId, revision: 0, answers: { ...answers, fields } as never }
  await must(t.server.ask('checks.saveDraft', saved))
  await must(t.server.ask('checks.sign', { checkId, revision: 1, to: 'closed' }))
  expect(await work()).toMatchObject([{ kind: 'follow-up', date: '2026-12-04' }])

  // The client is told of both, though the check now names the second day only.
  await must(mark('2026-12-04'))
  const told = (await must(t.server.ask('dataRequest.show', { clientId }))) as unknown as DataRequestDocument
  expect(told.health_checks[0]!.follow_ups_done).toMatchObject([
    { follow_up: '2026-11-30', done_by: 'Hilla Hoitaja' },
    { follow_up: '2026-12-04', done_by: 'Hilla Hoitaja' },
  ])
})

test('a plan step is told a week ahead by its title, and not once it is done', async () => {
  const item = { kind: 'step', title: 'Soitto', instructions: '', contact: '', responsible: 'nurse' } as const
  const { ids } = await must(
    t.server.ask('plans.add', {
      clientId,
      items: [
        { ...item, dueDate: '2026-12-01' },
        { ...item, dueDate: '2026-12-02' },
        { ...item, dueDate: null },
      ],
    }),
  )
  expect(await work()).toEqual([{ kind: 'plan', date: '2026-12-01', overdue: false, detail: 'Soitto' }])
  await must(
    t.server.ask('plans.change', {
      ...item,
      dueDate: '2026-12-01',
      clientId,
      itemId: ids[0]!,
      revision: 1,
      state: 'done',
    }),
  )
  expect(await work()).toEqual([])
})

test('a sent referral that nobody has received is told after a week, with its receiver', async () => {
  const { id: referralId } = await must(t.server.ask('referrals.create', { clientId, checkId: null }))
  const { content } = await must(t.server.ask('referrals.open', { referralId }))
  const complete = { ...content, writerProfession: 'nurse', reasons: ['exercise'], goal: 'Liikkeelle' }
  await must(t.server.ask('referrals.saveDraft', { referralId, revision: 0, content: complete }))
  const step = { referralId, note: '', details: {} }
  const consent = { method: 'oral', receiver: 'Yhdistys ry' } as const
  await must(t.server.ask('referrals.step', { ...step, revision: 1, to: 'consented', consent }))
  await must(t.server.ask('referrals.step', { ...step, revision: 2, to: 'sent', consent: null }))
  await onDay('2026-12-01')
  expect(await work()).toEqual([])
  await onDay('2026-12-02')
  expect(await work()).toEqual([
    { kind: 'referral', date: '2026-11-24', overdue: true, detail: 'Yhdistys ry' },
  ])
})

test('which answer on taking part is the newest follows the order of writing, not a clock that was wrong', async () => {
  const answer = (given: boolean) =>
    must(t.server.ask('clients.recordConsent', consentInput(clientId, 'projectParticipation', { given })))
  await answer(false)
  t.moveClock(-60_000)
  await answer(true)
  expect(await work()).toMatchObject([{ kind: 'entry-missing' }])
  t.moveClock(60_000)
  await answer(true)
  t.moveClock(-60_000)
  await answer(false)
  expect(await work()).toEqual([])
})

test('of two checks closed for one date the last is the one that the client’s list has first', async () => {
  const made = await signed('2026-11-24', '2027-05-24')
  t.moveClock(-60_000)
  await signed('2026-11-24', '2027-05-24')
  const { lastCheck } = await must(t.server.ask('worklist.ofClient', { clientId }))
  const [newest] = await must(t.server.ask('checks.ofClient', { clientId }))
  expect([lastCheck?.id, newest?.id]).toEqual([made, made])
})

test('the administrator has no worklist of clients', async () => {
  await must(signInAs(t.server, 'administrator'))
  expect(await t.server.ask('worklist.show', {})).toEqual({ ok: false, error: { code: 'forbidden' } })
})

test("a client's page shows all that is open of that client, however far ahead, and the last closed check", async () => {
  const other = (
    await must(t.server.ask('clients.register', clientInput({ hetu: null, birthDate: '1980-01-01' })))
  ).id
  await must(t.server.ask('checks.start', { clientId: other, checkDate: '2026-11-24' }))
  const ofClient = async (id: string) => {
    const { waiting, lastCheck } = await must(t.server.ask('worklist.ofClient', { clientId: id }))
    return { kinds: waiting.map(({ kind, date }) => [kind, date]), last: lastCheck?.date ?? null }
  }
  expect(await ofClient(clientId)).toEqual({ kinds: [], last: null })
  await signed('2026-11-24', '2027-05-24')
  expect(await work()).toHaveLength(1)
  expect(await ofClient(clientId)).toEqual({ kinds: [['follow-up', '2027-05-24']], last: '2026-11-24' })
  expect(await ofClient(other)).toEqual({ kinds: [['draft', '2026-11-24']], last: null })
  expect(await t.server.ask('worklist.ofClient', { clientId: NOBODY })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
})
