// The real clock and identifiers, for every host that is not a test.
import { randomUUID } from 'node:crypto'
import type { Clock, Ids } from './server/ports.ts'

export const systemClock: Clock = { now: () => new Date(), running: () => performance.now() }
export const randomIds: Ids = { next: randomUUID }

/** How often a host looks whether the person has left: the idle time itself is the station's. */
export const IDLE_CHECK_MS = 5_000
