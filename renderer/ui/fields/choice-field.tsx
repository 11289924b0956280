// Choosing: one of many (select), one of few (radio), several, or yes and no. All by keyboard.
import { Checkbox, Group, Radio, Select, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import { useT } from '../../i18n/i18n.ts'
import { type FieldProps, useFieldProblem, useWrapper } from './field-props.ts'
import { pickTyped } from './pick-typed.ts'

export type Choice = { value: string; label: string; help?: ReactNode }

type SelectExtra = {
  choices: readonly Choice[]
  clearable?: boolean
  /** In a dialog: this field has the focus when it opens. */
  autoFocus?: boolean
  w?: number | string
}

/** One of many; typing filters the list. The value is the choice's code or null. */
export const SelectField = <V extends FieldValues>(props: FieldProps<V> & SelectExtra) => {
  const { control, name, choices, disabled, clearable, autoFocus, w } = props
  const t = useT()
  const { field } = useController({ control, name })
  return (
    <Select
      {...useWrapper(props)}
      ref={field.ref}
      name={field.name}
      data-field={field.name}
      clearable={clearable}
      data-autofocus={autoFocus || undefined}
      w={w}
      disabled={disabled}
      data={choices.map(({ value, label }) => ({ value, label }))}
      value={field.value ?? null}
      onChange={field.onChange}
      onBlur={field.onBlur}
      onKeyDownCapture={pickTyped(choices.find((choice) => choice.value === field.value)?.label)}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      autoComplete="off"
      nothingFoundMessage={t('ui:nothingFound')}
      clearButtonProps={{ 'aria-label': t('ui:clear') }}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}

type RadioExtra = { choices: readonly Choice[]; stacked?: boolean }

const RadioRow = ({ stacked, children }: { stacked?: boolean; children: ReactNode }) =>
  stacked ? (
    <Stack gap={6} mt={4}>
      {children}
    </Stack>
  ) : (
    <Group gap="md" mt={4}>
      {children}
    </Group>
  )

/** One of few, all visible; arrows move, space chooses. The value is the choice's code or null. */
export const RadioField = <V extends FieldValues>(props: FieldProps<V> & RadioExtra) => {
  const { control, name, choices, stacked, disabled } = props
  const { field } = useController({ control, name })
  return (
    <Radio.Group
      {...useWrapper(props)}
      name={field.name}
      value={field.value ?? null}
      onChange={field.onChange}
    >
      <RadioRow stacked={stacked}>
        {choices.map((choice, at) => (
          <Radio
            key={choice.value}
            ref={at === 0 ? field.ref : undefined}
            value={choice.value}
            label={choice.label}
            description={choice.help}
            disabled={disabled}
            onBlur={field.onBlur}
          />
        ))}
      </RadioRow>
    </Radio.Group>
  )
}

/** Yes or no as two radios; the value is true, false or null. */
export const YesNoField = <V extends FieldValues>(props: FieldProps<V>) => {
  const { control, name, disabled } = props
  const t = useT()
  const { field } = useController({ control, name })
  return (
    <Radio.Group
      {...useWrapper(props)}
      name={field.name}
      value={field.value === true ? 'yes' : field.value === false ? 'no' : null}
      onChange={(value) => field.onChange(value === 'yes')}
    >
      <RadioRow>
        <Radio ref={field.ref} value="yes" label={t('ui:yes')} disabled={disabled} onBlur={field.onBlur} />
        <Radio value="no" label={t('ui:no')} disabled={disabled} onBlur={field.onBlur} />
      </RadioRow>
    </Radio.Group>
  )
}

/** One box; the value is true or false. */
export const CheckField = <V extends FieldValues>(props: FieldProps<V>) => {
  const { control, name, label, help, disabled } = props
  const problem = useFieldProblem(control, name)
  return (
    <Checkbox
      {...control.register(name)}
      label={label}
      description={help}
      error={problem}
      disabled={disabled}
    />
  )
}

/** Several of few; the value is an array of codes. */
export const MultiCheckField = <V extends FieldValues>(props: FieldProps<V> & RadioExtra) => {
  const { control, name, choices, stacked, disabled } = props
  const { field } = useController({ control, name })
  return (
    <Checkbox.Group {...useWrapper(props)} value={field.value ?? []} onChange={field.onChange}>
      <RadioRow stacked={stacked}>
        {choices.map((choice, at) => (
          <Checkbox
            key={choice.value}
            ref={at === 0 ? field.ref : undefined}
            name={at === 0 ? field.name : undefined}
            value={choice.value}
            label={choice.label}
            description={choice.help}
            disabled={disabled}
            onBlur={field.onBlur}
          />
        ))}
      </RadioRow>
    </Checkbox.Group>
  )
}
