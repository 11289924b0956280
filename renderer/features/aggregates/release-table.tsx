// A view of a previewed release: hidden cells hatched, primary and secondary told apart, the interval on hover and focus.
import { Checkbox, Group, Text, Tooltip } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Coarsening } from '../../../domain/aggregates/coarser.ts'
import type { Output } from '../../../domain/contract/table.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { className } from './area-names.ts'
import classes from './release-table.module.css'
import { levelOf, type ViewId, viewOf } from './release-views.ts'

export type PreviewCell = Output<'aggregates.preview'>['tables'][number]['cells'][number]

const STATES = ['shown', 'primary', 'secondary'] as const

const intervalText = (t: T, { low, high }: PreviewCell): string =>
  high === null
    ? t('aggregates:atLeast', { low: low ?? 0 })
    : t('aggregates:between', { low: low ?? 0, high })

type CellProps = { cell: PreviewCell; row: string; column: string; place: string; entry: boolean }

const Cell = ({ cell, row, column, place, entry }: CellProps) => {
  const t = useT()
  const text = t(`aggregates:cell.${cell.state}`, {
    row,
    column,
    count: cell.count,
    interval: intervalText(t, cell),
  })
  return (
    <Tooltip
      portalProps={{ target: 'main' }}
      label={text}
      events={{ hover: true, focus: true, touch: true }}
      multiline
      maw={320}
    >
      <button
        type="button"
        className={classes.cell}
        data-state={cell.state}
        data-place={place}
        aria-label={text}
        tabIndex={entry ? 0 : -1}
      >
        <span className={classes.mark}>{cell.count}</span>
      </button>
    </Tooltip>
  )
}

/** What the hatchings mean. */
export const ReleaseKey = () => {
  const t = useT()
  return (
    <Group gap="md" className={classes.key} role="group" aria-label={t('aggregates:legend')}>
      {STATES.map((state) => (
        <Text key={state} size="sm" component="span">
          <span className={classes.sample} data-state={state} aria-hidden /> {t(`aggregates:state.${state}`)}
        </Text>
      ))}
    </Group>
  )
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

type Props = {
  view: ViewId
  sex: string
  coarser: readonly Coarsening[]
  cells: ReadonlyMap<string, PreviewCell>
}

/** One stop of the Tab key; the arrow keys move within, over places without a figure. */
const useArrowKeys = (height: number, width: number) => {
  const [entry, setEntry] = useState('0,0')
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key]
    const from = (event.target as HTMLElement).dataset.place?.split(',').map(Number)
    if (!step || !from) return
    event.preventDefault()
    let [row, column] = from as [number, number]
    for (;;) {
      row += step[0]
      column += step[1]
      if (row < 0 || column < 0 || row >= height || column >= width) return
      const place = `${row},${column}`
      const target = event.currentTarget.querySelector<HTMLElement>(`[data-place="${place}"]`)
      if (!target) continue
      setEntry(place)
      target.focus()
      return
    }
  }
  return { entry, onKeyDown }
}

const isShownZero = ({ count, state }: PreviewCell): boolean => count === 0 && state === 'shown'

export const ReleaseTable = ({ view, sex, coarser, cells }: Props) => {
  const t = useT()
  const { rows: all, columns, cell } = viewOf(view, coarser)
  const at = (row: string, column: string) => cells.get(cell(row, column, sex))
  const [zeros, setZeros] = useState(false)
  // A station counts people in a few municipalities; the total always stands.
  const isEmpty = (row: string) => {
    const found = columns.codes.flatMap((column) => at(row, column) ?? [])
    return row !== all.codes[0] && found.length > 0 && found.every(isShownZero)
  }
  const empty = all.codes.filter(isEmpty)
  const rows = zeros ? all : { ...all, codes: all.codes.filter((row) => !empty.includes(row)) }
  const { entry, onKeyDown } = useArrowKeys(rows.codes.length, columns.codes.length)
  const isThere = (place: string) => {
    const [row, column] = place.split(',').map(Number)
    return at(rows.codes[row!] ?? '', columns.codes[column!] ?? '') !== undefined
  }
  const first = rows.codes.findIndex((row) => at(row, columns.codes[0]!) !== undefined)
  if (first < 0) return <Text size="sm">{t('aggregates:notInRelease')}</Text>
  const start = isThere(entry) ? entry : `${first},0`
  return (
    <div className={classes.scroll}>
      {empty.length > 0 ? (
        <Checkbox
          mb="xs"
          checked={zeros}
          onChange={(event) => setZeros(event.currentTarget.checked)}
          label={t('aggregates:zeroRows', { rows: empty.length })}
        />
      ) : null}
      <table className={classes.table} onKeyDown={onKeyDown}>
        <caption>{t(`aggregates:viewTitle.${view}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`aggregates:heading.${rows.dimension}`)}</th>
            {columns.codes.map((code) => (
              <th key={code} scope="col">
                {className(t, columns.dimension, code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.codes.map((row, i) => (
            <tr key={row}>
              <th scope="row" data-level={levelOf(row)}>
                {className(t, rows.dimension, row)}
              </th>
              {columns.codes.map((column, j) => {
                const found = at(row, column)
                return (
                  <td key={column}>
                    {found ? (
                      <Cell
                        cell={found}
                        row={className(t, rows.dimension, row)}
                        column={className(t, columns.dimension, column)}
                        place={`${i},${j}`}
                        entry={start === `${i},${j}`}
                      />
                    ) : (
                      <span className={classes.absent}>{t('aggregates:absent')}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
