// What an administrator may do to users, and what each refusal says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KeyFile } from '../../../main/keys/key-file.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

const NEXT = 'revontulet palavat taivaalla'
let t: TestServer
let recoveryKey: string
beforeEach(async () => {
  t = makeServer()
  recoveryKey = await setUp(t.server)
  await must(signInAs(t.server, 'administrator'))
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

const idOf = async (name: string) =>
  (await must(t.server.ask('users.list', {}))).find(({ username }) => username === name)!.id
const deactivate = async (name: string) => t.server.ask('users.deactivate', { id: await idOf(name) })
const slots = () =>
  (JSON.parse(readFileSync(join(t.folder, 'station', 'keys.json'), 'utf8')) as KeyFile).slots.map(
    ({ id }) => id,
  )
const newUser = { username: 'toinen', displayName: 'Tuula Toinen', password: NEXT }

test('who is taken out of use loses the key slot at once and gets no new password', async () => {
  const before = slots()
  await must(t.server.ask('users.add', { ...newUser, role: 'nurse' }))
  const [added] = slots().filter((id) => !before.includes(id))
  expect(added).toBeDefined()
  await must(deactivate('toinen'))
  expect(slots()).not.toContain(added)
  expect([...slots()].sort()).toEqual([...before].sort())
  expect(await t.server.ask('users.resetPassword', { id: await idOf('toinen'), password: NEXT })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  expect([...slots()].sort()).toEqual([...before].sort())
})

test('an administrator out of use does not stand in for the last one', async () => {
  await must(t.server.ask('users.add', { ...newUser, role: 'administrator' }))
  await must(deactivate('toinen'))
  expect(await deactivate('paakayttaja')).toEqual({ ok: false, error: { code: 'last-administrator' } })
})

test('a role of the other workplace is refused at its field', async () => {
  expect(await t.server.ask('users.add', { ...newUser, role: 'officer' })).toEqual({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path: 'role', code: 'wrong-workplace' }] },
  })
})

test('recovering takes no weak password, and the old one stays', async () => {
  await must(t.server.ask('session.lock', {}))
  const recover = { recoveryKey, username: 'hilla', newPassword: 'Hilla Hilla Hilla 1' }
  expect(await t.server.ask('session.recover', recover)).toMatchObject({
    ok: false,
    error: { code: 'weak-password', fields: [{ path: 'newPassword' }] },
  })
  await must(signInAs(t.server, 'firstUser'))
})
