// What is open of one client, and the next thing to do: begin or go on with the check.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { failureOf } from '../../api/call-api.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatDate } from '../../ui/format.ts'
import { AppLink, Panel } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { DueDate } from './due-date.tsx'
import { doneColumn } from './follow-up-done.tsx'
import { itemState, itemText, pathOfItem, type WaitingItem } from './item-text.ts'

const OPEN_CHECK: readonly WaitingItem['kind'][] = ['draft', 'doctor-queue']

const CheckButton = ({ clientId, waiting }: { clientId: string; waiting: readonly WaitingItem[] }) => {
  const t = useT()
  const may = useMay()
  const [, navigate] = useLocation()
  const { today } = useSession().status
  const start = useWrite('checks.start', { onDone: ({ id }) => navigate(`/checks/${id}`) })
  const open = waiting.find(({ kind }) => OPEN_CHECK.includes(kind))
  if (open)
    return may('checks.open') ? (
      <Button component={Link} to={pathOfItem(open)}>
        {t('worklist:ofClient.goOn', { date: formatDate(open.date) })}
      </Button>
    ) : null
  if (!may('checks.start')) return null
  return (
    <>
      <Button loading={start.isPending} onClick={() => start.mutate({ clientId, checkDate: today })}>
        {t('worklist:ofClient.start')}
      </Button>
      {start.error ? <FailureAlert failure={failureOf(start.error)} /> : null}
    </>
  )
}

const WaitingTable = ({ waiting }: { waiting: WaitingItem[] }) => {
  const t = useT()
  const may = useMay()('checks.followUpDone')
  const columns = useMemo(
    (): Column<WaitingItem>[] => [
      {
        id: 'date',
        header: t('worklist:date'),
        value: (item) => item.date,
        cell: (item) => <DueDate date={item.date} overdue={item.overdue} />,
      },
      {
        id: 'kind',
        header: t('worklist:what'),
        rowHeader: true,
        value: (item) => itemText(t, item),
        cell: (item) => <AppLink to={pathOfItem(item)}>{itemText(t, item)}</AppLink>,
      },
      { id: 'state', header: t('worklist:state'), value: (item) => itemState(t, item) },
      ...doneColumn(t, waiting, may),
    ],
    [t, waiting, may],
  )
  return (
    <DataTable
      caption={t('worklist:ofClient.title')}
      rows={waiting}
      columns={columns}
      rowKey={(item) => `${item.kind}-${item.id}`}
      sortBy={{ id: 'date' }}
    />
  )
}

export const ClientWaiting = ({ clientId }: { clientId: string }) => {
  const t = useT()
  const query = useRead('worklist.ofClient', { clientId })
  return (
    <Panel title={t('worklist:ofClient.title')}>
      <ReadView query={query}>
        {({ waiting, lastCheck }) => (
          <Stack gap="sm">
            {waiting.length > 0 ? <WaitingTable waiting={waiting} /> : null}
            <Group justify="space-between" gap="sm">
              <Text size="sm">
                {waiting.length === 0 ? `${t('worklist:ofClient.nothing')} ` : null}
                {lastCheck
                  ? t('worklist:ofClient.last', { date: formatDate(lastCheck.date) })
                  : t('worklist:ofClient.noneYet')}
              </Text>
              <Group gap="xs" className="no-print">
                <CheckButton clientId={clientId} waiting={waiting} />
              </Group>
            </Group>
          </Stack>
        )}
      </ReadView>
    </Panel>
  )
}
