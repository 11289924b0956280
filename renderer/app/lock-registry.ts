// What must happen before the station locks: drafts are saved. Half-typed forms are kept in memory for the same user,
// over locking and over leaving the view. Nothing here is ever written to disk by the screen.

const flushers = new Set<() => Promise<unknown>>()
const keepers = new Map<string, () => unknown>()
const kept = new Map<string, unknown>()

/** Runs before locking, e.g. saving a draft; returns how to take it back. */
export const beforeLock = (flush: () => Promise<unknown>): (() => void) => {
  flushers.add(flush)
  return () => void flushers.delete(flush)
}

const keep = (name: string, values: unknown): void => {
  if (values === undefined) kept.delete(name)
  else kept.set(name, values)
}

/**
 * A form whose values are kept over locking and, when the function it returns is called, over leaving the view; `read`
 * answers undefined when there is nothing to keep.
 */
export const keepTyped = (name: string, read: () => unknown): (() => void) => {
  keepers.set(name, read)
  return () => {
    keepers.delete(name)
    keep(name, read())
  }
}

/** The values kept of a form, once. */
export const takeKept = (name: string): unknown => {
  const values = kept.get(name)
  kept.delete(name)
  return values
}

/** Values that a form shall open with, once, for this person only. */
export const handOver = (name: string, values: unknown): void => void kept.set(name, values)

const MOST_MS = 3_000

/** Saves drafts (at most three seconds) and keeps half-typed forms. */
export const prepareLock = async (): Promise<void> => {
  for (const [name, read] of keepers) keep(name, read())
  const late = new Promise((done) => setTimeout(done, MOST_MS))
  await Promise.race([Promise.allSettled([...flushers].map((flush) => flush())), late])
}

/** Another person signed in: what the one before had typed is forgotten. */
export const forgetKept = (): void => kept.clear()
