// Growing delays after failed sign-ins, kept in the key file so that a restart does not reset them.
import type { KeyFile } from './key-file.ts'

const FREE = 3
const FIRST_WAIT_S = 5
const LONGEST_WAIT_S = 15 * 60
/** Unknown user names are counted too; the oldest are forgotten so that the file cannot be filled. */
const REMEMBERED = 200

/** Seconds until this slot may be tried again; 0 when at once. */
export const secondsToWait = (file: KeyFile, slot: string, nowMs: number): number => {
  const until = Object.hasOwn(file.attempts, slot) ? file.attempts[slot]!.waitUntil : 0
  return until > nowMs ? Math.ceil((until - nowMs) / 1000) : 0
}

/** Counts a failure and sets the next waiting time: 5 s after the third, doubled each time, at most 15 minutes. */
export const countFailure = (file: KeyFile, slot: string, nowMs: number): void => {
  const failed = (Object.hasOwn(file.attempts, slot) ? file.attempts[slot]!.failed : 0) + 1
  const wait = failed < FREE ? 0 : Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(failed - FREE, 20))
  delete file.attempts[slot]
  file.attempts[slot] = { failed, waitUntil: nowMs + wait * 1000 }
  const names = Object.keys(file.attempts)
  for (const old of names.slice(0, Math.max(0, names.length - REMEMBERED))) delete file.attempts[old]
}

/** Counts a refusal that could not be written to the closed log. `event` is one of our own codes. */
export const countRefusal = (file: KeyFile, event: string): void => {
  file.refusals[event] = Math.min(
    (Object.hasOwn(file.refusals, event) ? file.refusals[event]! : 0) + 1,
    1_000_000,
  )
}
