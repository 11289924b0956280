// What the host (preload, or the browser's test host) puts into the page.
import type { Result } from '../../domain/contract/errors.ts'

/** Events that the server sends without being asked. */
export type HostEvents = {
  /** The session ended on the server's side. */
  locked: Record<never, never>
  /** Long work: what it is, 0..1 done when known, best and bound when meaningful. */
  progress: { task: string; done: number | null; best: number | null; bound: number | null }
}

export type HostApi = {
  call: (name: string, input: unknown) => Promise<Result<unknown>>
  /** Returns how to stop listening. */
  on: <E extends keyof HostEvents>(event: E, handler: (value: HostEvents[E]) => void) => () => void
}

declare global {
  interface Window {
    api: HostApi
  }
}
