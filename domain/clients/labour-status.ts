// Labour status on entry and the two views of it: the project's four classes and the ESF+ indicators.

export const LABOUR_STATUSES = [
  'unemployed',
  'long_term_unemployed',
  'employed',
  'self_employed',
  'student',
  'outside_other',
] as const
export type LabourStatus = (typeof LABOUR_STATUSES)[number]

/** The classes of the project's targets: 413 = 175 + 133 + 73 + 32. */
export const PROJECT_CLASSES = ['unemployed', 'employed', 'student', 'outside'] as const
export type ProjectClass = (typeof PROJECT_CLASSES)[number]

const PROJECT_CLASS: Readonly<Record<LabourStatus, ProjectClass>> = {
  unemployed: 'unemployed',
  long_term_unemployed: 'unemployed',
  employed: 'employed',
  self_employed: 'employed',
  student: 'student',
  outside_other: 'outside',
}

/** The project's own class, in which students stand apart from others outside the labour force. */
export const projectClassOf = (status: LabourStatus): ProjectClass => PROJECT_CLASS[status]

/** Those who are without work and seek it: of them the check asks since when. */
export const UNEMPLOYED_STATUSES = LABOUR_STATUSES.filter((status) => projectClassOf(status) === 'unemployed')

export type LabourIndicator = 'EECO02' | 'EECO03' | 'EECO04' | 'EECO05'

const INDICATORS: Readonly<Record<LabourStatus, readonly LabourIndicator[]>> = {
  unemployed: ['EECO02'],
  long_term_unemployed: ['EECO02', 'EECO03'],
  employed: ['EECO05'],
  self_employed: ['EECO05'],
  student: ['EECO04'],
  outside_other: ['EECO04'],
}

/** ESF+ output indicators of a status: exactly one of EECO02, 04 and 05; EECO03 only within EECO02. */
export const labourIndicatorsOf = (status: LabourStatus): readonly LabourIndicator[] => INDICATORS[status]

/**
 * Months of continuous unemployment from which a person is long-term unemployed; a setting of the funder. The programme
 * of 2014–2020 had a shorter limit for those under 25 (over 6 months); it is not applied in 2021–2027.
 */
export const LONG_TERM_MONTHS = {
  value: 12,
  source: 'ESF+ Common Indicators Toolbox 2021 (12 months regardless of age); verify in the EURA guide',
  approved: false,
  reviewedOn: null,
} as const

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** Full months between a month (YYYY-MM) and the month of a day; null when unreadable or ahead. */
export const monthsSince = (month: string, day: string): number | null => {
  if (!MONTH.test(month)) return null
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
  const passed = months(day) - months(month)
  return passed < 0 ? null : passed
}

/**
 * The status that the month of becoming unemployed speaks for on a day, when it is another than the recorded one (EECO03
 * is a part of EECO02 by duration); null when they agree or nothing can be said.
 */
export const statusBySince = (
  status: LabourStatus | null,
  since: string | null,
  day: string,
): LabourStatus | null => {
  if (status === null || since === null || projectClassOf(status) !== 'unemployed') return null
  const months = monthsSince(since, day)
  if (months === null) return null
  const proposed = months >= LONG_TERM_MONTHS.value ? 'long_term_unemployed' : 'unemployed'
  return proposed === status ? null : proposed
}
