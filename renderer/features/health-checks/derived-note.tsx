// Values that follow from a field, shown under it while one types: body mass index, mean blood pressure, durations,
// classes of laboratory results. Never shown to a client who answers alone.
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { bandOf } from '../../../domain/health-checks/bands.ts'
import {
  bloodPressureNote,
  derivedValue,
  labClassOf,
  labTextKeys,
} from '../../../domain/health-checks/derived.ts'
import type { CheckContext } from '../../../domain/health-checks/facts.ts'
import type { Field } from '../../../domain/health-checks/fields.ts'
import { FIELDS } from '../../../domain/health-checks/sections.ts'
import { bandTablesOf, INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import { useAnswersPart, useCheckScope } from './check-scope.ts'
import { type CheckText, useCheckText } from './check-text.ts'
import classes from './fields/fields.module.css'

type Note = (answers: CheckAnswers, context: CheckContext, text: CheckText, t: T) => string | null

const band = (table: string, id: unknown): string => `band.${table}.${id}`

const NOTES: Readonly<Record<string, Note>> = {
  unemployedSince: (answers, context, text) => {
    const months = derivedValue('unemploymentMonths', answers, context)
    if (months === null) return null
    const long = derivedValue('longTermUnemployed', answers, context) === true
    return `${text('derived.unemploymentMonths')}: ${months}${long ? ` · ${text('derived.longTermUnemployed')}` : ''}`
  },
  weight: (answers, context, text) => {
    const bmi = derivedValue('bmi', answers, context)
    if (bmi === null) return null
    const id = derivedValue('bmiBand', answers, context)
    return `${text('derived.bmi')} ${formatNumber(bmi as number, 1)} kg/m²${id ? ` · ${text(band('bmi', id))}` : ''}`
  },
  waist: (answers, context, text) => {
    const id = derivedValue('waistBand', answers, context)
    return id === null ? null : text(band('waist', id))
  },
  bpReadings: (answers, context, text, t) => {
    const [sys, dia] = (['bpSys', 'bpDia'] as const).map((name) => derivedValue(name, answers, context))
    if (sys === null) return null
    const id = derivedValue('bpBand', answers, context)
    const few = bloodPressureNote(answers)
    return [
      `${t('checkScreen:bpMean')} ${sys}/${dia} mmHg`,
      ...(id ? [text(band('bloodPressure', id))] : []),
      ...(few ? [text(few)] : []),
    ].join(' · ')
  },
  strengthDaysPerWeek: (answers, context, text) => {
    const meets = derivedValue('meetsActivity', answers, context)
    return meets === null ? null : `${text('derived.meetsActivity')}: ${text(`option.bool.${meets}`)}`
  },
  audiometryLeft: (answers, context, text) => {
    const id = derivedValue('hearingBand', answers, context)
    return id === null ? null : `${text('derived.hearingBand')}: ${text(band('hearing', id))}`
  },
}

/** The classes of a laboratory result, and HbA1c as a percentage. */
const labNote =
  (key: string): Note =>
  (answers, context, text) => {
    const found = labClassOf(answers, context, key)
    const percent = key === 'hba1c' ? derivedValue('hba1cPercent', answers, context) : null
    const parts = [
      percent === null ? null : `${formatNumber(percent as number, 1)} %`,
      ...(found ? labTextKeys(found).map((one) => text(one)) : []),
    ].filter((part) => part !== null)
    return parts.length > 0 ? parts.join(' · ') : null
  }

const scaleNote =
  (key: string, bands: string): Note =>
  ({ fields }, _context, text) => {
    const table = bandTablesOf(INSTRUMENTS.get(bands)!)[0]!
    const value = fields[key]
    const found = typeof value === 'number' ? bandOf(table, value) : null
    return found ? text(band(table.id, found.id)) : null
  }

const noteOf = (field: Field): Note => {
  const own = NOTES[field.key]
  if (own) return own
  if ('bands' in field && field.bands) return scaleNote(field.key, field.bands)
  return labNote(field.key)
}

/** The same note for reading and printing; null when the field has none. */
export const derivedLine = (
  key: string,
  answers: CheckAnswers,
  context: CheckContext,
  text: CheckText,
  t: T,
): string | null => {
  const field = FIELDS.get(key)!
  return mayHaveNote(field) ? noteOf(field)(answers, context, text, t) : null
}

const mayHaveNote = (field: Field): boolean =>
  Object.hasOwn(NOTES, field.key) || field.type === 'decimal' || field.type === 'int'

const Shown = ({ field }: { field: Field }) => {
  const t = useT()
  const text = useCheckText()
  const note = noteOf(field)
  const shown = useAnswersPart((answers, context) => note(answers, context, text, t))
  return shown === null ? null : (
    <output className={classes.derived}>
      <b>{shown}</b>
    </output>
  )
}

export const DerivedNote = ({ field }: { field: Field }) => {
  const { clientMode } = useCheckScope()
  return clientMode || !mayHaveNote(field) ? null : <Shown field={field} />
}
