// The screens in an ordinary browser, for development only: the test host's kind of server on this machine alone.
// Never part of the product: the bridge is HTTP, guarded by a random token and by checks of Host and Origin.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COST_FLOOR } from '../main/keys/box.ts'
import { pageFor } from '../main/pages.ts'
import { createServer } from '../main/server/create-server.ts'
import { IDLE_CHECK_MS, randomIds, systemClock } from '../main/system.ts'

const RENDERER = fileURLToPath(new URL('../out/renderer/', import.meta.url))
const MAX_INPUT = 2 * 1024 * 1024

/** The bridge of preload/index.ts over HTTP. */
const BRIDGE = `(() => {
  const handlers = new Map()
  const source = new EventSource('/__events')
  source.onmessage = (message) => {
    const { event, value } = JSON.parse(message.data)
    for (const handler of handlers.get(event) ?? []) handler(value)
  }
  Object.defineProperty(window, 'api', { value: Object.freeze({
    call: async (name, input) => {
      const answer = await fetch('/__call', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name, input }),
      })
      return answer.json()
    },
    on: (event, handler) => {
      if (!handlers.has(event)) handlers.set(event, new Set())
      handlers.get(event).add(handler)
      return () => handlers.get(event).delete(handler)
    },
  }) })
})()`

/** Starts the host; `folder` keeps the data, otherwise a temporary one. Resolves to the address to open. */
export const startDevBrowser = async (folder?: string, port = 0) => {
  const home = folder ? resolve(folder) : mkdtempSync(join(tmpdir(), 'tyokyky-dev-'))
  mkdirSync(join(home, 'saved'), { recursive: true })
  const token = randomBytes(24).toString('base64url')
  const listeners = new Set<ServerResponse>()
  const server = createServer({
    folder: join(home, 'station'),
    cost: COST_FLOOR,
    clock: systemClock,
    ids: randomIds,
    files: {
      save: async (name, bytes) => {
        writeFileSync(join(home, 'saved', name.replace(/[^\p{L}\p{N}._-]/gu, '_')), bytes())
        return true
      },
      pick: async () => null,
    },
    printer: { print: async () => false, pdf: async () => new TextEncoder().encode('%PDF-') },
    clipboard: { write: async () => undefined, read: async () => '', clear: async () => undefined },
    emit: (event, value) => {
      for (const listener of listeners) listener.write(`data: ${JSON.stringify({ event, value })}\n\n`)
    },
    fault: (call, kind) => console.error(`fault in ${call}: ${kind}`),
  })
  const idle = setInterval(() => void server.tick(), IDLE_CHECK_MS)

  const same = (given: string | undefined): boolean =>
    given !== undefined &&
    given.length === token.length &&
    timingSafeEqual(Buffer.from(given), Buffer.from(token))

  const http = createHttp((request, response) => {
    handle(request, response).catch(() => response.writeHead(500).end())
  })
  const host = (): string => `127.0.0.1:${(http.address() as { port: number }).port}`

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { origin } = request.headers
    if (request.headers.host !== host() || (origin !== undefined && origin !== `http://${host()}`))
      return void response.writeHead(403).end()
    const url = new URL(request.url ?? '/', `http://${host()}`)
    if (same(url.searchParams.get('token') ?? undefined))
      return void response
        .writeHead(303, { 'set-cookie': `dev=${token}; HttpOnly; SameSite=Strict; Path=/`, location: '/' })
        .end()
    if (!same(/(?:^|; )dev=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]))
      return void response.writeHead(403).end()
    if (url.pathname === '/__events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
      return
    }
    if (url.pathname === '/__call') return answerCall(request, response)
    if (url.pathname === '/__bridge.js')
      return void response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(BRIDGE)
    const page = pageFor(RENDERER, url.pathname, { connect: "'self'", firstScript: '/__bridge.js' })
    response.writeHead(page.status, page.headers).end(page.body)
  }

  const answerCall = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || !request.headers.origin) return void response.writeHead(403).end()
    const parts: Buffer[] = []
    let size = 0
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length
      if (size > MAX_INPUT) return void response.writeHead(413).end()
      parts.push(part)
    }
    let asked: { name?: unknown; input?: unknown }
    try {
      asked = JSON.parse(Buffer.concat(parts).toString('utf8')) as typeof asked
    } catch {
      return void response.writeHead(400).end()
    }
    const result = await server.call(asked?.name, asked?.input)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result))
  }

  await new Promise<void>((done) => http.listen(port, '127.0.0.1', done))
  return {
    address: `http://${host()}/?token=${token}`,
    folder: home,
    stop: () => {
      clearInterval(idle)
      for (const listener of listeners) listener.end()
      http.close()
      return server.close()
    },
  }
}

if (import.meta.main) {
  if (!existsSync(join(RENDERER, 'index.html'))) {
    console.error('The screens are not built: run `npm run build` first.')
    process.exit(1)
  }
  const { address, folder } = await startDevBrowser(process.argv[2])
  console.log(`Open ${address}\nData in ${folder}. For development only; stop with Ctrl+C.`)
}
