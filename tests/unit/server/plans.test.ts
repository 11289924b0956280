import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input } from '../../../domain/contract/table.ts'
import { itemsOfTemplate } from '../../../domain/plans/plan.ts'
import { clientInput, NOBODY } from '../../host/client-input.ts'
import { makeServer, must, setUp, signInAs, type TestServer } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

let t: TestServer
let clientId: string
beforeEach(async () => {
  t = makeServer()
  await setUp(t.server)
  clientId = (await must(t.server.ask('clients.register', clientInput()))).id
})
afterEach(async () => {
  expect(t.faults).toEqual([])
  await t.dispose()
})

type Item = Input<'plans.add'>['items'][number]
const goal: Item = {
  kind: 'goal',
  title: 'Kävelen joka päivä',
  instructions: '',
  contact: '',
  responsible: 'client',
  dueDate: '2026-12-24',
}
const plan = (of = clientId) => must(t.server.ask('plans.ofClient', { clientId: of }))
const add = async (...items: Item[]) =>
  (await must(t.server.ask('plans.add', { clientId, items }))).ids as [string, ...string[]]
const change = async (over: Partial<Input<'plans.change'>>) => {
  const { createdAt: _c, changedAt: _d, id, ...item } = (await plan())[0]!
  return t.server.ask('plans.change', { ...item, clientId, itemId: id, ...over })
}

test('a path keeps the order of its template, dates counted from the day it was made', async () => {
  const [template] = (await must(t.server.ask('plans.templates', {}))).templates
  await add(...itemsOfTemplate(template!, '2026-12-24'))
  const items = await plan()
  expect(items.map(({ title }) => title)).toEqual(template!.steps.map(({ title }) => title))
  expect(items.map(({ dueDate }) => dueDate)).toEqual([
    '2026-12-24',
    '2026-12-24',
    '2027-01-07',
    '2027-01-07',
    '2027-03-24',
  ])
  expect(items.every(({ state }) => state === 'open')).toBe(true)
})

test('an item is changed, done and opened again; what it was before is kept', async () => {
  await add(goal)
  await must(change({ title: 'Kävelen kahdesti viikossa' }))
  await must(change({ state: 'done' }))
  await must(change({ state: 'open' }))
  expect((await plan())[0]).toMatchObject({ title: 'Kävelen kahdesti viikossa', state: 'open', revision: 4 })
  const db = await peek(t.folder)
  const before = db
    .prepare(
      "select json_extract(data, '$.title') as title, json_extract(data, '$.state') as state from plan_item_version order by revision",
    )
    .all()
  db.close()
  expect(before).toEqual([
    { title: 'Kävelen joka päivä', state: 'open' },
    { title: 'Kävelen kahdesti viikossa', state: 'open' },
    { title: 'Kävelen kahdesti viikossa', state: 'done' },
  ])
})

test('from done to dropped, a stale change and a bad date are refused; nothing changes', async () => {
  await add(goal)
  await must(change({ state: 'done' }))
  const before = await plan()
  expect(await change({ state: 'dropped' })).toEqual({ ok: false, error: { code: 'state-forbids' } })
  expect(await change({ revision: 1, title: 'x' })).toEqual({ ok: false, error: { code: 'stale' } })
  expect(await change({ dueDate: '2026-02-30' })).toMatchObject({ error: { fields: [{ path: 'dueDate' }] } })
  expect(await change({ title: ' ' })).toMatchObject({ error: { fields: [{ path: 'title' }] } })
  expect(await plan()).toEqual(before)
})

test('an item is not changed under another client, nor added to nobody', async () => {
  const [itemId] = await add(goal)
  const { id: other } = await must(
    t.server.ask('clients.register', clientInput({ hetu: '010100A903K', familyName: 'Riekko' })),
  )
  expect(await change({ clientId: other, itemId })).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(await t.server.ask('plans.add', { clientId: NOBODY, items: [goal] })).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
  expect(await plan(other)).toEqual([])
  expect((await plan())[0]).toMatchObject({ revision: 1 })
})

test('templates are the program’s until a coordinator or an administrator saves others, one at a time', async () => {
  const read = () => must(t.server.ask('plans.templates', {}))
  const before = await read()
  expect(before.version).toBe(0)
  expect(before.templates.length).toBeGreaterThan(0)
  expect(before.templates.every(({ approved }) => !approved)).toBe(true)
  const template = { ...before.templates[1]!, approved: true }
  const save = (version: number, changed: Input<'plans.saveTemplate'>['template'] = template) =>
    t.server.ask('plans.saveTemplate', { version, template: changed })
  expect(await save(0)).toEqual({ ok: false, error: { code: 'forbidden' } })
  expect(await read()).toEqual(before)
  await must(signInAs(t.server, 'administrator'))
  expect((await save(0, { ...template, steps: [] })).ok).toBe(false)
  expect(await must(save(0))).toEqual({ version: 1, id: template.id })
  const [first, , ...rest] = before.templates
  expect(await read()).toEqual({ version: 1, templates: [first, template, ...rest] })

  // Someone who has read the version before is told, and nothing is lost.
  expect(await save(0, { ...template, name: 'Toinen' })).toEqual({ ok: false, error: { code: 'stale' } })
  const added = await must(save(1, { ...template, id: null, name: 'Oma polku' }))
  expect(added).toEqual({ version: 2, id: 'polku-5' })
  expect((await read()).templates.at(-1)).toMatchObject({ id: 'polku-5', name: 'Oma polku' })
  await must(t.server.ask('plans.removeTemplate', { version: 2, id: 'polku-5' }))
  expect(await read()).toEqual({ version: 3, templates: [first, template, ...rest] })
})

test('the administrator does not see plans', async () => {
  await add(goal)
  await must(signInAs(t.server, 'administrator'))
  expect(await t.server.ask('plans.ofClient', { clientId })).toEqual({
    ok: false,
    error: { code: 'forbidden' },
  })
})
