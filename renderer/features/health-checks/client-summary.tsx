// The client's own copy in plain words: what was measured and what it means, own goals, what happens next. Sensitive
// answers, services that would tell them, and the professional's reasoning are never part of it.
import { List, Title } from '@mantine/core'
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'
import { bandMarks } from '../../../domain/health-checks/band-marks.ts'
import { bloodPressureNote, derivedValue } from '../../../domain/health-checks/derived.ts'
import { openValue } from '../../../domain/health-checks/fields.ts'
import { followUpOf } from '../../../domain/health-checks/follow-up.ts'
import { FIELDS } from '../../../domain/health-checks/sections.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { isAnswered } from './answer-text.ts'
import { BandNotes } from './answers-view.tsx'
import { useCheckText } from './check-text.ts'
import { contextOf, type OpenedCheck } from './versions.ts'

type Row = Record<string, string | undefined>
const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : [])

const Part = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <section>
      <Title order={2}>{title}</Title>
      <List>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </section>
  )

export const ClientSummary = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const { text, notes } = bandMarks(useCheckText())
  const version = check.versions.at(-1)!
  const answers = { ...emptyAnswers(), ...(version.answers as unknown as CheckAnswers) }
  const context = contextOf(check)
  const { fields } = answers
  const derived = (name: string) => derivedValue(name, answers, context)
  const explained = (table: string, name: string): string => {
    const id = derived(name)
    return id === null ? '' : ` – ${text(`band.${table}.${id}`).toLowerCase()}`
  }
  const few = bloodPressureNote(answers)
  const measured = [
    typeof fields.height === 'number' && typeof fields.weight === 'number'
      ? `${text('field.height')} ${formatNumber(fields.height)} cm, ${text('field.weight').toLowerCase()} ${formatNumber(fields.weight)} kg`
      : null,
    derived('bmi') === null
      ? null
      : `${text('derived.bmi')} ${formatNumber(derived('bmi') as number, 1)}${explained('bmi', 'bmiBand')}`,
    typeof fields.waist === 'number'
      ? `${text('field.waist')} ${formatNumber(fields.waist)} cm${explained('waist', 'waistBand')}`
      : null,
    derived('bpSys') === null
      ? null
      : `${t('checkScreen:bpMean')} ${derived('bpSys')}/${derived('bpDia')} mmHg${explained('bloodPressure', 'bpBand')}${few ? ` (${text(few).toLowerCase()})` : ''}`,
    typeof fields.pulse === 'number' ? `${text('field.pulse')} ${fields.pulse}/min` : null,
  ].filter((line) => line !== null)
  const goals = rowsOf(fields.ownGoals).flatMap(({ goal }) => (goal ? [goal] : []))
  const plan = rowsOf(fields.planItems).map(({ goal, action, responsible, dueDate }) =>
    [
      [goal, action].filter(Boolean).join(': '),
      responsible ? text(`option.responsible.${responsible}`) : null,
      dueDate ? t('checkScreen:summary.by', { date: formatDate(dueDate) }) : null,
    ]
      .filter(Boolean)
      .join(', '),
  )
  const onward = rowsOf(openValue(FIELDS.get('onward')!, fields.onward, () => false)).flatMap(({ target }) =>
    target ? [text(`option.onwardTarget.${target}`)] : [],
  )
  const due = followUpOf(answers, context)
  const followUp = due
    ? [
        `${fields.followUpType ? text(`option.followUpType.${fields.followUpType}`) : text('field.followUpType')} ${formatDate(due)}`,
      ]
    : []
  return (
    <>
      <p>{t('checkScreen:summary.intro', { name: check.client.name, date: formatDate(check.checkDate) })}</p>
      <Part title={t('checkScreen:summary.measured')} lines={measured} />
      <BandNotes notes={notes()} />
      <Part
        title={text('field.strengths')}
        lines={isAnswered(fields.strengths) ? [String(fields.strengths)] : []}
      />
      <Part title={text('field.ownGoals')} lines={goals} />
      <Part title={t('checkScreen:summary.plan')} lines={plan} />
      <Part title={t('checkScreen:summary.onward')} lines={onward} />
      <Part title={t('checkScreen:summary.followUp')} lines={followUp} />
      <Part
        title={t('checkScreen:summary.help')}
        lines={[t('checkScreen:summary.helpNumbers'), t('checkScreen:summary.helpContact')]}
      />
      <p>
        {t('checkScreen:summary.signed', {
          name: version.signedBy,
          role: t(`app:role.${version.signedRole}`).toLocaleLowerCase(),
        })}
      </p>
    </>
  )
}
