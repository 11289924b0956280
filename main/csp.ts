// The one content security policy of the screens: Electron's protocol, the test host and dev:browser all send this.
import { randomBytes } from 'node:crypto'

/** Stands in index.html where the nonce of each load goes. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** A nonce for one load of the page: 128 random bits. */
export const newNonce = (): string => randomBytes(16).toString('base64')

/**
 * The policy as a header value. Nothing may be reached over any network: the screen speaks to the server through
 * the bridge only.
 * @param connect what scripts may fetch; dev:browser, whose bridge is HTTP on loopback, says 'self'
 */
export const contentSecurityPolicy = (nonce: string, connect: "'none'" | "'self'" = "'none'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
