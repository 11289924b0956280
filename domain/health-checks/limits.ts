// Judges one typed value against its field: what is refused, and what is only asked to be checked.
import { ageOn } from '../clients/entry.ts'
import { isPlain } from '../contract/values.ts'
import { roundHalfUp } from './bands.ts'
import { BOOL3, type Field, type NumberField, type SimpleField } from './fields.ts'

export type Params = Record<string, string | number>
/** `path` is empty for the value itself, else it leads into a list: `0.sys`. Texts: `problem.<code>`. */
export type ValueProblem = { path: string; code: ValueProblemCode; params?: Params }
export const VALUE_PROBLEM_CODES = [
  'type',
  'not-whole',
  'decimals',
  'below-hard',
  'above-hard',
  'option',
  'repeated',
  'too-long',
  'characters',
  'date',
  'too-many',
  'unknown-field',
  'below-soft',
  'above-soft',
  'unusual-bmi',
] as const
export type ValueProblemCode = (typeof VALUE_PROBLEM_CODES)[number]

export type SoftProblem = ValueProblem & { value: number }

const problem = (code: ValueProblemCode, params?: Params): ValueProblem[] => [
  { path: '', code, ...(params ? { params } : {}) },
]

const numberProblems = (field: NumberField, value: unknown): ValueProblem[] => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return problem('type')
  if (field.decimals === 0 && !Number.isInteger(value)) return problem('not-whole')
  if (roundHalfUp(value, field.decimals) !== value) return problem('decimals', { decimals: field.decimals })
  const [min, max] = field.hard
  if (value < min) return problem('below-hard', { min, max })
  if (value > max) return problem('above-hard', { min, max })
  return []
}

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const optionProblems = (values: readonly string[], value: unknown): ValueProblem[] => {
  if (!Array.isArray(value)) return problem('type')
  if (value.some((item) => !values.includes(item))) return problem('option')
  return new Set(value).size === value.length ? [] : problem('repeated')
}

const simpleProblems = (field: SimpleField, value: unknown): ValueProblem[] => {
  switch (field.type) {
    case 'int':
    case 'decimal':
      return numberProblems(field, value)
    case 'enum':
      return field.options.values.includes(value as string) ? [] : problem('option')
    case 'multi':
      return optionProblems(field.options.values, value)
    case 'text':
      if (typeof value !== 'string') return problem('type')
      if (value.length > field.maxLength) return problem('too-long', { max: field.maxLength })
      return isPlain(value) ? [] : problem('characters')
    case 'date':
      return typeof value === 'string' && isDay(value) ? [] : problem('date')
    case 'month':
      return typeof value === 'string' && isDay(`${value}-01`) ? [] : problem('date')
    case 'year': {
      if (typeof value !== 'number' || !Number.isInteger(value)) return problem('not-whole')
      const range = { min: field.from, max: 2100 }
      if (value < range.min) return problem('below-hard', range)
      return value > range.max ? problem('above-hard', range) : []
    }
    case 'bool':
      return typeof value === 'boolean' ? [] : problem('type')
    case 'bool3':
      return BOOL3.includes(value as never) ? [] : problem('type')
  }
}

/**
 * Why a value is refused; null and undefined mean "not answered" and are never refused.
 * @returns empty when the value may be stored
 */
export const hardProblems = (field: Field, value: unknown): ValueProblem[] => {
  if (value === null || value === undefined) return []
  if (field.type !== 'list') return simpleProblems(field, value)
  if (!Array.isArray(value)) return problem('type')
  if (value.length > field.maxItems) return problem('too-many', { max: field.maxItems })
  return value.flatMap((row, at) => {
    if (!isObject(row)) return [{ path: `${at}`, code: 'type' as const }]
    const unknown = Object.keys(row).filter((key) => !field.columns.some((column) => column.key === key))
    return [
      ...unknown.map((key) => ({ path: `${at}.${key}`, code: 'unknown-field' as const })),
      ...field.columns.flatMap((column) =>
        hardProblems(column, row[column.key]).map((found) => ({ ...found, path: `${at}.${column.key}` })),
      ),
    ]
  })
}

/** Values that are allowed but unusual: the screen asks to check them and stores the confirmation. */
export const softProblems = (field: Field, value: unknown): SoftProblem[] => {
  if (field.type === 'list') {
    if (!Array.isArray(value)) return []
    return value.flatMap((row, at) =>
      isObject(row)
        ? field.columns.flatMap((column) =>
            softProblems(column, row[column.key]).map((found) => ({ ...found, path: `${at}.${column.key}` })),
          )
        : [],
    )
  }
  if ((field.type !== 'int' && field.type !== 'decimal') || !field.soft || typeof value !== 'number')
    return []
  const [min, max] = field.soft
  if (value < min) return [{ path: '', code: 'below-soft', params: { min, max }, value }]
  if (value > max) return [{ path: '', code: 'above-soft', params: { min, max }, value }]
  return []
}

export type CrossProblem = { field: string; code: CrossProblemCode; params?: Params }
export type CrossProblemCode = 'future' | 'before-check' | 'bp-order'

export type CheckDay = { checkDate: string }

const dateProblems = (field: SimpleField, path: string, value: unknown, on: string): CrossProblem[] => {
  if ('notAfterToday' in field && field.notAfterToday) {
    const limit = { date: 10, month: 7, year: 4 }[field.type as 'date' | 'month' | 'year']
    if (value !== null && value !== undefined && String(value) > on.slice(0, limit))
      return [{ field: path, code: 'future' }]
  }
  if (field.type === 'date' && field.notBeforeCheck && typeof value === 'string' && value < on)
    return [{ field: path, code: 'before-check' }]
  return []
}

type Reading = { sys: number; dia: number }

/** Both parts of a blood pressure are there. */
export const isReading = (row: unknown): row is Reading => {
  const { sys, dia } = (row ?? {}) as Record<string, unknown>
  return typeof sys === 'number' && typeof dia === 'number'
}

/** A reading whose systolic is not over the diastolic by more than 9: most likely typed the wrong way round. */
export const isSwapped = (row: unknown): boolean => isReading(row) && row.sys <= row.dia + 9

/**
 * Problems that need another value or the day of the check: dates ahead or behind, systolic not over diastolic
 * by more than 9. They refuse closing, not saving.
 */
export const crossProblems = (
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  { checkDate }: CheckDay,
): CrossProblem[] =>
  fields.flatMap((field): CrossProblem[] => {
    const value = values[field.key]
    if (field.type === 'list') {
      if (!Array.isArray(value)) return []
      const dates = value.flatMap((row, at) =>
        field.columns.flatMap((column) =>
          dateProblems(column, `${field.key}.${at}.${column.key}`, row?.[column.key], checkDate),
        ),
      )
      if (field.key !== 'bpReadings') return dates
      return [
        ...dates,
        ...value.flatMap((row, at): CrossProblem[] =>
          isSwapped(row) ? [{ field: `bpReadings.${at}.sys`, code: 'bp-order' }] : [],
        ),
      ]
    }
    return dateProblems(field, field.key, value, checkDate)
  })

/** Working years beyond age − 14 are unusual: asked like a soft limit. Null when they fit or age is open. */
export const workYearsProblem = (
  years: unknown,
  birthDate: string | null,
  on: string,
): SoftProblem | null => {
  if (typeof years !== 'number' || birthDate === null) return null
  const max = Math.max(0, ageOn(birthDate, on) - 14)
  return years > max ? { path: '', code: 'above-soft', params: { min: 0, max }, value: years } : null
}
