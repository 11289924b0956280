import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { completeAnswers } from '../../host/check-answers.ts'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

let t: TestServer
let clientId: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  clientId = (await must(t.server.ask('clients.register', clientInput()))).id
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

const ask = () => t.server
const open = (checkId: string) => must(ask().ask('checks.open', { checkId }))

/** A check with a saved draft; returns its id and the draft's revision. */
const started = async (edit: (a: CheckAnswers) => CheckAnswers = (a) => a) => {
  const { id: checkId } = await must(
    ask().ask('checks.start', { clientId, checkDate: '2026-11-24', another: true }),
  )
  const { draft } = await open(checkId)
  const answers = edit(completeAnswers(draft!.answers as CheckAnswers))
  const { revision } = await must(
    ask().ask('checks.saveDraft', { checkId, revision: 0, answers: answers as never }),
  )
  return { checkId, revision, answers }
}

const asDoctor = async () => {
  const doctor = { username: 'tohtori', password: 'poro kulkee jänkällä iltaisin' }
  await must(signInAs(ask(), 'administrator'))
  await must(ask().ask('users.add', { ...doctor, displayName: 'Tuija Tohtori', role: 'doctor' }))
  await must(ask().ask('session.signIn', doctor))
}

test('a new check starts from what the register knows', async () => {
  const { id: checkId } = await must(ask().ask('checks.start', { clientId, checkDate: '2026-11-24' }))
  const check = await open(checkId)
  expect(check).toMatchObject({ state: 'draft', clientId, versions: [] })
  expect(check.draft?.answers.fields).toMatchObject({
    birthDate: '1990-01-01',
    municipality: '698',
    unemployedSince: '2025-02',
  })
})

test('the birth date is the register’s, whatever a draft says', async () => {
  const elsewhere = (a: CheckAnswers) => ({ ...a, fields: { ...a.fields, birthDate: '2026-11-24' } })
  const { checkId, revision } = await started(elsewhere)
  expect((await open(checkId)).draft?.answers.fields).toMatchObject({ birthDate: '1990-01-01' })
  await must(ask().ask('checks.sign', { checkId, revision, to: 'closed' }))
  expect((await open(checkId)).versions[0]?.answers.fields).toMatchObject({ birthDate: '1990-01-01' })
})

test('a check is neither started on a day ahead nor signed before its day', async () => {
  expect(await ask().ask('checks.start', { clientId, checkDate: '2026-11-25' })).toEqual({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path: 'checkDate', code: 'future' }] },
  })
  const { checkId, revision } = await started()
  // A clock that was wrong on starting.
  t.setClock('2026-11-20T08:00:00.000Z')
  await must(signInAs(ask(), 'firstUser'))
  const signing = () => ask().ask('checks.sign', { checkId, revision, to: 'closed' })
  expect(await signing()).toEqual({ ok: false, error: { code: 'check-ahead' } })
  t.setClock('2026-11-24T08:00:00.000Z')
  await must(signInAs(ask(), 'firstUser'))
  expect(await signing()).toMatchObject({ ok: true })
})

test('with one check open another is started only when that is meant', async () => {
  const { checkId, revision } = await started()
  const start = { clientId, checkDate: '2026-11-24' }
  expect(await ask().ask('checks.start', start)).toEqual({
    ok: false,
    error: { code: 'check-open', params: { checkId, date: '2026-11-24' } },
  })
  const { id: second } = await must(ask().ask('checks.start', { ...start, another: true }))
  await must(ask().ask('checks.stop', { checkId: second, to: 'cancelled', reason: 'Liikaa' }))
  await must(ask().ask('checks.sign', { checkId, revision, to: 'closed' }))
  expect(await ask().ask('checks.start', start)).toMatchObject({ ok: true })
})

test('every save of a draft has its own event', async () => {
  const { checkId, answers } = await started()
  for (const revision of [1, 2, 3])
    await must(ask().ask('checks.saveDraft', { checkId, revision, answers: answers as never }))
  const events = await must(ask().ask('audit.ofClient', { clientId }))
  expect(events.filter(({ event }) => event === 'check.draft-saved')).toHaveLength(4)
})

test('saved as one types, a stale save is refused and changes nothing', async () => {
  const { checkId, revision, answers } = await started()
  expect(revision).toBe(1)
  expect((await open(checkId)).state).toBe('in_progress')
  const stale = await ask().ask('checks.saveDraft', {
    checkId,
    revision: 0,
    answers: { ...answers, fields: {} } as never,
  })
  expect(stale).toEqual({ ok: false, error: { code: 'stale' } })
  expect((await open(checkId)).draft?.answers).toEqual(answers)
})

test('a value over a hard limit and an unknown field are refused at their place', async () => {
  const { checkId, answers } = await started()
  const bad = { ...answers, fields: { ...answers.fields, weight: 4000, shoeSize: 41 } }
  const result = await ask().ask('checks.saveDraft', { checkId, revision: 1, answers: bad as never })
  expect(result.ok ? [] : result.error.fields?.map((f) => f.path).sort()).toEqual([
    'answers.fields.shoeSize',
    'answers.fields.weight',
  ])
})

test('a check that is not complete is not signed, and each gap is named', async () => {
  const { checkId, revision } = await started((a) => ({
    ...a,
    fields: { ...a.fields, informedPurpose: null, justification: '' },
  }))
  const result = await ask().ask('checks.sign', { checkId, revision, to: 'closed' })
  expect(result.ok ? [] : result.error.fields?.map((f) => f.path)).toEqual(
    expect.arrayContaining(['answers.fields.informedPurpose', 'answers.fields.justification']),
  )
  expect((await open(checkId)).versions).toEqual([])
})

test('PHQ-9 item 9 stops the signing until the step is answered', async () => {
  const phq9 = {
    version: '1',
    language: 'fi',
    mode: 'interview',
    answers: [0, 0, 0, 0, 0, 0, 0, 0, 1, null],
  } as const
  const { checkId, revision, answers } = await started((a) => ({
    ...a,
    instruments: { ...a.instruments, phq9: { ...phq9, answers: [...phq9.answers] } },
  }))
  const stopped = await ask().ask('checks.sign', { checkId, revision, to: 'closed' })
  expect(stopped.ok).toBe(false)
  const paths = stopped.ok ? [] : (stopped.error.fields ?? []).map((f) => f.path)
  expect(paths).toContain('answers.fields.selfHarmThoughts')
  const step = {
    selfHarmThoughts: 'yes',
    selfHarmAction: 'doctor_same_day',
    crisisInfoGiven: true,
    safetyPlan: 'Sovittu',
  }
  const flags = { ...answers.flags, phq9Item9: undefined }
  const next = { ...answers, flags, fields: { ...answers.fields, ...step } }
  await must(ask().ask('checks.saveDraft', { checkId, revision, answers: JSON.parse(JSON.stringify(next)) }))
  const again = await ask().ask('checks.sign', { checkId, revision: revision + 1, to: 'closed' })
  expect(again.ok ? 'signed' : again.error.fields).toBe('signed')
})

test('signed, closed, amended with a reason: the first version never changes', async () => {
  const { checkId, revision, answers } = await started()
  expect(await must(ask().ask('checks.sign', { checkId, revision, to: 'closed' }))).toMatchObject({
    version: 1,
    state: 'closed',
  })
  const closed = await open(checkId)
  expect(closed.draft).toBeNull()
  expect((await ask().ask('checks.saveDraft', { checkId, revision, answers: answers as never })).ok).toBe(
    false,
  )
  await must(ask().ask('checks.amend', { checkId, reason: 'Paino oli kirjattu väärin' }))
  const amended = { ...answers, fields: { ...answers.fields, weight: 73.2 } }
  await must(ask().ask('checks.saveDraft', { checkId, revision: 0, answers: amended as never }))
  await must(ask().ask('checks.sign', { checkId, revision: 1, to: 'closed' }))
  const { versions, state } = await open(checkId)
  expect(state).toBe('closed')
  expect(versions.map((v) => [v.version, (v.answers as CheckAnswers).fields.weight, v.reason])).toEqual([
    [1, 72.3, null],
    [2, 73.2, 'Paino oli kirjattu väärin'],
  ])
  expect(versions[0]!.answers).toEqual(closed.versions[0]!.answers)
})

test('an amendment leaves the day of the first closing, and so the quarter that counts the check', async () => {
  const { checkId, revision } = await started()
  await must(ask().ask('checks.sign', { checkId, revision, to: 'closed' }))
  const closedAt = async () => (await must(ask().ask('checks.ofClient', { clientId })))[0]!.closedAt
  const first = await closedAt()
  expect(first).toContain('2026-11-24')
  t.setClock('2027-02-01T08:00:00.000Z')
  await must(signInAs(ask(), 'firstUser'))
  await must(ask().ask('checks.amend', { checkId, reason: 'Paino oli kirjattu väärin' }))
  await must(ask().ask('checks.sign', { checkId, revision: 0, to: 'closed' }))
  expect(await closedAt()).toBe(first)
})

test('only a closed check is amended, and by one person at a time', async () => {
  const FORBIDDEN = { ok: false, error: { code: 'state-forbids' } }
  const amend = (checkId: string) => ask().ask('checks.amend', { checkId, reason: 'Paino väärin' })
  const { checkId, revision } = await started()
  expect(await amend(checkId)).toEqual(FORBIDDEN)
  await must(ask().ask('checks.sign', { checkId, revision, to: 'closed' }))
  await must(amend(checkId))
  expect(await amend(checkId)).toEqual(FORBIDDEN)
  const stopped = await started()
  await must(ask().ask('checks.stop', { checkId: stopped.checkId, to: 'no_show', reason: 'Ei tullut' }))
  expect(await amend(stopped.checkId)).toEqual(FORBIDDEN)
})

test('what was agreed goes into the plan once; amending brings what is new and leaves what a person changed', async () => {
  const walk = { action: 'Kävely', responsible: 'client', dueDate: '2026-12-24' }
  const diary = { goal: 'Uni', action: 'Unipäiväkirja', responsible: 'client' }
  const { checkId, revision, answers } = await started((a) => ({
    ...a,
    fields: { ...a.fields, planItems: [walk, diary] },
  }))
  const plan = async () => must(ask().ask('plans.ofClient', { clientId }))
  await must(ask().ask('checks.sign', { checkId, revision, to: 'closed' }))
  const [first] = await plan()
  expect((await plan()).map(({ title, state }) => [title, state])).toEqual([
    ['Kävely', 'open'],
    ['Unipäiväkirja', 'open'],
  ])
  const { createdAt: _c, changedAt: _d, id: itemId, ...item } = first!
  await must(
    ask().ask('plans.change', { ...item, clientId, itemId, title: 'Kävely koiran kanssa', state: 'done' }),
  )

  await must(ask().ask('checks.amend', { checkId, reason: 'Unohtui' }))
  const planItems = [walk, { action: 'Varaa aika' }]
  const amended = { ...answers, fields: { ...answers.fields, planItems } }
  await must(ask().ask('checks.saveDraft', { checkId, revision: 0, answers: amended as never }))
  await must(ask().ask('checks.sign', { checkId, revision: 1, to: 'closed' }))
  expect((await plan()).map(({ title, state }) => [title, state])).toEqual([
    ['Kävely koiran kanssa', 'done'],
    ['Unipäiväkirja', 'dropped'],
    ['Varaa aika', 'open'],
  ])
})

test('nurse to doctor: only a doctor may find a person unable to work', async () => {
  const { checkId, revision } = await started((a) => ({
    ...a,
    fields: { ...a.fields, workAbility: 'unable_temporary', unableUntil: '2027-03-01' },
  }))
  const refused = await ask().ask('checks.sign', { checkId, revision, to: 'closed' })
  expect(refused.ok ? [] : refused.error.fields).toContainEqual(
    expect.objectContaining({ path: 'answers.fields.workAbility', code: 'doctor-only' }),
  )
})

test('a check sent to the doctor waits in the queue and is closed by the doctor as a second version', async () => {
  const { checkId, revision } = await started((a) => ({
    ...a,
    fields: { ...a.fields, doctorQuestion: 'Työkyvyn arvio?' },
  }))
  expect(await must(ask().ask('checks.sign', { checkId, revision, to: 'doctor_pending' }))).toMatchObject({
    state: 'doctor_pending',
    version: 1,
  })
  await asDoctor()
  expect((await must(ask().ask('worklist.show', {}))).map((w) => [w.kind, w.id])).toEqual([
    ['doctor-queue', checkId],
  ])
  const result = await ask().ask('checks.sign', { checkId, revision: 0, to: 'closed' })
  expect(result).toMatchObject({ ok: true, value: { version: 2, state: 'closed' } })
  const { versions } = await open(checkId)
  expect(versions.map((v) => v.signedRole)).toEqual(['nurse', 'doctor'])
  expect((versions[1]!.answers as CheckAnswers).fields.assessedByRole).toBe('doctor')
})

test('a check that did not happen is closed with a reason and stays open to nobody', async () => {
  const { checkId } = await started()
  expect((await ask().ask('checks.stop', { checkId, to: 'no_show', reason: '' })).ok).toBe(false)
  await must(ask().ask('checks.stop', { checkId, to: 'no_show', reason: 'Ei saapunut' }))
  expect(await ask().ask('checks.amend', { checkId, reason: 'x' })).toEqual({
    ok: false,
    error: { code: 'state-forbids' },
  })
  expect((await must(ask().ask('checks.ofClient', { clientId })))[0]).toMatchObject({
    state: 'no_show',
    closedAt: null,
  })
})

test('an amendment is thrown away: the signed version stays, the log tells, and a new one may be begun', async () => {
  const { checkId, revision, answers } = await started()
  const discard = () => ask().ask('checks.discardAmendment', { checkId })
  expect(await discard()).toEqual({ ok: false, error: { code: 'state-forbids' } })
  await must(ask().ask('checks.sign', { checkId, revision, to: 'closed' }))
  const signed = await open(checkId)
  expect(await discard()).toEqual({ ok: false, error: { code: 'state-forbids' } })
  await must(ask().ask('checks.amend', { checkId, reason: 'Paino oli väärin' }))
  const amended = { ...answers, fields: { ...answers.fields, weight: 99 } }
  await must(ask().ask('checks.saveDraft', { checkId, revision: 0, answers: amended as never }))
  expect(await must(discard())).toEqual({ clientId })
  expect(await open(checkId)).toEqual(signed)
  expect((await ask().ask('checks.sign', { checkId, revision: 1, to: 'closed' })).ok).toBe(false)
  const log = await must(ask().ask('audit.ofClient', { clientId }))
  expect(log.map(({ event }) => event)).toContain('check.amendment-discarded')
  await must(ask().ask('checks.amend', { checkId, reason: 'Pituus oli väärin' }))
  expect((await open(checkId)).draft).toMatchObject({ reason: 'Pituus oli väärin', revision: 0 })
})

test('the register decides on signing whether the month of unemployment is needed, and leaving out lifts it', async () => {
  const without = (a: CheckAnswers): CheckAnswers => ({
    ...a,
    fields: { ...a.fields, unemployedSince: null },
  })
  const signing = async (edit: (a: CheckAnswers) => CheckAnswers) => {
    const { checkId, revision } = await started(edit)
    const result = await ask().ask('checks.sign', { checkId, revision, to: 'closed' })
    return result.ok ? [] : result.error.fields?.map(({ path, code }) => `${path} ${code}`)
  }
  expect(await signing(without)).toEqual(['answers.fields.unemployedSince required'])
  const left = { skipped: true, skipReason: 'client_declined' as const, notes: '' }
  expect(await signing((a) => ({ ...without(a), sections: { ...a.sections, unemployment: left } }))).toEqual(
    [],
  )
  const employed = clientInput({
    hetu: null,
    birthDate: '1985-05-05',
    labourStatus: 'employed',
    unemployedSince: null,
  })
  clientId = (await must(ask().ask('clients.register', employed))).id
  expect(await signing((a) => a)).toEqual([])
})

/** A check that the doctor closed; a nurse is signed in again. */
const closedByDoctor = async (workAbility: Record<string, unknown>) => {
  const { checkId, revision } = await started((a) => ({
    ...a,
    fields: { ...a.fields, doctorQuestion: 'Työkyvyn arvio?' },
  }))
  await must(ask().ask('checks.sign', { checkId, revision, to: 'doctor_pending' }))
  await asDoctor()
  const { draft } = await open(checkId)
  const answers = draft!.answers as CheckAnswers
  const edited = { ...answers, fields: { ...answers.fields, ...workAbility } }
  await must(ask().ask('checks.saveDraft', { checkId, revision: 0, answers: edited as never }))
  await must(ask().ask('checks.sign', { checkId, revision: 1, to: 'closed' }))
  await must(signInAs(ask(), 'firstUser'))
  return checkId
}

/** Amends some fields of a closed check and signs. */
const amending = async (checkId: string, fields: Record<string, unknown>) => {
  await must(ask().ask('checks.amend', { checkId, reason: 'Kirjoitusvirhe' }))
  const answers = (await open(checkId)).draft!.answers as CheckAnswers
  const edited = { ...answers, fields: { ...answers.fields, ...fields } }
  await must(ask().ask('checks.saveDraft', { checkId, revision: 0, answers: edited as never }))
  return ask().ask('checks.sign', { checkId, revision: 1, to: 'closed' })
}
const newest = async (checkId: string) => {
  const { versions } = await open(checkId)
  const { signedRole, answers } = versions.at(-1)!
  return [versions.length, signedRole, (answers as CheckAnswers).fields.assessedByRole]
}

test('a nurse corrects a value of a check whose conclusion is the doctor’s: the conclusion stays the doctor’s', async () => {
  const checkId = await closedByDoctor({ workAbility: 'unable_temporary', unableUntil: '2027-03-01' })
  await must(amending(checkId, { weight: 73.2, strengths: 'Sinnikäs' }))
  expect(await newest(checkId)).toEqual([3, 'nurse', 'doctor'])
})

test('a nurse who changes the doctor’s conclusion makes it her own preliminary one, where she may', async () => {
  const unable = await closedByDoctor({ workAbility: 'unable_temporary', unableUntil: '2027-03-01' })
  const refused = await amending(unable, { unableUntil: '2027-04-01' })
  expect(refused.ok ? [] : refused.error.fields).toContainEqual(
    expect.objectContaining({ path: 'answers.fields.workAbility', code: 'doctor-only' }),
  )
  await must(ask().ask('checks.discardAmendment', { checkId: unable }))
  await must(amending(unable, { workAbility: 'able' }))
  expect(await newest(unable)).toEqual([3, 'nurse', 'nurse'])
})

test('a doctor who corrects a value of a nurse’s check leaves the conclusion preliminary', async () => {
  const { checkId, revision } = await started()
  await must(ask().ask('checks.sign', { checkId, revision, to: 'closed' }))
  await asDoctor()
  await must(amending(checkId, { weight: 73.2 }))
  expect(await newest(checkId)).toEqual([2, 'doctor', 'nurse'])
  await must(amending(checkId, { justification: 'Tarkennettu.' }))
  expect(await newest(checkId)).toEqual([3, 'doctor', 'doctor'])
})

test('a check is begun for a day of this life: from birth to today', async () => {
  for (const [checkDate, code] of [
    ['9999-12-31', 'future'],
    ['2026-11-25', 'future'],
    ['1989-12-31', 'before-birth'],
  ] as const)
    expect(await ask().ask('checks.start', { clientId, checkDate })).toEqual({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'checkDate', code }] },
    })
  await must(ask().ask('checks.start', { clientId, checkDate: '2026-11-24' }))
})
