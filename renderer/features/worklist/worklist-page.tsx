// What waits for the person: the start view of the clinical roles.
import { Chip, Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useRead } from '../../api/queries.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { AppLink, Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { DueDate } from './due-date.tsx'
import { doneColumn } from './follow-up-done.tsx'
import { isProjectItem, itemState, itemText, pathOfItem, type WaitingItem } from './item-text.ts'

const FILTERS = [
  'all',
  'today',
  'overdue',
  'draft',
  'doctor-queue',
  'follow-up',
  'plan',
  'referral',
  'project',
] as const
type Filter = (typeof FILTERS)[number]

const passes = (filter: Filter, item: WaitingItem, today: string): boolean => {
  if (filter === 'all') return true
  if (filter === 'today') return item.date === today
  if (filter === 'overdue') return item.overdue
  if (filter === 'project') return isProjectItem(item)
  return item.kind === filter || (filter === 'draft' && item.kind === 'amendment')
}

const columnsOf = (t: T): Column<WaitingItem>[] => [
  {
    id: 'date',
    header: t('worklist:date'),
    value: (item) => item.date,
    cell: (item) => <DueDate date={item.date} overdue={item.overdue} />,
  },
  {
    id: 'client',
    header: t('worklist:client'),
    rowHeader: true,
    value: (item) => `${item.familyName} ${item.givenNames}`,
    cell: (item) => (
      <AppLink to={pathOfItem(item)}>
        {item.familyName} {item.givenNames}
      </AppLink>
    ),
  },
  {
    id: 'kind',
    header: t('worklist:what'),
    value: (item) => itemText(t, item),
  },
  { id: 'state', header: t('worklist:state'), value: (item) => itemState(t, item) },
]

const Items = ({ items, filter }: { items: WaitingItem[]; filter: Filter }) => {
  const t = useT()
  const may = useMay()('checks.followUpDone')
  const columns = useMemo(() => [...columnsOf(t), ...doneColumn(t, items, may)], [t, items, may])
  const { today } = useSession().status
  const rows = items.filter((item) => passes(filter, item, today))
  if (rows.length === 0) return <Empty title={t('worklist:nothing')} help={t('worklist:nothingHelp')} />
  return (
    <DataTable
      caption={t('worklist:title')}
      rows={rows}
      columns={columns}
      rowKey={(item) => `${item.kind}-${item.id}`}
      sortBy={{ id: 'date' }}
    />
  )
}

const WorklistPage = () => {
  const t = useT()
  const { status } = useSession()
  const [filter, setFilter] = useState<Filter>(status.user?.role === 'doctor' ? 'doctor-queue' : 'all')
  const query = useRead('worklist.show', {})
  return (
    <Page title={t('worklist:title')} intro={t('worklist:intro')}>
      <Chip.Group value={filter} onChange={(value) => setFilter(value as Filter)}>
        <Group gap="xs" role="radiogroup" aria-label={t('worklist:filter')} className="no-print">
          {FILTERS.map((value) => (
            <Chip key={value} value={value} variant="outline">
              {query.data
                ? t('worklist:counted', {
                    name: t(`worklist:show.${value}`),
                    count: query.data.filter((item) => passes(value, item, status.today)).length,
                  })
                : t(`worklist:show.${value}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Panel title={t(`worklist:show.${filter}`)}>
        <ReadView query={query}>{(items) => <Items items={items} filter={filter} />}</ReadView>
      </Panel>
    </Page>
  )
}

export default WorklistPage
