// When a session begins: does the log still lead to what was written down of it elsewhere? If not, it says so itself, once.
import { newestDetails } from '../../db/repositories/audit.ts'
import { missingAnchor } from '../audit/anchors.ts'
import { appendAudit } from '../audit/chain.ts'
import { actorOf } from './session-types.ts'
import type { Station } from './station.ts'

const EVENT = 'audit.behind'

/** Warns only: nothing is stopped, changed or offered to be deleted. */
export const tellWhenBehind = async (station: Station): Promise<void> => {
  const at = station.current()
  if (!at) return
  const missing = await missingAnchor(at.open.read, station.vault)
  if (!missing) return
  const details = { kind: missing.kind, at: missing.at, events: missing.events }
  if ((await newestDetails(at.open.read, EVENT)) === JSON.stringify(details)) return
  const { user } = at.session
  await at.open.write.transaction().execute((db) =>
    appendAudit(db, {
      at: station.now(),
      ...actorOf(user),
      event: EVENT,
      outcome: 'done',
      clientId: null,
      details,
    }),
  )
}
