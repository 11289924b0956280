// Saving while one types leaves an event about every second, a search one for each client it showed: in a list, those in
// a row are one line with their number.
import type { Output } from '../../../domain/contract/table.ts'

/** `username` where it is told: in the list of one client. */
export type Event = Output<'audit.list'>[number] & { username?: string | null }
/** `at` and `seq` are the newest one's; `times` events from `since` on. */
export type FoldedEvent = Event & { times: number; since: string }

const FOLDED: readonly string[] = ['check.draft-saved', 'referral.draft-saved', 'client.found']

const isSame = (one: Event, other: Event): boolean =>
  FOLDED.includes(one.event) &&
  one.event === other.event &&
  one.userName === other.userName &&
  one.username === other.username &&
  one.clientId === other.clientId &&
  one.outcome === other.outcome

/** The events, newest first, with saves in a row as one. */
export const foldEvents = (events: readonly Event[]): FoldedEvent[] => {
  const folded: FoldedEvent[] = []
  for (const event of [...events].sort((a, b) => b.seq - a.seq)) {
    const newer = folded.at(-1)
    if (newer && isSame(newer, event))
      folded[folded.length - 1] = { ...newer, times: newer.times + 1, since: event.at }
    else folded.push({ ...event, times: 1, since: event.at })
  }
  return folded
}
