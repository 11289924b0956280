// Functional capacity, sleep, nutrition and physical activity.
import { choice, decimal, line, type OptionSet, type Section, whole, yesNo } from '../fields.ts'

const base = { approved: false, reviewedOn: null, heading: 'nykytila', preVisit: true } as const

/** No difficulty, some, much, cannot. */
const DIFFICULTY: OptionSet = { id: 'difficulty', values: ['none', 'some', 'much', 'unable'] }

export const FUNCTION_ITEMS = [
  'functionWalking500m',
  'functionStairs',
  'functionLifting5kg',
  'functionSitting2h',
  'functionStanding1h',
  'functionHands',
  'functionVision',
  'functionHearing',
  'functionConcentrating',
  'functionLearning',
  'functionRemembering',
  'functionErrands',
  'functionMeetingPeople',
  'functionDailyRhythm',
] as const

const USE = ['no', 'sometimes', 'daily'] as const
export const USE_FREQUENCY: OptionSet = { id: 'useFrequency', values: USE }

export const FUNCTIONING_SECTIONS: readonly Section[] = [
  {
    ...base,
    id: 'functioning',
    source: 'Items from practice; WHODAS and Kykyviisari as optional results',
    heading: 'toimintakyky',
    instruments: [
      { id: 'whodas12', optional: true },
      { id: 'kykyviisari', optional: true },
      { id: 'wai', optional: true },
    ],
    fields: [...FUNCTION_ITEMS.map((key) => choice(key, DIFFICULTY)), line('aids', 300)],
  },
  {
    ...base,
    id: 'sleep',
    source: 'Practice; ISI and STOP-Bang as optional results',
    instruments: [
      { id: 'isi', optional: true },
      { id: 'stopbang', optional: true },
    ],
    fields: [
      decimal('sleepHours', 1, [0, 24], { soft: [4, 11], unit: 'h' }),
      choice('sleepQuality', ['good', 'rather_good', 'average', 'rather_poor', 'poor']),
      yesNo('shiftedRhythm'),
    ],
  },
  {
    ...base,
    id: 'nutrition',
    source: 'Practice',
    instruments: [],
    fields: [
      whole('mealsPerDay', [0, 10], { soft: [1, 7] }),
      choice('vegFruitPerDay', ['none', '1_2', '3_4', '5_or_more']),
      whole('sugaryDrinksPerWeek', [0, 100], { soft: [0, 50] }),
      yesNo('foodSecurity'),
      yesNo('eatingConcern'),
    ],
  },
  {
    ...base,
    id: 'exercise',
    source: 'UKK Institute weekly recommendation for ages 18–64 (verify)',
    instruments: [],
    fields: [
      whole('moderateMinPerWeek', [0, 2520], { soft: [0, 1500], unit: 'min' }),
      whole('vigorousMinPerWeek', [0, 1680], { soft: [0, 900], unit: 'min' }),
      whole('strengthDaysPerWeek', [0, 7]),
      decimal('sittingHoursPerDay', 1, [0, 24], { soft: [0, 18], unit: 'h' }),
    ],
  },
]
