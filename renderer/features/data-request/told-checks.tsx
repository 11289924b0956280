// Every signed version of every check, and what is being written now.
import { Stack, Text, Title } from '@mantine/core'
import type { DataRequestDocument } from '../../../domain/data-request/document.ts'
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'
import type { Sensitivity } from '../../../domain/health-checks/fields.ts'
import { guardianForbidden } from '../../../domain/health-checks/guardian.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { Panel } from '../../ui/page.tsx'
import { AnswersView } from '../health-checks/answers-view.tsx'
import { GuardianBanner } from '../health-checks/guardian-banner.tsx'

type Props = { told: DataRequestDocument; include: readonly Sensitivity[] }

const read = (answers: Record<string, unknown>): CheckAnswers => ({
  ...emptyAnswers(),
  ...(answers as Partial<CheckAnswers>),
})

export const ToldChecks = ({ told, include }: Props) => {
  const t = useT()
  const stateOf = (state: string) => (t as unknown as (key: string) => string)(`check:state.${state}`)
  const { sex, birth_date: birthDate, labour_status: labourStatus } = told.client
  return told.health_checks.map((check) => {
    const location = told.client.protected_address === 1 ? 'leftOut' : 'shown'
    const context = { checkDate: check.check_date, sex, birthDate, labourStatus }
    return (
      <Panel key={check.id} title={t('checkScreen:title', { date: formatDate(check.check_date) })}>
        <Stack gap="md">
          <Text size="sm">{stateOf(check.state)}</Text>
          {check.follow_ups_done.map(({ follow_up, done_at, done_by }) => (
            <Text key={follow_up} size="sm">
              {t('dataRequest:followUpDone', {
                date: formatDate(follow_up),
                time: formatMoment(done_at),
                by: done_by,
              })}
            </Text>
          ))}
          {check.versions.map(({ version, signed_at, signed_by, reason, answers }) => (
            <div key={version}>
              <Title order={3}>
                {t('dataRequest:version', { version, time: formatMoment(signed_at), by: signed_by })}
              </Title>
              {guardianForbidden(read(answers), context) ? <GuardianBanner /> : null}
              {reason ? <Text size="sm">{reason}</Text> : null}
              <AnswersView answers={read(answers)} context={context} include={include} location={location} />
            </div>
          ))}
          {check.draft ? (
            <div>
              <Title order={3}>{t('dataRequest:draft', { time: formatMoment(check.draft.saved_at) })}</Title>
              {check.draft.reason ? <Text size="sm">{check.draft.reason}</Text> : null}
              <AnswersView
                answers={read(check.draft.answers)}
                context={context}
                include={include}
                location={location}
              />
            </div>
          ) : null}
        </Stack>
      </Panel>
    )
  })
}
