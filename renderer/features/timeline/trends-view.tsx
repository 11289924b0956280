// Every measure and instrument that has been taken: charts where there is something to compare, else one table.
import { Chip, Group, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'
import { TREND_GROUPS, type Trend, type TrendGroup, trendsOf } from '../../../domain/health-checks/trends.ts'
import { useT } from '../../i18n/i18n.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Panel } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { useCheckText } from '../health-checks/check-text.ts'
import classes from './timeline.module.css'
import { TrendChart, useTrendName } from './trend-chart.tsx'

const Once = ({ trends }: { trends: Trend[] }) => {
  const t = useT()
  const text = useCheckText()
  const nameOf = useTrendName()
  const columns: Column<Trend>[] = [
    { id: 'name', header: t('timeline:measure'), value: nameOf, rowHeader: true },
    {
      id: 'value',
      header: t('timeline:value'),
      value: ({ points }) => points[0]!.value,
      cell: ({ points, decimals, unit }) =>
        `${formatNumber(points[0]!.value, decimals)}${unit ? ` ${text(`unit.${unit}`)}` : ''}`,
      align: 'right',
    },
    {
      id: 'band',
      header: t('timeline:band'),
      value: ({ points, bands }) =>
        bands && points[0]!.band ? text(`band.${bands.id}.${points[0]!.band}`) : '',
    },
    {
      id: 'at',
      header: t('timeline:at'),
      value: ({ points }) => points[0]!.date,
      cell: ({ points }) => formatDate(points[0]!.date),
    },
  ]
  return (
    <Panel title={t('timeline:once')}>
      <DataTable caption={t('timeline:once')} rows={trends} columns={columns} rowKey={({ id }) => id} />
    </Panel>
  )
}

type Props = { client: Output<'clients.open'>; checks: Output<'checks.ofClient'> }

export const TrendsView = ({ client, checks }: Props) => {
  const t = useT()
  const trends = useMemo(
    () =>
      trendsOf(
        checks.flatMap(({ checkDate, answers }) =>
          answers
            ? [{ date: checkDate, answers: { ...emptyAnswers(), ...(answers as unknown as CheckAnswers) } }]
            : [],
        ),
        client,
      ),
    [checks, client],
  )
  const groups = TREND_GROUPS.filter((group) => trends.some((trend) => trend.group === group))
  const [chosen, setChosen] = useState<TrendGroup | null>(null)
  const group = chosen ?? groups[0]
  if (!group)
    return (
      <Panel title={t('timeline:trends')}>
        <Empty title={t('timeline:noTrends')} help={t('timeline:noTrendsHelp')} />
      </Panel>
    )
  const shown = trends.filter((trend) => trend.group === group)
  const repeated = shown.filter(({ points }) => points.length > 1)
  const once = shown.filter(({ points }) => points.length === 1)
  return (
    <>
      <Panel title={t('timeline:trends')}>
        <Stack gap="md">
          <Chip.Group value={group} onChange={(value) => setChosen(value as TrendGroup)}>
            <Group gap="xs" role="radiogroup" aria-label={t('timeline:trends')} className="no-print">
              {groups.map((value) => (
                <Chip key={value} value={value} variant="outline">
                  {t(`timeline:groups.${value}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {repeated.length === 0 ? (
            <Empty title={t('timeline:noRepeated')} />
          ) : (
            <div className={classes.charts}>
              {repeated.map((trend) => (
                <TrendChart key={trend.id} trend={trend} />
              ))}
            </div>
          )}
        </Stack>
      </Panel>
      {once.length > 0 ? <Once trends={once} /> : null}
    </>
  )
}
