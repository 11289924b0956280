// Several of few as a row with one tab stop: arrows move, space or a digit ticks.
import { type KeyboardEvent, useId, useState } from 'react'
import classes from './fields.module.css'
import type { Option } from './option-row.tsx'

type Props = {
  name: string
  label: string
  options: readonly Option[]
  value: readonly string[]
  onChange: (value: string[]) => void
  required?: boolean
}

export const CheckRow = ({ name, label, options, value, onChange, required }: Props) => {
  const labelId = useId()
  const [stop, setStop] = useState(0)
  // Kept in the order of the form, whatever the order of ticking.
  const toggle = (one: string): void =>
    onChange(
      options
        .map((option) => option.value)
        .filter((v) => (v === one ? !value.includes(v) : value.includes(v))),
    )

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      const next = (stop + step + options.length) % options.length
      setStop(next)
      event.currentTarget.querySelectorAll<HTMLInputElement>('input')[next]?.focus()
    } else if (/^[1-9]$/.test(event.key)) {
      const option = options[Number(event.key) - 1]
      if (!option) return
      event.preventDefault()
      toggle(option.value)
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out beside the options
    <div role="group" aria-labelledby={labelId} data-group className={classes.group} onKeyDown={onKeyDown}>
      <span id={labelId} className={classes.label} data-app-required={required || undefined}>
        {label}
      </span>
      <span className={classes.options}>
        {options.map((option, at) => (
          <label key={option.value} className={classes.option}>
            <input
              type="checkbox"
              name={`${name}.${option.value}`}
              checked={value.includes(option.value)}
              tabIndex={at === stop ? 0 : -1}
              onFocus={() => setStop(at)}
              onChange={() => toggle(option.value)}
            />
            {at < 9 ? (
              <span aria-hidden className={classes.digit}>
                {at + 1}
              </span>
            ) : null}
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </div>
  )
}
