// Scores of the instruments answered in a check.
import { FINDRISC, findriscAnswers } from '../instruments/findrisc.ts'
import { INSTRUMENTS } from '../instruments/registry.ts'
import { type Score, scoreInstrument } from '../instruments/score.ts'
import type { CheckAnswers, InstrumentAnswers } from './answers.ts'
import { ageOf, bmiOf, type CheckContext, referenceSexOf } from './facts.ts'

const truth = (value: unknown): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null)

/**
 * FINDRISC points that follow from fields of the check; null where the check does not know. Known diabetes
 * leaves it unscored.
 */
export const findriscFromCheck = (answers: CheckAnswers, context: CheckContext): (number | null)[] | null => {
  const { fields } = answers
  if (fields.knownDiabetes === 'yes') return null
  return findriscAnswers({
    age: ageOf(answers, context),
    bmi: bmiOf(answers),
    waist: typeof fields.waist === 'number' ? fields.waist : null,
    sex: referenceSexOf(answers, context),
    dailyActivity: truth(fields.dailyActivity30min),
    dailyVegetables: fields.vegetablesHowOften ? fields.vegetablesHowOften === 'daily' : null,
    bloodPressureMedicine: truth(fields.everBloodPressureMedicine),
    highGlucose: truth(fields.everHighGlucose),
    family: (fields.familyDiabetes as 'none' | 'second_degree' | 'first_degree' | undefined) ?? null,
  })
}

const hasContent = ({ answers, total }: InstrumentAnswers): boolean =>
  (answers?.some((answer) => answer !== null) ?? false) || (total !== null && total !== undefined)

/**
 * The answers of an instrument as scored: carried over from its shorter form while its own are open, and
 * FINDRISC from the fields of the check.
 */
export const effectiveAnswers = (
  answers: CheckAnswers,
  context: CheckContext,
  id: string,
): InstrumentAnswers | null => {
  const instrument = INSTRUMENTS.get(id)
  const own = answers.instruments[id]
  if (!instrument) return null
  if (id === FINDRISC.id && (!own?.answers || own.answers.every((answer) => answer === null))) {
    const facts = findriscFromCheck(answers, context)
    if (facts === null || facts.slice(3).every((point) => point === null)) return own ?? null
    return { version: FINDRISC.version, language: 'fi', mode: 'interview', answers: facts }
  }
  if (!own?.answers || !instrument.carriesFrom) return own ?? null
  const from = answers.instruments[instrument.carriesFrom]?.answers ?? []
  return { ...own, answers: own.answers.map((answer, at) => answer ?? from[at] ?? null) }
}

/**
 * The score of one instrument of the check, or null when nothing was answered. Answers that the form does not
 * have (only possible past `parseAnswers`) give null too.
 */
export const scoreOf = (answers: CheckAnswers, context: CheckContext, id: string): Score | null => {
  const instrument = INSTRUMENTS.get(id)
  const record = effectiveAnswers(answers, context, id)
  if (!instrument || !record || !hasContent(record)) return null
  if (id === FINDRISC.id && answers.fields.knownDiabetes === 'yes') return null
  try {
    return scoreInstrument(instrument, record, referenceSexOf(answers, context))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Items taken over when a longer form is opened: PHQ-9 from PHQ-2, AUDIT from AUDIT-C; all others null. */
export const startingInstrumentAnswers = (answers: CheckAnswers, id: string): (number | null)[] => {
  const instrument = INSTRUMENTS.get(id)
  if (!instrument) return []
  const from = instrument.carriesFrom ? (answers.instruments[instrument.carriesFrom]?.answers ?? []) : []
  return instrument.items.map((_, at) => from[at] ?? null)
}
