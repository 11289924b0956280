// A number of an instrument that is typed: a licensed form's total, or a score on the scale of the user's own report.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { roundHalfUp } from '../../../../domain/health-checks/bands.ts'
import { useT } from '../../../i18n/i18n.ts'
import { parseNumber } from '../../../ui/format.ts'
import { useCheckText } from '../check-text.ts'

type Range = { min: number; max: number; decimals: number }
type Props = {
  name: string
  label: string
  range: Range
  value: number | null
  onChange: (value: number | null) => void
}

const finnish = (value: number): string => String(value).replace('.', ',')

export const ValueBox = ({ name, label, range, value, onChange }: Props) => {
  const t = useT()
  const text = useCheckText()
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const { min, max, decimals } = range
  const read = (written: string): number | null => {
    const next = parseNumber(written)
    return next !== null && next >= min && next <= max && roundHalfUp(next, decimals) === next ? next : null
  }
  const shown = typed ?? (value === null ? '' : finnish(value))
  const refused = shown.trim() !== '' && read(shown) === null
  return (
    <TextInput
      name={name}
      label={label}
      description={t('checkScreen:instrument.range', { min: finnish(min), max: finnish(max) })}
      error={refused && left ? text('problem.total-range', { min, max }) : undefined}
      data-refused={refused || undefined}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      w="14rem"
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(read(event.currentTarget.value))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !refused) return
        event.preventDefault()
        setLeft(true)
      }}
      onBlur={() => {
        setLeft(true)
        if (!refused) setTyped(null)
      }}
    />
  )
}
