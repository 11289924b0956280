// A form that sends one call: checked with the call's own schema, problems shown at the fields, nothing typed lost.
import { type BaseSyntheticEvent, useEffect, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  get,
  type Resolver,
  set,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { Failure, FieldProblem } from '../../domain/contract/errors.ts'
import { findCall, type Input, type Output } from '../../domain/contract/table.ts'
import { keepTyped, takeKept } from '../app/lock-registry.ts'
import { failureOf } from './call-api.ts'
import { fieldError, problemsOf } from './problems.ts'
import { useWrite, type WriteName, type WriteOptions } from './queries.ts'

type Options<N extends WriteName, V extends FieldValues> = {
  defaultValues: DefaultValues<V>
  /** Makes the call's input of the form's values; needed only when they differ. Paths of fields must stay the same. */
  toInput?: (values: V) => Input<N>
  /** Rules beyond the schema, from domain/: the same functions that the server refuses with. */
  check?: (values: V) => FieldProblem[]
  refresh?: WriteOptions<N>['refresh']
  onDone?: (value: Output<N>, values: V) => void
  /** Name under which half-typed values survive locking and leaving, for the same user only and never on disk. */
  keep?: string
}

export type CallForm<V extends FieldValues> = {
  form: UseFormReturn<V>
  control: UseFormReturn<V>['control']
  submit: (event?: BaseSyntheticEvent) => Promise<void>
  /** Sends it with this answer to what the refusal asked; the next time it is asked again. */
  submitAnyway: (answer: FieldPath<V>) => void
  /** What the server refused with, apart from problems shown at the fields. */
  failure: Failure | null
  /** Takes the refusal off the screen. */
  dismiss: () => void
  /** The form goes on from what was left half-typed; `startOver` empties it. */
  resumed: boolean
  startOver: () => void
  /** What is typed now is not kept over leaving: the person has cancelled. */
  forget: () => void
  pending: boolean
}

const errorsOf = (problems: FieldProblem[]): FieldErrors => {
  const errors: FieldErrors = {}
  for (const problem of problems)
    if (!get(errors, problem.path)) set(errors, problem.path || 'root', fieldError(problem))
  return errors
}

/** To compare values; an empty box is the same as none. */
const textOf = (values: unknown): string =>
  JSON.stringify(values, (_, value) => (value === '' ? null : value))

export const useCallForm = <N extends WriteName, V extends FieldValues = Input<N> & FieldValues>(
  name: N,
  options: Options<N, V>,
): CallForm<V> => {
  const toInput = options.toInput ?? ((values: V) => values as unknown as Input<N>)
  const write = useWrite(name, { refresh: options.refresh })

  const resolver: Resolver<V> = (values) => {
    const problems = [
      ...problemsOf(findCall(name)!.input, toInput(values)),
      ...(options.check?.(values) ?? []),
    ]
    return problems.length === 0
      ? { values, errors: {} }
      : { values: {}, errors: errorsOf(problems) as FieldErrors<V> }
  }
  const form = useForm<V>({ defaultValues: options.defaultValues, resolver, reValidateMode: 'onChange' })

  const { keep } = options
  const [resumed, setResumed] = useState(false)
  /** What was sent or given up: no longer half-typed. */
  const settled = useRef('')
  useEffect(() => {
    if (!keep) return undefined
    const kept = takeKept(keep) as V | undefined
    if (kept) form.reset(kept, { keepDefaultValues: true })
    setResumed(kept !== undefined)
    return keepTyped(keep, () => {
      // Compared by hand: asking react-hook-form whether the form is dirty would redraw all of it.
      const values = form.getValues()
      const text = textOf(values)
      return text === settled.current || text === textOf(form.control._defaultValues) ? undefined : values
    })
  }, [keep, form])
  const forget = (): void => {
    settled.current = textOf(form.getValues())
    setResumed(false)
  }
  const startOver = (): void => {
    form.reset()
    setResumed(false)
  }

  const submit = form.handleSubmit(async (values) => {
    try {
      const done = await write.mutateAsync(toInput(values))
      forget()
      options.onDone?.(done, values)
    } catch (error) {
      for (const [at, problem] of (failureOf(error).fields ?? []).entries())
        form.setError(problem.path as FieldPath<V>, fieldError(problem), { shouldFocus: at === 0 })
    }
  })

  const submitAnyway = (answer: FieldPath<V>): void => {
    form.setValue(answer, true as never)
    void submit().finally(() => form.setValue(answer, false as never))
  }

  const failure = write.error ? failureOf(write.error) : null
  return {
    form,
    control: form.control,
    submit,
    submitAnyway,
    failure,
    dismiss: write.reset,
    resumed,
    startOver,
    forget,
    pending: write.isPending,
  }
}
