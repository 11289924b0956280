// Where the referral stands: its steps so far and those that may come next, from the table the server refuses with.
import { Alert, Button, Group, Stack, Text, Timeline } from '@mantine/core'
import { useState } from 'react'
import { REMINDERS, type ReferralTransition, referralStepsFrom } from '../../../domain/referrals/states.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatMoment } from '../../ui/format.ts'
import { Panel } from '../../ui/page.tsx'
import { useSession } from '../session/session.tsx'
import type { OpenedReferral } from './referral-document.tsx'
import { useReferralText } from './referral-text.ts'
import { StepForm } from './step-form.tsx'

const DAY_MS = 86_400_000

const detailText = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value))

export const ReferralSteps = ({ referral }: { referral: OpenedReferral }) => {
  const t = useT()
  const text = useReferralText()
  return (
    <Panel title={t('referrals:steps')}>
      <Timeline active={referral.steps.length} bulletSize={14} lineWidth={2} autoContrast>
        <Timeline.Item title={text.state('draft')}>
          <Text size="sm">{formatMoment(referral.createdAt)}</Text>
        </Timeline.Item>
        {referral.steps.map((step) => (
          <Timeline.Item key={`${step.at}-${step.to}`} title={text.state(step.to)}>
            <Text size="sm">
              {formatMoment(step.at)}, {step.by}
            </Text>
            {Object.entries(step.details)
              .filter(([name]) => name !== 'content')
              .map(([name, value]) => (
                <Text size="sm" key={name}>
                  {text.detail(name)}:{' '}
                  {name === 'endReason' ? text.endReason(String(value)) : detailText(value)}
                </Text>
              ))}
            {step.note ? <Text size="sm">{step.note}</Text> : null}
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  )
}

/** After how many days the person who looks is reminded, or null while it is not time yet. */
const useReminder = ({ state, stateAt }: OpenedReferral): string | null => {
  const text = useReferralText()
  const { today } = useSession().status
  const rule = REMINDERS.find((reminder) => reminder.state === state)
  const days = (Date.parse(`${today}T23:59:59Z`) - Date.parse(stateAt)) / DAY_MS
  return rule && days > rule.days ? text.reminder(state) : null
}

const OPEN_STATES = ['sent', 'received', 'assigned', 'contacted', 'active']

/** What the person must know before the next step. */
export const ReferralNotes = ({ referral }: { referral: OpenedReferral }) => {
  const t = useT()
  const reminder = useReminder(referral)
  const withdrawn = referral.receiver !== null && !referral.consentInForce
  const sentBefore = referral.sentAt !== null && withdrawn
  if (!reminder && !sentBefore && !(withdrawn && referral.state === 'consented')) return null
  return (
    <Stack gap="xs">
      {reminder ? <Alert variant="light" role="note" title={reminder} /> : null}
      {sentBefore && (OPEN_STATES.includes(referral.state) || referral.state === 'consent_withdrawn') ? (
        <Alert color="red" variant="outline" title={t('referrals:withdrawn')}>
          {t('check:consent.withdrawal.stops_sending_ask_deletion')}
        </Alert>
      ) : null}
      {withdrawn && referral.state === 'consented' ? (
        <Alert color="red" variant="outline" title={t('referrals:withdrawn')}>
          {t('referrals:withdrawnUnsent')}
        </Alert>
      ) : null}
    </Stack>
  )
}

/** The first step of the table goes on, the others leave the way. */
export const NextSteps = ({ referral }: { referral: OpenedReferral }) => {
  const t = useT()
  const { status } = useSession()
  const [taking, setTaking] = useState<ReferralTransition | null>(null)
  const steps = referralStepsFrom(referral.state, status.user?.role ?? '').filter(
    ({ to }) => to !== 'consented',
  )
  if (steps.length === 0) return null
  const refused = ({ requires }: ReferralTransition) =>
    requires.includes('consent') && !referral.consentInForce
  return (
    <Panel title={t('referrals:next')}>
      <Group gap="xs">
        {steps.map((step, at) => (
          <Button
            key={step.to}
            variant={at === 0 && referral.state !== 'draft' ? 'filled' : 'default'}
            disabled={refused(step)}
            onClick={() => setTaking(step)}
          >
            {t(`referrals:action.${step.to}`)}
          </Button>
        ))}
      </Group>
      {referral.state === 'consented' ? (
        <Text size="sm" mt="xs">
          {t('referrals:sendHelp')}
        </Text>
      ) : null}
      {taking ? (
        <StepForm
          key={`${taking.to}-${referral.revision}`}
          referral={referral}
          transition={taking}
          close={() => setTaking(null)}
        />
      ) : null}
    </Panel>
  )
}
