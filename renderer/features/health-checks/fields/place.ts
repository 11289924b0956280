// Where a field's value lives: in the check itself or in a row of a list. Both are read and set the same way.
import { useMemo } from 'react'
import { isRequired } from '../../../../domain/health-checks/conditions.ts'
import type { Field } from '../../../../domain/health-checks/fields.ts'
import type { Row } from '../answers-store.ts'
import { useAnswersPart, useCheckScope } from '../check-scope.ts'
import { useCheckText } from '../check-text.ts'

/** A row of a list field. */
export type Cell = { list: string; at: number }

export type Place<F extends Field = Field> = {
  field: F
  /** As in the domain's problems: `weight`, `bpReadings.0.sys`. */
  path: string
  /** Name of the input. */
  name: string
  label: string
  value: unknown
  /** Closing needs an answer here. */
  required: boolean
  /** `text` is what stands in the box when it is not a value. */
  set: (value: unknown, text?: string | null) => void
}

export const usePlace = <F extends Field>(field: F, cell?: Cell): Place<F> => {
  const { store } = useCheckScope()
  const text = useCheckText()
  const value = useAnswersPart(({ fields }) =>
    cell ? (fields[cell.list] as Row[] | null | undefined)?.[cell.at]?.[field.key] : fields[field.key],
  )
  const list = cell?.list
  const at = cell?.at ?? 0
  const set = useMemo(
    () =>
      list === undefined
        ? (next: unknown, typed: string | null = null) => store.setField(field.key, next, typed)
        : (next: unknown, typed: string | null = null) => store.setCell(list, at, field.key, next, typed),
    [store, list, at, field],
  )
  const path = list === undefined ? field.key : `${list}.${at}.${field.key}`
  const label = text(list === undefined ? `field.${field.key}` : `column.${list}.${field.key}`)
  const required = useAnswersPart(
    (answers, context) => cell === undefined && isRequired(field, answers, context),
  )
  return { field, path, required, name: `fields.${path}`, label, value: value ?? null, set }
}
