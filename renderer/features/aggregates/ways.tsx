// What coarser versions of the release would show, compared on request; each can be tried in the preview.
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Coarsening } from '../../../domain/aggregates/coarser.ts'
import type { Output } from '../../../domain/contract/table.ts'
import { type ApiFailure, callApi, failureOf } from '../../api/call-api.ts'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatNumber } from '../../ui/format.ts'
import { coarseningText } from './coarsening-text.ts'
import { compareSeconds } from './search-time.ts'

type Way = Output<'aggregates.ways'>['ways'][number]

/** Everything left out: the quarter waits, and its participants are in the next quarter's counts. */
const WAIT: Coarsening[] = [
  { kind: 'leave-out', table: 'participants' },
  { kind: 'leave-out', table: 'health-checks' },
  { kind: 'leave-out', table: 'referrals' },
]

const Running = ({ onStop }: { onStop: () => void }) => {
  const t = useT()
  const [share, setShare] = useState(0)
  useEffect(
    () =>
      window.api.on('progress', (value) => {
        if (value.task === 'ways') setShare(value.done ?? 0)
      }),
    [],
  )
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {t('aggregates:comparing', { percent: formatNumber(Math.round(share * 100)) })}
      </Text>
      <Progress value={share * 100} aria-label={t('aggregates:comparingLabel')} />
      <Group>
        <Button variant="default" size="xs" onClick={onStop}>
          {t('aggregates:stopComparing')}
        </Button>
      </Group>
    </Stack>
  )
}

type Props = {
  quarter: string
  coarser: readonly Coarsening[]
  /** The release cannot go out as it is: waiting is one of the ways. */
  stuck?: boolean
  onTry: (coarser: Coarsening[]) => void
}

export const Ways = ({ quarter, coarser, stuck, onTry }: Props) => {
  const t = useT()
  const { data: status } = useRead('aggregates.status', {})
  const seconds = compareSeconds(status?.releases.length ?? 0)
  const compare = useMutation<Output<'aggregates.ways'>, ApiFailure, void>({
    mutationFn: () => callApi('aggregates.ways', { quarter, seconds, coarser: [...coarser] }),
  })
  const stop = useMutation({ mutationFn: () => callApi('aggregates.stop', {}) })
  const { data } = compare
  const [asItIs, ...others] = data?.ways ?? []
  // When the release can go out, only what hides less is worth a look.
  const rows = asItIs?.possible
    ? [asItIs, ...others.filter((way) => way.possible && way.hidden < asItIs.hidden)]
    : (data?.ways ?? [])
  const columns = useMemo<Column<Way>[]>(() => {
    return [
      {
        id: 'way',
        header: t('aggregates:way'),
        value: (row) => (row.coarsening ? coarseningText(t, row.coarsening) : t('aggregates:asItIs')),
        rowHeader: true,
        sortable: false,
      },
      {
        id: 'shown',
        header: t('aggregates:wouldShow'),
        value: (row) => (row.possible ? row.shown : null),
        cell: (row) => (row.possible ? formatNumber(row.shown) : t('aggregates:doesNotHelp')),
        align: 'right',
        sortable: false,
      },
      {
        id: 'hidden',
        header: t('aggregates:wouldHide'),
        value: (row) => (row.possible ? row.hidden : null),
        cell: (row) =>
          row.possible && asItIs?.possible && row.hidden !== asItIs.hidden
            ? t('aggregates:hiddenChange', {
                hidden: formatNumber(row.hidden),
                change: `${row.hidden < asItIs.hidden ? '−' : '+'}${formatNumber(Math.abs(row.hidden - asItIs.hidden))}`,
              })
            : row.possible
              ? formatNumber(row.hidden)
              : '',
        align: 'right',
        sortable: false,
      },
      {
        id: 'try',
        header: t('aggregates:tryIt'),
        value: () => null,
        sortable: false,
        cell: (row) =>
          row.coarsening && row.possible ? (
            <Button
              variant="default"
              size="xs"
              aria-label={t('aggregates:tryOf', { way: coarseningText(t, row.coarsening) })}
              onClick={() => onTry([...coarser, row.coarsening!])}
            >
              {t('aggregates:try')}
            </Button>
          ) : null,
      },
    ]
  }, [t, asItIs, coarser, onTry])
  return (
    <Stack gap="sm">
      <FailureAlert failure={compare.error ? failureOf(compare.error) : null} />
      {compare.isPending ? (
        <Running onStop={() => stop.mutate()} />
      ) : (
        <Group>
          <Button variant="default" size="xs" onClick={() => compare.mutate()}>
            {stuck ? t('aggregates:compareWays') : t('aggregates:findMerges')}
          </Button>
          {stuck ? (
            <Button variant="default" size="xs" onClick={() => onTry(WAIT)}>
              {t('aggregates:wait')}
            </Button>
          ) : null}
        </Group>
      )}
      {data && !compare.isPending ? (
        <>
          <DataTable
            caption={t('aggregates:ways')}
            rows={rows}
            columns={columns}
            rowKey={(row) => JSON.stringify(row.coarsening)}
          />
          {rows.length === 1 ? <Text size="sm">{t('aggregates:noMergeHelps')}</Text> : null}
          <Text size="xs" c="dimmed">
            {data.complete ? t('aggregates:waysNote', { seconds }) : t('aggregates:waysStopped')}
          </Text>
        </>
      ) : null}
      {data?.complete && data.ways.every((way) => !way.possible) ? (
        <Text size="sm" fw={600}>
          {t('aggregates:nothingHelps')}
        </Text>
      ) : null}
      {stuck ? <Text size="sm">{t('aggregates:waitHelp')}</Text> : null}
    </Stack>
  )
}
