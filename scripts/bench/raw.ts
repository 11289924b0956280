// The same work as the product's, in prepared statements by hand: the yardstick. It writes the same rows, with the same
// chained log, but checks no role, no input and no output.
import { createHash, randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { storedKeys } from '../../db/repositories/clients.ts'
import { searchKeys } from '../../domain/clients/names.ts'
import type { Person } from './population.ts'

const AT = '2026-11-24T08:00:00.000Z'

export const rawStation = (db: Database.Database, userId: string, userName: string) => {
  const head = db.prepare('select seq, hash from audit_event order by seq desc limit 1')
  const event = db.prepare('insert into audit_event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const audit = (name: string, clientId: string): void => {
    const { seq, hash } = head.get() as { seq: number; hash: string }
    const row = [seq + 1, AT, userId, userName, 'nurse', name, 'done', clientId, '{}', hash]
    event.run(...row, createHash('sha256').update(JSON.stringify(row)).digest('hex'))
  }

  const client = db.prepare('select * from client where id = ?')
  const identifier = db.prepare('select * from client_identifier where client_id = ? and valid_to is null')
  const participation = db.prepare('select * from participation where client_id = ?')
  const consents = db.prepare(
    `select consent.*, app_user.display_name from consent join app_user on app_user.id = consent.recorded_by
     where client_id = ? order by consent.rowid desc`,
  )
  const open = db.transaction((id: string) => {
    const found = [client.get(id), identifier.get(id), participation.get(id), consents.all(id)]
    audit('client.viewed', id)
    return found
  })

  const byName = db.prepare(
    `select client.id, family_name, given_names, birth_date, municipality from client_search
     join client on client.id = client_search.client_id
     where key >= ? and key < ? and instr(key, ?) > 0 and not exists (
       select 1 from client_search as earlier
       where earlier.client_id = client_search.client_id and earlier.key >= ? and earlier.key < client_search.key
     )
     order by key limit 50`,
  )
  const told = new Set<string>()
  const tell = db.transaction((ids: readonly string[]) => {
    for (const id of ids) audit('client.found', id)
  })
  /** The keys of the rarer name first, as someone who knows the data would ask; whom it shows is told once. */
  const search = (family: string, given: string): unknown[] => {
    const found = byName.all(family, `${family}\u{10FFFF}`, ` ${given}`, family) as { id: string }[]
    const fresh = found.map(({ id }) => id).filter((id) => !told.has(id))
    if (fresh.length > 0) tell.immediate(fresh)
    for (const id of fresh) told.add(id)
    return found
  }

  const taken = db.prepare('select client_id from client_identifier where value = ?')
  const insertClient = db.prepare(
    `insert into client values (?, 1, ?, ?, ?, 'female', ?, 'unemployed', '2025-02', 'fi', 0, null, null, 0, ?, ?)`,
  )
  const insertKey = db.prepare('insert into client_search values (?, ?)')
  const insertIdentifier = db.prepare(
    "insert into client_identifier values (?, ?, 'temporary', '2026-11-24', null)",
  )
  const register = db.transaction((person: Person) => {
    if (taken.get(person.hetu)) throw new Error('taken')
    const id = randomUUID()
    insertClient.run(id, person.family, person.given, person.birthDate, person.municipality, AT, userId)
    for (const key of storedKeys(searchKeys(person.family, person.given))) insertKey.run(key, id)
    insertIdentifier.run(person.hetu, id)
    audit('client.registered', id)
  })

  return { audit, open: open.immediate, search, register: register.immediate }
}

export type RawStation = ReturnType<typeof rawStation>
