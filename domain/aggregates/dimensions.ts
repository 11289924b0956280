// The classifications of the released tables: codes, hierarchies and what a client's record becomes in them.
import { EDUCATIONS } from '../clients/client.schema.ts'
import { AGE_BANDS, IMMEDIATE_RESULTS } from '../clients/entry.ts'
import { type LabourStatus, PROJECT_CLASSES } from '../clients/labour-status.ts'
import { MUNICIPALITIES, municipalityOf, SUB_REGIONS } from '../reference/municipalities.ts'

/** Everybody is in exactly one finest class of each of these. */
export const CLASSIFICATIONS = ['area', 'sex', 'age_band', 'labour_status', 'education'] as const
export type Classification = (typeof CLASSIFICATIONS)[number]

/** Of these anybody may have several codes, or none; they have no total. */
export const TRAITS = ['background', 'special', 'result'] as const
export type Trait = (typeof TRAITS)[number]

export const DIMENSIONS = [...CLASSIFICATIONS, ...TRAITS] as const
export type Dimension = Classification | Trait

/** Background answered with yes on entry (EECO13, 14, 16 and 17). */
export const BACKGROUNDS = ['third_country', 'foreign_background', 'housing_exclusion', 'rural'] as const
/** The same where the answer is a special category of personal data (GDPR art. 9): EECO12 and EECO15. */
export const SPECIAL_CATEGORIES = ['disability', 'minority'] as const

/** The code of a total in every classification but `area`. */
export const TOTAL = 'T'
/** The code of all areas together. */
export const ALL_AREAS = 'ALL'
/** Outside Lapland, unknown or withheld: one class, so that a non-disclosure address never stands alone. */
export const OTHER_AREA = 'other'

export const AREA_SUB_REGIONS: readonly string[] = [...SUB_REGIONS.map((region) => region.id), OTHER_AREA]

const LABOUR_PARTS = {
  unemployed: ['unemployed_short', 'long_term_unemployed'],
  employed: ['employee', 'self_employed'],
} as const

const CHILDREN: Readonly<Record<Classification, ReadonlyMap<string, readonly string[]>>> = {
  area: new Map<string, readonly string[]>([
    [ALL_AREAS, AREA_SUB_REGIONS],
    ...SUB_REGIONS.map((region): [string, string[]] => [
      region.id,
      MUNICIPALITIES.filter((row) => row.subRegion === region.id).map((row) => row.code),
    ]),
  ]),
  sex: new Map([[TOTAL, ['female', 'male', 'other']]]),
  age_band: new Map([[TOTAL, AGE_BANDS]]),
  labour_status: new Map<string, readonly string[]>([
    [TOTAL, PROJECT_CLASSES],
    ['unemployed', LABOUR_PARTS.unemployed],
    ['employed', LABOUR_PARTS.employed],
  ]),
  education: new Map([[TOTAL, EDUCATIONS]]),
}

export const isTrait = (dimension: Dimension): dimension is Trait =>
  (TRAITS as readonly Dimension[]).includes(dimension)

/** The classes that add up to a code; none for the finest classes. */
export const childrenOf = (dimension: Dimension, code: string): readonly string[] =>
  isTrait(dimension) ? [] : (CHILDREN[dimension].get(code) ?? [])

const walk = (dimension: Dimension, code: string): string[] => [
  code,
  ...childrenOf(dimension, code).flatMap((child) => walk(dimension, child)),
]

/** Every code of a dimension, each total before its parts. */
export const CODES: Readonly<Record<Dimension, readonly string[]>> = {
  area: walk('area', ALL_AREAS),
  sex: walk('sex', TOTAL),
  age_band: walk('age_band', TOTAL),
  labour_status: walk('labour_status', TOTAL),
  education: walk('education', TOTAL),
  background: BACKGROUNDS,
  special: SPECIAL_CATEGORIES,
  result: IMMEDIATE_RESULTS,
}

/** A code and all totals above it, finest first. */
export const ancestorsOf = (dimension: Dimension, code: string): string[] => {
  const above = CODES[dimension].find((other) => childrenOf(dimension, other).includes(code))
  return above === undefined ? [code] : [code, ...ancestorsOf(dimension, above)]
}

const STATUS_CODE: Readonly<Record<LabourStatus, string>> = {
  unemployed: 'unemployed_short',
  long_term_unemployed: 'long_term_unemployed',
  employed: 'employee',
  self_employed: 'self_employed',
  student: 'student',
  outside_other: 'outside',
}

/** The finest code of a labour status. */
export const labourCode = (status: LabourStatus): string => STATUS_CODE[status]

/** The finest area code of a municipality code: the municipality in Lapland, otherwise the class of all others. */
export const areaCode = (municipality: string): string =>
  municipalityOf(municipality) === null ? OTHER_AREA : municipality
