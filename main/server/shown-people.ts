// Whom a search showed is in the log, client by client, so that each client's own list has it. While one types, the same
// people are shown again and again: a person is told once to the same session in a while.

import { appendAudits } from '../audit/chain.ts'
import type { OpenVault } from '../keys/vault.ts'
import { actorOf, type Session } from './session-types.ts'
import { mustNotHaveEnded } from './session-work.ts'
import type { Station } from './station.ts'

const AGAIN_MS = 15 * 60_000
const MEMORY = 'shown'

/** Writes an event for each client not told lately; nothing may be shown when it cannot be written. */
export const tellShown = async (
  station: Station,
  { session, open }: { session: Session; open: OpenVault },
  event: string,
  clients: readonly string[],
): Promise<void> => {
  const told = (station.memory.get(MEMORY) as Map<string, number> | undefined) ?? new Map<string, number>()
  const now = station.nowMs()
  const fresh = clients.filter((id) => Math.abs(now - (told.get(id) ?? Number.NEGATIVE_INFINITY)) >= AGAIN_MS)
  if (fresh.length === 0) return
  const { user } = session
  const at = station.now()
  await open.write.transaction().execute((db) =>
    appendAudits(
      db,
      fresh.map((clientId) => ({
        at,
        ...actorOf(user),
        event,
        outcome: 'done' as const,
        clientId,
      })),
    ),
  )
  mustNotHaveEnded(station, open)
  for (const id of fresh) told.set(id, now)
  station.memory.set(MEMORY, told)
}
