// The recorded entry: what is counted, what it still lacks, and correcting an error in it.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { SEXES } from '../../../domain/clients/client.schema.ts'
import { missingOfMinimumRecord } from '../../../domain/clients/entry.ts'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, FormEnd } from '../../ui/call-form.tsx'
import { RadioField, SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { AppLink, Facts, FieldGrid, Panel } from '../../ui/page.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { EntryFields } from './entry-fields.tsx'
import { BACKGROUND_FIELDS, type EntryValues, entryDateProblems, entryOf } from './entry-values.ts'
import { municipalityChoices, municipalityName } from './municipality-name.ts'
import type { ClientTabProps } from './tab-props.ts'

type Participation = NonNullable<Output<'clients.open'>['participation']>
type Props = ClientTabProps & { entry: Participation }
type CorrectInput = Input<'clients.correctEntry'>
type Values = EntryValues & { [K in 'sex' | 'municipality']: CorrectInput[K] | null } & { reason: string }

/** Says which facts of the minimum record are missing, and that nobody is counted without them. */
export const NotCounted = ({ client, link }: ClientTabProps & { link?: boolean }) => {
  const t = useT()
  const entry = client.participation
  const missing = entry ? missingOfMinimumRecord(entry, entry) : []
  if (missing.length === 0) return null
  const facts = missing.map((fact) => t(`clients:page.missing.${fact}`)).join(', ')
  return (
    <Alert color="orange" variant="outline" role="status">
      <p className="app-alert-sentence">{t('clients:page.notCounted', { facts })}</p>
      {link ? <AppLink to={`/clients/${client.id}/project`}>{t('clients:page.correctEntry')}</AppLink> : null}
    </Alert>
  )
}

const CorrectEntry = ({ client, entry, onClose }: Props & { onClose: () => void }) => {
  const t = useT()
  const { today } = useSession().status
  const form = useCallForm<'clients.correctEntry', Values>('clients.correctEntry', {
    keep: `correct-entry-${client.id}`,
    defaultValues: {
      ...entryOf(entry),
      sex: entry.sex === 'unknown' ? client.sex : entry.sex,
      municipality: entry.municipality,
      reason: '',
    },
    toInput: ({ statisticsConsent: _, ...values }) =>
      ({ clientId: client.id, version: entry.version, ...values }) as CorrectInput,
    check: (values) => entryDateProblems(values.entry.entryDate, today),
    refresh: ['clients.open'],
    onDone: () => {
      showNotice(t('clients:page.entryCorrected'))
      onClose()
    },
  })
  const { control } = form
  return (
    <CallForm form={form} label={t('clients:page.correctEntry')}>
      <Text size="sm">{t('clients:page.correctEntryHelp')}</Text>
      {entry.countedIn ? (
        <Text size="sm">{t('clients:page.countedIn', { quarter: entry.countedIn })}</Text>
      ) : null}
      <EntryFields
        form={form.form as unknown as UseFormReturn<EntryValues>}
        withLabourStatus
        withoutConsent
        unemployedSince={client.unemployedSince}
      />
      <FieldGrid>
        <RadioField
          control={control}
          name="sex"
          label={t('clients:field.sex')}
          required
          choices={SEXES.map((value) => ({ value, label: t(`clients:sex.${value}`) }))}
        />
        <SelectField
          control={control}
          name="municipality"
          label={t('clients:field.entryMunicipality')}
          required
          choices={municipalityChoices(t)}
        />
        <TextField control={control} name="reason" label={t('clients:field.reason')} required />
      </FieldGrid>
      <FormEnd form={form} onCancel={onClose}>
        {t('ui:save')}
      </FormEnd>
    </CallForm>
  )
}

const Changes = ({ entry }: Pick<Props, 'entry'>) => {
  const t = useT()
  if (entry.changes.length === 0) return null
  return (
    <Stack gap={2}>
      <Text fw={600} size="sm">
        {t('clients:page.changes')}
      </Text>
      {entry.changes.map(({ version, kind, reason, changedAt, changedBy }) => (
        <Text size="sm" key={version}>
          {formatMoment(changedAt)} {changedBy}: {t(`clients:page.changeKind.${kind}`)}
          {reason ? ` – ${reason}` : null}
        </Text>
      ))}
    </Stack>
  )
}

export const EntryPanel = ({ client, entry }: Props) => {
  const t = useT()
  const may = useMay()
  const [correcting, setCorrecting] = useState(false)
  if (correcting)
    return (
      <Panel title={t('clients:page.entry')}>
        <CorrectEntry client={client} entry={entry} onClose={() => setCorrecting(false)} />
      </Panel>
    )
  return (
    <Panel title={t('clients:page.entry')}>
      <Stack gap="sm">
        <Facts
          facts={[
            { label: t('clients:field.entryDate'), value: formatDate(entry.entryDate) },
            { label: t('clients:field.entryStatus'), value: t(`clients:labourStatus.${entry.labourStatus}`) },
            { label: t('clients:field.education'), value: t(`clients:education.${entry.education}`) },
            { label: t('clients:field.sex'), value: t(`clients:sex.${entry.sex}`) },
            { label: t('clients:field.birthDate'), value: formatDate(entry.birthDate) },
            {
              label: t('clients:field.entryMunicipality'),
              value: municipalityName(t, entry.municipality),
              screenOnly: client.protectedAddress,
            },
            ...BACKGROUND_FIELDS.map((field) => ({
              label: t(`clients:background.${field}`),
              value: t(`clients:background.${entry[field]}`),
            })),
          ]}
        />
        <Text size="xs" c="dimmed">
          {t('clients:page.frozen')}
        </Text>
        <Group className="no-print">
          <Button
            variant="default"
            disabled={!may('clients.correctEntry')}
            onClick={() => setCorrecting(true)}
          >
            {t('clients:page.correctEntry')}
          </Button>
        </Group>
        <Changes entry={entry} />
      </Stack>
    </Panel>
  )
}
