// One measure or instrument over the checks: the line on its classes, the same numbers as a table, the class in words.
import { Text } from '@mantine/core'
import type { BandTable } from '../../../domain/health-checks/bands.ts'
import type { Trend } from '../../../domain/health-checks/trends.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { Chart, type ChartBand } from '../../ui/chart.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { type CheckText, useCheckText, useText3 } from '../health-checks/check-text.ts'

const TONES = { good: 'good', mild: 'watch', marked: 'watch', severe: 'alarm', alarm: 'alarm' } as const

/** A class is drawn up to where the next one begins, so that no gap is left between them. */
const drawnBands = (table: BandTable, text: CheckText): ChartBand[] =>
  table.rows.flatMap(({ id, from, to, tone }, at): ChartBand[] =>
    tone === 'neutral'
      ? []
      : [
          {
            from,
            to: table.rows[at + 1]?.from ?? to,
            label: text(`band.${table.id}.${id}`),
            tone: TONES[tone],
          },
        ],
  )

/** Room around the values, and whole classes near them; questionnaires show their whole range. */
const rangeOf = ({ points, bands, group, decimals }: Trend): [number, number] => {
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (group === 'instruments' && bands) return [bands.rows[0]!.from, bands.rows.at(-1)!.to]
  const room = Math.max((high - low) * 0.5, Math.abs(high) * 0.1, 10 ** -decimals)
  const round = (value: number) => Number(value.toFixed(decimals))
  return [Math.max(0, round(low - room)), round(high + room)]
}

export const useTrendName = (): ((trend: Trend) => string) => {
  const text = useCheckText()
  const text3 = useText3()
  return ({ label, id, item }) => {
    if (item === null) return text(label)
    const instrument = INSTRUMENTS.get(id.split('.')[1]!)!
    const topic = instrument.items[item]?.label
    return `${text(label)}: ${topic ? text3(topic) : item + 1}`
  }
}

/** Dates as they are written; a second check of the same day is told apart. */
const labelsOf = (points: Trend['points']): string[] =>
  points.map(({ date }, at) => {
    const same = points.slice(0, at).filter((point) => point.date === date).length
    return same === 0 ? formatDate(date) : `${formatDate(date)} (${same + 1})`
  })

const newestText = (t: T, text: CheckText, { points, bands, decimals }: Trend): string | null => {
  const newest = points.at(-1)!
  return newest.band && bands
    ? t('timeline:newest', {
        value: formatNumber(newest.value, decimals),
        band: text(`band.${bands.id}.${newest.band}`),
      })
    : null
}

export const TrendChart = ({ trend }: { trend: Trend }) => {
  const t = useT()
  const text = useCheckText()
  const name = useTrendName()(trend)
  const labels = labelsOf(trend.points)
  const newest = newestText(t, text, trend)
  return (
    <div className={trend.sensitive ? 'no-print' : undefined}>
      <Text fw={600} component="h3" m={0}>
        {name}
      </Text>
      {newest ? <Text size="sm">{newest}</Text> : null}
      <Chart
        title={name}
        kind="line"
        height={180}
        rowsAre={t('timeline:at')}
        decimals={trend.decimals}
        {...(trend.unit ? { unit: text(`unit.${trend.unit}`) } : {})}
        domain={rangeOf(trend)}
        bands={trend.bands ? drawnBands(trend.bands, text) : []}
        series={[{ key: 'value', label: t('timeline:value') }]}
        rows={trend.points.map(({ value }, at) => ({ label: labels[at]!, values: { value } }))}
      />
    </div>
  )
}
