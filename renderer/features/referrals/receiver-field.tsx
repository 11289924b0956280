// Who the referral goes to: chosen from the directory of the station, or written exactly when it is not there.
import { Autocomplete } from '@mantine/core'
import { type FieldValues, useController } from 'react-hook-form'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { type FieldProps, useWrapper } from '../../ui/fields/field-props.ts'

export const ReceiverField = <V extends FieldValues>(props: Omit<FieldProps<V>, 'help'>) => {
  const t = useT()
  const { field } = useController({ control: props.control, name: props.name })
  const { data: directory } = useRead('receivers.list', {})
  const known = (directory?.receivers ?? []).filter(({ confirmed }) => confirmed)
  const chosen = known.find(({ name }) => name === field.value)
  const about = chosen ? [chosen.area, chosen.contact].filter((part) => part !== '').join(' · ') : ''
  const help = about || t(known.length > 0 ? 'referrals:receiverHelp' : 'referrals:receiverHelpEmpty')
  return (
    <Autocomplete
      {...useWrapper({ ...props, help })}
      ref={field.ref}
      name={field.name}
      data={known.map(({ name }) => name)}
      value={field.value ?? ''}
      onChange={(value) => field.onChange(value === '' ? null : value)}
      onBlur={field.onBlur}
      openOnFocus={false}
      data-autofocus
      autoComplete="off"
      maxLength={160}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
