// Two stations of one name with keys of their own: the office is warned before it accepts the second key.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeServer, must, setUp, type TestServer } from '../../host/make-server.ts'
import { makePackage, newKeys } from './make-package.ts'

let t: TestServer
beforeEach(async () => {
  t = makeServer({ now: '2026-04-06T08:00:00.000Z' })
  await setUp(t.server, 'office', 'Toimisto')
})
afterEach(() => t.dispose())

const check = (bytes: Uint8Array) => {
  t.picks.push(bytes)
  return must(t.server.ask('imports.check', {}))
}

test('the second station of a name is told apart from the first', async () => {
  const first = await check(makePackage({ keys: newKeys() }))
  expect(first).toMatchObject({ known: false, nameTaken: false })
  await must(t.server.ask('imports.accept', { token: first.token, fingerprint: first.fingerprint }))
  const other = makePackage({ keys: newKeys(), stationId: '00000002-0000-4000-8000-000000000002' })
  expect(await check(other)).toMatchObject({ known: false, nameTaken: true, name: first.name })
})
