// Entry to and exit from the project (ESF+).
import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { statusBySince } from '../../../domain/clients/labour-status.ts'
import type { Input } from '../../../domain/contract/table.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { Panel } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { EntryFields } from './entry-fields.tsx'
import { EntryPanel, NotCounted } from './entry-panel.tsx'
import { type EntryValues, entryDateProblems, newEntry } from './entry-values.ts'
import { ExitPanel } from './exit-panel.tsx'
import type { ClientTabProps } from './tab-props.ts'

const EntryForm = ({ client, onCancel }: ClientTabProps & { onCancel: () => void }) => {
  const t = useT()
  const { today } = useSession().status
  const form = useCallForm<'clients.enterProject', EntryValues>('clients.enterProject', {
    keep: `entry-${client.id}`,
    defaultValues: newEntry(
      today,
      statusBySince(client.labourStatus, client.unemployedSince, today) ?? client.labourStatus,
    ),
    toInput: (values) => ({ clientId: client.id, ...values }) as Input<'clients.enterProject'>,
    check: (values) => entryDateProblems(values.entry.entryDate, today),
    refresh: ['clients.open'],
    onDone: () => showNotice(t('clients:page.entrySaved')),
  })
  return (
    <CallForm form={form} label={t('clients:page.recordEntry')}>
      <EntryFields form={form.form} withLabourStatus unemployedSince={client.unemployedSince} />
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
        <Button
          variant="default"
          onClick={() => {
            form.forget()
            onCancel()
          }}
        >
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

export const ProjectTab = ({ client }: ClientTabProps) =>
  client.participation ? (
    <Stack gap="md">
      <NotCounted client={client} />
      <EntryPanel client={client} entry={client.participation} />
      <ExitPanel client={client} entry={client.participation} />
    </Stack>
  ) : (
    <NoEntry client={client} />
  )
