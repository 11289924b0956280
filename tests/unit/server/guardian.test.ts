// A minor's word on the guardian follows the client to every page: by the newest check that says anything, until of age.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

let t: TestServer
let clientId: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  const minor = clientInput({ hetu: null, birthDate: '2010-05-05' })
  clientId = (await must(t.server.ask('clients.register', minor))).id
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

const forbidden = async () => (await must(t.server.ask('clients.open', { clientId }))).guardianForbidden

/** A draft of a check of a day in which the minor says this, or nothing. */
const draft = async (checkDate: string, said: 'yes' | 'no' | null): Promise<string> => {
  const { id: checkId } = await must(t.server.ask('checks.start', { clientId, checkDate, another: true }))
  const { draft } = await must(t.server.ask('checks.open', { checkId }))
  const answers = draft!.answers as CheckAnswers
  const fields = { ...answers.fields, minorCapacity: 'able', guardianDisclosureForbidden: said }
  await must(
    t.server.ask('checks.saveDraft', { checkId, revision: 0, answers: { ...answers, fields } as never }),
  )
  return checkId
}

test('a draft counts, a newer check that is silent does not, and a newer word replaces the older', async () => {
  expect(await forbidden()).toBe(false)
  await draft('2026-11-20', 'yes')
  expect(await forbidden()).toBe(true)
  await draft('2026-11-22', null)
  expect(await forbidden()).toBe(true)
  await draft('2026-11-24', 'no')
  expect(await forbidden()).toBe(false)
})

test('a check that was called off says nothing, and who has come of age has no guardian', async () => {
  const checkId = await draft('2026-11-24', 'yes')
  const { id: referralId } = await must(t.server.ask('referrals.create', { clientId, checkId: null }))
  expect(await must(t.server.ask('referrals.open', { referralId }))).toMatchObject({
    guardianForbidden: true,
  })
  await must(t.server.ask('checks.stop', { checkId, to: 'cancelled', reason: 'Väärä asiakas' }))
  expect(await forbidden()).toBe(false)
  await draft('2026-11-24', 'yes')
  t.setClock('2028-05-04T09:00:00.000Z')
  await must(signInAs(t.server, 'firstUser'))
  expect(await forbidden()).toBe(true)
  t.setClock('2028-05-05T09:00:00.000Z')
  await must(signInAs(t.server, 'firstUser'))
  expect(await forbidden()).toBe(false)
})
