// The questions of an instrument: a digit answers and goes on. Where the licence keeps the texts, only their numbers
// or our own short topics stand here.
import { Text } from '@mantine/core'
import type { Instrument, Item } from '../../../../domain/instruments/instrument.ts'
import { skippedItems } from '../../../../domain/instruments/score.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useAnswersPart, useCheckScope } from '../check-scope.ts'
import { useText3 } from '../check-text.ts'
import { OptionRow } from '../fields/option-row.tsx'
import classes from './instrument.module.css'
import { emptyRecord, type RecordOf, shownAnswer, withAnswer } from './instrument-record.ts'
import { ValueBox } from './value-box.tsx'

type ItemProps = { instrument: Instrument; item: Item; at: number; begin: RecordOf }

const ItemView = ({ instrument, item, at, begin }: ItemProps) => {
  const { store } = useCheckScope()
  const t = useT()
  const text3 = useText3()
  const value = useAnswersPart((answers) => shownAnswer(answers, instrument, at).value)
  const carried = useAnswersPart((answers) => shownAnswer(answers, instrument, at).carried)
  const unneeded = useAnswersPart(({ instruments }) =>
    skippedItems(instrument, instruments[instrument.id]?.answers ?? []).open.includes(at),
  )
  const set = (next: number | null): void => {
    const record = store.answers().instruments[instrument.id] ?? emptyRecord(instrument, begin)
    store.setInstrument(instrument.id, withAnswer(instrument, record, at, next))
  }
  const question = item.text ?? item.label
  const number = instrument.items.length > 1 ? `${at + 1}. ` : ''
  const label = question
    ? `${number}${text3(question)}`
    : t('checkScreen:instrument.item', { number: at + 1 })
  const name = `instruments.${instrument.id}.answers.${at}`
  if (!Array.isArray(item.values)) {
    const range = item.values as { min: number; max: number; decimals: number }
    return <ValueBox name={name} label={label} range={range} value={value} onChange={set} />
  }
  return (
    <div className={classes.item} data-unneeded={unneeded || undefined}>
      <OptionRow
        name={name}
        label={label}
        options={(item.values as readonly number[]).map((one) => ({
          value: String(one),
          label: optionLabel(item, one, text3),
        }))}
        value={value === null ? null : String(value)}
        onChange={(chosen) => set(chosen === null ? null : Number(chosen))}
        digitsAreValues
      />
      {carried ? (
        <Text size="xs" c="dimmed">
          {t('checkScreen:instrument.carried')}
        </Text>
      ) : null}
      {unneeded ? (
        <Text size="xs" c="dimmed">
          {t('checkScreen:instrument.unneeded')}
        </Text>
      ) : null}
    </div>
  )
}

const optionLabel = (item: Item, value: number, text3: ReturnType<typeof useText3>): string => {
  const option = item.options?.find((one) => one.value === value)
  return option ? text3(option.label) : String(value)
}

export const InstrumentItems = ({ instrument, begin }: { instrument: Instrument; begin: RecordOf }) => {
  const text3 = useText3()
  return (
    <>
      {instrument.stem ? (
        <Text size="sm" fw={600}>
          {text3(instrument.stem)}
        </Text>
      ) : null}
      {instrument.items.map((item, at) => (
        <ItemView key={item.id} instrument={instrument} item={item} at={at} begin={begin} />
      ))}
    </>
  )
}
