// The own scheme: pages come from the built renderer alone, never from file: or a network.
import type { Protocol } from 'electron'
import { HOST, SCHEME } from './origin.ts'
import { pageFor } from './pages.ts'

/** Must run before the app is ready. */
export const registerScheme = (protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: false,
        corsEnabled: false,
        bypassCSP: false,
      },
    },
  ])

/** Answers one request of the own scheme. */
export const answerRequest = (folder: string, request: Pick<Request, 'url' | 'method'>): Response => {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.protocol !== `${SCHEME}:` || url.host !== HOST)
    return new Response(null, { status: 403 })
  const { status, headers, body } = pageFor(folder, url.pathname)
  return new Response(new Uint8Array(body), { status, headers })
}

export const servePages = (protocol: Pick<Protocol, 'handle'>, folder: string): void =>
  protocol.handle(SCHEME, (request) => answerRequest(folder, request))
