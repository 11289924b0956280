// One line, several lines, or a password; the browser keeps the text, so typing redraws nothing.
import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import type { FieldValues, PathValue } from 'react-hook-form'
import { useT } from '../../i18n/i18n.ts'
import { type FieldProps, useWrapper } from './field-props.ts'

type Extra = {
  /** An empty field is sent as null (for fields that may be missing). */
  emptyAsNull?: boolean
  maxLength?: number
  autoComplete?: string
  autoFocus?: boolean
  inputMode?: ComponentProps<'input'>['inputMode']
  /** Rows of the field; more than one makes a box of several lines. */
  rows?: number
  w?: number | string
}

export const TextField = <V extends FieldValues>(props: FieldProps<V> & Extra) => {
  const { control, name, emptyAsNull, rows = 1, disabled, maxLength, autoFocus, w } = props
  const setValueAs = (value: string | null) => (value === '' ? null : value) as PathValue<V, typeof name>
  const shared = {
    ...useWrapper(props),
    ...control.register(name, emptyAsNull ? { setValueAs } : {}),
    ...{ maxLength, autoFocus, w, readOnly: disabled, 'data-autofocus': autoFocus || undefined },
  }
  return rows > 1 ? (
    <Textarea {...shared} rows={rows} />
  ) : (
    <TextInput
      {...shared}
      autoComplete={props.autoComplete ?? 'off'}
      inputMode={props.inputMode}
      spellCheck={false}
    />
  )
}

type PasswordExtra = { autoComplete: 'current-password' | 'new-password'; autoFocus?: boolean }

export const PasswordField = <V extends FieldValues>(props: FieldProps<V> & PasswordExtra) => {
  const { control, name, disabled, autoComplete, autoFocus } = props
  const t = useT()
  return (
    <PasswordInput
      {...useWrapper(props)}
      {...control.register(name)}
      disabled={disabled}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('ui:showPassword'), tabIndex: 0 }}
    />
  )
}
