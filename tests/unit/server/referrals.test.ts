import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../../domain/contract/table.ts'
import type { ReferralState } from '../../../domain/referrals/states.ts'
import { clientInput } from '../../host/client-input.ts'
import { consentInput } from '../../host/consent-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek, rowCounts } from '../../host/peek.ts'

const RECEIVER = 'Esimerkkiyhdistys ry'
let t: TestServer
let clientId: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  clientId = await register()
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

const register = async (over: Partial<Input<'clients.register'>> = {}) =>
  (await must(t.server.ask('clients.register', clientInput({ phone: '050 000 0000', ...over })))).id
const open = (referralId: string) => must(t.server.ask('referrals.open', { referralId }))

/** A draft with everything the client is to agree to. */
const written = async (more: Record<string, string | string[] | boolean> = {}, of = clientId) => {
  const { id } = await must(t.server.ask('referrals.create', { clientId: of, checkId: null }))
  const { content } = await open(id)
  const complete = {
    ...content,
    writerProfession: 'nurse',
    reasons: ['loneliness'],
    goal: 'Haluan ulos kotoa',
    ...more,
  }
  await must(t.server.ask('referrals.saveDraft', { referralId: id, revision: 0, content: complete }))
  return id
}

type Extra = Partial<Pick<Input<'referrals.step'>, 'note' | 'consent' | 'details'>>
const step = async (referralId: string, to: ReferralState, extra: Extra = {}) => {
  const { revision } = await open(referralId)
  return t.server.ask('referrals.step', {
    referralId,
    revision,
    to,
    note: '',
    consent: null,
    details: {},
    ...extra,
  })
}
const consented = async (id: string) => {
  await must(step(id, 'consented', { consent: { method: 'oral', receiver: RECEIVER } }))
  return id
}
const sent = async (id: string) => {
  await must(step(await consented(id), 'sent'))
  return id
}
const pathsOf = (result: Awaited<ReturnType<typeof step>>) =>
  result.ok ? null : (result.error.fields ?? []).map(({ path, code }) => `${path} ${code}`)
const withdrawAll = async () => {
  const { consents } = await must(t.server.ask('clients.open', { clientId }))
  for (const { id, withdrawnAt } of consents)
    if (!withdrawnAt) await must(t.server.ask('clients.withdrawConsent', { clientId, consentId: id }))
}

test('starts from the register and the writer, and holds no henkilötunnus', async () => {
  const { id } = await must(t.server.ask('referrals.create', { clientId, checkId: null }))
  const { content, state } = await open(id)
  expect(state).toBe('draft')
  expect(content).toMatchObject({ clientName: 'Aila Maria Kuukkeli', birthYear: 1990, municipality: '698' })
  expect(JSON.stringify(content)).not.toMatch(/010190/)
})

test('a check of another client is not linked', async () => {
  const other = await register({ hetu: '010100A903K' })
  const { id: checkId } = await must(
    t.server.ask('checks.start', { clientId: other, checkDate: '2026-11-24' }),
  )
  expect(await t.server.ask('referrals.create', { clientId, checkId })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
})

test('unknown fields and too long texts are refused at their place and nothing is saved', async () => {
  const id = await written()
  const before = await open(id)
  const content = { ...before.content, diagnoses: 'F32', goal: 'x'.repeat(501) }
  const result = await t.server.ask('referrals.saveDraft', { referralId: id, revision: 1, content })
  expect(result.ok ? [] : result.error.fields?.map(({ path }) => path).sort()).toEqual([
    'content.diagnoses',
    'content.goal',
  ])
  expect((await open(id)).content).toEqual(before.content)
})

test('a stale save is refused', async () => {
  const id = await written()
  const { content } = await open(id)
  expect(await t.server.ask('referrals.saveDraft', { referralId: id, revision: 0, content })).toEqual({
    ok: false,
    error: { code: 'stale' },
  })
})

describe('consent', () => {
  test('cannot be recorded for a referral with gaps; no consent stays behind', async () => {
    const { id } = await must(t.server.ask('referrals.create', { clientId, checkId: null }))
    const result = await step(id, 'consented', { consent: { method: 'oral', receiver: RECEIVER } })
    expect(pathsOf(result)).toEqual(
      expect.arrayContaining(['content.goal required', 'content.reasons required']),
    )
    expect((await must(t.server.ask('clients.open', { clientId }))).consents).toEqual([])
    expect((await open(id)).state).toBe('draft')
  })

  test('is asked for, with its receiver', async () => {
    const id = await written()
    expect(await step(id, 'consented')).toMatchObject({ ok: false, error: { code: 'consent-missing' } })
    const noReceiver = await step(id, 'consented', { consent: { method: 'oral', receiver: ' ' } })
    expect(pathsOf(noReceiver)).toEqual(['consent.receiver required'])
  })

  test('nothing is sent without one: a draft has no step to sent', async () => {
    const id = await written()
    expect(await step(id, 'sent')).toMatchObject({ ok: false, error: { code: 'state-forbids' } })
    expect((await open(id)).sentAt).toBeNull()
  })

  test('withdrawn before sending stops the sending, and nothing is written', async () => {
    const id = await consented(await written())
    expect((await open(id)).consentInForce).toBe(true)
    await withdrawAll()
    expect((await open(id)).consentInForce).toBe(false)
    const db = await peek(t.folder)
    const { audit_event: _a, ...before } = rowCounts(db)
    expect(await step(id, 'sent')).toEqual({ ok: false, error: { code: 'consent-missing' } })
    const { audit_event: _b, ...after } = rowCounts(db)
    db.close()
    expect(after).toEqual(before)
    expect(await open(id)).toMatchObject({ state: 'consented', sentAt: null })
    await must(step(id, 'consent_withdrawn'))
  })

  test('a later no to the same receiver counts before the earlier yes', async () => {
    const id = await consented(await written())
    await must(
      t.server.ask(
        'clients.recordConsent',
        consentInput(clientId, 'sendReferral', { given: false, receiver: RECEIVER }),
      ),
    )
    expect(await step(id, 'sent')).toEqual({ ok: false, error: { code: 'consent-missing' } })
  })

  test('to another receiver does not let this one be sent to', async () => {
    const id = await consented(await written())
    await withdrawAll()
    await must(
      t.server.ask(
        'clients.recordConsent',
        consentInput(clientId, 'sendReferral', { method: 'written', receiver: 'Toinen yhdistys ry' }),
      ),
    )
    expect(await step(id, 'sent')).toEqual({ ok: false, error: { code: 'consent-missing' } })
  })

  test('withdrawn by a clock that was ahead, it stays withdrawn when the clock is right again', async () => {
    const id = await consented(await written())
    t.moveClock(2 * 3_600_000)
    await must(signInAs(t.server, 'firstUser'))
    await withdrawAll()
    t.moveClock(-3 * 3_600_000)
    expect((await open(id)).consentInForce).toBe(false)
    expect(await step(id, 'sent')).toEqual({ ok: false, error: { code: 'consent-missing' } })
  })

  test('content is closed once consented to', async () => {
    const id = await consented(await written())
    const { content, revision } = await open(id)
    expect(
      await t.server.ask('referrals.saveDraft', {
        referralId: id,
        revision,
        content: { ...content, goal: 'Muuta' },
      }),
    ).toEqual({ ok: false, error: { code: 'state-forbids' } })
  })
})

test('what was sent is kept with the step and can no longer change, not even by hand', async () => {
  const id = await sent(await written())
  const { content, steps, revision } = await open(id)
  expect(steps.at(-1)).toMatchObject({ from: 'consented', to: 'sent', details: { content } })
  expect(
    await t.server.ask('referrals.saveDraft', {
      referralId: id,
      revision,
      content: { ...content, goal: 'x' },
    }),
  ).toEqual({ ok: false, error: { code: 'state-forbids' } })
  const db = await peek(t.folder, false)
  expect(() => db.prepare("update referral set content = '{}' where id = ?").run(id)).toThrow(/final/)
  expect(() => db.prepare("update referral_event set note = 'x'").run()).toThrow(/append-only/)
  expect(() => db.prepare('delete from referral_event').run()).toThrow(/append-only/)
  db.close()
  expect((await open(id)).content).toEqual(content)
})

test('a protected address keeps the municipality off, also when the protection comes after the writing', async () => {
  const hidden = await register({ hetu: '010100A903K', protectedAddress: true })
  const id = await written({}, hidden)
  expect((await open(id)).content).not.toHaveProperty('municipality')
  expect((await open(id)).protectedAddress).toBe(true)
  const withIt = await written({ municipality: '698' }, hidden)
  const result = await step(withIt, 'consented', { consent: { method: 'oral', receiver: RECEIVER } })
  expect(pathsOf(result)).toEqual(['content.municipality protected-address'])

  const late = await consented(await written())
  const { entry: _e, statisticsConsent: _s, ...fields } = clientInput({ protectedAddress: true })
  await must(t.server.ask('clients.correct', { ...fields, clientId, version: 1, reason: 'Turvakielto' }))
  expect(pathsOf(await step(late, 'sent'))).toEqual(['content.municipality protected-address'])
})

test('the whole way to the end, each step with its fields', async () => {
  const id = await sent(await written({ feedbackConsent: 'yes' }))
  expect(pathsOf(await step(id, 'received'))).toEqual(['details.receivedBy required'])
  await must(step(id, 'received', { details: { receivedBy: 'Kaisa Koordinaattori' } }))
  await must(step(id, 'assigned', { details: { linkPerson: 'Liisa Linkki' } }))
  expect(pathsOf(await step(id, 'not_reached', { details: { attempts: 2 } }))).toEqual([
    'details.attempts invalid',
  ])
  await must(step(id, 'contacted', { note: 'Puhelimella' }))
  await must(step(id, 'active'))
  const wrong = await step(id, 'ended', { details: { endReason: 'goal_reached', clientRating: 11, mood: 1 } })
  expect(pathsOf(wrong)).toEqual(['details.clientRating invalid', 'details.mood unknown-field'])
  const details = { endReason: 'goal_reached', meetings: 5, clientRating: 9, feedback: 'Meni hyvin' }
  expect(await must(step(id, 'ended', { details }))).toMatchObject({ state: 'ended' })
  expect((await open(id)).steps.map(({ to }) => to)).toEqual([
    'consented',
    'sent',
    'received',
    'assigned',
    'contacted',
    'active',
    'ended',
  ])
  expect(await step(id, 'active')).toMatchObject({ ok: false, error: { code: 'state-forbids' } })
})

test('a client who vanishes after the first contact is recorded as it was', async () => {
  const id = await sent(await written())
  await must(step(id, 'received', { details: { receivedBy: 'K' } }))
  await must(step(id, 'assigned', { details: { linkPerson: 'L' } }))
  await must(step(id, 'contacted'))
  expect(pathsOf(await step(id, 'ended', { details: { endReason: 'goal_not_reached' } }))).toEqual([
    'details.endReason invalid',
  ])
  expect(await must(step(id, 'not_reached', { details: { attempts: 3 } }))).toMatchObject({
    state: 'not_reached',
  })
})

test('feedback is recorded only with the client’s yes', async () => {
  const id = await sent(await written())
  await must(step(id, 'received', { details: { receivedBy: 'K' } }))
  await must(step(id, 'assigned', { details: { linkPerson: 'L' } }))
  await must(step(id, 'contacted'))
  await must(step(id, 'active'))
  const details = { endReason: 'other', feedback: 'Palaute' }
  expect(pathsOf(await step(id, 'ended', { details }))).toEqual(['details.feedback feedback-consent'])
  expect((await open(id)).mayGetFeedback).toBe(false)
  await must(t.server.ask('clients.recordConsent', consentInput(clientId, 'feedbackToReferrer')))
  await must(step(id, 'ended', { details }))
})

test('the step that takes the consent back withdraws it too', async () => {
  const id = await sent(await written())
  await must(step(id, 'consent_withdrawn'))
  const { consents } = await must(t.server.ask('clients.open', { clientId }))
  expect(consents).toMatchObject([{ kind: 'sendReferral', receiver: RECEIVER }])
  expect(consents[0]!.withdrawnAt).not.toBeNull()
})

test('taking the consent back withdraws those of the receiver named, and no other', async () => {
  const consent = { clientId, kind: 'sendReferral', given: true, method: 'oral' } as const
  await must(t.server.ask('clients.recordConsent', { ...consent, receiver: 'Toinen yhdistys ry' }))
  await must(t.server.ask('clients.recordConsent', { ...consent, kind: 'contactBy', receiver: RECEIVER }))
  const id = await sent(await written())
  await must(step(id, 'consent_withdrawn'))
  const { consents } = await must(t.server.ask('clients.open', { clientId }))
  const withdrawn = consents.filter(({ withdrawnAt }) => withdrawnAt !== null)
  expect(withdrawn.map(({ kind, receiver }) => [kind, receiver])).toEqual([['sendReferral', RECEIVER]])
})

test('exits carry their reason', async () => {
  const id = await sent(await written())
  expect(pathsOf(await step(id, 'returned'))).toEqual(['note required'])
  await must(step(id, 'returned', { note: 'Ei alueen palvelu' }))
  const other = await written()
  expect(pathsOf(await step(other, 'cancelled', { note: '  ' }))).toEqual(['note required'])
})

test('a doctor sends but does not follow up; two people do not take the same step twice', async () => {
  const id = await sent(await written())
  const doctor = { username: 'tohtori', password: 'poro kulkee jänkällä iltaisin' }
  await must(signInAs(t.server, 'administrator'))
  await must(t.server.ask('users.add', { ...doctor, displayName: 'Tuija Tohtori', role: 'doctor' }))
  await must(t.server.ask('session.signIn', doctor))
  expect(await step(id, 'received', { details: { receivedBy: 'K' } })).toMatchObject({
    ok: false,
    error: { code: 'state-forbids' },
  })
  await must(signInAs(t.server, 'firstUser'))
  const { revision } = await open(id)
  const input = {
    referralId: id,
    revision: revision - 1,
    to: 'received',
    note: '',
    consent: null,
    details: { receivedBy: 'K' },
  } as const
  expect(await t.server.ask('referrals.step', input)).toEqual({ ok: false, error: { code: 'stale' } })
  expect((await open(id)).state).toBe('sent')
})
