// A list as a table: sorted by its headings, read aloud with its caption, printable.
import { Table, UnstyledButton } from '@mantine/core'
import {
  type ColumnDef,
  constructSortFn,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo } from 'react'
import { useT } from '../i18n/i18n.ts'
import classes from './data-table.module.css'

export type Column<R> = {
  id: string
  header: string
  /** What the column sorts by and, without `cell`, shows. */
  value: (row: R) => string | number | null
  cell?: (row: R) => ReactNode
  align?: 'left' | 'right'
  /** What can be done with the row: stays in sight in a narrow window, over a table that scrolls sideways. */
  actions?: boolean
  /** False for columns of buttons. */
  sortable?: boolean
  /** The column that names the row for screen readers. */
  rowHeader?: boolean
}

type Props<R> = {
  /** Accessible name of the table. */
  caption: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey: (row: R) => string
  sortBy?: { id: string; desc?: boolean }
}

const finnish = new Intl.Collator('fi', { numeric: true })

/** Finnish order of letters; what is missing comes last by being largest. */
const compare = (left: unknown, right: unknown): number => {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return finnish.compare(String(left), String(right))
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: {
    finnish: constructSortFn({ sort: (a, b) => compare(a, b) }),
  },
})

export const DataTable = <R extends object>({ caption, rows, columns, rowKey, sortBy }: Props<R>) => {
  const t = useT()
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, R> => ({
          id: column.id,
          header: column.header,
          accessorFn: column.value,
          enableSorting: column.sortable ?? true,
          sortFn: 'finnish',
          sortDescFirst: false,
        }),
      ),
    [columns],
  )
  const sorting: SortingState = sortBy ? [{ id: sortBy.id, desc: sortBy.desc ?? false }] : []
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowKey,
    initialState: { sorting },
    enableSortingRemoval: false,
  })
  const byId = new Map(columns.map((column) => [column.id, column]))

  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table highlightOnHover aria-label={caption}>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => {
                const column = byId.get(header.column.id)!
                const sorted = header.column.getIsSorted()
                return (
                  <Table.Th
                    key={header.id}
                    ta={column.align}
                    className={column.actions ? classes.actions : undefined}
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
                  >
                    {header.column.getCanSort() ? (
                      <UnstyledButton
                        className={classes.sort}
                        data-print
                        data-align={column.align}
                        title={t('ui:sortBy', { column: column.header })}
                        onClick={header.column.getToggleSortingHandler()}
                      >
                        {column.header}
                        <span aria-hidden className={classes.mark}>
                          {sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : ''}
                        </span>
                      </UnstyledButton>
                    ) : (
                      column.header
                    )}
                  </Table.Th>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map((row) => (
            <Table.Tr key={row.id}>
              {columns.map((column) => {
                const content = column.cell ? column.cell(row.original) : column.value(row.original)
                return column.rowHeader ? (
                  <Table.Th key={column.id} scope="row" ta={column.align} fw={500}>
                    {content}
                  </Table.Th>
                ) : (
                  <Table.Td
                    key={column.id}
                    ta={column.align}
                    className={column.actions ? classes.actions : undefined}
                  >
                    {content}
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
