// Growing delays after failed sign-ins, kept in the key file so that a restart does not reset them.
import type { KeyFile } from './key-file.ts'

const FREE = 3
const FIRST_WAIT_S = 5
const LONGEST_WAIT_S = 15 * 60
/** Unknown user names are counted too; some are forgotten so that the file cannot be filled. */
const REMEMBERED = 200

const attemptsOf = (file: KeyFile, slot: string) =>
  Object.hasOwn(file.attempts, slot) ? file.attempts[slot] : undefined

/** Seconds until this slot may be tried again; 0 when at once. */
export const secondsToWait = (file: KeyFile, slot: string, nowMs: number): number => {
  const until = attemptsOf(file, slot)?.waitUntil ?? 0
  return until > nowMs ? Math.ceil((until - nowMs) / 1000) : 0
}

/**
 * A wait longer than the longest there is comes from a clock that was ahead and has been set right: it becomes the
 * longest. Returns whether anything was changed.
 */
export const shortenWait = (file: KeyFile, slot: string, nowMs: number): boolean => {
  const found = attemptsOf(file, slot)
  const latest = nowMs + LONGEST_WAIT_S * 1000
  if (!found || found.waitUntil <= latest) return false
  found.waitUntil = latest
  return true
}

/** Unknown names beyond those remembered: fewest failures first, then the oldest. Never a slot that opens something. */
const forgotten = (file: KeyFile): string[] => {
  const real = new Set(file.slots.map(({ id }) => id))
  const unknown = Object.keys(file.attempts).filter((name) => !real.has(name))
  return unknown
    .sort((a, b) => file.attempts[a]!.failed - file.attempts[b]!.failed)
    .slice(0, Math.max(0, unknown.length - REMEMBERED))
}

/** Counts a failure and sets the next waiting time: 5 s after the third, doubled each time, at most 15 minutes. */
export const countFailure = (file: KeyFile, slot: string, nowMs: number): void => {
  const failed = (attemptsOf(file, slot)?.failed ?? 0) + 1
  const wait = failed < FREE ? 0 : Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(failed - FREE, 20))
  delete file.attempts[slot]
  file.attempts[slot] = { failed, waitUntil: nowMs + wait * 1000 }
  for (const name of forgotten(file)) delete file.attempts[name]
}

/** Counts a refusal that could not be written to the closed log. `event` is one of our own codes. */
export const countRefusal = (file: KeyFile, event: string): void => {
  file.refusals[event] = Math.min(
    (Object.hasOwn(file.refusals, event) ? file.refusals[event]! : 0) + 1,
    1_000_000,
  )
}
