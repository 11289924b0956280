// Signing in: what an attacker at the station learns, and what survives a restart.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as argon2 from '@node-rs/argon2'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countFailure } from '../../../main/keys/attempts.ts'
import type { KeyFile } from '../../../main/keys/key-file.ts'
import { makeServer, must, PEOPLE, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, hashRaw: vi.fn(real.hashRaw) }
})

let t: TestServer
beforeEach(async () => {
  t = makeServer({ tick: false })
  await setUp(t.server)
  await must(t.server.ask('session.lock', {}))
})
afterEach(() => t.dispose())

const wrong = (username = 'hilla') =>
  t.server.ask('session.signIn', { username, password: 'väärä salasana tässä' })
const REFUSED = { ok: false, error: { code: 'wrong-credentials' } }

test('a wrong password and an unknown user get the same answer for the same work', async () => {
  const work = vi.mocked(argon2.hashRaw)
  work.mockClear()
  expect(await wrong('hilla')).toEqual(REFUSED)
  const known = work.mock.calls.map(([, options]) => ({ ...options, salt: options?.salt?.length }))
  work.mockClear()
  expect(await wrong('tuntematon')).toEqual(REFUSED)
  const unknown = work.mock.calls.map(([, options]) => ({ ...options, salt: options?.salt?.length }))
  expect(known).toHaveLength(1)
  expect(unknown).toEqual(known)
  expect(known[0]).toMatchObject({ algorithm: 2, memoryCost: 65_536, timeCost: 3, salt: 16 })
})

test.each(['hilla', 'tuntematon'])('delays grow for %s and the right time is told', async (username) => {
  const waits: (number | null)[] = []
  for (let i = 0; i < 7; i += 1) {
    expect(await wrong(username)).toEqual(REFUSED)
    const next = await wrong(username)
    if (next.ok || next.error.code === 'wrong-credentials') {
      waits.push(null)
      i += 1
      continue
    }
    const seconds = next.error.params?.seconds as number
    waits.push(seconds)
    t.moveClock(seconds * 1000)
  }
  expect(waits.filter((w) => w !== null).slice(0, 4)).toEqual([5, 10, 20, 40])
})

test('the delay holds for the right password too, survives a restart, and ends with a success', async () => {
  for (let i = 0; i < 3; i += 1) expect(await wrong()).toEqual(REFUSED)
  await t.server.close()
  const later = makeServer({ folder: t.folder, now: '2026-11-24T08:00:01.000Z', tick: false })
  expect(await signInAs(later.server, 'firstUser')).toEqual({
    ok: false,
    error: { code: 'wait', params: { seconds: 4 } },
  })
  later.moveClock(4_000)
  await must(signInAs(later.server, 'firstUser'))
  await must(later.server.ask('session.lock', {}))
  const file = JSON.parse(readFileSync(join(t.folder, 'station', 'keys.json'), 'utf8')) as {
    attempts: object
  }
  expect(file.attempts).toEqual({})
  await later.server.close()
})

test('guesses at the recovery key are slowed down too', async () => {
  const guess = () =>
    t.server.ask('session.recover', {
      recoveryKey: '0000-0000-0000-0000-0000-0000-0000-0000',
      username: 'hilla',
      newPassword: 'revontulet palavat taivaalla',
    })
  for (let i = 0; i < 3; i += 1) expect(await guess()).toEqual(REFUSED)
  expect(await guess()).toMatchObject({ ok: false, error: { code: 'wait' } })
  await must(signInAs(t.server, 'firstUser'))
})

test('failed attempts are told to the log at the next signing in, without the names tried', async () => {
  await wrong('hilla')
  await wrong('010190-900P')
  await must(signInAs(t.server, 'administrator'))
  const log = await must(t.server.ask('audit.list', { before: null, limit: 10 }))
  expect(log).toContainEqual(
    expect.objectContaining({ event: 'session.sign-in', outcome: 'refused', role: 'nobody' }),
  )
  expect(JSON.stringify(log)).not.toContain('010190')
})

test('the key file names nobody', () => {
  const file = readFileSync(join(t.folder, 'station', 'keys.json'), 'utf8')
  for (const { username, displayName, password } of Object.values(PEOPLE))
    for (const text of [username, displayName, password]) expect(file).not.toContain(text)
})

test('a deactivated user cannot sign in, and the last administrator stays', async () => {
  await must(signInAs(t.server, 'administrator'))
  const users = await must(t.server.ask('users.list', {}))
  const of = (name: string) => users.find((u) => u.username === name)!.id
  await must(t.server.ask('users.deactivate', { id: of('hilla') }))
  expect(await t.server.ask('users.deactivate', { id: of('paakayttaja') })).toMatchObject({
    error: { code: 'last-administrator' },
  })
  expect(await signInAs(t.server, 'firstUser')).toEqual(REFUSED)
  await must(signInAs(t.server, 'administrator'))
})

test.each([
  'lyhyt',
  'salasana salasana salasana',
  '123456789012345',
  'aaaaaaaaaaaaaaaaaaaa',
  'Hilla Hilla Hilla 1',
])('the password %j is refused when changed', async (next) => {
  await must(signInAs(t.server, 'firstUser'))
  const current = PEOPLE.firstUser.password
  expect(await t.server.ask('users.changeOwnPassword', { current, next })).toMatchObject({
    ok: false,
    error: { code: 'weak-password', fields: [{ path: 'next' }] },
  })
})

test('a changed password opens, the old one does not', async () => {
  await must(signInAs(t.server, 'firstUser'))
  const next = 'revontulet palavat taivaalla'
  expect(
    await t.server.ask('users.changeOwnPassword', { current: 'väärä salasana tässä', next }),
  ).toMatchObject({ error: { code: 'wrong-credentials' } })
  await must(t.server.ask('users.changeOwnPassword', { current: PEOPLE.firstUser.password, next }))
  await must(t.server.ask('session.lock', {}))
  expect(await signInAs(t.server, 'firstUser')).toEqual(REFUSED)
  await must(t.server.ask('session.signIn', { username: 'hilla', password: next }))
})

test('a slot copied from another user or station opens nothing', async () => {
  const path = join(t.folder, 'station', 'keys.json')
  const file = JSON.parse(readFileSync(path, 'utf8')) as { slots: { id: string; box: unknown }[] }
  const [first, second] = file.slots
  first!.box = second!.box
  writeFileSync(path, JSON.stringify(file))
  const { password } = PEOPLE.firstUser
  expect(await t.server.ask('session.signIn', { username: PEOPLE.administrator.username, password })).toEqual(
    REFUSED,
  )
  await must(signInAs(t.server, 'firstUser'))
})

test('guesses that come at once are counted one by one', async () => {
  const guesses = Array.from({ length: 12 }, () => wrong())
  const codes = (await Promise.all(guesses)).map((answer) => (answer.ok ? 'ok' : answer.error.code))
  expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(3)
  expect(codes.filter((code) => code === 'wait')).toHaveLength(9)
})

test('names that nobody has push no counter of a real user out', async () => {
  const path = join(t.folder, 'station', 'keys.json')
  for (let i = 0; i < 3; i += 1) await wrong()
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  for (let i = 0; i < 300; i += 1) countFailure(file, i.toString(16).padStart(32, '0'), 0)
  expect(Object.keys(file.attempts)).toHaveLength(201)
  writeFileSync(path, JSON.stringify(file))
  expect(await wrong()).toMatchObject({ error: { code: 'wait' } })
})

test('guesses at the own password are slowed down, and hold at the next signing in', async () => {
  await must(signInAs(t.server, 'firstUser'))
  const guess = (current: string) =>
    t.server.ask('users.changeOwnPassword', { current, next: 'revontulet palavat taivaalla' })
  for (let i = 0; i < 3; i += 1)
    expect(await guess('väärä salasana tässä')).toMatchObject({ error: { code: 'wrong-credentials' } })
  expect(await guess(PEOPLE.firstUser.password)).toMatchObject({ error: { code: 'wait' } })
  await must(t.server.ask('session.lock', {}))
  expect(await signInAs(t.server, 'firstUser')).toMatchObject({ error: { code: 'wait' } })
  t.moveClock(5_000)
  await must(signInAs(t.server, 'firstUser'))
})

test('a clock that was ahead keeps nobody out for longer than a quarter of an hour', async () => {
  t.setClock('2027-11-24T08:00:00.000Z')
  for (let i = 0; i < 3; i += 1) await wrong()
  t.setClock('2026-11-24T09:00:00.000Z')
  expect(await signInAs(t.server, 'firstUser')).toMatchObject({
    error: { code: 'wait', params: { seconds: 900 } },
  })
  t.moveClock(900_000)
  await must(signInAs(t.server, 'firstUser'))
})

test('no event of a name of somebody else gets into the log through the key file', async () => {
  const path = join(t.folder, 'station', 'keys.json')
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  file.refusals = { 'client.viewed': 3, 'Kuukkeli Aila': 1, 'refused.wait': 2 }
  writeFileSync(path, JSON.stringify(file))
  await must(signInAs(t.server, 'administrator'))
  const log = await must(t.server.ask('audit.list', { before: null, limit: 3 }))
  expect(log.map(({ event }) => event)).toEqual(['session.signed-in', 'refused.wait', 'session.locked'])
})

test('a display name that somebody has is refused at its field', async () => {
  await must(signInAs(t.server, 'administrator'))
  const password = 'revontulet palavat taivaalla'
  expect(
    await t.server.ask('users.add', {
      username: 'haamu',
      displayName: 'hilla  HOITAJA',
      role: 'doctor',
      password,
    }),
  ).toEqual({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path: 'displayName', code: 'display-name-taken' }] },
  })
})
