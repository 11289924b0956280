// Several of many, in groups: typing filters, what is chosen stands in the box.
import { MultiSelect } from '@mantine/core'
import { type FieldValues, useController } from 'react-hook-form'
import { useT } from '../../i18n/i18n.ts'
import type { Choice } from './choice-field.tsx'
import { type FieldProps, useWrapper } from './field-props.ts'

type Group = { label: string; choices: readonly Choice[] }

/** The value is the list of the choices' codes. */
export const ManyField = <V extends FieldValues>(props: FieldProps<V> & { groups: readonly Group[] }) => {
  const { control, name, groups, disabled } = props
  const t = useT()
  const { field } = useController({ control, name })
  return (
    <MultiSelect
      {...useWrapper(props)}
      ref={field.ref}
      name={field.name}
      data-field={field.name}
      disabled={disabled}
      data={groups.map(({ label, choices }) => ({
        group: label,
        items: choices.map((choice) => ({ value: choice.value, label: choice.label })),
      }))}
      value={field.value ?? []}
      onChange={field.onChange}
      onBlur={field.onBlur}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('ui:nothingFound')}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
