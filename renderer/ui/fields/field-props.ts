// What every field of a form takes. A field redraws alone: it follows its own value and its own problem only.
import type { ReactNode } from 'react'
import { type Control, type FieldPath, type FieldValues, get, useFormState } from 'react-hook-form'
import { fieldErrorText } from '../../i18n/failure-text.ts'
import { useT } from '../../i18n/i18n.ts'

export type FieldProps<V extends FieldValues> = {
  control: Control<V>
  name: FieldPath<V>
  label: ReactNode
  help?: ReactNode
  required?: boolean
  disabled?: boolean
}

/** The sentence for this field's problem, or undefined. */
export const useFieldProblem = <V extends FieldValues>(
  control: Control<V>,
  name: FieldPath<V>,
): string | undefined => {
  const t = useT()
  const { errors } = useFormState({ control, name, exact: true })
  return fieldErrorText(t, get(errors, name))
}

/**
 * Label, help, problem and the mark of a required field, the same for every kind of field. The mark is drawn by the
 * style sheet, so that it is no part of the field's name.
 */
export const useWrapper = <V extends FieldValues>(props: FieldProps<V>) => {
  const problem = useFieldProblem(props.control, props.name)
  return {
    label: props.label,
    description: props.help,
    error: problem,
    required: props.required,
    withAsterisk: false,
    labelProps: { 'data-app-required': props.required || undefined },
  }
}
