// Fields typed in Finnish form and kept in the contract's form: date, month, number. What cannot be read stays as
// typed, so that the sentence at the field speaks of it and nothing is lost.
import { TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import { useT } from '../../i18n/i18n.ts'
import { formatDate, formatMonth, formatNumber, parseDate, parseMonth, parseNumber } from '../format.ts'
import { type FieldProps, useWrapper } from './field-props.ts'

type Value = string | number
type Codec = { read: (text: string) => Value | null; show: (value: Value) => string }

type Extra = { w?: number | string; rightSection?: ReactNode; autoFocus?: boolean; placeholder?: string }

const TypedField = <V extends FieldValues>(
  props: FieldProps<V> & Extra & { codec: Codec; inputMode?: 'numeric' | 'decimal' },
) => {
  const { control, name, codec, disabled, inputMode, w, rightSection, autoFocus, placeholder } = props
  const { field } = useController({ control, name })
  const wrapper = useWrapper(props)
  const box = useRef<HTMLInputElement | null>(null)
  const shown =
    field.value === null || field.value === undefined || field.value === '' ? '' : codec.show(field.value)

  // The box belongs to the person typing; it is rewritten only when the value came from elsewhere.
  useEffect(() => {
    const input = box.current
    if (!input || document.activeElement === input) return
    if (input.value !== shown) input.value = shown
  }, [shown])

  return (
    <TextInput
      {...wrapper}
      {...{ inputMode, w, rightSection, autoFocus, placeholder }}
      data-autofocus={autoFocus || undefined}
      ref={(element) => {
        box.current = element
        field.ref(element)
      }}
      name={field.name}
      readOnly={disabled}
      autoComplete="off"
      defaultValue={shown}
      onChange={(event) => {
        const text = event.currentTarget.value
        field.onChange(text.trim() === '' ? null : (codec.read(text) ?? text))
      }}
      onBlur={(event) => {
        field.onBlur()
        const value = codec.read(event.currentTarget.value)
        if (value !== null) event.currentTarget.value = codec.show(value)
      }}
    />
  )
}

const DATE: Codec = { read: parseDate, show: (value) => formatDate(String(value)) }
const MONTH: Codec = { read: parseMonth, show: (value) => formatMonth(String(value)) }
const NUMBER: Codec = {
  read: parseNumber,
  show: (value) => (typeof value === 'number' ? formatNumber(value).replace(/[\s\u00a0\u202f]/g, '') : value),
}

/** Typed d.m.yyyy, kept as YYYY-MM-DD or null. */
export const DateField = <V extends FieldValues>({ help, ...props }: FieldProps<V> & Extra) => {
  const t = useT()
  return <TypedField {...props} help={help ?? t('ui:dateHelp')} codec={DATE} inputMode="numeric" />
}

/** Typed m.yyyy, kept as YYYY-MM or null. */
export const MonthField = <V extends FieldValues>({ help, ...props }: FieldProps<V> & Extra) => {
  const t = useT()
  return <TypedField {...props} help={help ?? t('ui:monthHelp')} codec={MONTH} inputMode="numeric" />
}

/** Typed with decimal comma, kept as number or null. `unit` is shown inside the field. */
export const NumberField = <V extends FieldValues>({
  unit,
  ...props
}: FieldProps<V> & Extra & { unit?: string }) => (
  <TypedField
    {...props}
    codec={NUMBER}
    inputMode="decimal"
    rightSection={unit ? <span className="app-unit">{unit}</span> : props.rightSection}
  />
)
