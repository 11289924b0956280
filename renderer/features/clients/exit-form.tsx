// Leaving the project: the day, the situation and what was reached within four weeks.
import { Button, Group, Text } from '@mantine/core'
import { type Control, useWatch } from 'react-hook-form'
import { exitResultDue } from '../../../domain/clients/entry.ts'
import { LABOUR_STATUSES } from '../../../domain/clients/labour-status.ts'
import type { FieldProblem } from '../../../domain/contract/errors.ts'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { SelectField, YesNoField } from '../../ui/fields/choice-field.tsx'
import { DateField } from '../../ui/fields/typed-field.tsx'
import { formatDate } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { FieldGrid } from '../../ui/page.tsx'
import { useSession } from '../session/session.tsx'
import type { ClientTabProps } from './tab-props.ts'

type ExitInput = Input<'clients.exitProject'>
type Values = { [K in keyof ExitInput]: ExitInput[K] | null }

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

const dateProblems = (date: string | null, entryDate: string, today: string): FieldProblem[] => {
  if (!date || !ISO_DATE.test(date)) return []
  if (date < entryDate) return [{ path: 'exitDate', code: 'before-entry' }]
  return date > today ? [{ path: 'exitDate', code: 'future' }] : []
}

const DueNote = ({ control }: { control: Control<Values> }) => {
  const t = useT()
  const date = useWatch({ control, name: 'exitDate' })
  if (!date || !ISO_DATE.test(date)) return null
  return (
    <Text size="sm" c="dimmed">
      {t('clients:page.exitHelp', { date: formatDate(exitResultDue(date)) })}
    </Text>
  )
}

type Props = ClientTabProps & {
  entry: NonNullable<Output<'clients.open'>['participation']>
  onClose: () => void
}

export const ExitForm = ({ client, entry, onClose }: Props) => {
  const t = useT()
  const { today } = useSession().status
  const form = useCallForm<'clients.exitProject', Values>('clients.exitProject', {
    keep: `exit-${client.id}`,
    defaultValues: {
      clientId: client.id,
      exitDate: today,
      exitStatus: null,
      exitJobSearch: null,
      exitEducation: null,
      exitQualification: null,
    },
    toInput: (values) => values as ExitInput,
    check: ({ exitDate }) => dateProblems(exitDate, entry.entryDate, today),
    refresh: ['clients.open'],
    onDone: () => showNotice(t('clients:page.exitSaved')),
  })
  const { control } = form
  return (
    <CallForm form={form} label={t('clients:page.recordExit')}>
      <FieldGrid>
        <DateField control={control} name="exitDate" label={t('clients:page.exitDate')} required />
        <SelectField
          control={control}
          name="exitStatus"
          label={t('clients:page.exitStatus')}
          required
          choices={LABOUR_STATUSES.map((value) => ({ value, label: t(`clients:labourStatus.${value}`) }))}
        />
      </FieldGrid>
      <DueNote control={control} />
      <FieldGrid columns={3}>
        <YesNoField control={control} name="exitJobSearch" label={t('clients:page.exitJobSearch')} required />
        <YesNoField control={control} name="exitEducation" label={t('clients:page.exitEducation')} required />
        <YesNoField
          control={control}
          name="exitQualification"
          label={t('clients:page.exitQualification')}
          required
        />
      </FieldGrid>
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </CallForm>
  )
}
