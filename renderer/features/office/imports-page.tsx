// Taking in the stations' packages, and what has been taken in.
import { Button, Code, Group, Loader, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { type ApiFailure, callApi, failureOf } from '../../api/call-api.ts'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { CheckedPackage } from './checked-package.tsx'

type Station = Output<'imports.list'>[number]
type Imported = Station['imports'][number]

const StationPanel = ({ station }: { station: Station }) => {
  const t = useT()
  const columns = useMemo<Column<Imported>[]>(
    () => [
      { id: 'quarter', header: t('office:quarter'), value: (row) => row.quarter, rowHeader: true },
      {
        id: 'released',
        header: t('office:releasedAt'),
        value: (row) => row.releasedAt,
        cell: (row) => formatMoment(row.releasedAt),
      },
      {
        id: 'imported',
        header: t('office:importedAt'),
        value: (row) => row.importedAt,
        cell: (row) => formatMoment(row.importedAt),
      },
      { id: 'by', header: t('office:importedBy'), value: (row) => row.importedBy },
      {
        id: 'hidden',
        header: t('office:hidden'),
        value: (row) => row.hidden,
        cell: (row) => t('office:hiddenOf', { hidden: row.hidden, cells: row.cells }),
        align: 'right',
      },
    ],
    [t],
  )
  return (
    <Panel title={station.name}>
      <Stack gap="xs">
        <Text size="xs">
          {t('office:fingerprint')}: <Code>{station.fingerprint}</Code>
        </Text>
        <DataTable
          caption={t('office:importsOf', { station: station.name })}
          rows={station.imports}
          columns={columns}
          rowKey={(row) => row.id}
        />
      </Stack>
    </Panel>
  )
}

const ImportsPage = () => {
  const t = useT()
  const query = useRead('imports.list', {})
  const check = useMutation<Output<'imports.check'>, ApiFailure, void>({
    mutationFn: () => callApi('imports.check', {}),
  })
  const failure = check.error ? failureOf(check.error) : null
  return (
    <Page
      title={t('office:importsTitle')}
      intro={t('office:importsIntro')}
      actions={
        <Button disabled={check.isPending} onClick={() => check.mutate()}>
          {t('office:choose')}
        </Button>
      }
    >
      {check.isPending ? (
        <Group gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{t('office:checking')}</Text>
        </Group>
      ) : null}
      <FailureAlert failure={failure?.code === 'file-cancelled' ? null : failure} />
      {check.data && !check.isPending ? (
        <CheckedPackage key={check.data.token} checked={check.data} onClosed={() => check.reset()} />
      ) : null}
      <ReadView
        query={query}
        empty={
          <Panel title={t('office:stations')}>
            <Empty title={t('office:noStations')} help={t('office:noStationsHelp')} />
          </Panel>
        }
      >
        {(stations) => stations.map((station) => <StationPanel key={station.stationId} station={station} />)}
      </ReadView>
    </Page>
  )
}

export default ImportsPage
