// How the screen writes the answers of one instrument into the check.
import type { CheckAnswers, InstrumentAnswers } from '../../../../domain/health-checks/answers.ts'
import type { Instrument } from '../../../../domain/instruments/instrument.ts'

export type RecordOf = Pick<InstrumentAnswers, 'language' | 'mode'>

/** A record to begin with: items open, or the total open where only that is entered. */
export const emptyRecord = (instrument: Instrument, { language, mode }: RecordOf): InstrumentAnswers => ({
  version: instrument.version,
  language,
  mode,
  ...(instrument.totalEntry ? { total: null } : { answers: instrument.items.map(() => null) }),
})

/** With one item answered; the others stay. A typed total gives way to the items. */
export const withAnswer = (
  instrument: Instrument,
  record: InstrumentAnswers,
  item: number,
  value: number | null,
): InstrumentAnswers => {
  const { total: _, ...rest } = record
  const answers = instrument.items.map((_, at) => (at === item ? value : (record.answers?.[at] ?? null)))
  return { ...rest, answers }
}

/** The answer shown at an item: its own, else that of the shorter form it grew from. */
export const shownAnswer = (
  answers: CheckAnswers,
  instrument: Instrument,
  item: number,
): { value: number | null; carried: boolean } => {
  const own = answers.instruments[instrument.id]?.answers?.[item] ?? null
  if (own !== null || !instrument.carriesFrom) return { value: own, carried: false }
  const from = answers.instruments[instrument.carriesFrom]?.answers?.[item] ?? null
  return { value: from, carried: from !== null }
}
