// Shapes of a client, of the project entry and of consents, as the screen types them and the server checks them.
import { z } from 'zod'
import { isoDate, line } from '../contract/values.ts'
import { MUNICIPALITY_CODES } from '../reference/municipalities.ts'
import { LABOUR_STATUSES } from './labour-status.ts'

export const SEXES = ['female', 'male', 'other', 'unknown'] as const
export const EDUCATIONS = ['isced0-2', 'isced3-4', 'isced5-8'] as const
export const BACKGROUND_ANSWERS = ['yes', 'no', 'not_answered', 'not_asked'] as const
export const LANGUAGES = [
  'fi',
  'sv',
  'se',
  'smn',
  'sms',
  'en',
  'ru',
  'uk',
  'ar',
  'et',
  'so',
  'other',
] as const

/** Municipality of residence: the 21 of Lapland, elsewhere (ULK) or withheld/unknown (TTE). */
export const municipalityCode = z.enum([...MUNICIPALITY_CODES, 'ULK', 'TTE'] as unknown as [
  string,
  ...string[],
])

const background = z.enum(BACKGROUND_ANSWERS)

/** ESF+ entry: frozen at the entry date; the six background answers may stay unasked (EECO12–17). */
export const entrySchema = z.strictObject({
  entryDate: isoDate,
  labourStatus: z.enum(LABOUR_STATUSES),
  education: z.enum(EDUCATIONS),
  disability: background,
  thirdCountry: background,
  foreignBackground: background,
  minority: background,
  housingExclusion: background,
  rural: background,
})

/** Leaving the project: the day at once, the results when they are known (EECR01–04). */
export const exitSchema = z.strictObject({
  exitDate: isoDate,
  exitStatus: z.enum(LABOUR_STATUSES).nullable(),
  exitJobSearch: z.boolean().nullable(),
  exitEducation: z.boolean().nullable(),
  exitQualification: z.boolean().nullable(),
  /** What is not known now will not be: nobody is asked for it again. */
  exitRestUnknown: z.boolean(),
})

/** How a participation changes after the entry; each time it is kept as it was. */
export const PARTICIPATION_CHANGES = ['left', 'exit-changed', 'reentered', 'entry-corrected'] as const
export type ParticipationChange = (typeof PARTICIPATION_CHANGES)[number]

export const CONSENT_METHODS = ['written', 'oral'] as const

const optionalLine = (max: number) => line(max).nullable()

/** What is recorded of a client; `birthDate` is needed only when there is no henkilötunnus. */
export const clientFields = {
  hetu: z.string().max(20).nullable(),
  familyName: line(80),
  givenNames: line(120),
  birthDate: isoDate.nullable(),
  sex: z.enum(SEXES),
  municipality: municipalityCode,
  labourStatus: z.enum(LABOUR_STATUSES),
  unemployedSince: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month')
    .nullable(),
  language: z.enum(LANGUAGES),
  interpreter: z.boolean(),
  phone: optionalLine(40),
  email: z.email('email').max(120).nullable(),
  /** Non-disclosure for safety: municipality and contact data stay off every print. */
  protectedAddress: z.boolean(),
} as const

export const registerSchema = z.strictObject({
  ...clientFields,
  entry: entrySchema.nullable(),
  /** Consent to anonymous project statistics, asked with the entry; null when not asked. */
  statisticsConsent: z.strictObject({ given: z.boolean(), method: z.enum(CONSENT_METHODS) }).nullable(),
  /** Somebody of the same name and birth date is in the register, and this is not the same person. */
  otherPerson: z.boolean().default(false),
})

export type RegisterInput = z.output<typeof registerSchema>
export type EntryInput = z.output<typeof entrySchema>
export type ExitInput = z.output<typeof exitSchema>
