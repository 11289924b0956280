// Alarming findings of a section, each with what was done about it. Those that block closing say so.
import { Alert, Group, Textarea } from '@mantine/core'
import { FLAG_ACTIONS, type FlagAnswer } from '../../../domain/health-checks/answers.ts'
import { raisedFlags } from '../../../domain/health-checks/red-flags.ts'
import { useT } from '../../i18n/i18n.ts'
import classes from './check.module.css'
import { useAnswersPart, useCheckScope } from './check-scope.ts'
import { useCheckText } from './check-text.ts'
import { OptionRow } from './fields/option-row.tsx'

const Flag = ({ id, notice }: { id: string; notice: boolean }) => {
  const { store } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const flag = useAnswersPart(({ flags }) => flags[id])
  return (
    <Alert
      color={notice ? 'yellow' : 'red'}
      variant="outline"
      role={notice ? 'status' : 'alert'}
      title={text(`flag.${id}`)}
      data-place={`flags.${id}`}
    >
      <OptionRow
        name={`flags.${id}.action`}
        label={t('checkScreen:flag.action')}
        options={FLAG_ACTIONS.map((value) => ({ value, label: text(`flagAction.${value}`) }))}
        value={flag?.action ?? null}
        onChange={(action) =>
          store.setFlag(
            id,
            action === null ? undefined : { action: action as FlagAnswer['action'], note: flag?.note ?? '' },
          )
        }
        required={!notice}
      />
      {flag ? (
        <Textarea
          mt="xs"
          name={`flags.${id}.note`}
          label={t('checkScreen:flag.note')}
          rows={2}
          maxLength={1000}
          value={flag.note}
          onChange={(event) => store.setFlag(id, { ...flag, note: event.currentTarget.value })}
        />
      ) : null}
    </Alert>
  )
}

export const FlagAnswers = ({ section }: { section: string }) => {
  // As text, so that nothing is drawn again while the same findings stand.
  const ids = useAnswersPart((answers, context) =>
    raisedFlags(answers, context)
      .filter((flag) => flag.section === section && !flag.answeredBy)
      .map(({ id, severity }) => `${severity === 'notice' ? '-' : '!'}${id}`)
      .join(' '),
  )
  if (ids === '') return null
  return ids.split(' ').map((one) => <Flag key={one} id={one.slice(1)} notice={one.startsWith('-')} />)
}

/** Unanswered alarming findings, on top of every section. */
export const FlagSummary = ({ go }: { go: (section: string) => void }) => {
  const t = useT()
  const text = useCheckText()
  const open = useAnswersPart((answers, context) =>
    raisedFlags(answers, context)
      .filter(({ severity, answered }) => severity !== 'notice' && !answered)
      .map(({ id, section }) => `${section}:${id}`)
      .join(' '),
  )
  if (open === '') return null
  return (
    <Alert
      color="red"
      variant="outline"
      p="xs"
      role="alert"
      className={classes.sticky}
      title={t('checkScreen:flag.open')}
    >
      <Group gap="xs">
        {open.split(' ').map((one) => {
          const [section, id] = one.split(':') as [string, string]
          return (
            <button key={one} type="button" className={classes.link} onClick={() => go(section)}>
              {text(`flag.${id}`)}
            </button>
          )
        })}
      </Group>
    </Alert>
  )
}
