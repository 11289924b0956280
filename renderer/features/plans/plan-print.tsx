// The plan on paper for the client: plain words, what to do, whom to ask, when.
import { Title } from '@mantine/core'
import type { Output } from '../../../domain/contract/table.ts'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { Page, Panel } from '../../ui/page.tsx'
import { PaperLanguage, PaperLanguageChoice } from '../../ui/paper-language.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { GuardianBanner } from '../health-checks/guardian-banner.tsx'
import { PrintButtons } from '../health-checks/print-buttons.tsx'
import { useSession } from '../session/session.tsx'
import type { PlanItem } from './plan-item-form.tsx'
import { inOrder } from './plan-order.ts'
import classes from './plan-print.module.css'

const Step = ({ item }: { item: PlanItem }) => {
  const t = useT()
  return (
    <li className={classes.step}>
      <Title order={3}>{item.title}</Title>
      {item.instructions ? <p>{item.instructions}</p> : null}
      <p>
        {t('plans:paper.who', { who: t(`plans:paper.responsible.${item.responsible}`) })}
        {item.dueDate ? ` ${t('plans:paper.when', { date: formatDate(item.dueDate) })}` : ''}
      </p>
      {item.contact ? <p>{t('plans:paper.contact', { contact: item.contact })}</p> : null}
    </li>
  )
}

const Paper = ({ items }: { items: PlanItem[] }) => {
  const t = useT()
  const { status } = useSession()
  const goals = inOrder(items, 'goal').filter(({ state }) => state === 'open')
  const steps = inOrder(items, 'step').filter(({ state }) => state === 'open')
  const done = items.filter(({ state }) => state === 'done')
  return (
    <div className={classes.paper}>
      <p>{t('plans:paper.intro')}</p>
      {goals.length > 0 ? (
        <Panel title={t('plans:paper.goals')}>
          <ul className={classes.list}>
            {goals.map((item) => (
              <Step key={item.id} item={item} />
            ))}
          </ul>
        </Panel>
      ) : null}
      {steps.length > 0 ? (
        <Panel title={t('plans:paper.steps')}>
          <ol className={classes.list}>
            {steps.map((item) => (
              <Step key={item.id} item={item} />
            ))}
          </ol>
        </Panel>
      ) : null}
      {done.length > 0 ? (
        <Panel title={t('plans:paper.done')}>
          <ul className={classes.list}>
            {done.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title={t('plans:paper.ask')}>
        <p>{t('plans:paper.askHelp', { station: status.stationName, name: status.user?.displayName })}</p>
        <p>{t('plans:paper.change')}</p>
      </Panel>
    </div>
  )
}

const PlanPage = ({ client }: { client: Output<'clients.open'> }) => {
  const t = useT()
  const { today } = useSession().status
  const plan = useRead('plans.ofClient', { clientId: client.id })
  return (
    <Page
      title={t('plans:paper.title')}
      intro={`${client.givenNames} ${client.familyName} · ${formatDate(today)}`}
      actions={
        <PrintButtons
          clientId={client.id}
          document="plan"
          back={`/clients/${client.id}/plan`}
          empty={plan.data?.length === 0}
        />
      }
    >
      <PaperLanguageChoice />
      {client.guardianForbidden ? <GuardianBanner /> : null}
      <ReadView query={plan} empty={<Empty title={t('plans:paper.empty')} />}>
        {(items) => <Paper items={items} />}
      </ReadView>
    </Page>
  )
}

const PlanPrint = ({ params }: ViewProps) => (
  <ReadView query={useRead('clients.open', { clientId: params.clientId! })}>
    {(client) => (
      <PaperLanguage client={client.language}>
        <PlanPage client={client} />
      </PaperLanguage>
    )}
  </ReadView>
)

export default PlanPrint
