// Classes of durations, measurements and laboratory values. Every figure awaits review by a Lapha clinician.
import { type BandsBySex, type BandTable, bandTable } from './bands.ts'

const KH = 'Käypä hoito / Finnish practice, from knowledge (verify)'
const LAB = 'Käypä hoito and Finnish laboratories, from knowledge (verify); the report’s own limits prevail'

/** Full months of unemployment; long-term from 12. */
export const UNEMPLOYMENT_BANDS = bandTable(
  'unemployment',
  0,
  [
    ['under_3', 0, 'neutral'],
    ['3_5', 3, 'neutral'],
    ['6_11', 6, 'neutral'],
    ['12_23', 12, 'mild'],
    ['24_59', 24, 'marked'],
    ['60_or_more', 60, 'severe'],
  ],
  1200,
  'Finnish employment statistics classes (verify)',
)

/** kg/m², on the value rounded to one decimal; not for pregnancy or under 18. */
export const BMI_BANDS = bandTable(
  'bmi',
  1,
  [
    ['underweight', 0, 'mild'],
    ['normal', 18.5, 'good'],
    ['overweight', 25, 'mild'],
    ['obesity_1', 30, 'marked'],
    ['obesity_2', 35, 'severe'],
    ['obesity_3', 40, 'severe'],
  ],
  400,
  KH,
)

/** kg/m² outside which height and weight are asked to be checked. */
export const BMI_SOFT = { range: [16, 50], source: KH, approved: false, reviewedOn: null } as const

const waist = (sex: string, raised: number, high: number): BandTable =>
  bandTable(
    'waist',
    1,
    [
      ['recommended', 40, 'good'],
      ['slightly_raised', raised, 'mild'],
      ['raised', high, 'marked'],
    ],
    250,
    `Same cuts as FINDRISC, ${sex}; Käypä hoito also quotes 90/100 cm (verify)`,
  )

export const WAIST_BANDS: BandsBySex = {
  female: waist('women', 80, 88.1),
  male: waist('men', 94, 102.1),
  unknown: null,
}

const pressure = (part: 'sys' | 'dia', edges: readonly number[], max: number): BandTable => {
  const [optimal, normal, satisfactory, mild, moderate, severe, crisis] = edges as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return bandTable(
    'bloodPressure',
    0,
    [
      ['optimal', optimal, 'good'],
      ['normal', normal, 'good'],
      ['satisfactory', satisfactory, 'neutral'],
      ['mild', mild, 'mild'],
      ['moderate', moderate, 'marked'],
      ['severe', severe, 'severe'],
      ['crisis', crisis, 'alarm'],
    ],
    max,
    `${KH}, ${part === 'sys' ? 'systolic' : 'diastolic'} mmHg; the higher of the two classes counts`,
  )
}

export const BP_BANDS = {
  sys: pressure('sys', [60, 120, 130, 140, 160, 180, 200], 300),
  dia: pressure('dia', [30, 80, 85, 90, 100, 110, 130], 200),
} as const

/** Readings that a class of blood pressure should rest on. */
export const BP_READINGS = { atLeast: 2, source: KH, approved: false, reviewedOn: null } as const

/** dB, mean of 0.5–1–2–4 kHz in the better ear. */
export const HEARING_BANDS = bandTable(
  'hearing',
  0,
  [
    ['normal', -10, 'good'],
    ['mild', 20, 'mild'],
    ['moderate', 40, 'marked'],
    ['severe', 70, 'severe'],
    ['profound', 95, 'severe'],
  ],
  120,
  'WHO/EU classes, from knowledge (verify)',
)

type Edge = readonly [string, number, 'good' | 'neutral' | 'mild' | 'marked' | 'severe' | 'alarm']
const lab = (decimals: number, edges: readonly Edge[], max: number): BandTable =>
  bandTable('lab', decimals, edges, max, LAB)
const both = (table: BandTable): BandsBySex => ({ female: table, male: table, unknown: table })
const bySex = (
  decimals: number,
  max: number,
  female: readonly Edge[],
  male: readonly Edge[],
): BandsBySex => ({
  female: lab(decimals, female, max),
  male: lab(decimals, male, max),
  unknown: null,
})

const haemoglobin = (low: number, normal: number, high: number): readonly Edge[] => [
  ['doctor_soon', 30, 'severe'],
  ['low', low, 'mild'],
  ['normal', normal, 'good'],
  ['high', high, 'mild'],
]
const range = (min: number, normal: number, high: number): readonly Edge[] => [
  ['low', min, 'mild'],
  ['normal', normal, 'good'],
  ['high', high, 'mild'],
]
const upTo = (min: number, high: number): readonly Edge[] => [
  ['normal', min, 'good'],
  ['high', high, 'mild'],
]
const from = (min: number, normal: number): readonly Edge[] => [
  ['low', min, 'mild'],
  ['normal', normal, 'good'],
]

/** Tests whose limits hold for a fasting sample only. */
export const FASTING_TESTS: readonly string[] = ['fpGluk']

/** Classes that a laboratory's own limits may replace; all others call for action whatever those limits are. */
export const REFERENCE_CLASSES: readonly string[] = ['low', 'normal', 'high']

/** Classes of each laboratory field, by sex where the limits differ; the texts are `band.lab.<class>`. */
export const LAB_BANDS: ReadonlyMap<string, BandsBySex> = new Map([
  [
    'fpGluk',
    both(
      lab(
        1,
        [
          ['low', 1, 'mild'],
          ['normal', 4, 'good'],
          ['raised_fasting', 6.1, 'mild'],
          ['diabetes_limit', 7, 'severe'],
        ],
        50,
      ),
    ),
  ],
  [
    'hba1c',
    both(
      lab(
        0,
        [
          ['low', 10, 'neutral'],
          ['normal', 20, 'good'],
          ['raised_risk', 42, 'mild'],
          ['diabetes_limit', 48, 'severe'],
        ],
        200,
      ),
    ),
  ],
  [
    'ogtt2h',
    both(
      lab(
        1,
        [
          ['normal', 1, 'good'],
          ['impaired_tolerance', 7.8, 'mild'],
          ['diabetes_limit', 11.1, 'severe'],
        ],
        50,
      ),
    ),
  ],
  ['chol', both(lab(1, upTo(1, 5), 25))],
  ['ldl', both(lab(1, upTo(0.2, 3), 20))],
  ['hdl', bySex(1, 5, from(0.2, 1.3), from(0.2, 1.1))],
  ['trig', both(lab(1, [...upTo(0.1, 1.7), ['urgent', 10, 'alarm']], 60))],
  ['hb', bySex(0, 250, haemoglobin(100, 117, 156), haemoglobin(100, 134, 168))],
  ['krea', bySex(0, 2000, range(10, 50, 91), range(10, 60, 101))],
  ['alat', bySex(0, 5000, upTo(1, 35), upTo(1, 50))],
  ['gt', bySex(0, 5000, upTo(1, 40), upTo(1, 60))],
  ['tsh', both(lab(2, range(0.01, 0.5, 4.21), 200))],
  ['crp', both(lab(0, upTo(0, 5), 600))],
  ['peth', both(lab(2, [...upTo(0, 0.05), ['heavy_use', 0.3, 'severe']], 20))],
  ['vitD', both(lab(0, from(5, 50), 400))],
])

/** Every table of this module with a name for messages, so that tests and editors can go through all. */
export const CHECK_BAND_TABLES: readonly (readonly [name: string, table: BandTable])[] = [
  ['unemployment', UNEMPLOYMENT_BANDS],
  ['bmi', BMI_BANDS],
  ['waist.female', WAIST_BANDS.female],
  ['waist.male', WAIST_BANDS.male],
  ['bp.sys', BP_BANDS.sys],
  ['bp.dia', BP_BANDS.dia],
  ['hearing', HEARING_BANDS],
  ...[...LAB_BANDS].flatMap(([key, { female, male }]) => [
    [`lab.${key}.female`, female] as const,
    [`lab.${key}.male`, male] as const,
  ]),
]
