// What a step of the plan is: one's own words, or a service of the directory that is in use today.
import { Autocomplete } from '@mantine/core'
import { type FieldValues, useController } from 'react-hook-form'
import { servicesOn } from '../../../domain/paths/services.ts'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { type FieldProps, useWrapper } from '../../ui/fields/field-props.ts'
import { useSession } from '../session/session.tsx'

/** As many as can be looked over; typing narrows them down. */
const SHOWN = 12

export const ServiceField = <V extends FieldValues>(props: Omit<FieldProps<V>, 'help'>) => {
  const t = useT()
  const { today } = useSession().status
  const { field } = useController({ control: props.control, name: props.name })
  const { data } = useRead('services.list', {})
  const services = data ? servicesOn(today, data.services) : []
  const chosen = services.find(({ name }) => name === field.value)
  return (
    <Autocomplete
      {...useWrapper({ ...props, help: chosen?.hint || t('plans:serviceHelp') })}
      ref={field.ref}
      name={field.name}
      data={services.map(({ name }) => name)}
      limit={SHOWN}
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      openOnFocus={false}
      data-autofocus
      autoComplete="off"
      maxLength={200}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
