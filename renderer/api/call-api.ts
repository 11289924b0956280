// The one way from a screen to the server: checked with the contract before it is sent.
import type { Failure } from '../../domain/contract/errors.ts'
import { type CallName, findCall, type Input, type Output } from '../../domain/contract/table.ts'
import type { HostApi } from './host-api.ts'
import { problemsOf } from './problems.ts'

/** A refused call; carries the code that the screen translates. */
export class ApiFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'ApiFailure'
    this.failure = failure
  }
}

/** The failure in anything that was thrown. */
export const failureOf = (error: unknown): Failure =>
  error instanceof ApiFailure ? error.failure : { code: 'internal' }

const endListeners = new Set<() => void>()

/** Calls the listener when the server says that nobody is signed in any more; returns how to stop. */
export const onSessionEnd = (listener: () => void): (() => void) => {
  endListeners.add(listener)
  return () => void endListeners.delete(listener)
}

const host = (): HostApi => window.api

/**
 * Asks the server.
 * @throws ApiFailure with the contract's error code; nothing else
 */
export const callApi = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
  const fields = problemsOf(findCall(name)!.input, input)
  if (fields.length > 0) throw new ApiFailure({ code: 'invalid-input', fields })
  const result = await host()
    .call(name, input)
    .catch(() => ({ ok: false as const, error: { code: 'internal' as const } }))
  if (result.ok) return result.value as Output<N>
  if (result.error.code === 'not-signed-in') for (const listener of endListeners) listener()
  throw new ApiFailure(result.error)
}
