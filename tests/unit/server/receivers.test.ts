import { afterEach, beforeEach, expect, test } from 'vitest'
import { SAMPLE_RECEIVERS } from '../../../domain/referrals/receivers.ts'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

let t: TestServer
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

const row = (name: string, confirmed = true) => ({ name, area: 'Rovaniemi', contact: '', confirmed })
const read = () => must(t.server.ask('receivers.list', {}))
const list = async () => (await read()).receivers
/** Over the version that is there now, unless another one is told. */
const save = async (receivers: ReturnType<typeof row>[], seen?: number) =>
  t.server.ask('receivers.save', { version: seen ?? (await read()).version, receivers })

test('empty until somebody writes it', async () => {
  expect(await list()).toEqual([])
})

test('a nurse reads and does not write; the administrator writes, and the log tells', async () => {
  expect(await save([row('Yhdistys ry')])).toEqual({ ok: false, error: { code: 'forbidden' } })
  expect(await list()).toEqual([])
  await must(signInAs(t.server, 'administrator'))
  await must(save([row('Yhdistys ry')]))
  const log = await must(t.server.ask('audit.list', { before: null, limit: 20 }))
  expect(log.map(({ event }) => event)).toContain('receiver.directory-saved')
  await must(signInAs(t.server, 'firstUser'))
  expect(await list()).toEqual([row('Yhdistys ry')])
})

test('what someone else has saved meanwhile is not overwritten unseen', async () => {
  await must(signInAs(t.server, 'administrator'))
  expect(await must(save([row('Yhdistys ry')], 0))).toEqual({ version: 1 })
  expect(await save([row('Toinen ry')], 0)).toEqual({ ok: false, error: { code: 'stale' } })
  expect(await read()).toEqual({ version: 1, receivers: [row('Yhdistys ry')] })
  expect(await must(save([row('Toinen ry')], 1))).toEqual({ version: 2 })
  const db = await peek(t.folder, false)
  const kept = db.prepare('select version, value from station_data order by version').all()
  expect(kept).toEqual([
    { version: 1, value: JSON.stringify([row('Yhdistys ry')]) },
    { version: 2, value: JSON.stringify([row('Toinen ry')]) },
  ])
  expect(() => db.exec("update station_data set value = '[]'")).toThrow('append-only')
  expect(() => db.exec('delete from station_data')).toThrow('append-only')
  expect(() =>
    db.exec(
      'insert into station_data select name, 9, value, saved_at, saved_by from station_data where version = 1',
    ),
  ).toThrow('out of order')
  db.close()
})

test('a name occurs once, whatever its capitals; the directory stays as it was', async () => {
  await must(signInAs(t.server, 'administrator'))
  await must(save([row('Yhdistys ry')]))
  const result = await save([row('Yhdistys ry'), row('YHDISTYS RY ')])
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path: 'receivers.1.name', code: 'name-repeated' }] },
  })
  expect(await list()).toEqual([row('Yhdistys ry')])
})

test('nothing goes to a row that nobody has confirmed, e.g. a sample', async () => {
  await must(signInAs(t.server, 'administrator'))
  await must(save([...SAMPLE_RECEIVERS]))
  await must(signInAs(t.server, 'firstUser'))
  const { id: clientId } = await must(
    t.server.ask('clients.register', clientInput({ phone: '050 000 0000' })),
  )
  const { id: referralId } = await must(t.server.ask('referrals.create', { clientId, checkId: null }))
  const { content } = await must(t.server.ask('referrals.open', { referralId }))
  const complete = { ...content, writerProfession: 'nurse', reasons: ['exercise'], goal: 'Liikkeelle' }
  await must(t.server.ask('referrals.saveDraft', { referralId, revision: 0, content: complete }))
  const consent = { method: 'oral', receiver: SAMPLE_RECEIVERS[0]!.name } as const
  const step = { referralId, revision: 1, to: 'consented', note: '', details: {} } as const
  expect(await t.server.ask('referrals.step', { ...step, consent })).toMatchObject({
    ok: false,
    error: { fields: [{ path: 'consent.receiver', code: 'receiver-unconfirmed' }] },
  })
  expect((await must(t.server.ask('clients.open', { clientId }))).consents).toEqual([])
  await must(
    t.server.ask('referrals.step', { ...step, consent: { ...consent, receiver: 'Muu yhdistys ry' } }),
  )
})

test('samples are all marked as such', () => {
  expect(SAMPLE_RECEIVERS.every(({ name, confirmed }) => name.startsWith('Esimerkki:') && !confirmed)).toBe(
    true,
  )
})
