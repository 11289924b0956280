// All data of one client to be read and printed on A4, with the log of who looked.
import { Text } from '@mantine/core'
import { useState } from 'react'
import type { DataRequestDocument } from '../../../domain/data-request/document.ts'
import type { Sensitivity } from '../../../domain/health-checks/fields.ts'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatMoment } from '../../ui/format.ts'
import { Page, Panel } from '../../ui/page.tsx'
import { PaperLanguage, PaperLanguageChoice, ScreenTexts } from '../../ui/paper-language.tsx'
import { ReadView } from '../../ui/states.tsx'
import { EventTable } from '../audit/event-table.tsx'
import { PrintButtons } from '../health-checks/print-buttons.tsx'
import { SensitiveChoice } from '../health-checks/sensitive-choice.tsx'
import { useSession } from '../session/session.tsx'
import { ToldChecks } from './told-checks.tsx'
import { ToldClient } from './told-client.tsx'
import { ToldConsents, ToldErasure, ToldPlan, ToldReferrals, ToldReleases } from './told-work.tsx'

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

const DataPaper = ({ told }: { told: DataRequestDocument }) => {
  const t = useT()
  const { status } = useSession()
  const { id } = told.client
  const [include, setInclude] = useState<readonly Sensitivity[]>([])
  const left = KINDS.filter((kind) => !include.includes(kind))
  return (
    <Page
      title={t('dataRequest:paper')}
      intro={t('dataRequest:made', { station: status.stationName, time: formatMoment(told.made_at) })}
      actions={<PrintButtons clientId={id} document="data" back={`/clients/${id}/data`} />}
    >
      <PaperLanguageChoice />
      <ScreenTexts>
        <SensitiveChoice value={include} onChange={setInclude} />
      </ScreenTexts>
      {left.length > 0 ? (
        <Text size="sm">
          {t('dataRequest:leftOut', {
            kinds: left.map((kind) => t(`checkScreen:include.${kind}`).toLocaleLowerCase('fi')).join(', '),
          })}
        </Text>
      ) : null}
      <ToldClient told={told} />
      <ToldConsents consents={told.consents} />
      <ToldChecks told={told} include={include} />
      <ToldReferrals referrals={told.referrals} protectedAddress={told.client.protected_address === 1} />
      <ToldPlan plan={told.plan} plan_changes={told.plan_changes} />
      <ToldReleases releases={told.releases} protectedAddress={told.client.protected_address === 1} />
      <ToldErasure erasure={told.erasure} />
      <Log log={told.log} />
    </Page>
  )
}

const DataRequestPage = ({ params }: ViewProps) => (
  <ReadView query={useRead('dataRequest.show', { clientId: params.clientId! })}>
    {(json) => {
      const told = asDocument(json)
      return (
        <PaperLanguage client={told.client.language}>
          <DataPaper told={told} />
        </PaperLanguage>
      )
    }}
  </ReadView>
)

export default DataRequestPage
