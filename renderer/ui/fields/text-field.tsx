// One line, several lines, or a password; the browser keeps the text, so typing redraws nothing.
import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import type { FieldValues, PathValue } from 'react-hook-form'
import { useT } from '../../i18n/i18n.ts'
import { type FieldProps, useFieldProblem } from './field-props.ts'

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
  const { control, name, label, help, emptyAsNull, rows = 1, required, disabled, ...rest } = props
  const problem = useFieldProblem(control, name)
  const input = control.register(name, {
    ...(emptyAsNull
      ? { setValueAs: (value: string | null) => (value === '' ? null : value) as PathValue<V, typeof name> }
      : {}),
  })
  const shared = { ...rest, ...input, label, description: help, required, readOnly: disabled, error: problem }
  return rows > 1 ? (
    <Textarea {...shared} rows={rows} autosize={false} inputMode={undefined} />
  ) : (
    <TextInput autoComplete="off" spellCheck={false} {...shared} />
  )
}

type PasswordExtra = { autoComplete: 'current-password' | 'new-password'; autoFocus?: boolean }

export const PasswordField = <V extends FieldValues>(props: FieldProps<V> & PasswordExtra) => {
  const { control, name, label, help, required, disabled, ...rest } = props
  const t = useT()
  const problem = useFieldProblem(control, name)
  return (
    <PasswordInput
      {...rest}
      {...control.register(name)}
      label={label}
      description={help}
      required={required}
      disabled={disabled}
      error={problem}
      visibilityToggleButtonProps={{ 'aria-label': t('ui:showPassword'), tabIndex: 0 }}
    />
  )
}
