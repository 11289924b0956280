// By what a client is known: a henkilötunnus that is ended stays ended, and a birth date is one of this life.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, type TestServer } from '../../host/make-server.ts'

let t: TestServer
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

const problem = (path: string, code: string) => ({
  ok: false,
  error: { code: 'invalid-input', fields: [{ path, code }] },
})

test('a corrected henkilötunnus ends the old one, which comes back neither here nor to anybody else', async () => {
  const [old, next] = ['010190-900P', '010190-999W']
  const { id: clientId } = await must(t.server.ask('clients.register', clientInput({ hetu: old })))
  const { entry: _entry, statisticsConsent: _consent, ...fields } = clientInput()
  const correct = (version: number, hetu: string) =>
    t.server.ask('clients.correct', { ...fields, clientId, version, reason: 'Väärä tunnus', hetu })
  await must(correct(1, next))
  expect(await must(t.server.ask('clients.open', { clientId }))).toMatchObject({ hetu: next })
  const told = await must(t.server.ask('dataRequest.show', { clientId }))
  const days = (told.identifiers as { value: string; valid_to: string | null }[]).map((known) => [
    known.value,
    known.valid_to,
  ])
  expect(Object.fromEntries(days)).toEqual({ [old]: '2026-11-24', [next]: null })
  expect(await correct(2, old)).toEqual(problem('hetu', 'hetu-was-ended'))
  expect(await t.server.ask('clients.register', clientInput({ hetu: old }))).toMatchObject({
    ok: false,
    error: { code: 'duplicate-client', params: { clientId } },
  })
})

test('without a henkilötunnus the birth date is asked for, from 1900 to today', async () => {
  const register = (birthDate: string | null) =>
    t.server.ask('clients.register', clientInput({ hetu: null, birthDate }))
  expect(await register(null)).toEqual(problem('birthDate', 'required'))
  expect(await register('2026-11-25')).toEqual(problem('birthDate', 'birth-date'))
  expect(await register('1899-12-31')).toEqual(problem('birthDate', 'birth-date'))
  await must(register('2026-11-24'))
})

test('a consent to send names its receiver; a no and other consents need none', async () => {
  const { id: clientId } = await must(t.server.ask('clients.register', clientInput()))
  const consent = { clientId, kind: 'sendReferral', given: true, method: 'oral', receiver: null } as const
  expect(await t.server.ask('clients.recordConsent', consent)).toEqual(problem('receiver', 'required'))
  expect(await t.server.ask('clients.recordConsent', { ...consent, receiver: '  ' })).toEqual(
    problem('receiver', 'required'),
  )
  await must(t.server.ask('clients.recordConsent', { ...consent, given: false }))
  await must(t.server.ask('clients.recordConsent', { ...consent, kind: 'contactBy' }))
})
