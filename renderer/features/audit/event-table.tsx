// Events of the log as a table; names of events that this version does not know are shown as they are.
import i18next from 'i18next'
import { useMemo } from 'react'
import { ERROR_CODES } from '../../../domain/contract/errors.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { type T, useLanguage, useT } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/format.ts'
import { type Event, type FoldedEvent, foldEvents } from './fold-events.ts'

const REFUSED = 'refused.'

const eventText = (t: T, language: Language, event: string): string => {
  if (event.startsWith(REFUSED)) {
    const code = ERROR_CODES.find((known) => known === event.slice(REFUSED.length))
    return t('audit:refusedCall', {
      reason: code ? failureText(t, { code, params: { seconds: '…' } }) : event,
    })
  }
  // Names of events have dots, so the key is looked up without splitting it.
  const texts = i18next.getResourceBundle(language, 'audit') ?? i18next.getResourceBundle('fi', 'audit')
  return (texts.event as Record<string, string>)[event] ?? event
}

const whatText = (t: T, language: Language, { event, times }: FoldedEvent): string => {
  const text = eventText(t, language, event)
  return times === 1 ? text : t('audit:timesOver', { what: text, times })
}

const momentsOf = ({ since, at }: FoldedEvent): string => {
  const [from, to] = [formatMoment(since), formatMoment(at)]
  return from === to ? to : `${from} – ${to}`
}

const whoText = (t: T, { userName, username }: FoldedEvent): string => {
  if (!userName) return t('audit:nobody')
  return username ? `${userName} (${username})` : userName
}

const columnsOf = (t: T, language: Language): Column<FoldedEvent>[] => [
  { id: 'seq', header: t('audit:number'), value: (row) => row.seq, align: 'right' },
  { id: 'at', header: t('audit:at'), value: (row) => row.at, cell: momentsOf },
  { id: 'who', header: t('audit:who'), value: (row) => whoText(t, row) },
  { id: 'role', header: t('audit:role'), value: (row) => t(`app:role.${row.role}`) },
  { id: 'what', header: t('audit:what'), value: (row) => whatText(t, language, row), rowHeader: true },
  { id: 'outcome', header: t('audit:outcome'), value: (row) => t(`audit:${row.outcome}`) },
]

export const EventTable = ({ caption, rows }: { caption: string; rows: Event[] }) => {
  const t = useT()
  const language = useLanguage()
  const columns = useMemo(() => columnsOf(t, language), [t, language])
  const folded = useMemo(() => foldEvents(rows), [rows])
  return (
    <DataTable
      caption={caption}
      rows={folded}
      columns={columns}
      rowKey={(row) => String(row.seq)}
      sortBy={{ id: 'seq', desc: true }}
    />
  )
}
