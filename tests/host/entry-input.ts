import type { Input } from '../../domain/contract/table.ts'

/** An exit of which nothing is known yet but its day. */
export const NO_RESULTS = {
  exitStatus: null,
  exitJobSearch: null,
  exitEducation: null,
  exitQualification: null,
  exitRestUnknown: false,
} as const

type Entry = Input<'clients.enterProject'>['entry']

/** A complete entry record with nothing asked of the background; override what the test is about. */
export const entryInput = (over: Partial<Entry> = {}): Entry => ({
  entryDate: '2026-11-02',
  labourStatus: 'unemployed',
  education: 'isced3-4',
  disability: 'not_asked',
  thirdCountry: 'not_asked',
  foreignBackground: 'not_asked',
  minority: 'not_asked',
  housingExclusion: 'not_asked',
  rural: 'not_asked',
  ...over,
})
