// Which file answers a path: confinement, headers, nonce. Shared by Electron, the test host and dev:browser.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../main/csp.ts'
import { pageFor } from '../../../main/pages.ts'
import { answerRequest, registerScheme, servePages } from '../../../main/protocol.ts'

const SECRET = 'outside the folder'
let home: string
let folder: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'tyokyky-pages-'))
  folder = join(home, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    '<html><head><meta nonce="__CSP_NONCE__"></head>__CSP_NONCE__</html>',
  )
  writeFileSync(join(folder, 'assets', 'a.js'), 'x')
  writeFileSync(join(home, 'secret.js'), SECRET)
  writeFileSync(join(home, 'secret.html'), SECRET)
  symlinkSync(join(home, 'secret.js'), join(folder, 'assets', 'link.js'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('files come with their type, own routes with the first page', () => {
  expect(pageFor(folder, '/assets/a.js')).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })
  for (const path of ['/', '/clients', '/clients/id-1/checks'])
    expect(pageFor(folder, path).headers['content-type']).toBe('text/html; charset=utf-8')
})

test.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.js',
  '/..%5csecret.js',
  '/assets/link.js',
  '//secret.js',
  '/C:/secret.js',
  '/assets/a.js%00.html',
  '/%',
  '/assets',
  '/assets/missing.js',
  '/assets/a.exe',
  '/assets/a.constructor',
  'assets/a.js',
])('%s gives nothing from outside', (path) => {
  const page = pageFor(folder, path)
  expect(page.body.toString()).not.toContain(SECRET)
  if (path !== '/assets') expect(page.status).toBe(404)
})

test('no path at all leads outside', () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2e%2e',
    '%2f',
    '%5c',
    '/',
    '\\',
    'secret.js',
    'assets',
    'secret.html',
    '',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const page = pageFor(folder, `/${parts.join('/')}`)
      return !page.body.toString().includes(SECRET)
    }),
    { numRuns: 2_000 },
  )
})

test('each load has its own nonce, in the page and in the policy', () => {
  const [one, two] = [pageFor(folder, '/'), pageFor(folder, '/')]
  const nonce = /nonce="([^"]+)"/.exec(one.body.toString())![1]!
  expect(one.headers['content-security-policy']).toBe(contentSecurityPolicy(nonce))
  expect(one.body.toString()).not.toContain('__CSP_NONCE__')
  expect(two.body.toString()).not.toContain(nonce)
})

test('the policy is strict', () => {
  const policy = new Map(
    contentSecurityPolicy('N')
      .split('; ')
      .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  )
  expect(Object.fromEntries(policy)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'nonce-N'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
  })
})

describe("Electron's protocol", () => {
  const get = (url: string, method = 'GET') => answerRequest(folder, { url, method })
  test('answers only GET on its own host', async () => {
    expect(get('app://tyokykypolku/').status).toBe(200)
    expect(await get('app://tyokykypolku/assets/a.js').text()).toBe('x')
    expect(get('app://other/').status).toBe(403)
    expect(get('file:///etc/passwd').status).toBe(403)
    expect(get('app://tyokykypolku/', 'POST').status).toBe(403)
    expect(get('app://tyokykypolku/../../secret.js').status).toBe(404)
    expect(get('app://tyokykypolku/').headers.get('content-security-policy')).toContain("default-src 'none'")
  })
  test('is registered as standard and secure, without going around the policy', () => {
    let given: unknown
    registerScheme({ registerSchemesAsPrivileged: (schemes) => (given = schemes) })
    expect(given).toEqual([
      {
        scheme: 'app',
        privileges: {
          standard: true,
          secure: true,
          supportFetchAPI: false,
          corsEnabled: false,
          bypassCSP: false,
        },
      },
    ])
    const handled: string[] = []
    servePages({ handle: (scheme: string) => void handled.push(scheme) } as never, folder)
    expect(handled).toEqual(['app'])
  })
})
