// Taking in the stations' packages, and what has been taken in.
import { Button, Code, Group, Progress, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { type ApiFailure, callApi, failureOf } from '../../api/call-api.ts'
import { useRead } from '../../api/queries.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment, formatNumber } from '../../ui/format.ts'
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

/** The check under way: how far the office's own attack is, and a way to end it. */
const Checking = ({ onCancel }: { onCancel: () => void }) => {
  const t = useT()
  const [share, setShare] = useState(0)
  useEffect(
    () =>
      window.api.on('progress', (value) => {
        if (value.task === 'import') setShare(value.done ?? 0)
      }),
    [],
  )
  return (
    <Stack gap="xs" maw={560}>
      <Text size="sm" role="status">
        {t('office:checking', { percent: formatNumber(Math.round(share * 100)) })}
      </Text>
      <Progress value={share * 100} aria-label={t('office:checkingLabel')} />
      <Group>
        <Button variant="default" size="xs" onClick={onCancel}>
          {t('office:cancelCheck')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Not refusals: the person ended it. */
const ENDED = ['file-cancelled', 'import-cancelled']

const ImportsPage = () => {
  const t = useT()
  const query = useRead('imports.list', {})
  const check = useMutation<Output<'imports.check'>, ApiFailure, void>({
    mutationFn: () => callApi('imports.check', {}),
  })
  const cancel = useMutation({ mutationFn: () => callApi('imports.cancel', {}) })
  const failure = check.error ? failureOf(check.error) : null
  /** Also when the check was through just before: the server has forgotten its package. */
  const ended = failure?.code === 'import-cancelled' || (check.isSuccess && cancel.data?.stopped === true)
  const file = String(failure?.params?.file ?? '')
  const start = () => {
    cancel.reset()
    check.mutate()
  }
  /** The server forgets the checked package too. */
  const close = () => {
    cancel.mutate()
    check.reset()
  }
  return (
    <Page
      title={t('office:importsTitle')}
      intro={t('office:importsIntro')}
      actions={
        <Button disabled={check.isPending} onClick={start}>
          {t('office:choose')}
        </Button>
      }
    >
      {check.isPending ? <Checking onCancel={() => cancel.mutate()} /> : null}
      {ended ? (
        <Text size="sm" role="status">
          {failureText(t, { code: 'import-cancelled' })}
        </Text>
      ) : null}
      <FailureAlert failure={failure && !ENDED.includes(failure.code) ? failure : null}>
        {file ? t('office:file', { file }) : null}
      </FailureAlert>
      {check.data && !check.isPending && !ended ? (
        <CheckedPackage key={check.data.token} checked={check.data} onClosed={close} />
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
