// One client: who it is at the top, the topics as tabs. Opening the page is one event in the log.
import { Button, Group, Tabs } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { ageOn } from '../../../domain/clients/entry.ts'
import type { Output } from '../../../domain/contract/table.ts'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { GuardianBanner } from '../health-checks/guardian-banner.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { CLIENT_TABS } from './client-tabs.tsx'
import { NotCounted } from './entry-panel.tsx'
import { municipalityName } from './municipality-name.ts'

const Headline = ({ client }: { client: Output<'clients.open'> }) => {
  const t = useT()
  const { today } = useSession().status
  return (
    <Group gap="xs" component="span">
      <span>
        {t('clients:page.born', { date: formatDate(client.birthDate), age: ageOn(client.birthDate, today) })}
      </span>
      <span className={client.protectedAddress ? 'no-print' : undefined}>
        {municipalityName(t, client.municipality)}
      </span>
      <span>{t(`clients:labourStatus.${client.labourStatus}`)}</span>
      {client.protectedAddress ? <Tag tone="alarm">{t('clients:page.protected')}</Tag> : null}
      {client.interpreter ? (
        <Tag>{t('clients:page.interpreter', { language: t(`clients:language.${client.language}`) })}</Tag>
      ) : null}
    </Group>
  )
}

const ClientTabsView = ({ client, tab }: { client: Output<'clients.open'>; tab: string | undefined }) => {
  const t = useT()
  const may = useMay()
  const [, navigate] = useLocation()
  const shown = CLIENT_TABS.filter(({ needs }) => may(needs))
  const chosen = shown.find(({ id }) => id === tab) ?? shown[0]!
  return (
    <Tabs
      value={chosen.id}
      keepMounted={false}
      onChange={(id) => navigate(`/clients/${client.id}/${id}`, { replace: true })}
    >
      <Tabs.List aria-label={t('clients:page.tabs')} mb="md">
        {shown.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id}>
            {label(t)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shown.map(({ id, view: View }) => (
        <Tabs.Panel key={id} value={id}>
          <View client={client} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

const ClientPage = ({ params }: ViewProps) => {
  const t = useT()
  const may = useMay()
  const clientId = params.clientId!
  const query = useRead('clients.open', { clientId })
  const client = query.data
  return (
    <Page
      title={client ? `${client.familyName} ${client.givenNames}` : t('clients:list.title')}
      windowTitle={t('clients:page.tabs')}
      intro={client ? <Headline client={client} /> : null}
      actions={
        client && may('clients.correct') ? (
          <Button variant="default" component={Link} to={`/clients/${clientId}/correct`}>
            {t('clients:page.correct')}
          </Button>
        ) : null
      }
    >
      <ReadView query={query}>
        {(data) => (
          <>
            {data.guardianForbidden ? <GuardianBanner /> : null}
            {params.tab === 'project' ? null : <NotCounted client={data} link />}
            <ClientTabsView client={data} tab={params.tab} />
          </>
        )}
      </ReadView>
    </Page>
  )
}

export default ClientPage
