// A box for everything that is typed. The text belongs to the person until it can be read as a value; what is refused
// stays in the box with a sentence, what is unusual is asked to be checked.
import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SimpleField } from '../../../../domain/health-checks/fields.ts'
import { crossProblems, hardProblems } from '../../../../domain/health-checks/limits.ts'
import { FIELDS } from '../../../../domain/health-checks/sections.ts'
import { unconfirmedAt } from '../../../../domain/health-checks/unusual.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useAnswersPart, useCheckScope, useTyped } from '../check-scope.ts'
import { useCheckText } from '../check-text.ts'
import { focusNext } from '../focus-order.ts'
import classes from './fields.module.css'
import type { Place } from './place.ts'

export type Codec = {
  /** Null when the text is no value. */
  read: (text: string) => unknown
  show: (value: unknown) => string
  /** Sentence for text that cannot be read. */
  unreadable: 'number' | 'date' | 'month' | 'other'
}

type Props = {
  place: Place<SimpleField>
  codec: Codec
  unit?: string
  help?: ReactNode
  inputMode?: 'numeric' | 'decimal'
  rows?: number
  maxLength?: number
  w?: number | string
  hideLabel?: boolean
}

const useProblem = ({ field, path }: Place<SimpleField>, codec: Codec): string | undefined => {
  const t = useT()
  const text = useCheckText()
  const typed = useTyped(path)
  if (typed === null) return undefined
  const value = codec.read(typed)
  if (value === null) return t(`errors:problem.${codec.unreadable}`)
  const found = hardProblems(field, value)[0]
  return found ? text(`problem.${found.code}`, found.params) : t('errors:problem.other')
}

/** What does not fit another value or the day of the check: it is saved, but must be right before signing. */
const useCrossProblem = (path: string): string | undefined => {
  const text = useCheckText()
  const field = FIELDS.get(path.split('.')[0]!)
  const code = useAnswersPart((answers, context) =>
    field
      ? crossProblems([field], answers.fields, context).find((problem) => problem.field === path)?.code
      : undefined,
  )
  return code && text(`closing.${code}`)
}

/** The question about an unusual value; answered by a button. */
const SoftLimit = ({ path }: { path: string }) => {
  const { store, context } = useCheckScope()
  const t = useT()
  const text = useCheckText()
  const button = useRef<HTMLButtonElement>(null)
  const asked = () => unconfirmedAt(path, store.answers(), context)
  const found = asked()
  if (!found) return null
  return (
    <Group gap="xs" className={classes.soft} role="status">
      <span>{text(`problem.${found.code}`, found.params)}</span>
      <Button
        ref={button}
        data-stop
        size="compact-xs"
        variant="default"
        classNames={{ root: classes.confirm, label: classes.confirmLabel }}
        onClick={() => {
          if (button.current) focusNext(button.current)
          const { confirm, value } = asked() ?? found
          store.confirm(confirm, value)
        }}
      >
        {t('checkScreen:soft.confirm')}
      </Button>
    </Group>
  )
}

export const TextBox = ({ place, codec, unit, help, inputMode, rows, maxLength, w, hideLabel }: Props) => {
  const { field, path, name, label, value, required, set } = place
  const typed = useTyped(path)
  const shown = typed ?? (value === null ? '' : codec.show(value))
  const [editing, setEditing] = useState<string | null>(null)
  const [touched, setTouched] = useState(typed !== null)
  const problem = useProblem(place, codec)
  // What is asked, so that another question is drawn anew.
  const unusual = useAnswersPart((answers, context) => unconfirmedAt(path, answers, context)?.code ?? null)
  const unfitting = useCrossProblem(path)

  const read = (text: string): void => {
    setEditing(text)
    const next = codec.read(text)
    if (text.trim() === '') set(null)
    else if (next === null || hardProblems(field, next).length > 0) set(null, text)
    else set(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const leaving = event.key === 'Tab' || (event.key === 'Enter' && !rows)
    if (!leaving) return
    // Drawn before the focus moves, so that it can move to the question.
    flushSync(() => setTouched(true))
    if (event.key === 'Enter' && !event.ctrlKey && problem) event.preventDefault()
  }
  const shared = {
    name,
    label: hideLabel ? undefined : label,
    'aria-label': hideLabel ? label : undefined,
    description: help,
    error: touched ? (problem ?? unfitting) : undefined,
    required,
    readOnly: field.registerOnly,
    withAsterisk: false,
    labelProps: { 'data-app-required': required || undefined },
    'data-refused': problem ? true : undefined,
    autoComplete: 'off',
    maxLength,
    w,
    value: editing ?? shown,
    onFocus: () => setEditing(shown),
    onBlur: () => {
      setEditing(null)
      setTouched(true)
    },
    onKeyDown,
  }
  return (
    <div>
      {rows ? (
        <Textarea {...shared} rows={rows} onChange={(event) => read(event.currentTarget.value)} />
      ) : (
        <TextInput
          {...shared}
          spellCheck={false}
          inputMode={inputMode}
          rightSection={unit ? <span className="app-unit">{unit}</span> : undefined}
          rightSectionWidth={unit && unit.length > 3 ? 72 : undefined}
          rightSectionPointerEvents="none"
          onChange={(event) => read(event.currentTarget.value)}
        />
      )}
      {touched && unusual ? <SoftLimit key={unusual} path={path} /> : null}
    </div>
  )
}
