// Saving while one types would fill the log with an event a second, and bury in it what a reader looks for. So the event
// of a first save covers the saves that follow it: of the same thing, in the same session, for at most five minutes and
// until the session writes anything else. It is committed with the first save, so no save is without an event in the log;
// revisions in the events tell how many saves a stretch had.
import type { Session } from './session-types.ts'

const LONGEST_MS = 5 * 60_000

export const createStretches = () => {
  const begun = new WeakMap<Session, Map<string, number>>()
  return {
    covers: (session: Session, thing: string, nowMs: number): boolean => {
      const since = nowMs - (begun.get(session)?.get(thing) ?? Number.NEGATIVE_INFINITY)
      return since >= 0 && since < LONGEST_MS
    },
    /** Call it only when the event that begins the stretch is committed. */
    begin: (session: Session, thing: string, nowMs: number): void => {
      const things = begun.get(session) ?? new Map<string, number>()
      begun.set(session, things.set(thing, nowMs))
    },
    end: (session: Session): void => void begun.delete(session),
  }
}
