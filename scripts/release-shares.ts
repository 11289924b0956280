// How much of the project's own tables stays hidden over its three years: `node scripts/release-shares.ts [--seconds N]
// [--quarters N] OUT.json`. 413 synthetic participants at three stations, each quarter released and attacked as the app does.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { resultsOpenTo } from '../domain/aggregates/catalogue.ts'
import { areaCode, BACKGROUNDS, labourCode, SPECIAL_CATEGORIES } from '../domain/aggregates/dimensions.ts'
import { PROJECT_QUARTERS, type Quarter, quarterDays } from '../domain/aggregates/quarters.ts'
import type { ReleasedQuarter } from '../domain/aggregates/release-tables.ts'
import type { Counted } from '../domain/aggregates/tally.ts'
import { ageBandOf, ageOn } from '../domain/clients/entry.ts'
import { parseHetu } from '../domain/clients/hetu.ts'
import type { SimulationRow } from '../domain/disclosure/simulation.ts'
import { plot } from '../main/disclosure/simulate.ts'
import { planRelease } from '../main/server/release-plan.ts'
import { makePerson, type Random, randomFrom } from './demo/people.ts'
import { STATIONS } from './demo/run.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '10' }, quarters: { type: 'string', default: '12' } },
})
const output = positionals[0] ?? ''
if (output === '') {
  console.error('Usage: node scripts/release-shares.ts [--seconds N] [--quarters N] OUT.json')
  process.exit(2)
}
const seconds = Number(values.seconds)
const quarters = PROJECT_QUARTERS.slice(0, Number(values.quarters))
/** The project's target of participants, shared between the stations as in the demo. */
const PARTICIPANTS = 413
const clients = STATIONS.reduce((sum, one) => sum + one.clients, 0)

/** The entry's name of each background. */
const ANSWERS = {
  third_country: 'thirdCountry',
  foreign_background: 'foreignBackground',
  housing_exclusion: 'housingExclusion',
  rural: 'rural',
} as const satisfies Record<(typeof BACKGROUNDS)[number], string>

const enter = (
  random: Random,
  regions: (typeof STATIONS)[number]['regions'],
  quarter: Quarter,
  taken: Set<string>,
): { counted: Counted; referred: boolean } | null => {
  const { from } = quarterDays(quarter)
  const person = makePerson(random, regions, from, taken)
  const { hetu, sex, municipality } = person.register
  const parsed = parseHetu(hetu!, from)
  if (!person.consents || !parsed.ok || sex === 'unknown') return null
  return {
    referred: person.referred,
    counted: {
      person: hetu!,
      area: areaCode(municipality),
      sex,
      age_band: ageBandOf(ageOn(parsed.birthDate, from)),
      labour_status: labourCode(person.entry.labourStatus),
      education: person.entry.education,
      background: BACKGROUNDS.filter((code) => person.entry[ANSWERS[code]] === 'yes'),
      special: SPECIAL_CATEGORIES.filter((code) => person.entry[code] === 'yes'),
      result: [],
    },
  }
}

/** Quarters that somebody stays, and the chance of each result that is open to the class on entry. */
const STAY = 2
const REACHED = 0.3

const reached = (random: Random, one: Counted): Counted[] => {
  const result = resultsOpenTo(one.labour_status).filter(() => random() < REACHED)
  return result.length > 0 ? [{ ...one, result }] : []
}

const rows: SimulationRow[] = []

/** Rows in the order of the stations; written after every release, so that a run can be ended at any time. */
const keep = (row: SimulationRow): void => {
  const order = (one: SimulationRow) => STATIONS.findIndex((station) => station.name === one.station)
  rows.push(row)
  rows.sort((a, b) => order(a) - order(b) || (a.release < b.release ? -1 : 1))
  writeFileSync(output, `${JSON.stringify({ participants: PARTICIPANTS, seconds, rows }, null, 1)}\n`)
  writeFileSync(output.replace(/(\.json)?$/, '.svg'), plot(rows))
}

/** One station through all quarters. A release that is not safe ends the run. */
const play = async (station: (typeof STATIONS)[number], at: number): Promise<void> => {
  const random = randomFrom(7_000 + at)
  const taken = new Set<string>()
  const total = Math.round((PARTICIPANTS * station.clients) / clients)
  const earlier: ReleasedQuarter[] = []
  const counted: Counted[] = []
  const achieved: Counted[] = []
  for (const [index, quarter] of quarters.entries()) {
    const share = (of: number) => Math.floor((total * of) / PROJECT_QUARTERS.length)
    const all = Array.from({ length: share(index + 1) - share(index) }, () =>
      enter(random, station.regions, quarter, taken),
    ).filter((one) => one !== null)
    const fresh = all.map((one) => one.counted)
    counted.push(...fresh)
    const newlyAchieved = (earlier[index - STAY]?.fresh ?? []).flatMap((one) => reached(random, one))
    achieved.push(...newlyAchieved)
    const people = {
      quarter,
      counted: [...counted],
      fresh,
      checked: fresh,
      referred: all.flatMap((one) => (one.referred ? [one.counted] : [])),
      achieved: [...achieved],
      newlyAchieved,
    }
    const began = performance.now()
    const plan = await planRelease(earlier, people, { seconds })
    const hidden = new Set([...plan.states].flatMap(([id, state]) => (state === 'shown' ? [] : [id])))
    earlier.push({ ...people, hidden, coarser: [] })
    // Cells that count somebody, and hidden zeros.
    const cells = new Set([...plan.counts.keys(), ...hidden]).size
    const row: SimulationRow = {
      release: quarter,
      station: station.name,
      status: plan.figures.status,
      cells,
      hidden: hidden.size,
      share: hidden.size / Math.max(1, cells),
      exposed: 0,
      seconds: (performance.now() - began) / 1000,
    }
    keep(row)
    console.error(
      `${quarter} ${station.name}: ${counted.length} participants, ${row.status} (gap ${(plan.figures.gap * 100).toFixed(1)} %), hidden ${row.hidden} of ${row.cells}, ${row.seconds.toFixed(1)} s`,
    )
  }
}

await Promise.all(STATIONS.map(play))
