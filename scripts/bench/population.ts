// Synthetic clients for measuring: many, with names spread as names are, written straight into the encrypted file.
import type Database from 'better-sqlite3'
import { storedKeys } from '../../db/repositories/clients.ts'
import { checkCharacter } from '../../domain/clients/hetu.ts'
import { searchKeys } from '../../domain/clients/names.ts'
import { MUNICIPALITY_CODES } from '../../domain/reference/municipalities.ts'

const STEMS =
  'Kuukkel Näätä Riekko Poro Tuntur Suo Lehto Koski Niemi Saari Mäki Järv Kallio Vuori Joki Ranta Salmi Laakso Harju Korpi'.split(
    ' ',
  )
const ENDINGS = 'nen la lä maa vaara ranta lahti mäki puro koski pää suo'.split(' ')
const GIVEN =
  'Aila Aino Anja Antti Eero Elsa Esa Hanna Heikki Helmi Inka Irja Jouni Juha Kaisa Kalle Lauri Leena Maija Marja Matti Minna Niila Oula Pekka Piera Raili Reijo Saara Sanna Sari Seppo Sofia Taisto Tarja Timo Tuula Urho Veikko Väinö'.split(
    ' ',
  )
/** As many family names as a region has; the commonest one is borne by four people in a thousand. */
const FAMILIES = STEMS.flatMap((first) =>
  STEMS.flatMap((second) => ENDINGS.map((ending) => `${first}${second.toLowerCase()}${ending}`)),
)

/** Mulberry32: the same people at every run. */
const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Few names are common and many are rare. */
const pick = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() ** 1.5 * from.length)]!

const pad = (n: number, to = 2): string => String(n).padStart(to, '0')

/** The n-th henkilötunnus of the numbers that no person gets. */
const hetuOf = (n: number): { hetu: string; birthDate: string } => {
  const date = new Date(Date.UTC(1955, 0, 1 + (n % 18_000)))
  const number = 900 + Math.floor(n / 18_000)
  const [year, month, day] = [date.getUTCFullYear(), pad(date.getUTCMonth() + 1), pad(date.getUTCDate())]
  const digits = `${day}${month}${pad(year % 100)}${number}`
  return {
    hetu: `${digits.slice(0, 6)}${year < 2000 ? '-' : 'A'}${number}${checkCharacter(digits)}`,
    birthDate: `${year}-${month}-${day}`,
  }
}

export type Person = {
  id: string
  family: string
  given: string
  hetu: string
  birthDate: string
  municipality: string
}

/** The n-th synthetic person. */
export const personOf = (n: number): Person => {
  const random = randomFrom(n + 1)
  const family = pick(FAMILIES, random)
  const second = random() < 0.05 ? `-${pick(FAMILIES, random)}` : ''
  return {
    id: `${pad(n, 8)}-0000-4000-8000-c00000000000`,
    family: family + second,
    given: `${pick(GIVEN, random)} ${pick(GIVEN, random)}`,
    municipality: pick(MUNICIPALITY_CODES, random),
    ...hetuOf(n),
  }
}

const AT = '2026-07-15T08:00:00.000Z'

/** Writes `size` clients who all entered the project with consent, in one transaction. */
export const populate = (db: Database.Database, size: number, userId: string): void => {
  const client = db.prepare(
    `insert into client values (?, 1, ?, ?, ?, ?, ?, 'unemployed', '2025-02', 'fi', 0, null, null, 0, '${AT}', '${userId}')`,
  )
  const identifier = db.prepare(
    `insert into client_identifier values (?, ?, 'temporary', '2026-07-15', null)`,
  )
  const key = db.prepare('insert into client_search values (?, ?)')
  const participation = db.prepare(
    `insert into participation (client_id, entry_date, labour_status, education, disability, third_country,
     foreign_background, minority, housing_exclusion, rural, municipality, sex, birth_date)
     values (?, ?, ?, 'isced3-4', 'no', 'no', 'no', 'no', 'no', 'no', ?, ?, ?)`,
  )
  const consent = db.prepare(
    `insert into consent values (?, ?, 'useInProjectStatistics', 1, 'written', null, '${AT}', '${userId}', null, null)`,
  )
  db.transaction(() => {
    for (let n = 0; n < size; n += 1) {
      const person = personOf(n)
      const sex = n % 2 === 0 ? 'female' : 'male'
      client.run(person.id, person.family, person.given, person.birthDate, sex, person.municipality)
      identifier.run(person.hetu, person.id)
      for (const word of storedKeys(searchKeys(person.family, person.given))) key.run(word, person.id)
      const status = n % 3 === 0 ? 'unemployed' : n % 3 === 1 ? 'long_term_unemployed' : 'student'
      participation.run(
        person.id,
        `2026-07-${pad(1 + (n % 28))}`,
        status,
        person.municipality,
        sex,
        person.birthDate,
      )
      consent.run(`${pad(n, 8)}-0000-4000-8000-d00000000000`, person.id)
    }
  })()
  db.exec('analyze')
  db.pragma('wal_checkpoint(TRUNCATE)')
}
