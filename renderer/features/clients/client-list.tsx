// Finding a client: the search answers while one types; empty, it shows whom one handled last.
import { Button, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { parseSearch } from '../../../domain/clients/search.ts'
import type { Output } from '../../../domain/contract/table.ts'
import { useRead } from '../../api/queries.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { AppLink, Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { carryIntoNewClient } from './from-search.ts'
import { municipalityName } from './municipality-name.ts'

type Listed = Output<'clients.search'>[number]

const TYPING_PAUSE_MS = 120
const MOST_SHOWN = 50

const columnsOf = (t: T): Column<Listed>[] => [
  {
    id: 'name',
    header: t('clients:list.name'),
    rowHeader: true,
    value: (client) => `${client.familyName} ${client.givenNames}`,
    cell: (client) => (
      <AppLink to={`/clients/${client.id}`}>
        {client.familyName} {client.givenNames}
      </AppLink>
    ),
  },
  { id: 'birthYear', header: t('clients:list.birthYear'), value: (client) => client.birthYear },
  {
    id: 'municipality',
    header: t('clients:list.municipality'),
    value: (client) => municipalityName(t, client.municipality),
  },
]

const ClientTable = ({ caption, rows }: { caption: string; rows: Listed[] }) => {
  const t = useT()
  const columns = useMemo(() => columnsOf(t), [t])
  return <DataTable caption={caption} rows={rows} columns={columns} rowKey={(client) => client.id} />
}

const Recent = () => {
  const t = useT()
  const recent = useRead('clients.recent', {})
  return (
    <Panel title={t('clients:list.recent')}>
      <ReadView
        query={recent}
        empty={<Empty title={t('clients:list.noneYet')} help={t('clients:list.noneYetHelp')} />}
      >
        {(rows) => <ClientTable caption={t('clients:list.recent')} rows={rows} />}
      </ReadView>
    </Panel>
  )
}

/** `open`: Enter was pressed for this text; the only client found is opened. */
const Results = ({ text, open }: { text: string; open: boolean }) => {
  const t = useT()
  const { status } = useSession()
  const { kind } = parseSearch(text, status.today)
  const readable = kind !== 'tooShort' && kind !== 'unreadable'
  const found = useRead('clients.search', { text }, { keepPrevious: true, enabled: readable })
  const [, navigate] = useLocation()
  const only = found.data?.length === 1 && !found.isPlaceholderData ? found.data[0]!.id : null
  useEffect(() => {
    if (open && only) navigate(`/clients/${only}`)
  }, [open, only, navigate])
  if (!readable)
    return (
      <Text size="sm" role="status">
        {kind === 'tooShort' ? t('clients:list.keepTyping') : t('clients:list.unreadable')}
      </Text>
    )
  return (
    <Panel title={t('clients:list.results')}>
      <ReadView
        query={found}
        empty={<Empty title={t('clients:list.noneFound')} help={t('clients:list.noneFoundHelp')} />}
      >
        {(rows) => (
          <>
            <Text size="sm" c="dimmed" role="status">
              {rows.length < MOST_SHOWN
                ? t('clients:list.found', { count: rows.length })
                : t('clients:list.most', { count: MOST_SHOWN })}
            </Text>
            <ClientTable caption={t('clients:list.results')} rows={rows} />
          </>
        )}
      </ReadView>
    </Panel>
  )
}

const ClientList = () => {
  const t = useT()
  const may = useMay()
  const { today } = useSession().status
  const [text, setText] = useState('')
  const [entered, setEntered] = useState<string | null>(null)
  const [searched] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS)
  return (
    <Page
      title={t('clients:list.title')}
      actions={
        may('clients.register') ? (
          <Button component={Link} to="/clients/new" onClick={() => carryIntoNewClient(text, today)}>
            {t('clients:list.register')}
          </Button>
        ) : null
      }
    >
      <TextInput
        type="search"
        role="searchbox"
        name="client-search"
        label={t('clients:list.search')}
        description={t('clients:list.searchHelp')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        maw="32rem"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setEntered(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') setEntered(text.trim())
        }}
      />
      {searched === '' ? <Recent /> : <Results text={searched} open={entered === searched} />}
    </Page>
  )
}

export default ClientList
