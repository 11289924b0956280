// The office's figures against the project's targets, by quarter, for one station or all together.
import { NativeSelect, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import {
  FLOW_INDICATORS,
  type IndicatorId,
  OUTPUT_INDICATORS,
  RESULT_INDICATORS,
  STATUS_INDICATORS,
} from '../../../domain/indicators/definitions.ts'
import { type Figure, sumFigures } from '../../../domain/indicators/figures.ts'
import { useRead } from '../../api/queries.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { Chart } from '../../ui/chart.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { AppLink, Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { chartValue, figureText, shareText } from './figure-text.ts'

type Shown = Output<'indicators.show'>
type Row = { id: IndicatorId; now: Figure | null; target: number | null }

const ALL = 'all'
const TARGETS = ['participants', ...STATUS_INDICATORS] as const

/** Figures of the chosen scope: a station's own, or the merged ones. */
const figuresOf = ({ indicators, quarters }: Shown, scope: string) => {
  const at = (id: IndicatorId, quarter: string): Figure | null => {
    const row = indicators.find((one) => one.id === id)!.rows.find((one) => one.quarter === quarter)!
    return scope === ALL ? row.merged : (row.stations.find((one) => one.id === scope)?.figure ?? null)
  }
  const now = (id: IndicatorId): Figure | null => {
    const indicator = indicators.find((one) => one.id === id)!
    if (scope === ALL) return indicator.total
    const all = quarters.flatMap((quarter) => at(id, quarter) ?? [])
    return indicator.kind === 'flow' ? sumFigures(all) : (all.at(-1) ?? null)
  }
  return { at, now }
}

/** How many stations have not reported a quarter. */
const missingIn = ({ indicators }: Shown, quarter: string): number =>
  indicators[0]!.rows.find((row) => row.quarter === quarter)!.missing

/** A quarter that stations are missing from says so; a flow, which leaves them out, is then only a least. */
const chartRows = (t: T, data: Shown, scope: string, ids: readonly IndicatorId[]) => {
  const { at } = figuresOf(data, scope)
  return data.quarters.map((quarter) => {
    const missing = scope === ALL ? missingIn(data, quarter) : 0
    const partial = (id: IndicatorId) =>
      missing > 0 && data.indicators.find((one) => one.id === id)!.kind === 'flow'
    return {
      label: missing > 0 ? t('office:missing', { quarter, missing }) : quarter,
      values: Object.fromEntries(ids.map((id) => [id, chartValue(at(id, quarter), partial(id))])),
    }
  })
}

const nameOf = (t: T, id: IndicatorId): string => t(`office:name.${id}`)

const IndicatorTable = ({ rows, caption }: { rows: readonly Row[]; caption: string }) => {
  const t = useT()
  const withTargets = rows.some((row) => row.target !== null)
  const columns = useMemo<Column<Row>[]>(() => {
    const plain: Column<Row>[] = [
      {
        id: 'name',
        header: t('office:indicator'),
        value: (row) => nameOf(t, row.id),
        rowHeader: true,
        sortable: false,
      },
      {
        id: 'now',
        header: t('office:now'),
        value: (row) => row.now?.low ?? null,
        cell: (row) => figureText(t, row.now),
        align: 'right',
        sortable: false,
      },
    ]
    const targets: Column<Row>[] = [
      {
        id: 'target',
        header: t('office:target'),
        value: (row) => row.target,
        align: 'right',
        sortable: false,
      },
      {
        id: 'share',
        header: t('office:share'),
        value: (row) => row.now?.low ?? null,
        cell: (row) => {
          const share = row.target === null ? null : shareText(row.now, row.target)
          return share === null ? '' : t('office:shareOf', { share })
        },
        align: 'right',
        sortable: false,
      },
    ]
    return withTargets ? [...plain, ...targets] : plain
  }, [t, withTargets])
  return <DataTable caption={caption} rows={rows} columns={columns} rowKey={(row) => row.id} />
}

type PanelProps = { rows: readonly Row[]; title: string; note: string }

const IndicatorPanel = ({ rows, title, note }: PanelProps) => (
  <Panel title={title}>
    <Stack gap="xs">
      <IndicatorTable rows={rows} caption={title} />
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    </Stack>
  </Panel>
)

const Figures = ({ data }: { data: Shown }) => {
  const t = useT()
  const [scope, setScope] = useState(ALL)
  const { now } = figuresOf(data, scope)
  const rows = (ids: readonly IndicatorId[]): Row[] =>
    ids.map((id) => ({
      id,
      now: now(id),
      target: scope === ALL ? (data.indicators.find((one) => one.id === id)!.target?.value ?? null) : null,
    }))
  const series = (ids: readonly IndicatorId[]) => ids.map((id) => ({ key: id, label: nameOf(t, id) }))
  const source = data.indicators.find((one) => one.target !== null)!.target!.source
  const newest = data.quarters.at(-1)!
  const missing = missingIn(data, newest)
  const someMissing = scope === ALL && data.quarters.some((quarter) => missingIn(data, quarter) > 0)
  return (
    <>
      <NativeSelect
        className="no-print"
        label={t('office:scope')}
        value={scope}
        onChange={(event) => setScope(event.currentTarget.value)}
        maw={360}
        data={[
          { value: ALL, label: t('office:allStations') },
          ...data.stations.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      {scope === ALL && missing > 0 ? (
        <Text size="sm">{t('office:incomplete', { quarter: newest, missing })}</Text>
      ) : null}
      <IndicatorPanel
        rows={rows(TARGETS)}
        title={t('office:targets')}
        note={t('office:source', { source: t(`office:sourceName.${source}`) })}
      />
      <Panel title={t('office:classes')}>
        <Chart
          title={t('office:classes')}
          kind="bar"
          rows={chartRows(t, data, scope, STATUS_INDICATORS)}
          series={series(STATUS_INDICATORS)}
          rowsAre={t('office:quarter')}
        />
      </Panel>
      <Panel title={t('office:flows')}>
        <Chart
          title={t('office:flows')}
          kind="bar"
          rows={chartRows(t, data, scope, FLOW_INDICATORS)}
          series={series(FLOW_INDICATORS)}
          rowsAre={t('office:quarter')}
        />
        {someMissing ? <Text size="sm">{t('office:incompleteFlow')}</Text> : null}
      </Panel>
      <IndicatorPanel rows={rows(OUTPUT_INDICATORS)} title={t('office:esf')} note={t('office:esfIntro')} />
      <IndicatorPanel
        rows={rows(RESULT_INDICATORS)}
        title={t('office:results')}
        note={t('office:resultsIntro')}
      />
    </>
  )
}

const IndicatorsPage = () => {
  const t = useT()
  const query = useRead('indicators.show', {})
  return (
    <Page title={t('office:indicatorsTitle')} intro={t('office:indicatorsIntro')}>
      <ReadView query={query}>
        {(data) =>
          data.quarters.length === 0 ? (
            <Panel>
              <Empty title={t('office:empty')} help={t('office:emptyHelp')}>
                <AppLink to="/imports">{t('office:toImports')}</AppLink>
              </Empty>
            </Panel>
          ) : (
            <Figures data={data} />
          )
        }
      </ReadView>
    </Page>
  )
}

export default IndicatorsPage
