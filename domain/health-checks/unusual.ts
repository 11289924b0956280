// Values that are allowed but unusual, by their own soft limits or beside other answers: asked until confirmed.
import type { CheckAnswers } from './answers.ts'
import { BMI_SOFT } from './band-tables.ts'
import { birthDateOf, bmiOf, type CheckContext } from './facts.ts'
import type { Field } from './fields.ts'
import { type SoftProblem, softProblems, workYearsProblem } from './limits.ts'
import { FIELDS } from './sections.ts'

export type Unusual = Omit<SoftProblem, 'path'> & {
  /** Where it is asked, within the answers' fields. */
  place: string
  /** Key of the confirmation. */
  confirm: string
}

type Rule = (answers: CheckAnswers, context: CheckContext) => Omit<Unusual, 'place'> | null

/** Rules that look at other answers too, by the field under which they are asked. */
const RULES: Readonly<Record<string, Rule>> = {
  weight: (answers) => {
    const value = bmiOf(answers)
    const [min, max] = BMI_SOFT.range
    return value === null || (value >= min && value <= max)
      ? null
      : { confirm: 'bmi', value, code: 'unusual-bmi', params: { min, max } }
  },
  workYearsTotal: (answers, context) => {
    const years = answers.fields.workYearsTotal
    const found = workYearsProblem(years, birthDateOf(answers, context), context.checkDate)
    return found && { ...found, confirm: 'workYearsTotal' }
  },
}

/** The unusual values of one field that nobody has confirmed yet. */
export const unconfirmed = (field: Field, answers: CheckAnswers, context: CheckContext): Unusual[] => {
  const own = softProblems(field, answers.fields[field.key]).map(({ path, ...found }): Unusual => {
    const place = path === '' ? field.key : `${field.key}.${path}`
    return { ...found, place, confirm: place }
  })
  const beside = RULES[field.key]?.(answers, context)
  return [...own, ...(beside ? [{ ...beside, place: field.key }] : [])].filter(
    ({ confirm, value }) => answers.confirmed[confirm] !== value,
  )
}

/** The first question to ask at a place (`weight`, `bpReadings.0.sys`), or null. */
export const unconfirmedAt = (
  place: string,
  answers: CheckAnswers,
  context: CheckContext,
): Unusual | null => {
  const field = FIELDS.get(place.split('.')[0]!)
  return (field && unconfirmed(field, answers, context).find((one) => one.place === place)) ?? null
}
