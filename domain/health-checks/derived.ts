// Values that follow from the answers: shown, never typed or stored.
import { LONG_TERM_MONTHS } from '../clients/labour-status.ts'
import type { CheckAnswers } from './answers.ts'
import {
  BMI_BANDS,
  BP_BANDS,
  BP_READINGS,
  FASTING_TESTS,
  HEARING_BANDS,
  LAB_BANDS,
  REFERENCE_CLASSES,
  UNEMPLOYMENT_BANDS,
  WAIST_BANDS,
} from './band-tables.ts'
import { type Band, bandOf, roundHalfUp, tableForSex } from './bands.ts'
import {
  ageOf,
  bloodPressureOf,
  bmiOf,
  type CheckContext,
  referenceSexOf,
  unemploymentMonths,
} from './facts.ts'
import type { Scalar } from './fields.ts'
import { scoreOf } from './scores.ts'

/** The class of a blood pressure: the higher of the two. */
export const bloodPressureBand = (sys: number, dia: number): Band | null => {
  const bySys = bandOf(BP_BANDS.sys, sys)
  const byDia = bandOf(BP_BANDS.dia, dia)
  if (bySys === null || byDia === null) return null
  const rank = (band: Band) => BP_BANDS.sys.rows.findIndex(({ id }) => id === band.id)
  return rank(byDia) > rank(bySys) ? byDia : bySys
}

/** Class of a body mass index (one decimal); none in pregnancy or under 18. */
export const bmiBand = (bmi: number, age: number | null, pregnant: boolean): Band | null =>
  pregnant || (age !== null && age < 18) ? null : bandOf(BMI_BANDS, bmi)

/** HbA1c as a percentage (one decimal) from mmol/mol: 0.0915 × x + 2.15. */
export const hba1cPercent = (mmolMol: number): number => roundHalfUp((915 * mmolMol + 21500) / 10000, 1)

export type LabClass = {
  /** Class by the table of the program, null where it depends on an unknown sex. */
  band: Band | null
  /** Against the limits printed on the laboratory's own report. */
  own: 'low' | 'normal' | 'high' | null
  /** The sample was not a fasting one, though the limits are: no class, a fasting sample is wanted. */
  notFasting: boolean
}

const ownClass = (fields: CheckAnswers['fields'], key: string, value: number): LabClass['own'] => {
  const rows = Array.isArray(fields.labOwnLimits) ? fields.labOwnLimits : []
  const limits = rows.find((row) => row?.test === key)
  if (!limits || (typeof limits.low !== 'number' && typeof limits.high !== 'number')) return null
  if (typeof limits.low === 'number' && value < limits.low) return 'low'
  return typeof limits.high === 'number' && value > limits.high ? 'high' : 'normal'
}

/** Classes of one laboratory field, or null while it is open. */
export const labClassOf = (answers: CheckAnswers, context: CheckContext, key: string): LabClass | null => {
  const value = answers.fields[key]
  const tables = LAB_BANDS.get(key)
  if (typeof value !== 'number' || !tables) return null
  const table = tableForSex(tables, referenceSexOf(answers, context))
  if (FASTING_TESTS.includes(key) && answers.fields.labFasting === 'no')
    return { band: null, own: null, notFasting: true }
  return {
    band: table === null ? null : bandOf(table, value),
    own: ownClass(answers.fields, key, value),
    notFasting: false,
  }
}

/**
 * Keys of the texts that explain a result: an action class always, beside what the laboratory's own limits say; they
 * take the place of the program's low, normal and high.
 */
export const labTextKeys = ({ band, own, notFasting }: LabClass): string[] => {
  if (notFasting) return ['resultNote.not_fasting']
  const replaced = own !== null && band !== null && REFERENCE_CLASSES.includes(band.id)
  return [
    ...(band === null || replaced ? [] : [`band.lab.${band.id}`]),
    ...(own === null ? [] : [`ownLimits.${own}`]),
  ]
}

const betterEar = ({ fields }: CheckAnswers): number | null => {
  const ears = [fields.audiometryRight, fields.audiometryLeft].filter((db) => typeof db === 'number')
  return ears.length === 2 ? Math.min(...(ears as number[])) : null
}

const waistBand = (answers: CheckAnswers, context: CheckContext): Band | null => {
  const table = tableForSex(WAIST_BANDS, referenceSexOf(answers, context))
  return table === null ? null : bandOf(table, answers.fields.waist as number | null)
}

const bpBand = (answers: CheckAnswers): Band | null => {
  const mean = bloodPressureOf(answers)
  return mean === null ? null : bloodPressureBand(mean.sys, mean.dia)
}

/** Key of the note on a mean of too few readings, or null. */
export const bloodPressureNote = (answers: CheckAnswers): string | null => {
  const mean = bloodPressureOf(answers)
  return mean !== null && mean.readings < BP_READINGS.atLeast ? 'resultNote.single_reading' : null
}

/**
 * The UKK weekly recommendation: moderate + 2 × vigorous ≥ 150 min, and strength on two days or more. With one of the
 * minutes open it can be told only when the other is enough.
 */
const meetsActivity = ({ fields }: CheckAnswers): boolean | null => {
  const { moderateMinPerWeek: moderate, vigorousMinPerWeek: vigorous, strengthDaysPerWeek: days } = fields
  if (typeof days !== 'number') return null
  const enough = Number(moderate ?? 0) + 2 * Number(vigorous ?? 0) >= 150
  if (!enough && (typeof moderate !== 'number' || typeof vigorous !== 'number')) return null
  return enough && days >= 2
}

type Rule = (answers: CheckAnswers, context: CheckContext) => Scalar | null

const longTerm = (months: number | null): boolean | null =>
  months === null ? null : months >= LONG_TERM_MONTHS.value

const RULES = {
  age: ageOf,
  referenceSex: referenceSexOf,
  minor: (answers, context) => {
    const age = ageOf(answers, context)
    return age === null ? null : age < 18
  },
  unemploymentMonths,
  unemploymentBand: (answers, context) =>
    bandOf(UNEMPLOYMENT_BANDS, unemploymentMonths(answers, context))?.id ?? null,
  longTermUnemployed: (answers, context) => longTerm(unemploymentMonths(answers, context)),
  bmi: bmiOf,
  bmiBand: (answers, context) => {
    const value = bmiOf(answers)
    const pregnant = answers.fields.pregnant === 'yes'
    return value === null ? null : (bmiBand(value, ageOf(answers, context), pregnant)?.id ?? null)
  },
  waistBand: (answers, context) => waistBand(answers, context)?.id ?? null,
  bpSys: (answers) => bloodPressureOf(answers)?.sys ?? null,
  bpDia: (answers) => bloodPressureOf(answers)?.dia ?? null,
  bpReadings: (answers) => bloodPressureOf(answers)?.readings ?? null,
  bpBand: (answers) => bpBand(answers)?.id ?? null,
  hearingBand: (answers) => bandOf(HEARING_BANDS, betterEar(answers))?.id ?? null,
  hba1cPercent: ({ fields }) => (typeof fields.hba1c === 'number' ? hba1cPercent(fields.hba1c) : null),
  meetsActivity,
  auditcBand: (answers, context) => scoreOf(answers, context, 'auditc')?.band ?? null,
  chronicPain: ({ fields }) => (fields.painDuration ? fields.painDuration === '3_months_or_more' : null),
  fpGlukBand: (answers, context) => labClassOf(answers, context, 'fpGluk')?.band?.id ?? null,
  hbBand: (answers, context) => labClassOf(answers, context, 'hb')?.band?.id ?? null,
} as const satisfies Record<string, Rule>

export type DerivedName = keyof typeof RULES
export const DERIVED_NAMES = Object.keys(RULES) as DerivedName[]

/**
 * One derived value: numbers in the field's unit, bands by id, truths as boolean; null while it cannot be told.
 * @throws RangeError for a name that no rule has
 */
export const derivedValue = (name: string, answers: CheckAnswers, context: CheckContext): Scalar | null => {
  if (!Object.hasOwn(RULES, name)) throw new RangeError(name)
  return (RULES[name as DerivedName] as Rule)(answers, context)
}

/** Every derived value of a check. */
export const derive = (answers: CheckAnswers, context: CheckContext): Record<DerivedName, Scalar | null> =>
  Object.fromEntries(DERIVED_NAMES.map((name) => [name, derivedValue(name, answers, context)])) as Record<
    DerivedName,
    Scalar | null
  >
