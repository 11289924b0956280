// Scores any instrument from its description: the score is always derived, never edited.
import { type BandTone, bandOf, type ReferenceSex, roundHalfUp, tableForSex } from '../health-checks/bands.ts'
import type { Instrument, Item } from './instrument.ts'

export type Answers = readonly (number | null)[]

export type ScoreInput = { answers?: Answers; total?: number | null }

export type Score = {
  /** As shown: sum, percentage or mean; null when it cannot be computed. */
  total: number | null
  /** Plain sum before multiplier or percentage; null likewise. */
  raw: number | null
  band: string | null
  tone: BandTone | null
  /** The total was scaled up over missing answers. */
  prorated: boolean
  /** Scored items without an answer. */
  missing: number
  /** Ids of raised alarms: they stand whatever the total is. */
  alarms: string[]
}

export type AnswerProblem = { item: number; code: 'value' | 'count' }

const accepts = ({ values }: Item, answer: number): boolean =>
  'min' in values
    ? answer >= values.min && answer <= values.max && roundHalfUp(answer, values.decimals) === answer
    : values.includes(answer)

/** Answers that the form does not have: wrong number of items, out of range, not whole. */
export const answerProblems = (instrument: Instrument, answers: Answers): AnswerProblem[] => {
  if (answers.length !== instrument.items.length) return [{ item: -1, code: 'count' }]
  return instrument.items.flatMap((item, at) => {
    const answer = answers[at]
    return answer === null || answer === undefined || accepts(item, answer)
      ? []
      : [{ item: at, code: 'value' as const }]
  })
}

/** Items (0-based) that need no answer, by the instrument's skip rules. */
export const skippedItems = (
  instrument: Instrument,
  answers: Answers,
): { open: number[]; forced: number[] } => {
  const holding = instrument.skips.filter(({ when }) =>
    when.every(({ item, equals }) => answers[item] === equals),
  )
  return {
    open: [...new Set(holding.flatMap(({ items }) => items))],
    forced: [...new Set(holding.filter(({ force }) => force).flatMap(({ items }) => items))],
  }
}

const banded = (
  instrument: Instrument,
  total: number | null,
  sex: ReferenceSex,
): { band: string | null; tone: BandTone | null } => {
  const table = instrument.bands === null ? null : tableForSex(instrument.bands, sex)
  const band = table === null ? null : bandOf(table, total)
  return { band: band?.id ?? null, tone: band?.tone ?? null }
}

/** The sum with skips and prorating applied, or null. */
const sumOf = (
  instrument: Instrument,
  answers: Answers,
  prorate: boolean,
): { sum: number | null; missing: number } => {
  const skipped = skippedItems(instrument, answers)
  const scored = instrument.items.flatMap((item, at) =>
    item.unscored || skipped.forced.includes(at) ? [] : [at],
  )
  const given = scored.filter((at) => answers[at] !== null && answers[at] !== undefined)
  const missing = scored.filter((at) => !given.includes(at) && !skipped.open.includes(at))
  const sum = given.reduce((total, at) => total + answers[at]!, 0)
  if (missing.length === 0) return { sum, missing: 0 }
  const { prorating } = instrument
  if (
    prorating === null ||
    !prorate ||
    missing.length > prorating.max ||
    missing.some((at) => prorating.never.includes(at))
  )
    return { sum: null, missing: missing.length }
  // The mean of the answered ones stands in for each missing one.
  const scaled = sum + (sum * missing.length) / given.length
  return { sum: prorating.round ? roundHalfUp(scaled, 0) : scaled, missing: missing.length }
}

const shown = (instrument: Instrument, sum: number): number => {
  const { scoring } = instrument
  if (scoring.kind === 'mean') {
    const scored = instrument.items.filter((item) => !item.unscored).length
    return roundHalfUp(sum / scored, scoring.decimals)
  }
  if (scoring.kind === 'percent') return roundHalfUp((sum / scoring.of) * 100, scoring.decimals)
  return sum * (scoring.kind === 'sum' ? (scoring.multiplier ?? 1) : 1)
}

/** A percentage is banded unrounded (to the table's finer grid), everything else as shown. */
const forBand = (instrument: Instrument, sum: number): number =>
  instrument.scoring.kind === 'percent' ? (sum / instrument.scoring.of) * 100 : shown(instrument, sum)

/**
 * Scores an answer set or a typed total.
 * @param sex decides sex-dependent limits; `unknown` takes the table made for it
 * @param prorate overrides the instrument's own habit of making up for missing answers
 * @throws RangeError when an answer or total is not one that the form has
 */
export const scoreInstrument = (
  instrument: Instrument,
  input: ScoreInput,
  sex: ReferenceSex,
  prorate: boolean = instrument.prorating?.byDefault ?? false,
): Score => {
  const nothing: Score = {
    total: null,
    raw: null,
    band: null,
    tone: null,
    prorated: false,
    missing: 0,
    alarms: [],
  }
  if (input.answers === undefined) {
    const entry = instrument.totalEntry
    if (input.total === null || input.total === undefined) return nothing
    if (
      entry === null ||
      input.total < entry.min ||
      input.total > entry.max ||
      roundHalfUp(input.total, entry.decimals) !== input.total
    )
      throw new RangeError(`${instrument.id}: total ${input.total}`)
    const total = instrument.scoring.kind === 'mean' ? input.total : shown(instrument, input.total)
    const toBand = instrument.scoring.kind === 'mean' ? input.total : forBand(instrument, input.total)
    return { ...nothing, total, raw: input.total, ...banded(instrument, toBand, sex) }
  }

  const { answers } = input
  const wrong = answerProblems(instrument, answers)[0]
  if (wrong) throw new RangeError(`${instrument.id}: item ${wrong.item + 1} ${wrong.code}`)
  const alarms = instrument.alarms
    .filter(({ item, atLeast }) => (answers[item] ?? -1) >= atLeast)
    .map(({ id }) => id)
  const { sum, missing } = sumOf(instrument, answers, prorate)
  const hasTotal = instrument.scoring.kind !== 'profile' && instrument.scoring.kind !== 'entry'
  if (sum === null || !hasTotal) return { ...nothing, missing, alarms }
  return {
    total: shown(instrument, sum),
    raw: sum,
    ...banded(instrument, forBand(instrument, sum), sex),
    prorated: missing > 0,
    missing,
    alarms,
  }
}
