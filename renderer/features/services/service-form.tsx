// One service of the directory, new or changed. Its code stays as it is: it is what the service is known by.
import { Modal } from '@mantine/core'
import type { Input } from '../../../domain/contract/table.ts'
import { SERVICE_PROVIDERS, type Service } from '../../../domain/paths/services.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import { useConflict } from '../../api/use-conflict.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, FormEnd } from '../../ui/call-form.tsx'
import { CheckField, SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { DateField } from '../../ui/fields/typed-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FieldGrid } from '../../ui/page.tsx'
import { useCheckText } from '../health-checks/check-text.ts'

type Values = Input<'services.save'>
type Props = { version: number; service: Service; close: () => void }

const Fields = ({ version, service, close }: Props) => {
  const t = useT()
  const text = useCheckText()
  const isNew = service.code === ''
  const form: CallFormState<Values> = useCallForm('services.save', {
    defaultValues: { version, service, isNew },
    refresh: ['services.list'],
    keep: `service-${service.code || 'new'}`,
    onDone: () => {
      showNotice(t('ui:saved'))
      close()
    },
  })
  const conflict = useConflict('services.list', form, (newest) => {
    const other = isNew ? service : newest.services.find(({ code }) => code === service.code)
    return other ? { version: newest.version, service: other, isNew } : null
  })
  const { control } = form
  return (
    <CallForm form={form} label={t('services:service')} conflict={conflict}>
      <TextField control={control} name="service.name" label={t('services:name')} required autoFocus />
      <FieldGrid columns={2}>
        <TextField
          control={control}
          name="service.code"
          label={t('services:code')}
          help={t(isNew ? 'services:codeHelp' : 'services:codeFixed')}
          disabled={!isNew}
          required
        />
        <SelectField
          control={control}
          name="service.provider"
          label={t('services:provider')}
          choices={SERVICE_PROVIDERS.map((value) => ({ value, label: text(`serviceProvider.${value}`) }))}
          required
        />
      </FieldGrid>
      <TextField
        control={control}
        name="service.hint"
        label={t('services:hint')}
        help={t('services:hintHelp')}
      />
      <FieldGrid columns={2}>
        <DateField control={control} name="service.validFrom" label={t('services:validFrom')} required />
        <TextField control={control} name="service.source" label={t('services:source')} required />
      </FieldGrid>
      <CheckField
        control={control}
        name="service.active"
        label={t('services:active')}
        help={t('services:activeHelp')}
      />
      <CheckField control={control} name="service.approved" label={t('services:approve')} />
      <FormEnd form={form} onCancel={close}>
        {t('ui:save')}
      </FormEnd>
    </CallForm>
  )
}

export const ServiceForm = (props: Props) => {
  const t = useT()
  return (
    <Modal
      opened
      onClose={props.close}
      size="lg"
      title={props.service.code === '' ? t('services:add') : t('services:edit')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Fields {...props} />
    </Modal>
  )
}
