// The last step: what is missing, what the check points to, and signing by role – closing it or asking the doctor.
import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { FieldProblem } from '../../../domain/contract/errors.ts'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { assessorOf } from '../../../domain/health-checks/assessor.ts'
import { closingAdvice, closingProblems } from '../../../domain/health-checks/closing.ts'
import { sectionOfField } from '../../../domain/health-checks/sections.ts'
import { checkTransition } from '../../../domain/health-checks/states.ts'
import { agreedIn } from '../../../domain/plans/from-check.ts'
import { failureOf } from '../../api/call-api.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { Panel } from '../../ui/page.tsx'
import { useSession } from '../session/session.tsx'
import classes from './check.module.css'
import { useCheckScope, useSettledAnswers } from './check-scope.ts'
import { useCheckText } from './check-text.ts'
import { ClosingList, placedHere, placedThere, placedTyped } from './closing-list.tsx'
import { EarlyRiskNote } from './early-risk-note.tsx'
import type { Autosave } from './use-autosave.ts'
import type { OpenedCheck } from './versions.ts'

type To = 'closed' | 'doctor_pending'
type Props = { check: OpenedCheck; autosave: Autosave; go: (section: string, place: string) => void }

/** Where this role may take the check from here. */
const waysFor = ({ state, versions }: OpenedCheck, role: 'nurse' | 'doctor'): To[] => {
  const amended = versions.length > 0 && state === 'closed'
  if (amended) return ['closed']
  if (state === 'doctor_pending') return checkTransition(state, 'doctor_done', role).ok ? ['closed'] : []
  return role === 'nurse' ? ['closed', 'doctor_pending'] : ['closed']
}

export const SignPanel = ({ check, autosave, go }: Props) => {
  const { store, context, role } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const answers = useSettledAnswers()
  const [refused, setRefused] = useState<{ changes: number; fields: readonly FieldProblem[] } | null>(null)
  const sign = useWrite('checks.sign', {
    refresh: ['checks.open'],
    onDone: ({ state }) =>
      showNotice(t(state === 'doctor_pending' ? 'checkScreen:sign.sent' : 'checkScreen:sign.done')),
  })
  const ways = waysFor(check, role)
  const closed = check.state === 'closed' ? check.versions.at(-1) : undefined
  const assessor = assessorOf(answers, closed ? (closed.answers as unknown as CheckAnswers) : null, role)
  const signing = { ...answers, fields: { ...answers.fields, assessedByRole: assessor } }
  const typed = Object.keys(store.typed()).map((path) => placedTyped(path, text))
  // A server's refusal stands until something was changed after it.
  const there = refused && refused.changes === store.changes() ? refused.fields : []
  const problems = [
    ...typed,
    ...(there.length > 0
      ? there.map((problem) => placedThere(problem, text))
      : closingProblems(signing, { ...context, role: assessor }).map((problem) => placedHere(problem, text))),
  ]
  const reminders = useRead('rules.closingAdvice', {})
  const advice = reminders.data ? closingAdvice(answers, context, reminders.data.advice) : []

  const signTo = async (to: To): Promise<void> => {
    await autosave.save()
    if (!autosave.isSaved()) return
    const changes = store.changes()
    try {
      await sign.mutateAsync({ checkId: check.id, revision: autosave.revision(), to })
    } catch (error) {
      setRefused({ changes, fields: failureOf(error).fields ?? [] })
    }
  }
  const wanting = ways.includes('doctor_pending') && !answers.fields.doctorQuestion
  const failure = sign.error ? failureOf(sign.error) : null
  const ahead = check.checkDate > useSession().status.today
  return (
    <Stack gap="md" data-fields>
      <ClosingList problems={problems} go={go} />
      {ahead ? <FailureAlert failure={{ code: 'check-ahead' }} /> : null}
      {failure && failure.code !== 'not-closable' && failure.code !== 'check-ahead' ? (
        <FailureAlert failure={failure} />
      ) : null}
      {advice.length > 0 ? (
        <Panel title={t('checkScreen:sign.advice')}>
          <List size="sm">
            {advice.map((key) => (
              <List.Item key={key}>
                <button
                  type="button"
                  className={classes.link}
                  onClick={() => go(sectionOfField(key)?.id ?? '', `fields.${key}`)}
                >
                  {text(`field.${key}`)}
                </button>
              </List.Item>
            ))}
          </List>
        </Panel>
      ) : null}
      <EarlyRiskNote check={check} answers={answers} />
      {agreedIn(answers.fields.planItems).length > 0 ? (
        <Text size="sm">{t('checkScreen:sign.plan')}</Text>
      ) : null}
      {ways.length === 0 ? <Text size="sm">{t('checkScreen:sign.doctorOnly')}</Text> : null}
      <Text size="sm" c="dimmed">
        {t(assessor === role ? `checkScreen:sign.${role}` : `checkScreen:sign.kept.${assessor}`)}
      </Text>
      <Group>
        {ways.includes('closed') ? (
          <Button
            data-stop
            disabled={problems.length > 0 || ahead}
            loading={sign.isPending}
            onClick={() => void signTo('closed')}
          >
            {t('checkScreen:sign.close')}
          </Button>
        ) : null}
        {ways.includes('doctor_pending') ? (
          <Button
            data-stop
            variant="default"
            disabled={problems.length > 0 || wanting || ahead}
            loading={sign.isPending}
            onClick={() => void signTo('doctor_pending')}
          >
            {t('checkScreen:sign.toDoctor')}
          </Button>
        ) : null}
        {wanting ? (
          <button
            type="button"
            className={classes.link}
            onClick={() => go('conclusion', 'fields.doctorQuestion')}
          >
            {t('checkScreen:sign.needsQuestion')}
          </button>
        ) : null}
      </Group>
    </Stack>
  )
}
