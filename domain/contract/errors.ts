// The closed list of refusals that may cross to the screen. Texts live in the renderer; no message crosses.

/** Every code needs a text in each language (tested). */
export const ERROR_CODES = [
  'unknown-call',
  'invalid-input',
  'not-signed-in',
  'forbidden',
  'wrong-workplace',
  'wrong-credentials',
  'wait',
  'already-set-up',
  'not-set-up',
  'weak-password',
  'name-taken',
  'last-administrator',
  'not-found',
  'duplicate-client',
  'state-forbids',
  'stale',
  'consent-missing',
  'not-closable',
  'check-ahead',
  'check-open',
  'similar-client',
  'file-cancelled',
  'file-unreadable',
  'file-unwritable',
  'file-no-space',
  'database-newer',
  'database-damaged',
  'database-missing',
  'database-not-encrypted',
  'key-slot-missing',
  'key-file-damaged',
  'key-file-unwritten',
  'disk-full',
  'quarter-not-ended',
  'already-released',
  'release-frozen',
  'release-not-protected',
  'preview-expired',
  'nothing-to-release',
  'import-too-large',
  'import-not-zip',
  'import-contents',
  'import-version',
  'import-signature',
  'import-unknown-station',
  'import-key-changed',
  'import-tampered',
  'import-repeated',
  'import-overlap',
  'import-not-audited',
  'import-gap',
  'import-history',
  'import-cancelled',
  'backup-invalid',
  'audit-broken',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** A problem at one input field: `path` joins keys with dots, `code` is translated as `problem.<code>`. */
export type FieldProblem = { path: string; code: string; params?: Record<string, string | number> }

export type Failure = { code: ErrorCode; params?: Record<string, string | number>; fields?: FieldProblem[] }

/** What every call answers. JSON values only. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

/** Thrown inside the server to refuse a call; carries no personal data, only codes and ids. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(code: ErrorCode, rest: Omit<Failure, 'code'> = {}) {
    super(code)
    this.name = 'Refusal'
    this.failure = { code, ...rest }
  }
}

/** Refusal of what stands in one input field; `code` is translated as `problem.<code>`. */
export const invalidField = (path: string, code: string): Refusal =>
  new Refusal('invalid-input', { fields: [{ path, code }] })
