// Entry to and exit from the project (ESF+).
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { formatDate } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Facts, Panel } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { EntryFields } from './entry-fields.tsx'
import { BACKGROUND_FIELDS, type EntryValues, entryDateProblems, newEntry } from './entry-values.ts'
import { ExitPanel } from './exit-panel.tsx'
import type { ClientTabProps } from './tab-props.ts'

type Participation = NonNullable<Output<'clients.open'>['participation']>

const EntryForm = ({ client, onCancel }: ClientTabProps & { onCancel: () => void }) => {
  const t = useT()
  const { today } = useSession().status
  const form = useCallForm<'clients.enterProject', EntryValues>('clients.enterProject', {
    keep: `entry-${client.id}`,
    defaultValues: newEntry(today, client.labourStatus),
    toInput: (values) => ({ clientId: client.id, ...values }) as Input<'clients.enterProject'>,
    check: (values) => entryDateProblems(values.entry.entryDate, today),
    refresh: ['clients.open'],
    onDone: () => showNotice(t('clients:page.entrySaved')),
  })
  return (
    <CallForm form={form} label={t('clients:page.recordEntry')}>
      <EntryFields form={form.form} withLabourStatus />
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
        <Button variant="default" onClick={onCancel}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </CallForm>
  )
}

const NoEntry = ({ client }: ClientTabProps) => {
  const t = useT()
  const may = useMay()
  const [recording, setRecording] = useState(false)
  return (
    <Panel title={t('clients:page.entry')}>
      {recording ? (
        <EntryForm client={client} onCancel={() => setRecording(false)} />
      ) : (
        <Empty title={t('clients:page.entryMissing')} help={t('clients:page.entryMissingHelp')}>
          <Button mt="xs" disabled={!may('clients.enterProject')} onClick={() => setRecording(true)}>
            {t('clients:page.recordEntry')}
          </Button>
        </Empty>
      )}
    </Panel>
  )
}

const Entry = ({ entry }: { entry: Participation }) => {
  const t = useT()
  return (
    <Panel title={t('clients:page.entry')}>
      <Stack gap="sm">
        <Facts
          facts={[
            { label: t('clients:field.entryDate'), value: formatDate(entry.entryDate) },
            { label: t('clients:field.entryStatus'), value: t(`clients:labourStatus.${entry.labourStatus}`) },
            { label: t('clients:field.education'), value: t(`clients:education.${entry.education}`) },
            ...BACKGROUND_FIELDS.map((field) => ({
              label: t(`clients:background.${field}`),
              value: t(`clients:background.${entry[field]}`),
            })),
          ]}
        />
        <Text size="xs" c="dimmed">
          {t('clients:page.frozen')}
        </Text>
      </Stack>
    </Panel>
  )
}

export const ProjectTab = ({ client }: ClientTabProps) =>
  client.participation ? (
    <Stack gap="md">
      <Entry entry={client.participation} />
      <ExitPanel client={client} entry={client.participation} />
    </Stack>
  ) : (
    <NoEntry client={client} />
  )
