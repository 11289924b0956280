// A chart and the same numbers as a table. A hidden number is not drawn and is said to be hidden in the table: it is
// never zero. An uncertain one is drawn hatched from its low to its high end.
import { Table } from '@mantine/core'
import { useId } from 'react'
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useT } from '../i18n/i18n.ts'
import classes from './chart.module.css'
import { formatNumber } from './format.ts'

/** A number, an interval that is known to hold it, a least, a number that is hidden, or nothing measured. */
export type ChartValue = number | { low: number; high?: number } | 'hidden' | null

export type ChartRow = { label: string; values: Record<string, ChartValue> }
export type ChartSeries = { key: string; label: string }
export type ChartBand = { from: number; to: number; label: string; tone: 'good' | 'watch' | 'alarm' }

type Props = {
  title: string
  kind: 'bar' | 'line'
  rows: readonly ChartRow[]
  series: readonly ChartSeries[]
  /** Heading of the first column: what the rows are, e.g. quarter or date. */
  rowsAre: string
  decimals?: number
  unit?: string
  bands?: readonly ChartBand[]
  /** A horizontal line, e.g. a target. */
  target?: { value: number; label: string }
  height?: number
  /** Lowest and highest value of the axis; from zero without it. */
  domain?: readonly [number, number]
}

const TOOLTIP = {
  background: 'var(--mantine-color-body)',
  color: 'var(--mantine-color-text)',
  fontSize: '0.8125rem',
}
const COLORS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)', 'var(--chart-5)']
const colorOf = (at: number): string => COLORS[at % COLORS.length]!
/** Apart from colour, lines differ in their dashes. */
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '12 4']

const base = (value: ChartValue): number | null =>
  typeof value === 'number' ? value : value && value !== 'hidden' ? value.low : null
const span = (value: ChartValue): number | null =>
  value && typeof value === 'object' && value.high !== undefined ? value.high - value.low : null

const drawn = ({ rows, series }: Pick<Props, 'rows' | 'series'>) =>
  rows.map((row) => ({
    label: row.label,
    ...Object.fromEntries(
      series.flatMap(({ key }) => [
        [key, base(row.values[key] ?? null)],
        [`${key}-span`, span(row.values[key] ?? null)],
      ]),
    ),
  }))

const Values = ({ rows, series, rowsAre, title, decimals, unit }: Props) => {
  const t = useT()
  const shown = (value: ChartValue): string => {
    if (value === null) return t('ui:none')
    if (value === 'hidden') return t('ui:hidden')
    if (typeof value === 'number') return formatNumber(value, decimals)
    const low = formatNumber(value.low, decimals)
    return value.high === undefined
      ? t('ui:atLeast', { low })
      : t('ui:range', { low, high: formatNumber(value.high, decimals) })
  }
  return (
    <Table aria-label={`${title}. ${t('ui:chartTable')}`} className={classes.values}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{rowsAre}</Table.Th>
          {series.map(({ key, label }) => (
            <Table.Th key={key} ta="right">
              {unit ? `${label} (${unit})` : label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.label}>
            <Table.Th scope="row" fw={500}>
              {row.label}
            </Table.Th>
            {series.map(({ key }) => {
              const value = row.values[key] ?? null
              return (
                <Table.Td
                  key={key}
                  ta="right"
                  className={value === 'hidden' ? classes.hidden : undefined}
                  title={value === 'hidden' ? t('ui:hiddenHelp') : undefined}
                >
                  {shown(value)}
                </Table.Td>
              )
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** The drawing is hidden from screen readers: they get the table. */
export const Chart = (props: Props) => {
  const { title, kind, series, bands, target, height = 240 } = props
  const hatch = useId()
  const data = drawn(props)
  // A line may pass over a day without a measurement, but not over a number that is kept from view.
  const someHidden = props.rows.some((row) => Object.values(row.values).includes('hidden'))
  const common = { data, margin: { top: 8, right: 16, bottom: 4, left: 0 }, accessibilityLayer: false }
  const format = (value: unknown) => (typeof value === 'number' ? formatNumber(value, props.decimals) : '')
  const frame = [
    <CartesianGrid key="grid" vertical={false} stroke="var(--app-line)" />,
    <XAxis key="x" dataKey="label" stroke="var(--chart-text)" fontSize={12} />,
    <YAxis
      key="y"
      domain={props.domain ? [...props.domain] : kind === 'line' ? ['auto', 'auto'] : [0, 'auto']}
      stroke="var(--chart-text)"
      fontSize={12}
      tickFormatter={format}
      width={48}
    />,
    <Tooltip
      key="tip"
      contentStyle={TOOLTIP}
      formatter={(value) => format(value)}
      isAnimationActive={false}
    />,
    ...(series.length > 1 ? [<Legend key="legend" itemSorter={null} />] : []),
    ...(bands ?? []).map((band) => (
      <ReferenceArea
        key={`${band.from}-${band.label}`}
        y1={band.from}
        y2={band.to}
        fill={`var(--chart-${band.tone})`}
        ifOverflow="hidden"
      />
    )),
    ...(target
      ? [
          <ReferenceLine
            key="target"
            ifOverflow="extendDomain"
            y={target.value}
            stroke="var(--chart-text)"
            strokeDasharray="4 4"
            label={{
              value: target.label,
              position: 'insideBottomRight',
              fill: 'var(--chart-text)',
              fontSize: 12,
            }}
          />,
        ]
      : []),
  ]
  return (
    <figure className={classes.figure} aria-label={title}>
      <div aria-hidden style={{ height }}>
        <ResponsiveContainer width="100%" height="100%">
          {kind === 'bar' ? (
            <BarChart {...common}>
              <defs>
                {series.map(({ key }, at) => (
                  <pattern
                    key={key}
                    id={`${hatch}${at}`}
                    width="6"
                    height="6"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                  >
                    <rect width="2" height="6" fill={colorOf(at)} />
                  </pattern>
                ))}
              </defs>
              {frame}
              {series.flatMap(({ key, label }, at) => [
                <Bar
                  key={key}
                  dataKey={key}
                  name={label}
                  stackId={key}
                  fill={colorOf(at)}
                  isAnimationActive={false}
                />,
                <Bar
                  key={`${key}-span`}
                  dataKey={`${key}-span`}
                  name={label}
                  stackId={key}
                  fill={`url(#${hatch}${at})`}
                  stroke={colorOf(at)}
                  legendType="none"
                  tooltipType="none"
                  isAnimationActive={false}
                />,
              ])}
            </BarChart>
          ) : (
            <LineChart {...common}>
              {frame}
              {series.map(({ key, label }, at) => (
                <Line
                  key={key}
                  connectNulls={!someHidden}
                  dataKey={key}
                  name={label}
                  stroke={colorOf(at)}
                  strokeWidth={2}
                  strokeDasharray={DASHES[at % DASHES.length]}
                  isAnimationActive={false}
                />
              ))}
            </LineChart>
          )}
        </ResponsiveContainer>
      </div>
      <Values {...props} />
    </figure>
  )
}
