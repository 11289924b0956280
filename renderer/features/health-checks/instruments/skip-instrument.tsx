// A mandatory instrument may be left out, with a reason.
import { SKIP_REASONS } from '../../../../domain/health-checks/answers.ts'
import type { Instrument } from '../../../../domain/instruments/instrument.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useAnswersPart, useCheckScope } from '../check-scope.ts'
import { useCheckText } from '../check-text.ts'
import { OptionRow } from '../fields/option-row.tsx'
import { emptyRecord, type RecordOf } from './instrument-record.ts'

export const SkipInstrument = ({ instrument, begin }: { instrument: Instrument; begin: RecordOf }) => {
  const { store } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const reason = useAnswersPart(({ instruments }) => instruments[instrument.id]?.skipReason ?? null)
  return (
    <OptionRow
      name={`instruments.${instrument.id}.skipReason`}
      label={t('checkScreen:instrument.skip')}
      options={SKIP_REASONS.map((value) => ({ value, label: text(`skipReason.${value}`) }))}
      value={reason}
      onChange={(chosen) =>
        store.setInstrument(
          instrument.id,
          chosen === null
            ? undefined
            : { ...emptyRecord(instrument, begin), skipReason: chosen as (typeof SKIP_REASONS)[number] },
        )
      }
    />
  )
}
