// The client register: rows, identifiers, search keys and earlier versions.

import type { ExpressionBuilder } from 'kysely'
import type { NameKey, NameQueryWord } from '../../domain/clients/names.ts'
import { compiledOnce, type Reader, type Writer } from '../kysely.ts'
import type { ClientIdentifierTable, ClientTable, ClientVersionTable, Schema } from '../schema.ts'

export type ListedClient = Pick<
  ClientTable,
  'id' | 'family_name' | 'given_names' | 'birth_date' | 'municipality'
>
const LISTED = ['client.id', 'family_name', 'given_names', 'birth_date', 'municipality'] as const

/** Highest code point that a key can continue with: closes the range of a prefix search. */
const LAST = '\u{10FFFF}'

/** Folded and kept spellings share one index: the first letter tells which. */
const keyOf = (column: NameQueryWord['column'], text: string): string =>
  `${column === 'folded' ? 'f' : 'k'}${text}`

/**
 * The keys of a name as they are stored: each word in both spellings, followed by all words of the name. A search with
 * several words thus reads one stretch of one index, however many clients there are.
 */
export const storedKeys = (keys: readonly NameKey[]): string[] => {
  const words = [
    ...new Set(keys.flatMap(({ folded, kept }) => [keyOf('folded', folded), keyOf('kept', kept)])),
  ]
  return words.map((word) => `${word} ${words.join(' ')}`)
}

/** First and last key that a word starts. */
const rangeOf = ({ column, prefix }: NameQueryWord): [from: string, before: string] => {
  const from = keyOf(column, prefix)
  return [from, from + LAST]
}

/** How far a word's keys are counted when the rarer one is looked for. */
const COUNTED = 128

const countedKeys =
  (from: string, before: string, as: 'one' | 'other') => (e: ExpressionBuilder<Schema, never>) =>
    e
      .selectFrom(
        e
          .selectFrom('client_search')
          .select('key')
          .where('key', '>=', from)
          .where('key', '<', before)
          .limit(COUNTED)
          .as('some'),
      )
      .select((s) => s.fn.countAll<number>().as('keys'))
      .as(as)

const countBoth = compiledOnce(4, (db, [a, b, c, d]) =>
  db
    .selectFrom([countedKeys(a!, b!, 'one'), countedKeys(c!, d!, 'other')])
    .select(['one.keys as one', 'other.keys as other']),
)

/** The word that should drive the index first: of the two longest, the one that starts fewer keys. */
const rarestFirst = async (db: Reader, words: readonly NameQueryWord[]): Promise<NameQueryWord[]> => {
  const sorted = [...words].sort((a, b) => b.prefix.length - a.prefix.length)
  const [first, second, ...rest] = sorted
  if (!first || !second) return sorted
  const [counts] = await countBoth(db, [...rangeOf(first), ...rangeOf(second)])
  return counts!.other < counts!.one ? [second, first, ...rest] : sorted
}

/**
 * The query for a number of words: the first one's range, the beginnings of the others. Of a client's keys in the range
 * only the first counts: all end in the same words, and the limit is of clients.
 */
const searchFor = (words: number, limit: number) =>
  compiledOnce<ListedClient>(words + 1, (db, [from, before, ...others]) => {
    let query = db
      .selectFrom('client_search')
      .innerJoin('client', 'client.id', 'client_search.client_id')
      .select(LISTED)
      .where('client_search.key', '>=', from!)
      .where('client_search.key', '<', before!)
      .where(({ not, exists, selectFrom, val }) =>
        not(
          exists(
            selectFrom('client_search as earlier')
              .select('earlier.key')
              .whereRef('earlier.client_id', '=', 'client_search.client_id')
              .where('earlier.key', '>=', val(from!))
              .whereRef('earlier.key', '<', 'client_search.key'),
          ),
        ),
      )
    for (const other of others)
      query = query.where(({ fn, val }) => fn<number>('instr', ['client_search.key', val(other)]), '>', 0)
    return query.orderBy('client_search.key').limit(limit)
  })

const searches = new Map<string, ReturnType<typeof searchFor>>()
/** More words than any name has: the rest are left out. */
const MOST_WORDS = 6

/** Clients for whom every word starts one of the name's words, each once, in key order. The rarer word drives the index. */
export const searchByName = async (
  db: Reader,
  words: readonly NameQueryWord[],
  limit: number,
): Promise<ListedClient[]> => {
  const [first, ...others] = (await rarestFirst(db, words)).slice(0, MOST_WORDS)
  if (!first) return []
  const shape = `${others.length} ${limit}`
  const search = searches.get(shape) ?? searchFor(others.length + 1, limit)
  searches.set(shape, search)
  return search(db, [...rangeOf(first), ...others.map(({ column, prefix }) => ` ${keyOf(column, prefix)}`)])
}

/** Clients born on a date (YYYY-MM-DD). */
export const searchByBirthDate = (
  db: Reader,
  dates: readonly string[],
  limit: number,
): Promise<ListedClient[]> =>
  db
    .selectFrom('client')
    .select(LISTED)
    .where('birth_date', 'in', dates)
    .orderBy('family_name')
    .orderBy('given_names')
    .limit(limit)
    .execute()

/** The client who has, or has had, this identifier. */
export const clientByIdentifier = (db: Reader, value: string): Promise<ListedClient | undefined> =>
  db
    .selectFrom('client_identifier')
    .innerJoin('client', 'client.id', 'client_identifier.client_id')
    .select(LISTED)
    .where('client_identifier.value', '=', value)
    .executeTakeFirst()

/** Clients whom a user opened last, newest first, from the log. */
export const recentClients = (db: Reader, userId: string, limit: number): Promise<ListedClient[]> =>
  db
    .selectFrom((sub) =>
      sub
        .selectFrom('audit_event')
        .select(['client_id', (e) => e.fn.max('seq').as('seq')])
        .where('user_id', '=', userId)
        .where('client_id', 'is not', null)
        .where('event', 'in', ['client.viewed', 'client.registered'])
        .groupBy('client_id')
        .orderBy('seq', 'desc')
        .limit(limit)
        .as('seen'),
    )
    .innerJoin('client', 'client.id', 'seen.client_id')
    .select(LISTED)
    .orderBy('seen.seq', 'desc')
    .execute()

/** Undefined when nobody has this id, or when the record has been erased. */
export const clientById = (db: Reader, id: string): Promise<ClientTable | undefined> =>
  db.selectFrom('client').selectAll().where('id', '=', id).executeTakeFirst()

/** The identifier in force, or undefined for a client without one. */
export const currentIdentifier = (db: Reader, clientId: string): Promise<ClientIdentifierTable | undefined> =>
  db
    .selectFrom('client_identifier')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()

/** Writes the row and the keys that a search finds it by; an identifier is written apart. */
export const insertClient = async (
  db: Writer,
  client: ClientTable,
  keys: readonly NameKey[],
): Promise<void> => {
  await db.insertInto('client').values(client).execute()
  await insertSearchKeys(db, client.id, keys)
}

/** Changes the current row and keeps what it was. */
export const correctClient = async (
  db: Writer,
  client: ClientTable,
  keys: readonly NameKey[],
  before: ClientVersionTable,
): Promise<void> => {
  await db.insertInto('client_version').values(before).execute()
  const { id, ...rest } = client
  await db.updateTable('client').set(rest).where('id', '=', id).execute()
  await db.deleteFrom('client_search').where('client_id', '=', id).execute()
  await insertSearchKeys(db, id, keys)
}

const insertSearchKeys = async (db: Writer, clientId: string, keys: readonly NameKey[]): Promise<void> => {
  const rows = storedKeys(keys).map((key) => ({ key, client_id: clientId }))
  if (rows.length > 0) await db.insertInto('client_search').values(rows).execute()
}

/** Throws when any client has or has had this value. The one in force is ended first (`endIdentifiers`). */
export const insertIdentifier = async (db: Writer, row: ClientIdentifierTable): Promise<void> => {
  await db.insertInto('client_identifier').values(row).execute()
}

/** Ends the validity of the identifiers in force; they stay searchable. */
export const endIdentifiers = async (db: Writer, clientId: string, on: string): Promise<void> => {
  await db
    .updateTable('client_identifier')
    .set({ valid_to: on })
    .where('client_id', '=', clientId)
    .where('valid_to', 'is', null)
    .execute()
}

/** All identifiers the client has or has had. */
export const identifiersOf = (db: Reader, clientId: string): Promise<ClientIdentifierTable[]> =>
  db
    .selectFrom('client_identifier')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('valid_from')
    .execute()

/** What the client's record was before each correction, oldest first. */
export const clientVersions = (db: Reader, clientId: string): Promise<ClientVersionTable[]> =>
  db.selectFrom('client_version').selectAll().where('client_id', '=', clientId).orderBy('version').execute()
