// Prepares libraries for the strict content security policy. Must be the first import of the entry point:
// zod decides when a schema is made whether it may compile code, and style injectors read the nonce early.
import { config } from 'zod'

config({ jitless: true })

/** The nonce of this load, put into the page by the host. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// The scroll lock of dialogs takes its nonce from this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })
