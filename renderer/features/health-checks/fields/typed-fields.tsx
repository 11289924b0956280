// The fields that are typed: text, number with decimal comma, day, month and year.
import { useMemo } from 'react'
import type {
  DateField,
  NumberField,
  SimpleField,
  TextField,
  YearField,
} from '../../../../domain/health-checks/fields.ts'
import { useT } from '../../../i18n/i18n.ts'
import { formatDate, formatMonth, parseDate, parseMonth, parseNumber } from '../../../ui/format.ts'
import { useCheckScope } from '../check-scope.ts'
import { useCheckText } from '../check-text.ts'
import type { Place } from './place.ts'
import { type Codec, TextBox } from './text-box.tsx'

const TEXT: Codec = { read: (text) => text, show: String, unreadable: 'other' }
const NUMBER: Codec = {
  read: parseNumber,
  show: (value) => String(value).replace('.', ',').replace('-', '−'),
  unreadable: 'number',
}
const showDay = (value: unknown): string => formatDate(String(value))
const MONTH: Codec = { read: parseMonth, show: (value) => formatMonth(String(value)), unreadable: 'month' }

type Props<F extends SimpleField> = { place: Place<F>; inRow?: boolean }

export const TextLines = ({ place }: Props<TextField>) => (
  <TextBox
    place={place}
    codec={TEXT}
    maxLength={place.field.maxLength}
    rows={place.field.multiline ? (place.field.maxLength > 1000 ? 3 : 2) : undefined}
  />
)

export const NumberBox = ({ place }: Props<NumberField>) => {
  const text = useCheckText()
  const { unit, decimals } = place.field
  return (
    <TextBox
      place={place}
      codec={NUMBER}
      unit={unit ? text(`unit.${unit}`) : undefined}
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
    />
  )
}

export const DateBox = ({ place, inRow }: Props<DateField>) => {
  const t = useT()
  const { context, clientMode } = useCheckScope()
  const day = place.field.type === 'date'
  // The day of the check is the commonest one.
  const dayCodec = useMemo(
    (): Codec => ({
      read: (text) => (/^t$/i.test(text.trim()) ? context.checkDate : parseDate(text)),
      show: showDay,
      unreadable: 'date',
    }),
    [context.checkDate],
  )
  return (
    <TextBox
      place={place}
      codec={day ? dayCodec : MONTH}
      help={
        inRow
          ? undefined
          : place.field.registerOnly
            ? clientMode
              ? undefined
              : t('checkScreen:registerOnly')
            : day && !clientMode
              ? t('checkScreen:dayHelp')
              : t(day ? 'ui:dateHelp' : 'ui:monthHelp')
      }
      inputMode="numeric"
    />
  )
}

export const YearBox = ({ place }: Props<YearField>) => (
  <TextBox place={place} codec={NUMBER} inputMode="numeric" maxLength={4} />
)
