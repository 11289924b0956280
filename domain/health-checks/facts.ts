// Facts that other rules of the check build on: age, sex for reference limits, body mass index, blood pressure.
import { ageOn } from '../clients/entry.ts'
import { monthsSince } from '../clients/labour-status.ts'
import type { CheckAnswers } from './answers.ts'
import type { ReferenceSex } from './bands.ts'
import { isReading, isSwapped } from './limits.ts'

/** What is known of the check besides its answers. */
export type CheckContext = {
  /** YYYY-MM-DD */
  checkDate: string
  /** Sex in the client register; `other` and `unknown` have no sex-dependent limits. */
  sex: string
  /** In the client register; decides what must be answered. */
  labourStatus: string
  /** From the client register, used while the check has none of its own. */
  birthDate?: string | null
}

/** The sex for reference limits: asked in the check, else from the register. */
export const referenceSexOf = ({ fields }: CheckAnswers, context: CheckContext): ReferenceSex => {
  const sex = fields.sex ?? context.sex
  return sex === 'female' || sex === 'male' ? sex : 'unknown'
}

/** YYYY-MM-DD: the check's own, else the register's; null without either. */
export const birthDateOf = ({ fields }: CheckAnswers, context: CheckContext): string | null =>
  typeof fields.birthDate === 'string' ? fields.birthDate : (context.birthDate ?? null)

/** Age in full years on the day of the check, or null. */
export const ageOf = (answers: CheckAnswers, context: CheckContext): number | null => {
  const born = birthDateOf(answers, context)
  return born === null ? null : ageOn(born, context.checkDate)
}

/**
 * kg/m² rounded half up to one decimal, reckoned in whole tenths so that no binary fraction can move it over a
 * limit.
 * @param height cm, one decimal
 * @param weight kg, one decimal
 */
export const bmi = (height: number, weight: number): number => {
  const tenthsOfCm = Math.round(height * 10)
  const over = Math.round(weight * 10) * 1_000_000
  const square = tenthsOfCm * tenthsOfCm
  return Math.floor((2 * over + square) / (2 * square)) / 10
}

/** kg/m², one decimal; null unless height (cm) and weight (kg) are both answered. */
export const bmiOf = ({ fields }: CheckAnswers): number | null =>
  typeof fields.height === 'number' && typeof fields.weight === 'number' && fields.height > 0
    ? bmi(fields.height, fields.weight)
    : null

export type BloodPressure = { sys: number; dia: number; readings: number }

/** Mean of the complete readings that can be right, each part rounded half up; null without one. */
export const bloodPressureOf = ({ fields }: CheckAnswers): BloodPressure | null => {
  const rows: unknown[] = Array.isArray(fields.bpReadings) ? fields.bpReadings : []
  const complete = rows.filter(isReading).filter((row) => !isSwapped(row))
  const n = complete.length
  if (n === 0) return null
  const mean = (part: 'sys' | 'dia') =>
    Math.floor((2 * complete.reduce((sum, row) => sum + row[part], 0) + n) / (2 * n))
  return { sys: mean('sys'), dia: mean('dia'), readings: n }
}

/** Full months between a month (YYYY-MM) and the month of the check; null when open or ahead. */
export const unemploymentMonths = ({ fields }: CheckAnswers, { checkDate }: CheckContext): number | null => {
  const since = fields.unemployedSince
  return typeof since === 'string' ? monthsSince(since, checkDate) : null
}
