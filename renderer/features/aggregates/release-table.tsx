// A view of a previewed release: hidden cells hatched, primary and secondary told apart, the interval on hover and focus.
import { Group, Text, Tooltip } from '@mantine/core'
import type { Output } from '../../../domain/contract/table.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { className } from './area-names.ts'
import classes from './release-table.module.css'
import { levelOf, VIEWS, type ViewId } from './release-views.ts'

export type PreviewCell = Output<'aggregates.preview'>['tables'][number]['cells'][number]

const STATES = ['shown', 'primary', 'secondary'] as const

const intervalText = (t: T, { low, high }: PreviewCell): string =>
  high === null
    ? t('aggregates:atLeast', { low: low ?? 0 })
    : t('aggregates:between', { low: low ?? 0, high })

const Cell = ({ cell, row, column }: { cell: PreviewCell; row: string; column: string }) => {
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
      <button type="button" className={classes.cell} data-state={cell.state} aria-label={text}>
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

type Props = { view: ViewId; sex: string; cells: ReadonlyMap<string, PreviewCell> }

export const ReleaseTable = ({ view, sex, cells }: Props) => {
  const t = useT()
  const { rows, columns, cell } = VIEWS[view]
  const heading = rows.dimension === 'sex' ? 'area' : rows.dimension
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption>{t(`aggregates:viewTitle.${view}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`aggregates:rowHeading.${heading}`)}</th>
            {columns.codes.map((code) => (
              <th key={code} scope="col">
                {className(t, columns.dimension, code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.codes.map((row) => (
            <tr key={row}>
              <th scope="row" data-level={levelOf(row)}>
                {className(t, rows.dimension, row)}
              </th>
              {columns.codes.map((column) => {
                const found = cells.get(cell(row, column, sex))
                return (
                  <td key={column}>
                    {found ? (
                      <Cell
                        cell={found}
                        row={className(t, rows.dimension, row)}
                        column={className(t, columns.dimension, column)}
                      />
                    ) : null}
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
