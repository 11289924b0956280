// A list: rows of fields, added and taken away. Each row keeps its own identity, so that typing follows its row.
import { Button, CloseButton, Group } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import type { ListField, SimpleField } from '../../../../domain/health-checks/fields.ts'
import { useT } from '../../../i18n/i18n.ts'
import type { Row } from '../answers-store.ts'
import { useCheckScope } from '../check-scope.ts'
import { focusPlace } from '../focus-order.ts'
import classes from './fields.module.css'
import type { Place } from './place.ts'

let count = 0
const nextId = (): number => ++count

type Props = {
  place: Place<ListField>
  /** Draws the box of a column in a row; handed in, as fields and lists are made of each other. */
  cell: (column: SimpleField, at: number) => ReactNode
}

export const ListBox = ({ place, cell }: Props) => {
  const { field, label, value } = place
  const { store } = useCheckScope()
  const t = useT()
  const rows = (value as Row[] | null) ?? []
  // Which consent an onward referral rests on is chosen where the referral is written.
  const columns = field.columns.filter(({ key }) => key !== 'consentId')
  const ids = useRef<number[]>([])
  while (ids.current.length < rows.length) ids.current.push(nextId())
  ids.current.length = rows.length

  const add = (): void => {
    store.setRows(field.key, [...rows, {}], rows.length)
    requestAnimationFrame(() => focusPlace(`fields.${field.key}.${rows.length}.${field.columns[0]!.key}`))
  }
  const remove = (at: number): void => {
    ids.current.splice(at, 1)
    store.setRows(
      field.key,
      rows.filter((_, row) => row !== at),
      at,
    )
    requestAnimationFrame(() => focusPlace(`fields.${field.key}.add`))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out
    <div role="group" aria-label={label}>
      <span className={classes.label}>{label}</span>
      {rows.map((_, at) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div key={ids.current[at]} role="group" aria-label={`${label} ${at + 1}`} className={classes.row}>
          {columns.map((column) => (
            <div key={column.key} className={classes.cell} data-type={column.type}>
              {cell(column, at)}
            </div>
          ))}
          <CloseButton
            className={classes.removeRow}
            tabIndex={-1}
            aria-label={t('checkScreen:list.remove', { list: label, number: at + 1 })}
            onClick={() => remove(at)}
          />
        </div>
      ))}
      {rows.length < field.maxItems ? (
        <Group data-place={`fields.${field.key}.add`} mt={4}>
          <Button data-stop size="compact-sm" variant="default" onClick={add}>
            {t('checkScreen:list.add', { list: label.split(' (')[0] })}
          </Button>
        </Group>
      ) : null}
    </div>
  )
}
