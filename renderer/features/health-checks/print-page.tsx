// What is printed of a signed check: the professional's copy and the client's own, sensitive answers left out by default.
import { Text } from '@mantine/core'
import { useState } from 'react'
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'
import type { Sensitivity } from '../../../domain/health-checks/fields.ts'
import { guardianForbidden } from '../../../domain/health-checks/guardian.ts'
import { isPreliminary } from '../../../domain/health-checks/work-ability.ts'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { Facts, Page } from '../../ui/page.tsx'
import { PaperLanguage, PaperLanguageChoice } from '../../ui/paper-language.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { useSession } from '../session/session.tsx'
import { AnswersView } from './answers-view.tsx'
import { useCheckText } from './check-text.ts'
import { ClientSummary } from './client-summary.tsx'
import { GuardianBanner } from './guardian-banner.tsx'
import { LeftOutNote } from './left-out-note.tsx'
import { PrintButtons } from './print-buttons.tsx'
import { SensitiveChoice } from './sensitive-choice.tsx'
import { contextOf, type OpenedCheck, type Version } from './versions.ts'

const Professional = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const text = useCheckText()
  const [include, setInclude] = useState<readonly Sensitivity[]>([])
  const hidden = check.client.protectedAddress
  const version = check.versions.at(-1)!
  const answers = answersOf(version)
  const by = answers.fields.assessedByRole === 'doctor' ? 'doctor' : 'nurse'
  return (
    <>
      <SensitiveChoice value={include} onChange={setInclude} />
      <Facts
        facts={[
          { label: t('clients:list.name'), value: check.client.name },
          { label: t('clients:field.birthDate'), value: formatDate(check.client.birthDate) },
          {
            label: t('checkScreen:version.signedBy'),
            value: `${version.signedBy}, ${t(`app:role.${version.signedRole}`)}`,
          },
          { label: t('checkScreen:version.signedAt'), value: formatMoment(version.signedAt) },
          {
            label: t('checkScreen:version.state'),
            value: `${t(`check:state.${version.state}`)}, ${text(isPreliminary(by) ? 'recordText.preliminary' : 'recordText.final')}`,
          },
          version.reason !== null && { label: t('checkScreen:reason'), value: version.reason },
        ]}
      />
      {hidden ? <Text size="sm">{t('clients:page.protectedLeftOut')}</Text> : null}
      <AnswersView
        answers={answers}
        context={contextOf(check)}
        include={include}
        location={hidden ? 'leftOut' : 'shown'}
      />
    </>
  )
}

const answersOf = ({ answers }: Version): CheckAnswers => ({
  ...emptyAnswers(),
  ...(answers as unknown as CheckAnswers),
})

type PaperProps = { check: OpenedCheck; forClient: boolean }

const CheckPaper = ({ check, forClient }: PaperProps) => {
  const t = useT()
  const { status } = useSession()
  const newest = check.versions.at(-1)
  return (
    <Page
      title={
        forClient
          ? t('checkScreen:summary.title')
          : t('checkScreen:title', { date: formatDate(check.checkDate) })
      }
      intro={<span>{status.stationName}</span>}
      actions={
        <PrintButtons
          clientId={check.clientId}
          document={forClient ? 'check-summary' : 'check'}
          back={`/checks/${check.id}`}
        />
      }
    >
      <PaperLanguageChoice />
      <LeftOutNote />
      {newest && guardianForbidden(answersOf(newest), contextOf(check)) ? <GuardianBanner /> : null}
      {check.versions.length === 0 ? (
        <Empty title={t('checkScreen:unsigned')} help={t('checkScreen:unsignedHelp')} />
      ) : forClient ? (
        <ClientSummary check={check} />
      ) : (
        <Professional check={check} />
      )}
    </Page>
  )
}

const PrintPage = ({ params }: ViewProps) => (
  <ReadView query={useRead('checks.open', { checkId: params.checkId! })}>
    {(check) =>
      params.what === 'client' ? (
        <PaperLanguage client={check.client.language}>
          <CheckPaper check={check} forClient />
        </PaperLanguage>
      ) : (
        <CheckPaper check={check} forClient={false} />
      )
    }
  </ReadView>
)

export default PrintPage
