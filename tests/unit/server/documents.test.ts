// Printing a client's document: the event comes first, the file's name tells nobody's name.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput, NOBODY } from '../../host/client-input.ts'
import { makeServer, must, setUp, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

let t: TestServer
let clientId: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  clientId = (await must(t.server.ask('clients.register', clientInput()))).id
})
afterEach(() => t.dispose())

const newest = async () => {
  const db = await peek(t.folder)
  const row = db
    .prepare('select event, client_id as clientId, details from audit_event order by seq desc')
    .get()
  db.close()
  return row
}

test('paper goes to the system dialog and into the log', async () => {
  const asked = { clientId, document: 'referral', to: 'paper' } as const
  expect(await must(t.server.ask('documents.print', asked))).toEqual({ done: true })
  expect(t.printed).toEqual(['paper'])
  expect(await newest()).toEqual({
    event: 'document.printed',
    clientId,
    details: '{"document":"referral","to":"paper"}',
  })
})

test('a PDF is saved under a name without the client', async () => {
  const asked = { clientId, document: 'check', to: 'pdf' } as const
  expect(await must(t.server.ask('documents.print', asked))).toEqual({ done: true })
  expect(t.saved.map((file) => file.name)).toEqual(['tyokykypolku-check-2026-11-24.pdf'])
  expect(Buffer.from(t.saved[0]!.bytes).toString()).toBe('%PDF-')
})

test('a printer that fails leaves the event, because the document may have left', async () => {
  t.printer.pdf = () => Promise.reject(new Error('no paper'))
  const asked = { clientId, document: 'plan', to: 'pdf' } as const
  expect(await t.server.ask('documents.print', asked)).toEqual({ ok: false, error: { code: 'internal' } })
  const db = await peek(t.folder)
  const events = db.prepare('select event from audit_event order by seq desc limit 2').pluck().all()
  db.close()
  expect(events).toEqual(['refused.internal', 'document.printed'])
})

test('nothing is printed of a client that is not there', async () => {
  const asked = { clientId: NOBODY, document: 'plan', to: 'paper' } as const
  expect(await t.server.ask('documents.print', asked)).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(t.printed).toEqual([])
})
