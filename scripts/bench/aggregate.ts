// Counting a quarter: the product's way against one prepared statement. Both name the people, because the ledger of
// releases must say whom a release counted, and both count them into the cells of the catalogue.
import type Database from 'better-sqlite3'
import { kyselyOver } from '../../db/kysely.ts'
import { type Counted, tally } from '../../domain/aggregates/tally.ts'
import { quarterPeople } from '../../main/server/release-people.ts'
import { measure, type Pair } from './measure.ts'

const PEOPLE = `
select client_id as person, municipality as area, sex,
  case when age < 18 then 'under18' when age <= 29 then '18-29' when age <= 54 then '30-54' else '55plus' end as age_band,
  case labour_status when 'unemployed' then 'unemployed_short' when 'employed' then 'employee'
    when 'outside_other' then 'outside' else labour_status end as labour_status
from (
  select client_id, municipality, sex, labour_status,
    cast(substr(entry_date, 1, 4) as integer) - cast(substr(birth_date, 1, 4) as integer)
      - (substr(entry_date, 6) < substr(birth_date, 6)) as age
  from participation p
  where entry_date <= ? and sex <> 'unknown'
    and not exists (select 1 from release_person r where r.client_id = p.client_id and r.kind = 'participant')
    and (select case when given = 1 then coalesce(withdrawn_at, '') else 'refused' end from consent
         where client_id = p.client_id and kind = 'useInProjectStatistics'
         order by rowid desc limit 1) = ''
)`

export const aggregatePair = async (db: Database.Database, size: number): Promise<Pair> => {
  const reader = kyselyOver(db)
  const people = db.prepare(PEOPLE)
  const product = async () => tally('participants', (await quarterPeople(reader, '2026-Q3', [])).counted)
  const raw = () => tally('participants', people.all('2026-09-30') as Counted[])
  const [one, other] = [await product(), raw()]
  if (one.size !== other.size || [...one].some(([cell, { count }]) => other.get(cell)?.count !== count))
    throw new Error('the two ways count differently')
  return measure(size >= 100_000 ? 9 : 40, product, raw)
}
