// What the file system refuses has a sentence of its own, and nothing of the system's message crosses.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createServer, type Server } from '../../../main/server/create-server.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'

let t: TestServer
let server: Server
let code: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  t.server.close()
  const fail = async (): Promise<never> => {
    throw Object.assign(new Error(`${code}: '/home/hilla/Kuukkeli'`), { code })
  }
  server = createServer({ ...t.options, files: { save: fail, pick: fail } })
  await must(signInAs(server, 'administrator'))
})
afterEach(() => {
  server.close()
  t.dispose()
})

test('saving and reading where it cannot be done', async () => {
  for (code of ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EBUSY', 'EISDIR']) {
    expect(await server.ask('backup.save', {})).toEqual({ ok: false, error: { code: 'file-unwritable' } })
    expect(await server.ask('backup.verify', {})).toEqual({ ok: false, error: { code: 'file-unreadable' } })
  }
  for (code of ['ENOSPC', 'EDQUOT'])
    expect(await server.ask('backup.save', {})).toEqual({ ok: false, error: { code: 'file-no-space' } })
  expect(t.faults).toEqual([])
  code = 'ERR_ASSERTION'
  expect(await server.ask('backup.save', {})).toEqual({ ok: false, error: { code: 'internal' } })
  expect(t.faults).toEqual(['backup.save: Error'])
})
