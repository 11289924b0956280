// One instrument within a section: questions or result entry, the score, who answered, and where it comes from.
import { Button, Group, Text } from '@mantine/core'
import type { InstrumentAnswers } from '../../../../domain/health-checks/answers.ts'
import { instrumentVisible, isByChoice, mayTakeUp } from '../../../../domain/health-checks/conditions.ts'
import type { SectionInstrument } from '../../../../domain/health-checks/fields.ts'
import type { Instrument } from '../../../../domain/instruments/instrument.ts'
import { INSTRUMENTS } from '../../../../domain/instruments/registry.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { ConfirmButton } from '../../../ui/confirm.tsx'
import { useAnswersPart, useCheckScope } from '../check-scope.ts'
import { useCheckText } from '../check-text.ts'
import { focusPlace } from '../focus-order.ts'
import classes from './instrument.module.css'
import { InstrumentExtra } from './instrument-extra.tsx'
import { InstrumentItems } from './instrument-items.tsx'
import { emptyRecord, type RecordOf } from './instrument-record.ts'
import { ScoreLine } from './score-line.tsx'
import { SkipInstrument } from './skip-instrument.tsx'
import { ValueBox } from './value-box.tsx'

/** In which language and how the client answers from now on. */
const useBegin = (): RecordOf => {
  const language = useLanguage()
  const { clientMode } = useCheckScope()
  return { language: language === 'se' ? 'fi' : language, mode: clientMode ? 'self' : 'interview' }
}

const isBegun = (record: InstrumentAnswers | undefined): boolean =>
  (record?.answers?.some((answer) => answer !== null) ?? false) ||
  (record?.total !== null && record?.total !== undefined)

/** Licensed forms: the total from the person's own form, or point by point. */
const ResultEntry = ({ instrument, begin }: { instrument: Instrument; begin: RecordOf }) => {
  const { store } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const record = useAnswersPart(({ instruments }) => instruments[instrument.id])
  const byItem = record?.answers !== undefined
  const entry = instrument.totalEntry!
  const change = (next: Partial<InstrumentAnswers>): void => {
    const { answers: _a, total: _t, ...rest } = record ?? emptyRecord(instrument, begin)
    store.setInstrument(instrument.id, { ...rest, ...next })
  }
  return (
    <>
      <Text size="sm">{text('instrumentUi.scoreOnly')}</Text>
      {byItem ? (
        <InstrumentItems instrument={instrument} begin={begin} />
      ) : (
        <ValueBox
          name={`instruments.${instrument.id}.total`}
          label={text('instrumentUi.total')}
          range={entry}
          value={record?.total ?? null}
          onChange={(total) => change({ total })}
        />
      )}
      {instrument.items.length > 0 ? (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            change(byItem ? { total: null } : { answers: instrument.items.map(() => null) })
            requestAnimationFrame(() => focusPlace(`instruments.${instrument.id}`))
          }}
        >
          {byItem ? t('checkScreen:instrument.byTotal') : t('checkScreen:instrument.byItem')}
        </Button>
      ) : null}
    </>
  )
}

const Begun = ({ row, instrument }: { row: SectionInstrument; instrument: Instrument }) => {
  const { store, clientMode } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const begin = useBegin()
  const skipped = useAnswersPart(({ instruments }) => Boolean(instruments[row.id]?.skipReason))
  const begun = useAnswersPart(({ instruments }) => isBegun(instruments[row.id]))
  const byChoice = useAnswersPart((answers, context) => isByChoice(row, answers, context))
  const title = text(`instrument.${row.id}`)
  const forget = (): void => store.setInstrument(row.id, undefined)
  return (
    <section className={classes.instrument} aria-label={title} data-place={`instruments.${row.id}`}>
      <Group justify="space-between" gap="xs">
        <h3 className={classes.title}>{title}</h3>
        {byChoice && !clientMode ? (
          begun ? (
            <ConfirmButton
              size="compact-xs"
              label={t('checkScreen:instrument.remove')}
              name={`${t('checkScreen:instrument.remove')}: ${title}`}
              question={t('checkScreen:instrument.removeQuestion')}
              onConfirm={forget}
            />
          ) : (
            <Button size="compact-xs" variant="subtle" tabIndex={-1} onClick={forget}>
              {t('checkScreen:instrument.remove')}
            </Button>
          )
        ) : null}
      </Group>
      {!instrument.approved && !clientMode ? (
        <Text size="xs" className={classes.unapproved}>
          {text('instrumentUi.unapproved')}
        </Text>
      ) : null}
      {skipped ? null : (
        <>
          {instrument.totalEntry ? (
            <ResultEntry instrument={instrument} begin={begin} />
          ) : (
            <InstrumentItems instrument={instrument} begin={begin} />
          )}
          {clientMode ? null : <ScoreLine instrument={instrument} />}
          {clientMode ? null : <InstrumentExtra instrument={instrument} begin={begin} />}
        </>
      )}
      {row.mandatory && !begun && !clientMode ? (
        <SkipInstrument instrument={instrument} begin={begin} />
      ) : null}
      {instrument.attribution ? (
        <Text size="xs" c="dimmed">
          {instrument.attribution}
        </Text>
      ) : null}
    </section>
  )
}

/** Shown while it is asked; an optional one only once it was taken up. */
export const InstrumentView = ({ row }: { row: SectionInstrument }) => {
  const { clientMode } = useCheckScope()
  const shown = useAnswersPart((answers, context) => {
    if (!instrumentVisible(row, answers, context)) return false
    return row.optional ? answers.instruments[row.id] !== undefined && !clientMode : true
  })
  return shown ? <Begun row={row} instrument={INSTRUMENTS.get(row.id)!} /> : null
}

/** Buttons that take up instruments that the professional may choose to use. */
export const MoreInstruments = ({ rows }: { rows: readonly SectionInstrument[] }) => {
  const t = useT()
  const { clientMode } = useCheckScope()
  const offered = rows.filter((row) => row.optional || row.atWill)
  if (offered.length === 0 || clientMode) return null
  return (
    <Group gap="xs" role="group" aria-label={t('checkScreen:instrument.more')}>
      {offered.map((row) => (
        <TakeUp key={row.id} row={row} />
      ))}
    </Group>
  )
}

const TakeUp = ({ row }: { row: SectionInstrument }) => {
  const { store } = useCheckScope()
  const text = useCheckText()
  const begin = useBegin()
  const offered = useAnswersPart((answers, context) => mayTakeUp(row, answers, context))
  if (!offered) return null
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => {
        store.setInstrument(row.id, emptyRecord(INSTRUMENTS.get(row.id)!, begin))
        requestAnimationFrame(() => focusPlace(`instruments.${row.id}`))
      }}
    >
      + {text(`instrument.${row.id}`)}
    </Button>
  )
}
