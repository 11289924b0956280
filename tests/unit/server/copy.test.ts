import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clientInput, NOBODY } from '../../host/client-input.ts'
import { makeServer, must, setUp, type TestServer } from '../../host/make-server.ts'

let t: TestServer
let clientId: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  clientId = (await must(t.server.ask('clients.register', clientInput()))).id
  vi.useFakeTimers({ toFake: ['setTimeout'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await t.dispose()
})

const copy = () => must(t.server.ask('documents.copy', { clientId, text: 'Työkyky selvitettävä' }))

test('copied text is cleared after a minute and the copying is in the log', async () => {
  expect(await copy()).toEqual({ clearedAfterSeconds: 60 })
  await vi.advanceTimersByTimeAsync(59_000)
  expect(t.clipboard.text).toBe('Työkyky selvitettävä')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(t.clipboard.text).toBe('')
  const log = await must(t.server.ask('audit.ofClient', { clientId }))
  expect(JSON.stringify(log)).toContain('client.copied-out')
  expect(JSON.stringify(log)).not.toContain('selvitettävä')
})

test('closing the program clears what is still waiting for its minute, and only that', async () => {
  await copy()
  t.server.close()
  await vi.advanceTimersByTimeAsync(0)
  expect(t.clipboard.text).toBe('')
})

test('closing leaves alone what someone has copied since', async () => {
  await copy()
  t.clipboard.text = 'muuta'
  t.server.close()
  await vi.advanceTimersByTimeAsync(0)
  expect(t.clipboard.text).toBe('muuta')
})

test('what someone has copied since is left alone', async () => {
  await copy()
  t.clipboard.text = 'muuta'
  await vi.advanceTimersByTimeAsync(60_000)
  expect(t.clipboard.text).toBe('muuta')
})

test('nothing is copied of a client who does not exist', async () => {
  const result = await t.server.ask('documents.copy', { clientId: NOBODY, text: 'x' })
  expect(result).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(t.clipboard.text).toBe('')
})
