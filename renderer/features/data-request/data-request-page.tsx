// All data of one client to be read and printed on A4, with the log of who looked.
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { DataRequestDocument } from '../../../domain/data-request/document.ts'
import type { Sensitivity } from '../../../domain/health-checks/fields.ts'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatMoment } from '../../ui/format.ts'
import { Page, Panel } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { EventTable } from '../audit/event-table.tsx'
import { PrintButtons } from '../health-checks/print-buttons.tsx'
import { SensitiveChoice } from '../health-checks/sensitive-choice.tsx'
import { useSession } from '../session/session.tsx'
import { ToldChecks } from './told-checks.tsx'
import { ToldClient } from './told-client.tsx'
import { ToldConsents, ToldPlan, ToldReferrals } from './told-work.tsx'

const KINDS = ['substances', 'selfHarm', 'violence'] as const satisfies readonly Sensitivity[]

const Log = ({ log }: { log: DataRequestDocument['log'] }) => {
  const t = useT()
  const rows = log.map(({ at, who, role, event }, index) => ({
    seq: log.length - index,
    at,
    userName: who,
    role: role as 'nurse',
    event,
    outcome: 'done' as const,
  }))
  return (
    <Panel title={t('audit:ofClientTitle')}>
      <EventTable caption={t('audit:ofClientTitle')} rows={rows as never} />
    </Panel>
  )
}

/** The contract carries it as any JSON; the server's own type says what is in it. */
const asDocument = (json: unknown): DataRequestDocument => json as DataRequestDocument

const DataRequestPage = ({ params }: ViewProps) => {
  const t = useT()
  const { status } = useSession()
  const clientId = params.clientId!
  const query = useRead('dataRequest.show', { clientId })
  const [include, setInclude] = useState<readonly Sensitivity[]>([])
  const left = KINDS.filter((kind) => !include.includes(kind))
  return (
    <Page
      title={t('dataRequest:paper')}
      intro={
        query.data
          ? t('dataRequest:made', {
              station: status.stationName,
              time: formatMoment(asDocument(query.data).made_at),
            })
          : null
      }
      actions={
        <>
          <Button variant="default" component={Link} to={`/clients/${clientId}/data`}>
            {t('ui:back')}
          </Button>
          <PrintButtons clientId={clientId} document="data" />
        </>
      }
    >
      <SensitiveChoice value={include} onChange={setInclude} />
      {left.length > 0 ? (
        <Text size="sm">
          {t('dataRequest:leftOut', {
            kinds: left.map((kind) => t(`checkScreen:include.${kind}`).toLocaleLowerCase('fi')).join(', '),
          })}
        </Text>
      ) : null}
      <ReadView query={query}>
        {(json) => {
          const told = asDocument(json)
          return (
            <>
              <ToldClient told={told} />
              <ToldConsents consents={told.consents} />
              <ToldChecks told={told} include={include} />
              <ToldReferrals referrals={told.referrals} />
              <ToldPlan plan={told.plan} />
              <Log log={told.log} />
            </>
          )
        }}
      </ReadView>
    </Page>
  )
}

export default DataRequestPage
