// Random participants for the tests of released tables.
import { resultsOpenTo } from '../../../domain/aggregates/catalogue.ts'
import { BACKGROUNDS, SPECIAL_CATEGORIES } from '../../../domain/aggregates/dimensions.ts'
import type { QuarterPeople } from '../../../domain/aggregates/release-tables.ts'
import type { Counted } from '../../../domain/aggregates/tally.ts'

const AREAS = ['698', '683', '758', '148', 'other'] as const

/** Numbers from 0 to 1, the same for the same seed. */
export const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const one = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() ** 1.6 * from.length)]!

export const randomPerson = (random: () => number, person: string): Counted => ({
  person,
  area: one(random, AREAS),
  sex: random() < 0.02 ? 'other' : random() < 0.5 ? 'female' : 'male',
  age_band: one(random, ['30-54', '18-29', '55plus', 'under18'] as const),
  labour_status: one(random, [
    'unemployed_short',
    'employee',
    'student',
    'long_term_unemployed',
    'outside',
    'self_employed',
  ]),
  education: one(random, ['isced3-4', 'isced0-2', 'isced5-8'] as const),
  background: BACKGROUNDS.filter((code) => random() < (code === 'rural' ? 0.6 : 0.1)),
  special: SPECIAL_CATEGORIES.filter(() => random() < 0.15),
  result: [],
})

/** What somebody has reached on leaving: of the results open to the class on entry, each with a chance. */
const reached = (random: () => number, person: Counted): Counted[] => {
  const result = resultsOpenTo(person.labour_status).filter(() => random() < 0.4)
  return result.length > 0 ? [{ ...person, result }] : []
}

/** Quarters in a row with this many new participants each; half of the new ones are checked, a third referred; those of a quarter before leave. */
export const randomQuarters = (seed: number, sizes: readonly number[]): QuarterPeople[] => {
  const random = randomFrom(seed)
  const counted: Counted[] = []
  const achieved: Counted[] = []
  return sizes.map((size, at) => {
    const fresh = Array.from({ length: size }, (_, i) => randomPerson(random, `p${at}-${i}`))
    // Who came a quarter ago leaves now.
    const newlyAchieved = counted
      .filter(({ person }) => person.startsWith(`p${at - 1}-`))
      .flatMap((person) => reached(random, person))
    achieved.push(...newlyAchieved)
    counted.push(...fresh)
    return {
      quarter: `2026-Q${at + 1}`,
      counted: [...counted],
      fresh,
      checked: fresh.filter(() => random() < 0.5),
      referred: fresh.filter(() => random() < 0.33),
      achieved: [...achieved],
      newlyAchieved,
    }
  })
}
