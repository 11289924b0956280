// Serves the built screens: which file answers a path, with which headers. Electron's protocol, the test host and
// dev:browser share it, so that the confinement and the policy tested in one hold in all.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { contentSecurityPolicy, NONCE_PLACEHOLDER, newNonce } from './csp.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export type Page = { status: number; headers: Record<string, string>; body: Buffer }

type Options = {
  connect?: "'self'"
  /** A script that must run before the screens' own, for hosts without a preload. */
  firstScript?: string
}

const answer = (status: number, type: string, body: Buffer, options: Options, nonce = newNonce()): Page => ({
  status,
  headers: {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce, options.connect),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  },
  body,
})

const notFound = (options: Options): Page =>
  answer(404, 'text/plain; charset=utf-8', Buffer.alloc(0), options)

/** The real path of a file inside `folder`, or null: links and `..` may not lead out. */
const inside = (folder: string, path: string): string | null => {
  if (!existsSync(path)) return null
  const real = realpathSync(path)
  return real.startsWith(realpathSync(folder) + sep) && statSync(real).isFile() ? real : null
}

/**
 * The answer to a path of the screens' origin.
 * @param folder the built renderer
 * @param pathname still percent-encoded, as a URL has it; a path without an ending is one of the app's own routes
 */
export const pageFor = (folder: string, pathname: string, options: Options = {}): Page => {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return notFound(options)
  }
  if (!path.startsWith('/') || /[\0\\:]/.test(path) || path.split('/').includes('..'))
    return notFound(options)
  const ending = extname(path)
  const type = ending === '' ? TYPES['.html'] : Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined
  const file = type ? inside(folder, join(folder, ending === '' ? 'index.html' : path)) : null
  if (!file || !type) return notFound(options)
  if (type !== TYPES['.html']) return answer(200, type, readFileSync(file), options)
  const nonce = newNonce()
  let html = readFileSync(file, 'utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
  if (options.firstScript)
    html = html.replace('<head>', () => `<head><script src="${options.firstScript}"></script>`)
  return answer(200, type, Buffer.from(html), options, nonce)
}
