// Four hundred synthetic people of Lapland. Individual numbers 900–999 only: no such henkilötunnus belongs to anyone.
import { checkCharacter } from '../../domain/clients/hetu.ts'
import type { Input } from '../../domain/contract/table.ts'
import { MUNICIPALITIES, type SubRegionId } from '../../domain/reference/municipalities.ts'

/** Numbers from 0 to 1, the same for the same seed. */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
export type Random = ReturnType<typeof randomFrom>

/** One of the values, by weight. */
export const choose = <T>(random: Random, from: readonly (readonly [T, number])[]): T => {
  let left = random() * from.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of from) {
    left -= weight
    if (left < 0) return value
  }
  return from[0]![0]
}

/** Made-up names: long enough that none turns up in encrypted bytes by chance, none is a place of the tables. */
const FAMILY_START = [
  'Kiiruna',
  'Naava',
  'Jäkälä',
  'Hillasuo',
  'Kuukkeli',
  'Tunturi',
  'Revontuli',
  'Kaamos',
  'Vaivero',
  'Poronjälki',
]
const FAMILY_END = ['puro', 'harju', 'salmi', 'lahti', 'vaara', 'koski', 'kangas', 'niemelä']
const WOMEN = ['Aamukki', 'Hallatar', 'Kuurikki', 'Lumikki', 'Pakkatar', 'Talvikki', 'Untuvikki', 'Viimatar']
const MEN = ['Jänkkäri', 'Kelomies', 'Pyryläinen', 'Routamo', 'Tuiskula', 'Ukonkivi', 'Vihmari', 'Ahavoinen']

/** Everything that must not be found outside the encrypted files. */
export const DEMO_NAMES: readonly string[] = [
  ...FAMILY_START.flatMap((start) => FAMILY_END.map((end) => start + end)),
  ...WOMEN,
  ...MEN,
]

export type DemoPerson = {
  entryDay: string
  referred: boolean
  register: Omit<Input<'clients.register'>, 'entry' | 'statisticsConsent'>
  entry: NonNullable<Input<'clients.register'>['entry']>
  consents: boolean
  height: number
  weight: number
}

const two = (value: number): string => String(value).padStart(2, '0')

const BANDS = [
  [[16, 17], 4],
  [[18, 29], 34],
  [[30, 54], 42],
  [[55, 66], 20],
] as const

const statusOf = (random: Random, age: number) => {
  if (age < 18)
    return choose(random, [
      ['student', 5],
      ['unemployed', 1],
      ['outside_other', 1],
    ] as const)
  return choose(random, [
    ['unemployed', 25],
    ['long_term_unemployed', 17],
    ['employed', 27],
    ['self_employed', 5],
    ['student', age < 30 ? 38 : age < 55 ? 8 : 1],
    ['outside_other', 8],
  ] as const)
}

const answer = (random: Random, share: number) =>
  choose(random, [
    ['yes', share],
    ['no', 0.8 - share],
    ['not_answered', 0.1],
    ['not_asked', 0.1],
  ] as const)

/** Makes people who live in some sub-regions; `taken` keeps every henkilötunnus to one person. */
export const makePerson = (
  random: Random,
  regions: readonly SubRegionId[],
  entryDay: string,
  taken: Set<string>,
): DemoPerson => {
  const homes = MUNICIPALITIES.filter((row) => regions.includes(row.subRegion))
  const woman = random() < 0.54
  const [youngest, oldest] = choose<readonly [number, number]>(random, BANDS)
  const age = youngest + Math.floor(random() * (oldest - youngest + 1))
  const labourStatus = statusOf(random, age)
  const { hetu } = makeHetu(random, entryDay, age, woman, taken)
  const municipality =
    random() < 0.015
      ? 'ULK'
      : choose(
          random,
          homes.map((row) => [row.code, row.population] as const),
        )
  const unemployed = labourStatus === 'unemployed' || labourStatus === 'long_term_unemployed'
  const months =
    labourStatus === 'unemployed' ? 1 + Math.floor(random() * 10) : 13 + Math.floor(random() * 40)
  const given = () => (woman ? WOMEN : MEN)[Math.floor(random() * 8)]!
  return {
    entryDay,
    referred: random() < 0.55,
    consents: random() < 0.97,
    height: Math.round(woman ? 158 + random() * 16 : 170 + random() * 18),
    weight: Math.round((woman ? 58 + random() * 30 : 70 + random() * 32) * 10) / 10,
    register: {
      hetu,
      familyName: FAMILY_START[Math.floor(random() * 10)]! + FAMILY_END[Math.floor(random() * 8)]!,
      givenNames: `${given()} ${given()}`,
      birthDate: null,
      sex: random() < 0.01 ? 'other' : woman ? 'female' : 'male',
      municipality,
      labourStatus,
      unemployedSince: unemployed ? monthsBefore(entryDay, months) : null,
      language: choose(random, [
        ['fi', 90],
        ['se', 3],
        ['sv', 1],
        ['uk', 2],
        ['ar', 2],
        ['et', 2],
      ] as const),
      interpreter: false,
      phone: null,
      email: null,
      protectedAddress: false,
    },
    entry: {
      entryDate: entryDay,
      labourStatus,
      education:
        age < 18
          ? 'isced0-2'
          : choose(random, [
              ['isced0-2', 22],
              ['isced3-4', 60],
              ['isced5-8', 18],
            ] as const),
      disability: answer(random, 0.15),
      thirdCountry: answer(random, 0.04),
      foreignBackground: answer(random, 0.07),
      minority: answer(random, 0.04),
      housingExclusion: answer(random, 0.03),
      rural: answer(random, 0.4),
    },
  }
}

const makeHetu = (random: Random, entryDay: string, age: number, woman: boolean, taken: Set<string>) => {
  for (;;) {
    const born = new Date(Date.UTC(Number(entryDay.slice(0, 4)) - age - 1, 0, 1))
    born.setUTCDate(1 + Number(entryDayOfYear(entryDay)) + Math.floor(random() * 360))
    const [year, month, day] = [born.getUTCFullYear(), born.getUTCMonth() + 1, born.getUTCDate()]
    const number = 900 + 2 * Math.floor(random() * 50) + (woman ? 0 : 1)
    const digits = `${two(day)}${two(month)}${two(year % 100)}${number}`
    const hetu = `${digits.slice(0, 6)}${year < 2000 ? '-' : 'A'}${number}${checkCharacter(digits)}`
    if (taken.has(hetu)) continue
    taken.add(hetu)
    return { hetu }
  }
}

const entryDayOfYear = (day: string): number =>
  Math.floor((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000)

const monthsBefore = (day: string, months: number): string => {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() - months)
  return at.toISOString().slice(0, 7)
}
