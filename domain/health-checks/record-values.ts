// One answer as the patient record says it: words for codes, Finnish numbers and dates.
import { isEmpty } from '../contract/empty.ts'
import { type Field, optionTextKey, type SimpleField } from './fields.ts'

/** Gives the text of a key within the topic of the check, e.g. `field.weight`. */
export type Translate = (key: string) => string

/** Contact data and links of the program itself are no part of the record's text. */
export const OMITTED = new Set(['phone', 'email', 'nextOfKin', 'referrerPhone', 'referrerEmail', 'consentId'])

/** A number with the Finnish comma and a true minus. */
export const finnishNumber = (value: number): string => String(value).replace('-', '−').replace('.', ',')

/** 24.11.2026, or 11.2026 for a month, as on the screen. */
export const finnishDate = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  return day === undefined ? `${month}.${year}` : `${day}.${month}.${year}`
}

const simpleText = (field: SimpleField, value: unknown, t: Translate): string => {
  switch (field.type) {
    case 'enum':
      return t(optionTextKey(field, String(value)))
    case 'multi':
      return (value as string[]).map((one) => t(optionTextKey(field, one))).join(', ')
    case 'bool':
      return t(value === true ? 'recordText.yes' : 'recordText.no')
    case 'bool3':
      return t(`option.bool3.${value}`).toLowerCase()
    case 'int':
    case 'decimal':
      return finnishNumber(value as number) + (field.unit ? ` ${t(`unit.${field.unit}`)}` : '')
    case 'date':
    case 'month':
      return finnishDate(String(value))
    default:
      return String(value).trim()
  }
}

/** The text of an answer that is given; a list's rows are parted by semicolons. */
export const fieldText = (field: Field, value: unknown, t: Translate): string => {
  if (field.type !== 'list') return simpleText(field, value, t)
  return (value as Record<string, unknown>[])
    .map((row) =>
      field.columns
        .filter(({ key }) => !isEmpty(row[key]) && !OMITTED.has(key))
        .map((column) =>
          column.type === 'bool'
            ? `${t(`column.${field.key}.${column.key}`)}: ${simpleText(column, row[column.key], t)}`
            : simpleText(column, row[column.key], t),
        )
        .join(field.key === 'bpReadings' ? ' / ' : ', '),
    )
    .filter((row) => row !== '')
    .join('; ')
}
