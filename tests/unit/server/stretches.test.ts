// Saving while one types: every save under an event in the log, and not an event a second.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

let t: TestServer
let checkId: string
let revision: number
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  const { id: clientId } = await must(t.server.ask('clients.register', clientInput()))
  checkId = (await must(t.server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))).id
  revision = 0
})
afterEach(() => t.dispose())

const save = async (times = 1, gapMs = 1_000): Promise<void> => {
  for (let at = 0; at < times; at += 1) {
    t.moveClock(gapMs)
    const fields = { trade: `siivooja ${revision}` }
    const answers = { fields, sections: {}, instruments: {}, flags: {}, confirmed: {} }
    revision = (await must(t.server.ask('checks.saveDraft', { checkId, revision, answers }))).revision
  }
}

type Told = { event: string; user: string; at: string; revision: number }
const told = async (event = '%'): Promise<Told[]> => {
  const db = await peek(t.folder)
  const rows = db
    .prepare(
      `select event, user_name as user, at, json_extract(details, '$.revision') as revision from audit_event
       where event like ? and outcome = 'done' order by seq`,
    )
    .all(event) as Told[]
  db.close()
  return rows
}
const saves = async () => (await told('check.draft-saved')).map((row) => row.revision)

const asDoctor = async (): Promise<void> => {
  const doctor = { username: 'tohtori', password: 'poro kulkee jänkällä iltaisin' }
  await must(signInAs(t.server, 'administrator'))
  await must(t.server.ask('users.add', { ...doctor, displayName: 'Tuija Tohtori', role: 'doctor' }))
  await must(t.server.ask('session.signIn', doctor))
}

test('a minute of typing is one event, and the next one tells how many saves there were', async () => {
  await save(60)
  expect(await saves()).toEqual([1])
  await must(t.server.ask('checks.stop', { checkId, to: 'cancelled', reason: 'Peruttu' }))
  expect((await told('check.stopped'))[0]).toMatchObject({ revision: 60 })
})

test('after five minutes a new stretch begins', async () => {
  await save(1)
  await save(30, 9_800)
  expect(await saves()).toEqual([1])
  await save(3, 9_000)
  expect(await saves()).toEqual([1, 32])
})

test('another session, of another person or the same, has its own event', async () => {
  await save(2)
  await asDoctor()
  await save(2)
  await must(t.server.ask('session.lock', {}))
  await must(signInAs(t.server, 'firstUser'))
  await save(2)
  expect((await told('check.draft-saved')).map((row) => [row.user, row.revision])).toEqual([
    ['Hilla Hoitaja', 1],
    ['Tuija Tohtori', 3],
    ['Hilla Hoitaja', 5],
  ])
})

test('anything else that the session writes ends the stretch', async () => {
  await save(2)
  await must(t.server.ask('clients.register', clientInput({ hetu: null, birthDate: '1980-01-01' })))
  await save(2)
  expect(await saves()).toEqual([1, 3])
})

test('a refused first save begins nothing; a clock set back neither', async () => {
  const stale = { checkId, revision: 7, answers: {} }
  expect(await t.server.ask('checks.saveDraft', stale)).toMatchObject({ error: { code: 'stale' } })
  await save(1)
  expect(await saves()).toEqual([1])
  await save(1, -3_600_000)
  expect(await saves()).toEqual([1, 2])
})

test('whatever happens between, each save lies under an event of its own person within five minutes', async () => {
  let state = 20_261_124
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  await asDoctor()
  const people = {
    'Tuija Tohtori': { username: 'tohtori', password: 'poro kulkee jänkällä iltaisin' },
    'Hilla Hoitaja': { username: 'hilla', password: 'tunturipuro solisee yöllä' },
  }
  let who: keyof typeof people = 'Tuija Tohtori'
  const made: { who: string; at: number; revision: number }[] = []
  for (let step = 0; step < 150; step += 1) {
    const dice = random(20)
    if (dice === 0) {
      who = random(2) === 0 ? 'Tuija Tohtori' : 'Hilla Hoitaja'
      await must(t.server.ask('session.signIn', people[who]))
    } else if (dice === 1) t.moveClock(random(400_000))
    else {
      await save(1, random(20_000))
      made.push({ who, at: t.options.clock.now().getTime(), revision })
    }
  }
  const events = await told('check.draft-saved')
  for (const one of made) {
    const over = events.findLast((event) => event.revision <= one.revision)!
    expect(over.user).toBe(one.who)
    expect(one.at - Date.parse(over.at)).toBeLessThan(5 * 60_000 + 1_000)
  }
  expect(events.length).toBeLessThan(made.length / 3)
  expect(
    await must(signInAs(t.server, 'administrator').then(() => t.server.ask('audit.verify', {}))),
  ).toMatchObject({
    intact: true,
  })
})
