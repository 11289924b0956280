// Erasing records by rule: the years, who is past them, and the two people it takes.
import { Button, Group, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { RETENTION_SOURCE } from '../../../domain/retention/rule.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { NumberField } from '../../ui/fields/typed-field.tsx'
import { formatDate } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { useMay } from '../session/session.tsx'

type Candidate = Output<'retention.candidates'>[number]

const nameOf = (row: Candidate): string => `${row.familyName} ${row.givenNames}`

const RuleForm = ({ years }: { years: number | null }) => {
  const t = useT()
  const form = useCallForm('retention.setRule', {
    defaultValues: { years },
    refresh: ['retention.rule', 'retention.candidates'],
    onDone: () => showNotice(t('retention:ruleSaved')),
  })
  return (
    <CallForm form={form} label={t('retention:rule')}>
      <NumberField
        control={form.control}
        name="years"
        label={t('retention:years')}
        help={t('retention:yearsHelp')}
      />
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
      </Group>
    </CallForm>
  )
}

const CandidateActions = ({ row }: { row: Candidate }) => {
  const t = useT()
  const refresh = ['retention.candidates'] as const
  const propose = useWrite('retention.propose', {
    refresh,
    onDone: () => showNotice(t('retention:proposed')),
  })
  const confirm = useWrite('retention.confirm', { refresh, onDone: () => showNotice(t('retention:erased')) })
  const name = nameOf(row)
  if (row.proposedAt === null)
    return (
      <Button
        variant="default"
        size="xs"
        aria-label={t('retention:proposeFor', { name })}
        loading={propose.isPending}
        onClick={() => propose.mutate({ clientId: row.id })}
      >
        {t('retention:propose')}
      </Button>
    )
  if (row.own) return <Text size="sm">{t('retention:waitsForOther')}</Text>
  return (
    <ConfirmButton
      label={t('retention:erase')}
      name={t('retention:eraseFor', { name })}
      question={t('retention:eraseQuestion', { name, other: row.proposedBy ?? '' })}
      danger
      onConfirm={() => confirm.mutate({ clientId: row.id })}
    />
  )
}

const Candidates = () => {
  const t = useT()
  const query = useRead('retention.candidates', {})
  const columns = useMemo<Column<Candidate>[]>(
    () => [
      { id: 'name', header: t('retention:name'), value: nameOf, rowHeader: true },
      { id: 'born', header: t('retention:birthYear'), value: (row) => row.birthYear, align: 'right' },
      {
        id: 'last',
        header: t('retention:lastEvent'),
        value: (row) => row.lastEvent,
        cell: (row) => formatDate(row.lastEvent),
      },
      { id: 'by', header: t('retention:proposedBy'), value: (row) => row.proposedBy ?? '' },
      {
        id: 'actions',
        header: t('retention:actions'),
        value: () => null,
        sortable: false,
        cell: (row) => <CandidateActions row={row} />,
      },
    ],
    [t],
  )
  return (
    <Panel title={t('retention:candidates')}>
      <ReadView query={query} empty={<Empty title={t('retention:none')} help={t('retention:noneHelp')} />}>
        {(rows) => (
          <DataTable
            caption={t('retention:candidates')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
          />
        )}
      </ReadView>
    </Panel>
  )
}

const RetentionPage = () => {
  const t = useT()
  const may = useMay()
  const rule = useRead('retention.rule', {})
  return (
    <Page title={t('retention:title')} intro={t('retention:intro')}>
      <Panel title={t('retention:rule')}>
        <ReadView query={rule}>
          {({ years }) => (
            <>
              {may('retention.setRule') ? (
                <RuleForm years={years} />
              ) : (
                <Text size="sm">
                  {years === null ? t('retention:noRule') : t('retention:ruleIs', { years })}
                </Text>
              )}
              <Text size="xs" mt="xs">
                {t('retention:source', { source: RETENTION_SOURCE })}
              </Text>
            </>
          )}
        </ReadView>
      </Panel>
      {may('retention.candidates') ? <Candidates /> : null}
    </Page>
  )
}

export default RetentionPage
