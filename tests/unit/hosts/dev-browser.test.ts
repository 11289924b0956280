// The development host answers only its own page on its own address, and only with its token.
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDevBrowser } from '../../../scripts/dev-browser.ts'

let host: Awaited<ReturnType<typeof startDevBrowser>>
let folder: string
let url: URL
let cookie: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tyokyky-dev-test-'))
  host = await startDevBrowser(folder)
  url = new URL(host.address)
  cookie = `dev=${url.searchParams.get('token')}`
})
afterAll(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Asked = { path?: string; method?: string; headers?: Record<string, string>; body?: string }
const ask = ({ path = '/', method = 'GET', headers = {}, body }: Asked) =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((done, fail) => {
    const outgoing = request({ host: '127.0.0.1', port: url.port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (part) => (text += part))
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    outgoing.on('error', fail)
    outgoing.end(body)
  })
const call = (headers: Record<string, string>, body = '{"name":"session.status","input":{}}') =>
  ask({ path: '/__call', method: 'POST', headers, body })

test('listens on loopback', () => expect(url.hostname).toBe('127.0.0.1'))

test('the token opens the page once, then a cookie that no script reads', async () => {
  const first = await ask({ path: url.pathname + url.search })
  expect(first.status).toBe(303)
  expect(first.headers.location).toBe('/')
  expect(String(first.headers['set-cookie'])).toMatch(/^dev=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/)
  const script = await ask({ path: '/__bridge.js', headers: { cookie } })
  expect(script).toMatchObject({ status: 200, text: expect.stringContaining('window') })
})

test('a call from the own page is answered', async () => {
  const answer = await call({ cookie, origin: url.origin })
  expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { state: 'first-run' } })
})

test.each([
  ['no cookie', { origin: 'OWN' }],
  ['a wrong cookie', { origin: 'OWN', cookie: 'dev=x' }],
  ['a foreign origin', { origin: 'https://example.org', cookie: 'OWN' }],
  ['no origin', { cookie: 'OWN' }],
  ['a foreign host name', { origin: 'OWN', cookie: 'OWN', host: 'example.org' }],
  ['localhost by name', { origin: 'OWN', cookie: 'OWN', host: 'localhost:80' }],
])('a call with %s is refused', async (_what, given: Record<string, string>) => {
  const headers = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      value === 'OWN' ? (key === 'cookie' ? cookie : url.origin) : value,
    ]),
  )
  expect((await call(headers)).status).toBe(403)
})

test.each(['/', '/clients', '/__events', '/__bridge.js', '/?token=', '/?token=x'])(
  '%s without the token is refused',
  async (path) => {
    expect((await ask({ path })).status).toBe(403)
  },
)

test('what is no call is refused: no JSON, too much, another method', async () => {
  const own = { cookie, origin: url.origin }
  expect((await call(own, '{')).status).toBe(400)
  expect(JSON.parse((await call(own, 'null')).text)).toMatchObject({
    ok: false,
    error: { code: 'unknown-call' },
  })
  expect((await ask({ path: '/__call', headers: own })).status).toBe(403)
})
