// Leaving the project: recorded, completed within four weeks, or gone on after a return.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { exitResultDue, missingOfExit } from '../../../domain/clients/entry.ts'
import type { FieldProblem } from '../../../domain/contract/errors.ts'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, FormEnd } from '../../ui/call-form.tsx'
import { DateField } from '../../ui/fields/typed-field.tsx'
import { formatDate } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Facts, FieldGrid, Panel } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { ISO_DATE } from './entry-values.ts'
import { ExitForm } from './exit-form.tsx'
import type { ClientTabProps } from './tab-props.ts'

type Props = ClientTabProps & { entry: NonNullable<Output<'clients.open'>['participation']> }

const ReentryForm = ({ client, entry, onClose }: Props & { onClose: () => void }) => {
  const t = useT()
  const { today } = useSession().status
  const problems = (date: string | null): FieldProblem[] => {
    if (!date || !ISO_DATE.test(date)) return []
    if (entry.exitDate && date < entry.exitDate) return [{ path: 'date', code: 'before-exit' }]
    return date > today ? [{ path: 'date', code: 'future' }] : []
  }
  const form = useCallForm<'clients.reenterProject', { date: string | null }>('clients.reenterProject', {
    keep: `reentry-${client.id}`,
    defaultValues: { date: today },
    toInput: ({ date }) =>
      ({ clientId: client.id, version: entry.version, date }) as Input<'clients.reenterProject'>,
    check: ({ date }) => problems(date),
    refresh: ['clients.open'],
    onDone: () => showNotice(t('clients:page.reentrySaved')),
  })
  return (
    <CallForm form={form} label={t('clients:page.recordReentry')}>
      <Text size="sm">{t('clients:page.reentryHelp')}</Text>
      <FieldGrid>
        <DateField control={form.control} name="date" label={t('clients:page.reentryDate')} required />
      </FieldGrid>
      <FormEnd form={form} onCancel={onClose}>
        {t('ui:save')}
      </FormEnd>
    </CallForm>
  )
}

const RecordedExit = ({ entry }: Pick<Props, 'entry'>) => {
  const t = useT()
  const open = entry.exitRestUnknown ? (
    t('clients:page.staysUnknown')
  ) : (
    <Tag>{t('clients:page.notYetKnown')}</Tag>
  )
  const answer = (value: boolean | null) => (value === null ? open : value ? t('ui:yes') : t('ui:no'))
  return (
    <Facts
      facts={[
        { label: t('clients:page.exitDate'), value: formatDate(entry.exitDate!) },
        {
          label: t('clients:page.exitStatus'),
          value: entry.exitStatus ? t(`clients:labourStatus.${entry.exitStatus}`) : open,
        },
        { label: t('clients:page.exitJobSearch'), value: answer(entry.exitJobSearch) },
        { label: t('clients:page.exitEducation'), value: answer(entry.exitEducation) },
        { label: t('clients:page.exitQualification'), value: answer(entry.exitQualification) },
      ]}
    />
  )
}

export const ExitPanel = ({ client, entry }: Props) => {
  const t = useT()
  const may = useMay()
  const [doing, setDoing] = useState<'exit' | 'reentry' | null>(null)
  const close = (): void => setDoing(null)
  if (doing === 'exit')
    return (
      <Panel title={t('clients:page.exit')}>
        <ExitForm client={client} entry={entry} onClose={close} />
      </Panel>
    )
  if (doing === 'reentry' && entry.exitDate)
    return (
      <Panel title={t('clients:page.exit')}>
        <ReentryForm client={client} entry={entry} onClose={close} />
      </Panel>
    )
  if (!entry.exitDate)
    return (
      <Panel title={t('clients:page.exit')}>
        <Empty
          title={
            entry.reenteredOn
              ? t('clients:page.reenteredOn', { date: formatDate(entry.reenteredOn) })
              : t('clients:page.exitNone')
          }
        >
          <Button
            mt="xs"
            variant="default"
            disabled={!may('clients.exitProject')}
            onClick={() => setDoing('exit')}
          >
            {t('clients:page.recordExit')}
          </Button>
        </Empty>
      </Panel>
    )
  return (
    <Panel title={t('clients:page.exit')}>
      <Stack gap="sm">
        <RecordedExit entry={entry} />
        <Text size="sm" c={missingOfExit(entry).length > 0 ? undefined : 'dimmed'}>
          {t('clients:page.exitHelp', { date: formatDate(exitResultDue(entry.exitDate)) })}
        </Text>
        <Group className="no-print">
          <Button variant="default" disabled={!may('clients.changeExit')} onClick={() => setDoing('exit')}>
            {t('clients:page.changeExit')}
          </Button>
          <Button
            variant="default"
            disabled={!may('clients.reenterProject')}
            onClick={() => setDoing('reentry')}
          >
            {t('clients:page.recordReentry')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
