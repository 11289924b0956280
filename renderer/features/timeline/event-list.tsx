// The client's events as a list that can be narrowed to some kinds.
import { Button, Chip, Group, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type T, useT } from '../../i18n/i18n.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { AppLink, Panel } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { type ClientEvent, EVENT_KINDS, type EventKind } from './events.ts'

const PAGE = 50

const stateText = (t: T, key: string): string => (t as unknown as (key: string) => string)(key)

const textOf = (t: T, event: ClientEvent): string => {
  switch (event.what) {
    case 'check':
      return event.signedBy
        ? t('timeline:event.signedCheck', { state: t(`check:state.${event.state}`), by: event.signedBy })
        : t('timeline:event.check', { state: t(`check:state.${event.state}`) })
    case 'referralState':
      return t('timeline:event.referralState', { state: stateText(t, `check:referral.state.${event.state}`) })
    case 'referralBegun':
      return t('timeline:event.referralBegun')
    case 'referralSent':
      return t('timeline:event.referralSent', { receiver: event.receiver ?? '' })
    case 'planAdded':
      return t('timeline:event.planAdded', { count: event.count })
    case 'planDone':
    case 'planDropped':
      return t(`timeline:event.${event.what}`, { title: event.title })
    case 'consentGiven':
    case 'consentRefused':
    case 'consentWithdrawn': {
      const kind = t(`clients:consents.kinds.${event.consent}`)
      const text = t(`timeline:event.${event.what}`, { kind })
      return event.receiver ? `${text} (${event.receiver})` : text
    }
    default:
      return t(`timeline:event.${event.what}`)
  }
}

const columnsOf = (t: T): Column<ClientEvent>[] => [
  {
    id: 'at',
    header: t('timeline:at'),
    value: ({ at }) => at,
    cell: ({ at }) => (at.length > 10 ? formatMoment(at) : formatDate(at)),
  },
  { id: 'kind', header: t('timeline:kind'), value: ({ kind }) => t(`timeline:kinds.${kind}`) },
  {
    id: 'what',
    header: t('timeline:what'),
    value: (event) => textOf(t, event),
    rowHeader: true,
    cell: (event) => <AppLink to={event.to}>{textOf(t, event)}</AppLink>,
  },
]

export const EventList = ({ events }: { events: readonly ClientEvent[] }) => {
  const t = useT()
  const [kinds, setKinds] = useState<string[]>([])
  const [count, setCount] = useState(PAGE)
  const columns = useMemo(() => columnsOf(t), [t])
  const chosen = events.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  const offered: EventKind[] = EVENT_KINDS.filter((kind) => events.some((event) => event.kind === kind))
  return (
    <Panel title={t('timeline:events')}>
      <Stack gap="sm">
        <Chip.Group multiple value={kinds} onChange={setKinds}>
          <Group gap="xs" role="group" aria-label={t('timeline:filter')} className="no-print">
            {offered.map((kind) => (
              <Chip key={kind} value={kind} variant="outline" size="sm">
                {t(`timeline:kinds.${kind}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        {chosen.length === 0 ? (
          <Empty title={t('timeline:none')} />
        ) : (
          <DataTable
            caption={t('timeline:events')}
            rows={chosen.slice(0, count)}
            columns={columns}
            rowKey={({ key }) => key}
            sortBy={{ id: 'at', desc: true }}
          />
        )}
        {chosen.length > count ? (
          <Group>
            <Button variant="default" onClick={() => setCount(count + PAGE)}>
              {t('timeline:more', { count: chosen.length - count })}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Panel>
  )
}
