// Answers as text, for reading, comparing and printing.
import type {
  CheckAnswers,
  InstrumentAnswers,
  SectionAnswers,
} from '../../../domain/health-checks/answers.ts'
import type { CheckContext } from '../../../domain/health-checks/facts.ts'
import { type Field, optionTextKey, type SimpleField } from '../../../domain/health-checks/fields.ts'
import { scoreOf } from '../../../domain/health-checks/scores.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { formatDate, formatMonth, formatNumber } from '../../ui/format.ts'
import type { CheckText } from './check-text.ts'
import { bandKey } from './instruments/band-key.ts'

export const isAnswered = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(Array.isArray(value) && value.length === 0)

const simpleText = (field: SimpleField, value: unknown, text: CheckText): string => {
  switch (field.type) {
    case 'enum':
      return text(optionTextKey(field, String(value)))
    case 'multi':
      return (value as string[]).map((one) => text(optionTextKey(field, one))).join(', ')
    case 'bool':
      return text(`option.bool.${value}`)
    case 'bool3':
      return text(`option.bool3.${value}`)
    case 'date':
      return formatDate(String(value))
    case 'month':
      return formatMonth(String(value))
    case 'int':
    case 'decimal':
      return `${formatNumber(value as number)}${field.unit ? ` ${text(`unit.${field.unit}`)}` : ''}`
    default:
      return String(value)
  }
}

/** One row of a list in the order of its columns. */
const rowText = (
  field: Extract<Field, { type: 'list' }>,
  row: Record<string, unknown>,
  text: CheckText,
): string =>
  field.columns
    .filter(({ key }) => isAnswered(row[key]))
    .map((column) =>
      column.type === 'bool'
        ? `${text(`column.${field.key}.${column.key}`)}: ${simpleText(column, row[column.key], text)}`
        : simpleText(column, row[column.key], text),
    )
    .join(field.key === 'bpReadings' ? ' / ' : ', ')

/** The answer of a field; rows of lists on lines of their own. Empty while unanswered. */
export const fieldText = (field: Field, value: unknown, text: CheckText): string => {
  if (!isAnswered(value)) return ''
  if (field.type !== 'list') return simpleText(field, value, text)
  return (value as Record<string, unknown>[])
    .map((row) => rowText(field, row, text))
    .filter((row) => row !== '')
    .join('\n')
}

/** `14, Kohtalaisia masennusoireita`; of profiles each value; empty without a result. */
export const scoreText = (
  id: string,
  answers: CheckAnswers,
  context: CheckContext,
  text: CheckText,
): string => {
  const instrument = INSTRUMENTS.get(id)!
  const score = scoreOf(answers, context, id)
  const left = answers.instruments[id]?.skipReason
  if (!score) return left ? `${text('recordText.skipped')}: ${text(`skipReason.${left}`)}` : ''
  if (instrument.scoring.kind === 'profile')
    return (answers.instruments[id]?.answers ?? [])
      .flatMap((value, at) =>
        typeof value === 'number'
          ? [`${instrument.items[at]!.label?.fi ?? at + 1}: ${formatNumber(value)}`]
          : [],
      )
      .join('\n')
  if (score.total === null) return text('instrumentUi.notComputed', { count: score.missing })
  const band = bandKey(instrument, score.band)
  return [
    `${formatNumber(score.total)}${instrument.scoring.kind === 'percent' ? ' %' : ''}`,
    band ? text(band) : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** An instrument's record for comparing: its answers as they were given. */
export const instrumentText = (record: InstrumentAnswers | null | undefined, text: CheckText): string => {
  if (!record) return ''
  if (record.skipReason) return text(`skipReason.${record.skipReason}`)
  if (record.answers)
    return record.answers.map((answer) => (answer === null ? '–' : String(answer))).join(' ')
  return isAnswered(record.total) ? formatNumber(record.total!) : ''
}

export const sectionNotes = (section: SectionAnswers | null | undefined, text: CheckText): string => {
  if (!section) return ''
  const skipped = section.skipped
    ? `${text('recordText.skipped')}${section.skipReason ? `: ${text(`skipReason.${section.skipReason}`)}` : ''}`
    : ''
  return [skipped, section.notes.trim()].filter((part) => part !== '').join('\n')
}
