// Whom a release counts, from the records and from the ledger of earlier releases.

import type { Reader } from '../../db/kysely.ts'
import {
  type CountableRow,
  clientsChecked,
  clientsReferred,
  type ExitRow,
  uncountedExits,
  uncountedParticipants,
} from '../../db/repositories/aggregates.ts'
import { listReleases, releaseCells, releasePeople } from '../../db/repositories/releases.ts'
import type { ReleasePersonTable } from '../../db/schema-aggregates.ts'
import { resultsOpenTo } from '../../domain/aggregates/catalogue.ts'
import { coarseningsSchema } from '../../domain/aggregates/coarser.ts'
import { areaCode, BACKGROUNDS, labourCode, SPECIAL_CATEGORIES } from '../../domain/aggregates/dimensions.ts'
import { nextQuarter, type Quarter, quarterDays } from '../../domain/aggregates/quarters.ts'
import type { QuarterPeople, ReleasedQuarter } from '../../domain/aggregates/release-tables.ts'
import type { Counted } from '../../domain/aggregates/tally.ts'
import {
  type AgeBand,
  ageBandOf,
  ageOn,
  type Education,
  immediateResultsOf,
  lastFinalExit,
  missingOfExit,
  missingOfMinimumRecord,
} from '../../domain/clients/entry.ts'
import type { LabourStatus } from '../../domain/clients/labour-status.ts'
import { startOfFinnishDay } from './dates.ts'
import { exitFacts } from './exit-facts.ts'

/** The classes of a participant; null while the minimum record is incomplete. */
const countedAs = (row: CountableRow): Counted | null => {
  const person = { birthDate: row.birth_date, sex: row.sex as 'female' | 'male' | 'other' | 'unknown' }
  const entry = { labourStatus: row.labour_status as LabourStatus, education: row.education as Education }
  if (person.sex === 'unknown' || missingOfMinimumRecord(person, entry).length > 0) return null
  return {
    person: row.client_id,
    area: areaCode(row.municipality),
    sex: person.sex,
    age_band: ageBandOf(ageOn(row.birth_date, row.entry_date)),
    labour_status: labourCode(entry.labourStatus),
    education: entry.education,
    background: BACKGROUNDS.filter((code) => row[code] === 'yes'),
    special: SPECIAL_CATEGORIES.filter((code) => row[code] === 'yes'),
    result: [],
  }
}

/** A counted person with the results of the exit; null while something is open, or where nothing was reached. */
const achievedBy = (row: ExitRow, one: Counted | undefined): Counted | null => {
  if (!one) return null
  const exit = exitFacts(row)
  if (missingOfExit(exit).length > 0) return null
  // The class that was counted stands, though the entry may have been corrected since.
  const open = resultsOpenTo(one.labour_status)
  const result = immediateResultsOf(row.labour_status as LabourStatus, exit).filter((code) =>
    open.includes(code),
  )
  return result.length > 0 ? { ...one, result } : null
}

const fromLedger = (row: ReleasePersonTable): Counted => ({
  person: row.client_id,
  area: row.area,
  sex: row.sex as Counted['sex'],
  age_band: row.age_band as AgeBand,
  labour_status: row.labour_status,
  education: row.education as Education,
  background: JSON.parse(row.background),
  special: JSON.parse(row.special),
  result: JSON.parse(row.result),
})

/** Earlier releases in time order, rebuilt from the ledger. */
export const earlierReleases = async (db: Reader): Promise<ReleasedQuarter[]> => {
  const people = await releasePeople(db)
  const counted: Counted[] = []
  const achieved: Counted[] = []
  const quarters: ReleasedQuarter[] = []
  for (const release of await listReleases(db)) {
    const mine = (kind: ReleasePersonTable['kind']) =>
      people.filter((row) => row.release_id === release.id && row.kind === kind).map(fromLedger)
    const fresh = mine('participant')
    counted.push(...fresh)
    const newlyAchieved = mine('result')
    achieved.push(...newlyAchieved)
    const cells = await releaseCells(db, release.id)
    quarters.push({
      quarter: release.quarter,
      counted: [...counted],
      fresh,
      checked: mine('check'),
      referred: mine('referral'),
      achieved: [...achieved],
      newlyAchieved,
      coarser: coarseningsSchema.parse(JSON.parse(release.coarser)),
      hidden: new Set(cells.filter((cell) => cell.state !== 'shown').map((cell) => cell.cell)),
    })
  }
  return quarters
}

/** The day on which somebody who can be counted first entered the project, or null. */
export const firstCountableEntry = async (db: Reader, today: string): Promise<string | null> =>
  (await uncountedParticipants(db, today))
    .filter((row) => countedAs(row) !== null)
    .reduce<string | null>(
      (first, row) => (first === null || row.entry_date < first ? row.entry_date : first),
      null,
    )

/** Everybody who may be counted by a day: those of earlier releases, and those who could be in the next one. */
export const countableBy = async (db: Reader, day: string): Promise<Counted[]> => {
  const known = (await releasePeople(db)).filter((row) => row.kind === 'participant').map(fromLedger)
  const fresh = (await uncountedParticipants(db, day)).flatMap((row) => countedAs(row) ?? [])
  return [...known, ...fresh]
}

/**
 * The people of the quarter to be released: those counted before, and those who have entered since with their consent
 * and a complete minimum record. Checks and referrals count people once in a quarter, participants only; results of an
 * exit count once they are final (four weeks after it) and complete.
 */
export const quarterPeople = async (
  db: Reader,
  quarter: Quarter,
  earlier: readonly ReleasedQuarter[],
): Promise<QuarterPeople> => {
  const fresh: Counted[] = []
  for (const row of await uncountedParticipants(db, quarterDays(quarter).to)) {
    const one = countedAs(row)
    if (one) fresh.push(one)
  }
  const counted = [...(earlier.at(-1)?.counted ?? []), ...fresh]
  const from = startOfFinnishDay(quarterDays(quarter).from)
  const before = startOfFinnishDay(quarterDays(nextQuarter(quarter)).from)
  const known = new Map(counted.map((one) => [one.person, one]))
  const newlyAchieved: Counted[] = []
  for (const row of await uncountedExits(db, lastFinalExit(quarterDays(quarter).to))) {
    const one = achievedBy(row, known.get(row.client_id))
    if (one) newlyAchieved.push(one)
  }
  const checked = await clientsChecked(db, from, before)
  const referred = await clientsReferred(db, from, before)
  return {
    quarter,
    counted,
    fresh,
    checked: counted.filter((one) => checked.has(one.person)),
    referred: counted.filter((one) => referred.has(one.person)),
    achieved: [...(earlier.at(-1)?.achieved ?? []), ...newlyAchieved],
    newlyAchieved,
  }
}
