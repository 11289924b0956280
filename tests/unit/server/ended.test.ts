// Work that is still under way when the session ends hands nothing out: no answer, no file, nothing for the next person.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { participants } from '../../host/participants.ts'
import { peek } from '../../host/peek.ts'

const ENDED = { ok: false, error: { code: 'not-signed-in' } }
let t: TestServer
beforeEach(async () => {
  t = makeServer({ now: '2026-04-05T06:00:00.000Z' })
  await setUp(t.server)
})
afterEach(() => t.dispose())

/** A dialog that stays open until the returned function closes it. */
const heldDialog = (): (() => void) => {
  let close = (): void => undefined
  const open = new Promise<void>((resolve) => {
    close = resolve
  })
  t.options.files.save = async (name, bytes) => {
    await open
    t.saved.push({ name, bytes: bytes() })
    return true
  }
  t.options.files.pick = async () => {
    await open
    return { bytes: new Uint8Array(5) }
  }
  return close
}
const lockSoon = () =>
  new Promise((resolve) => setTimeout(resolve, 50)).then(() => t.server.ask('session.lock', {}))

test.each(['lock', 'another person'])(
  'a file is not written after %s, though its dialog was open',
  async (how) => {
    const { id: clientId } = await must(t.server.ask('clients.register', clientInput()))
    t.server.close()
    const close = heldDialog()
    const { createServer } = await import('../../../main/server/create-server.ts')
    const server = createServer(t.options)
    await must(signInAs(server, 'firstUser'))
    const saving = server.ask('dataRequest.save', { clientId })
    await new Promise((resolve) => setTimeout(resolve, 50))
    await must(how === 'lock' ? server.ask('session.lock', {}) : signInAs(server, 'administrator'))
    close()
    expect(await saving).toEqual(ENDED)
    expect(t.saved).toEqual([])
    expect(t.faults).toEqual([])
    // The next person is not blamed for it.
    if (how !== 'lock') {
      const log = await must(server.ask('audit.list', { before: null, limit: 3 }))
      expect(log.filter((e) => e.event.startsWith('refused.'))).toEqual([])
    }
    server.close()
  },
)

test('a release that is being worked out ends with the session; the next one starts with nothing of it', async () => {
  await participants(t.server, 0, 30, '2026-02-01')
  const asked = { quarter: '2026-Q1', seconds: 60, coarser: [] }
  const began = performance.now()
  const [preview] = await Promise.all([t.server.ask('aggregates.preview', asked), lockSoon()])
  expect(preview).toEqual(ENDED)
  expect(performance.now() - began).toBeLessThan(20_000)
  expect(t.faults).toEqual([])
  await must(signInAs(t.server, 'firstUser'))
  const again = t.server.ask('aggregates.preview', { ...asked, seconds: 1 })
  expect((await again).ok).toBe(true)
})

test('a read that answers after the lock answers nothing, a change that was made is told', async () => {
  const [found, changed] = await Promise.all([
    t.server.ask('clients.search', { text: 'Kuukkeli' }),
    t.server.ask('clients.register', clientInput()),
    t.server.ask('session.lock', {}),
  ])
  expect(found).toEqual(ENDED)
  const db = await peek(t.folder)
  const made = db.prepare('select count(*) from client').pluck().get()
  db.close()
  expect(changed.ok).toBe(made === 1)
  expect(t.faults).toEqual([])
})
