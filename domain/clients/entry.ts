// ESF+ rules of one participant's entry: age, bands, the minimum record and the indicators that count it.

import type { BACKGROUND_ANSWERS, EDUCATIONS, EntryInput, ExitInput, SEXES } from './client.schema.ts'
import { type LabourStatus, labourIndicatorsOf, projectClassOf } from './labour-status.ts'

export const AGE_BANDS = ['under18', '18-29', '30-54', '55plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
export type Education = (typeof EDUCATIONS)[number]
type Sex = (typeof SEXES)[number]
type BackgroundAnswer = (typeof BACKGROUND_ANSWERS)[number]

/** Full years of age on a day; a person born on 29 February has the birthday on 1 March in other years. */
export const ageOn = (birthDate: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** The ESF+ age band of an age in full years; 30–54 has no indicator of its own. */
export const ageBandOf = (age: number): AgeBand => {
  if (age < 18) return 'under18'
  if (age <= 29) return '18-29'
  return age <= 54 ? '30-54' : '55plus'
}

/** What must be known of a person besides the entry record itself. */
export type ParticipantFacts = { birthDate: string | null; sex: Sex | null }

export type MissingMinimum = 'sex' | 'labourStatus' | 'birthDate' | 'education'

/**
 * What the minimum record still lacks (gender, labour status, age, education): only a complete one counts in
 * EECO01. Refused background answers do not matter.
 */
export const missingOfMinimumRecord = (
  person: ParticipantFacts,
  entry: Partial<Pick<EntryInput, 'labourStatus' | 'education'>>,
): MissingMinimum[] => {
  const missing: MissingMinimum[] = []
  if (person.sex === null || person.sex === 'unknown') missing.push('sex')
  if (!entry.labourStatus) missing.push('labourStatus')
  if (!person.birthDate) missing.push('birthDate')
  if (!entry.education) missing.push('education')
  return missing
}

const AGE_INDICATOR: Readonly<Record<AgeBand, string | null>> = {
  under18: 'EECO06',
  '18-29': 'EECO07',
  '30-54': null,
  '55plus': 'EECO08',
}
const EDUCATION_INDICATOR: Readonly<Record<Education, string>> = {
  'isced0-2': 'EECO09',
  'isced3-4': 'EECO10',
  'isced5-8': 'EECO11',
}
const BACKGROUND_INDICATORS = [
  ['disability', 'EECO12'],
  ['thirdCountry', 'EECO13'],
  ['foreignBackground', 'EECO14'],
  ['minority', 'EECO15'],
  ['housingExclusion', 'EECO16'],
  ['rural', 'EECO17'],
] as const satisfies readonly (readonly [keyof EntryInput, string])[]

/**
 * The ESF+ output indicators in which this participant counts once; none when the minimum record is
 * incomplete. Everything is judged on the entry day.
 */
export const outputIndicatorsOf = (person: ParticipantFacts, entry: EntryInput): string[] => {
  if (missingOfMinimumRecord(person, entry).length > 0) return []
  const age = AGE_INDICATOR[ageBandOf(ageOn(person.birthDate!, entry.entryDate))]
  const background = BACKGROUND_INDICATORS.filter(([field]) => {
    const answer: BackgroundAnswer = entry[field]
    return answer === 'yes'
  }).map(([, code]) => code)
  return [
    'EECO01',
    ...labourIndicatorsOf(entry.labourStatus as LabourStatus),
    ...(age === null ? [] : [age]),
    EDUCATION_INDICATOR[entry.education],
    ...background,
  ]
}

/** The project's period; entries outside it are refused in the project view only. */
export const PROJECT_PERIOD = { from: '2025-09-01', to: '2028-08-31' } as const

/** Whether a day (YYYY-MM-DD) is in the project's period, its first and last day included. */
export const isWithinProject = (day: string): boolean =>
  day >= PROJECT_PERIOD.from && day <= PROJECT_PERIOD.to

/** Days after leaving within which an immediate result (EECR01–04) still counts. */
export const EXIT_RESULT_DAYS = 28

const daysLater = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The last day (YYYY-MM-DD) on which an exit result of this exit date counts. */
export const exitResultDue = (exitDate: string): string => daysLater(exitDate, EXIT_RESULT_DAYS)

/** The last exit date whose results are final at the end of this day. */
export const lastFinalExit = (day: string): string => daysLater(day, -EXIT_RESULT_DAYS)

const EXIT_RESULTS = ['exitStatus', 'exitJobSearch', 'exitEducation', 'exitQualification'] as const

/**
 * What of an exit is still open; each may be recorded until `exitResultDue` and later as known by then. Nothing is open
 * once it is said that the rest cannot be found out.
 */
export const missingOfExit = (exit: Omit<ExitInput, 'exitDate'>): (keyof ExitInput)[] =>
  exit.exitRestUnknown ? [] : EXIT_RESULTS.filter((field) => exit[field] === null)

export const IMMEDIATE_RESULTS = ['EECR01', 'EECR02', 'EECR03', 'EECR04'] as const
export type ImmediateResult = (typeof IMMEDIATE_RESULTS)[number]
export type ExitFacts = {
  exitStatus: LabourStatus | null
  exitJobSearch: boolean | null
  exitEducation: boolean | null
  exitQualification: boolean | null
}

/** Immediate results of an exit: each has its base group on entry and needs a change. What is not known is no result. */
export const immediateResultsOf = (entryStatus: LabourStatus, exit: ExitFacts): ImmediateResult[] => {
  const inactive = labourIndicatorsOf(entryStatus).includes('EECO04')
  const working = projectClassOf(entryStatus) === 'employed'
  const results: ImmediateResult[] = []
  if (inactive && exit.exitJobSearch) results.push('EECR01')
  if (entryStatus !== 'student' && exit.exitEducation) results.push('EECR02')
  if (exit.exitQualification) results.push('EECR03')
  const works = exit.exitStatus !== null && projectClassOf(exit.exitStatus) === 'employed'
  if (!working && works) results.push('EECR04')
  return results
}
