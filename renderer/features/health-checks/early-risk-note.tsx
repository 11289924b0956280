// The early-risk finding with its reasons: each value beside the limit it has passed.
import { Alert, List, Text } from '@mantine/core'
import { type EarlierCheck, earlyRisk, earlyRiskFacts } from '../../../domain/assessments/early-risk.ts'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { scoreOf } from '../../../domain/health-checks/scores.ts'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import { useCheckText } from './check-text.ts'
import { contextOf, type OpenedCheck } from './versions.ts'

export const EarlyRiskNote = ({ check, answers }: { check: OpenedCheck; answers: CheckAnswers }) => {
  const t = useT()
  const text = useCheckText()
  const context = contextOf(check)
  const rules = useRead('rules.earlyRisk', {})
  const others = useRead('checks.ofClient', { clientId: check.clientId })
  const earlier = (others.data ?? [])
    .filter((one) => one.id !== check.id && one.answers !== null)
    .map(
      (one): EarlierCheck => ({
        checkDate: one.checkDate,
        workAbility:
          scoreOf(one.answers as unknown as CheckAnswers, { ...context, checkDate: one.checkDate }, 'was')
            ?.total ?? null,
      }),
    )
  if (!rules.data) return null
  const { settings } = rules.data
  const { level, signs, missing } = earlyRisk(earlyRiskFacts(answers, context, earlier), settings)
  const finding =
    level === null
      ? text('earlyRisk.unknown', { count: missing })
      : level === 'none'
        ? text('earlyRisk.none')
        : text(`earlyRisk.level.${level}`)
  return (
    <Alert
      color={level === 'clear' ? 'red' : level === 'some' ? 'yellow' : 'gray'}
      variant="outline"
      role="status"
      title={`${text('earlyRisk.title')}: ${finding}`}
    >
      {level !== 'none' && signs.length > 0 ? (
        <List size="sm">
          {signs.map(({ reason, value, limit }) => (
            <List.Item key={reason}>
              {text(`earlyRisk.reason.${reason}`)}{' '}
              <Text span size="sm" c="dimmed">
                {t('checkScreen:risk.why', { value: formatNumber(value), limit: formatNumber(limit) })}
              </Text>
            </List.Item>
          ))}
        </List>
      ) : null}
      {settings.approved ? null : (
        <Text size="xs" c="dimmed">
          {text('instrumentUi.unapproved')}
        </Text>
      )}
    </Alert>
  )
}
