// The fields that are chosen: few options as a row, many as a list that is filtered by typing, ticks and 0–10.
import { Select } from '@mantine/core'
import { flushSync } from 'react-dom'
import type { BoolField, ChoiceField, NumberField } from '../../../../domain/health-checks/fields.ts'
import { BOOL3, optionTextKey } from '../../../../domain/health-checks/fields.ts'
import { mayConclude, type WorkAbilityCode } from '../../../../domain/health-checks/work-ability.ts'
import { useT } from '../../../i18n/i18n.ts'
import { pickTyped } from '../../../ui/fields/pick-typed.ts'
import { useCheckScope } from '../check-scope.ts'
import { useCheckText } from '../check-text.ts'
import { focusNext } from '../focus-order.ts'
import { CheckRow } from './check-row.tsx'
import classes from './fields.module.css'
import { OptionRow } from './option-row.tsx'
import type { Place } from './place.ts'

/** More options than this are a list to filter. */
const FEW = 7

export const ChoiceBox = ({ place, inRow }: { place: Place<ChoiceField>; inRow?: boolean }) => {
  const { field, name, label, value, required, set } = place
  const { role } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const options = field.options.values.map((one) => {
    const disabled = field.key === 'workAbility' && !mayConclude(role, one as WorkAbilityCode)
    const label = text(optionTextKey(field, one))
    return { value: one, label: disabled ? `${label} (${t('checkScreen:doctorOnly')})` : label, disabled }
  })
  if (options.length <= FEW && !inRow)
    return (
      <OptionRow
        name={name}
        label={label}
        options={options}
        value={value as string | null}
        onChange={set}
        required={required}
      />
    )
  return (
    <Select
      name={name}
      data-field={name}
      label={label}
      required={required}
      withAsterisk={false}
      labelProps={{ 'data-app-required': required || undefined }}
      data={options}
      value={value as string | null}
      onChange={(chosen) => set(chosen)}
      onKeyDownCapture={pickTyped(options.find((option) => option.value === value)?.label)}
      searchable
      openOnFocus={false}
      clearable
      selectFirstOptionOnChange
      autoComplete="off"
      nothingFoundMessage={t('ui:nothingFound')}
      clearButtonProps={{ 'aria-label': `${t('ui:clear')}: ${label}`, tabIndex: -1 }}
      // Within the page: the client's form is a dialog that hides everything outside it.
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
    />
  )
}

export const ManyBox = ({ place }: { place: Place<ChoiceField> }) => {
  const { field, name, label, value, required, set } = place
  const text = useCheckText()
  return (
    <CheckRow
      name={name}
      label={label}
      options={field.options.values.map((one) => ({ value: one, label: text(optionTextKey(field, one)) }))}
      value={(value as string[] | null) ?? []}
      onChange={set}
      required={required}
    />
  )
}

/** Yes, no, not known: three answers, and none yet. */
export const Bool3Box = ({ place }: { place: Place<BoolField> }) => {
  const { field, name, label, value, required, set } = place
  const text = useCheckText()
  return (
    <OptionRow
      name={name}
      label={label}
      options={BOOL3.map((one) => ({ value: one, label: text(`option.bool3.${one}`) }))}
      value={value as string | null}
      onChange={set}
      required={required}
      noDigits={field.noDigits}
    />
  )
}

export const TickBox = ({ place }: { place: Place<BoolField> }) => {
  const { name, label, value, required, set } = place
  return (
    <label className={classes.option}>
      <input
        type="checkbox"
        name={name}
        checked={value === true}
        onChange={(event) => set(event.currentTarget.checked)}
        onKeyDown={(event) => {
          if (event.key !== '1' && event.key !== '0') return
          event.preventDefault()
          flushSync(() => set(event.key === '1'))
          focusNext(event.currentTarget)
        }}
      />
      <span data-app-required={required || undefined}>{label}</span>
    </label>
  )
}

export const ScaleBox = ({ place }: { place: Place<NumberField> }) => {
  const { field, name, label, value, required, set } = place
  const [min, max] = field.hard
  return (
    <OptionRow
      name={name}
      label={label}
      options={Array.from({ length: max - min + 1 }, (_, at) => ({
        value: String(min + at),
        label: String(min + at),
      }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => set(chosen === null ? null : Number(chosen))}
      digitsAreValues
      required={required}
    />
  )
}
