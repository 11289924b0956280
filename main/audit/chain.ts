// The log that shows tampering: each row holds the hash of the one before.
import { createHash } from 'node:crypto'
import type { Reader, Writer } from '../../db/kysely.ts'
import { type AuditRow, auditAfter, auditHead, insertAudit } from '../../db/repositories/audit.ts'

export type AuditEntry = {
  at: string
  userId: string | null
  userName: string
  role: string
  event: string
  outcome: 'done' | 'refused'
  clientId: string | null
  /** Codes and ids only: no names, no henkilötunnus, no clinical content. */
  details?: Record<string, string | number | boolean | null>
}

const hashOf = (row: Omit<AuditRow, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        row.seq,
        row.at,
        row.user_id,
        row.user_name,
        row.role,
        row.event,
        row.outcome,
        row.client_id,
        row.details,
        row.prev_hash,
      ]),
    )
    .digest('hex')

/** Appends events in order; call it inside the transaction of the change they tell of. */
export const appendAudits = async (db: Writer, entries: readonly AuditEntry[]): Promise<void> => {
  let { seq, hash } = await auditHead(db)
  const rows = entries.map((entry) => {
    seq += 1
    const row = {
      seq,
      at: entry.at,
      user_id: entry.userId,
      user_name: entry.userName,
      role: entry.role,
      event: entry.event,
      outcome: entry.outcome,
      client_id: entry.clientId,
      details: JSON.stringify(entry.details ?? {}),
      prev_hash: hash,
    }
    hash = hashOf(row)
    return { ...row, hash }
  })
  await insertAudit(db, rows)
}

/** Appends an event; call it inside the transaction of the change it tells of. */
export const appendAudit = (db: Writer, entry: AuditEntry): Promise<void> => appendAudits(db, [entry])

const PAGE = 2_000

/** Recomputes the whole chain. `brokenAt` is the first sequence number that does not follow. */
export const verifyChain = async (
  db: Reader,
): Promise<{ intact: boolean; events: number; brokenAt: number | null; head: string }> => {
  let seq = 0
  let hash = ''
  for (;;) {
    const page = await auditAfter(db, seq, PAGE)
    for (const row of page) {
      const sound = row.seq === seq + 1 && row.prev_hash === hash && row.hash === hashOf(row)
      if (!sound) return { intact: false, events: seq, brokenAt: row.seq, head: hash }
      seq = row.seq
      hash = row.hash
    }
    if (page.length < PAGE) return { intact: true, events: seq, brokenAt: null, head: hash }
  }
}
