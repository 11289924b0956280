// The ESF+ entry as its form holds it, and the rules of its date.
import { isWithinProject } from '../../../domain/clients/entry.ts'
import type { FieldProblem } from '../../../domain/contract/errors.ts'
import type { Input, Output } from '../../../domain/contract/table.ts'

type Entry = Input<'clients.enterProject'>['entry']
type Consent = Input<'clients.enterProject'>['statisticsConsent']

export type EntryValues = {
  entry: { [K in keyof Entry]: Entry[K] | null }
  statisticsConsent: { [K in keyof Consent]: Consent[K] | null }
}

/** What of a date field can be compared; anything else is still being typed. */
export const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

export const BACKGROUND_FIELDS = [
  'disability',
  'thirdCountry',
  'foreignBackground',
  'minority',
  'housingExclusion',
  'rural',
] as const satisfies readonly (keyof Entry)[]

export const newEntry = (today: string, labourStatus: Entry['labourStatus'] | null): EntryValues => ({
  entry: {
    entryDate: today,
    labourStatus,
    education: null,
    disability: 'not_asked',
    thirdCountry: 'not_asked',
    foreignBackground: 'not_asked',
    minority: 'not_asked',
    housingExclusion: 'not_asked',
    rural: 'not_asked',
  },
  statisticsConsent: { given: null, method: null },
})

/** A recorded entry as the form holds it. */
export const entryOf = (recorded: NonNullable<Output<'clients.open'>['participation']>): EntryValues => ({
  entry: {
    entryDate: recorded.entryDate,
    labourStatus: recorded.labourStatus,
    education: recorded.education,
    disability: recorded.disability,
    thirdCountry: recorded.thirdCountry,
    foreignBackground: recorded.foreignBackground,
    minority: recorded.minority,
    housingExclusion: recorded.housingExclusion,
    rural: recorded.rural,
  },
  statisticsConsent: { given: null, method: null },
})

/** The same refusals as the server's. */
export const entryDateProblems = (date: string | null, today: string): FieldProblem[] => {
  if (!date || !/^\d{4}-/.test(date)) return []
  if (!isWithinProject(date)) return [{ path: 'entry.entryDate', code: 'outside-project' }]
  return date > today ? [{ path: 'entry.entryDate', code: 'future' }] : []
}
