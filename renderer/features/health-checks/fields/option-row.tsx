// One of few as a row: arrows move, a digit chooses and goes on to the next field, Delete takes the answer away.
import { type KeyboardEvent, useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useT } from '../../../i18n/i18n.ts'
import { focusNext } from '../focus-order.ts'
import classes from './fields.module.css'

export type Option = { value: string; label: string; disabled?: boolean }

type Props = {
  name: string
  label: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  /** Digits are the values themselves (points), not the places in the row. */
  digitsAreValues?: boolean
  required?: boolean
  /** There is always an answer: it can be changed, not taken away. */
  fixed?: boolean
  /** Never by a digit, which may have been meant for the question before. */
  noDigits?: boolean
}

const TEN_MS = 900

export const OptionRow = (props: Props) => {
  const { name, label, options, value, onChange, digitsAreValues, required, fixed, noDigits } = props
  const t = useT()
  const labelId = useId()
  const lastOne = useRef(0)
  // 0–10: a 1 may become a 10, so the focus stays until the person moves on.
  const long = options.length > 10
  const digitOf = (at: number): string => (digitsAreValues ? options[at]!.value : String(at + 1))

  const choose = (chosen: Option | undefined, input: HTMLElement): void => {
    if (!chosen || chosen.disabled) return
    // Drawn before the focus moves: an answer may call for an instrument that comes next.
    flushSync(() => onChange(chosen.value))
    if (!long) focusNext(input)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const input = event.target as HTMLElement
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      if (!fixed) onChange(null)
    } else if (/^\d$/.test(event.key)) {
      event.preventDefault()
      if (noDigits) return
      const ten = long && event.key === '0' && event.timeStamp - lastOne.current < TEN_MS
      lastOne.current = event.key === '1' ? event.timeStamp : 0
      const digit = ten ? '10' : event.key
      const at = options.findIndex((_, place) => digitOf(place) === digit)
      if (at < 0) return
      choose(options[at], input)
      if (long) event.currentTarget.querySelectorAll<HTMLInputElement>('input')[at]?.focus()
    }
  }

  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-required={required || undefined}
      data-group
      className={classes.group}
      onKeyDown={onKeyDown}
    >
      <span id={labelId} className={classes.label} data-app-required={required || undefined}>
        {label}
      </span>
      {value === null || fixed ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={classes.clear}
          aria-label={`${t('ui:clear')}: ${label}`}
          onClick={() => onChange(null)}
        >
          ×
        </button>
      )}
      <span className={classes.options} data-long={long || undefined}>
        {options.map((option, at) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {noDigits || long || digitOf(at) === option.label || digitOf(at).length > 1 ? null : (
              <span aria-hidden className={classes.digit}>
                {digitOf(at)}
              </span>
            )}
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </div>
  )
}
