// Scores of the instruments answered in a check.
import { FINDRISC, findriscAnswers } from '../instruments/findrisc.ts'
import type { Instrument } from '../instruments/instrument.ts'
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

/** The other form that shares its first items: PHQ-2 and PHQ-9, AUDIT-C and AUDIT. */
const sharing = (id: string): Instrument | undefined => {
  const { carriesFrom } = INSTRUMENTS.get(id) ?? {}
  return carriesFrom
    ? INSTRUMENTS.get(carriesFrom)
    : [...INSTRUMENTS.values()].find((other) => other.carriesFrom === id)
}

/**
 * The instruments with one record set (or taken away). A question that a shorter and a longer form share has one
 * answer: changed in one, it changes in the other, where that has been begun. An item that the longer form only
 * carries over is left open there.
 */
export const withInstrument = (
  instruments: CheckAnswers['instruments'],
  id: string,
  record: InstrumentAnswers | undefined,
): CheckAnswers['instruments'] => {
  const { [id]: before, ...others } = instruments
  if (!record) return others
  const other = sharing(id)
  const there = other && others[other.id]
  const next = { ...others, [id]: record }
  if (!other || !record.answers || !there?.answers) return next
  const shared = Math.min(record.answers.length, there.answers.length)
  const answers = there.answers.map((kept, at) => {
    const now = record.answers?.[at] ?? null
    const changed = at < shared && now !== (before?.answers?.[at] ?? null)
    const carried = other.carriesFrom === id && kept === null
    return changed && !carried ? now : kept
  })
  return { ...next, [other.id]: { ...there, answers } }
}
