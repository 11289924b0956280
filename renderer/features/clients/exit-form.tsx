// Leaving the project: the day at once, the situation and what was reached whenever it is known.
import { Button, Group, Text } from '@mantine/core'
import { type Control, useWatch } from 'react-hook-form'
import { exitResultDue } from '../../../domain/clients/entry.ts'
import { LABOUR_STATUSES } from '../../../domain/clients/labour-status.ts'
import type { FieldProblem } from '../../../domain/contract/errors.ts'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { CheckField, SelectField, YesNoField } from '../../ui/fields/choice-field.tsx'
import { DateField } from '../../ui/fields/typed-field.tsx'
import { formatDate } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { FieldGrid } from '../../ui/page.tsx'
import { useSession } from '../session/session.tsx'
import { ISO_DATE } from './entry-values.ts'
import type { ClientTabProps } from './tab-props.ts'

type ExitCall = 'clients.exitProject' | 'clients.changeExit'
type ExitInput = Input<ExitCall>
type Values = { [K in keyof ExitInput]: ExitInput[K] | null }
type Participation = NonNullable<Output<'clients.open'>['participation']>

const dateProblems = (date: string | null, entry: Participation, today: string): FieldProblem[] => {
  if (!date || !ISO_DATE.test(date)) return []
  if (date < entry.entryDate) return [{ path: 'exitDate', code: 'before-entry' }]
  if (entry.reenteredOn && date < entry.reenteredOn) return [{ path: 'exitDate', code: 'before-reentry' }]
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
  entry: Participation
  onClose: () => void
}

export const ExitForm = ({ client, entry, onClose }: Props) => {
  const t = useT()
  const { today } = useSession().status
  const form = useCallForm<ExitCall, Values>(entry.exitDate ? 'clients.changeExit' : 'clients.exitProject', {
    keep: `exit-${client.id}`,
    defaultValues: {
      clientId: client.id,
      version: entry.version,
      exitDate: entry.exitDate ?? today,
      exitStatus: entry.exitStatus,
      exitJobSearch: entry.exitJobSearch,
      exitEducation: entry.exitEducation,
      exitQualification: entry.exitQualification,
      exitRestUnknown: entry.exitRestUnknown,
    },
    toInput: (values) => values as ExitInput,
    check: ({ exitDate }) => dateProblems(exitDate, entry, today),
    refresh: ['clients.open'],
    onDone: () => {
      showNotice(t('clients:page.exitSaved'))
      onClose()
    },
  })
  const { control } = form
  return (
    <CallForm form={form} label={t(entry.exitDate ? 'clients:page.changeExit' : 'clients:page.recordExit')}>
      <FieldGrid>
        <DateField control={control} name="exitDate" label={t('clients:page.exitDate')} required />
        <SelectField
          control={control}
          name="exitStatus"
          label={t('clients:page.exitStatus')}
          clearable
          choices={LABOUR_STATUSES.map((value) => ({ value, label: t(`clients:labourStatus.${value}`) }))}
        />
      </FieldGrid>
      <DueNote control={control} />
      <FieldGrid columns={3}>
        <YesNoField control={control} name="exitJobSearch" label={t('clients:page.exitJobSearch')} />
        <YesNoField control={control} name="exitEducation" label={t('clients:page.exitEducation')} />
        <YesNoField control={control} name="exitQualification" label={t('clients:page.exitQualification')} />
      </FieldGrid>
      <CheckField
        control={control}
        name="exitRestUnknown"
        label={t('clients:page.exitRestUnknown')}
        help={t('clients:page.exitRestUnknownHelp')}
      />
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
        <Button
          variant="default"
          onClick={() => {
            form.forget()
            onClose()
          }}
        >
          {t('ui:cancel')}
        </Button>
      </Group>
    </CallForm>
  )
}
