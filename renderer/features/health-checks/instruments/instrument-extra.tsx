// Who answered; and for results brought from a licensed service, their date, round and scale.
import { Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  INSTRUMENT_MODES,
  INSTRUMENT_ROUNDS,
  type InstrumentAnswers,
} from '../../../../domain/health-checks/answers.ts'
import type { Instrument } from '../../../../domain/instruments/instrument.ts'
import { useT } from '../../../i18n/i18n.ts'
import { formatDate, parseDate } from '../../../ui/format.ts'
import { useAnswersPart, useCheckScope } from '../check-scope.ts'
import { useCheckText, useText3 } from '../check-text.ts'
import { CheckRow } from '../fields/check-row.tsx'
import { OptionRow } from '../fields/option-row.tsx'
import { emptyRecord, type RecordOf } from './instrument-record.ts'

type Props = { instrument: Instrument; begin: RecordOf }

const useRecord = ({ instrument, begin }: Props) => {
  const { store } = useCheckScope()
  const record = useAnswersPart(({ instruments }) => instruments[instrument.id])
  const change = (next: Partial<InstrumentAnswers>): void =>
    store.setInstrument(instrument.id, { ...(record ?? emptyRecord(instrument, begin)), ...next })
  return { record, change }
}

/** Kykyviisari and 3X10D: date, round, scale of the report, and where change is wished for. */
const Brought = (props: Props) => {
  const { instrument } = props
  const { record, change } = useRecord(props)
  const t = useT()
  const text = useCheckText()
  const text3 = useText3()
  const extra = record?.extra ?? {}
  const [date, setDate] = useState(extra.date ? formatDate(extra.date) : '')
  const name = `instruments.${instrument.id}.extra`
  return (
    <>
      <Group align="flex-end">
        <TextInput
          name={`${name}.date`}
          label={t('checkScreen:instrument.date')}
          description={t('ui:dateHelp')}
          error={date.trim() !== '' && parseDate(date) === null ? t('errors:problem.date') : undefined}
          autoComplete="off"
          value={date}
          onChange={(event) => {
            setDate(event.currentTarget.value)
            change({ extra: { ...extra, date: parseDate(event.currentTarget.value) } })
          }}
        />
        <TextInput
          name={`${name}.scaleLabel`}
          label={t('checkScreen:instrument.scale')}
          maxLength={80}
          autoComplete="off"
          value={extra.scaleLabel ?? ''}
          onChange={(event) => change({ extra: { ...extra, scaleLabel: event.currentTarget.value || null } })}
        />
      </Group>
      <OptionRow
        name={`${name}.round`}
        label={t('checkScreen:instrument.round')}
        options={INSTRUMENT_ROUNDS.map((value) => ({ value, label: text(`round.${value}`) }))}
        value={extra.round ?? null}
        onChange={(round) => change({ extra: { ...extra, round: round as typeof extra.round } })}
      />
      {instrument.id === 'x3x10d' ? (
        <CheckRow
          name={`${name}.changeWishes`}
          label={t('checkScreen:instrument.wishes')}
          options={instrument.items.map((item) => ({ value: item.id, label: text3(item.label!) }))}
          value={extra.changeWishes ?? []}
          onChange={(wishes) => change({ extra: { ...extra, changeWishes: wishes.slice(0, 3) } })}
        />
      ) : null}
    </>
  )
}

export const InstrumentExtra = (props: Props) => {
  const { instrument } = props
  const { record, change } = useRecord(props)
  const t = useT()
  const text = useCheckText()
  if (!record) return null
  return (
    <div data-no-stop>
      <OptionRow
        name={`instruments.${instrument.id}.mode`}
        label={t('checkScreen:instrument.mode')}
        options={INSTRUMENT_MODES.map((value) => ({ value, label: text(`mode.${value}`) }))}
        value={record.mode}
        fixed
        onChange={(mode) => change({ mode: mode as typeof record.mode })}
      />
      {instrument.scoring.kind === 'profile' ? <Brought {...props} /> : null}
    </div>
  )
}
