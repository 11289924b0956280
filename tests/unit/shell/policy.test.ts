// The policy of IT: hostile until validated, and only able to tighten.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { policyPath, readPolicy } from '../../../main/policy/policy.ts'
import { createServer } from '../../../main/server/create-server.ts'
import { makeServer, must, PEOPLE } from '../../host/make-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'tyokyky-policy-'))
const path = join(folder, 'policy.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const stateOf = (content: string | Uint8Array) => {
  writeFileSync(path, content)
  return readPolicy(path)
}

test('no file is no policy; a good one is read', () => {
  expect(readPolicy(join(folder, 'none.json'))).toEqual({ state: 'none' })
  const policy = {
    version: 1,
    workplace: 'office',
    idleMinutes: 3,
    updateServer: 'https://updates.example.org/app/',
  }
  expect(stateOf(JSON.stringify(policy))).toEqual({ state: 'valid', policy })
  // As Windows' own editors save it.
  expect(stateOf('\uFEFF{"version":1}')).toEqual({ state: 'valid', policy: { version: 1 } })
  expect(stateOf('{"version":1}')).toEqual({ state: 'valid', policy: { version: 1 } })
})

test.each([
  '',
  'null',
  '[]',
  '{}',
  '{"version":2}',
  '{"version":1,"idleMinutes":0}',
  '{"version":1,"idleMinutes":61}',
  '{"version":1,"idleMinutes":"5"}',
  '{"version":1,"workplace":"home"}',
  '{"version":1,"debug":true}',
  '{"version":1,"updateServer":"http://updates.example.org/"}',
  '{"version":1,"updateServer":"file:///c:/"}',
  '{"version":1,"updateServer":"https://user:secret@example.org/"}',
  '{"version":1,"updateServer":"https://example.org/?x=1"}',
  '{"version":1,"__proto__":{"workplace":"office"}}',
  ' '.repeat(70_000),
])('%j is not taken for no policy', (content) => {
  expect(stateOf(content)).toEqual({ state: 'invalid' })
})

test('bytes of any kind are read or refused, never thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => stateOf(bytes).state === 'invalid'),
    { numRuns: 200 },
  )
})

test('the places are fixed', () => {
  expect(policyPath('win32')).toBe('C:\\ProgramData\\Tyokykypolku\\policy.json')
  expect(policyPath('linux')).toBe('/etc/tyokykypolku/policy.json')
})

test('a station under policy is of the fixed workplace and locks no later than IT says', async () => {
  const t = makeServer()
  const { server: _, ...rest } = t
  const station = (idleMinutes: number) =>
    createServer({ ...rest.options, policy: { workplace: 'clinical', idleMinutes } })
  const strict = station(2)
  expect(await must(strict.ask('session.status', {}))).toMatchObject({ workplace: 'clinical' })
  const asked = { stationName: 'A', ...PEOPLE }
  expect(await strict.ask('session.setUp', { workplace: 'office', ...asked })).toEqual({
    ok: false,
    error: { code: 'wrong-workplace' },
  })
  await must(strict.ask('session.setUp', { workplace: 'clinical', ...asked }))
  const { username, password } = PEOPLE.firstUser
  expect(await must(strict.ask('session.signIn', { username, password }))).toMatchObject({ idleMinutes: 2 })
  await strict.close()
  const lax = station(60)
  expect(await must(lax.ask('session.signIn', { username, password }))).toMatchObject({ idleMinutes: 10 })
  await lax.close()
  await t.dispose()
})
