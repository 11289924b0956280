// A perturbed table for use inside the house: clearly labelled, on paper too, and with no way into a release.
import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { AD_HOC_PEOPLE } from '../../../domain/aggregates/ad-hoc.ts'
import { CLASSIFICATIONS, type Classification } from '../../../domain/aggregates/dimensions.ts'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Page, Panel } from '../../ui/page.tsx'
import { className } from './area-names.ts'
import classes from './release-table.module.css'

type Asked = Input<'aggregates.adHoc'>
type Made = Output<'aggregates.adHoc'>

const AdHocTable = ({ asked, made }: { asked: Asked; made: Made }) => {
  const t = useT()
  const heading = (dimension: Classification) => t(`aggregates:heading.${dimension}`)
  const counts = new Map(made.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.count]))
  return (
    <Stack gap="sm">
      <Alert variant="outline" color="orange" role="note">
        <Text size="sm" fw={700}>
          {t('aggregates:adHoc.label')}
        </Text>
        <Text size="sm">{t('aggregates:adHoc.note', { spread: made.spread, below: made.smallest - 1 })}</Text>
      </Alert>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <caption>
            {t('aggregates:adHoc.caption', {
              people: t(`aggregates:adHoc.who.${asked.people}`),
              rows: heading(asked.rows),
              columns: heading(asked.columns),
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{heading(asked.rows)}</th>
              {made.columns.map((column) => (
                <th key={column} scope="col">
                  {className(t, asked.columns, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {made.rows.map((row, i) => (
              <tr key={row}>
                <th scope="row" data-level={i === 0 ? 0 : 1}>
                  {className(t, asked.rows, row)}
                </th>
                {made.columns.map((column) => (
                  <td key={column} className={classes.plain}>
                    {formatNumber(counts.get(`${row} ${column}`) ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  )
}

const AdHocPage = () => {
  const t = useT()
  const [asked, setAsked] = useState<Asked>({ people: 'participants', rows: 'area', columns: 'sex' })
  const make = useWrite('aggregates.adHoc')
  const dimensions = (other: Classification) =>
    CLASSIFICATIONS.map((value) => ({
      value,
      label: t(`aggregates:heading.${value}`),
      disabled: value === other,
    }))
  const change = (part: Partial<Asked>) => {
    make.reset()
    setAsked({ ...asked, ...part })
  }
  return (
    <Page title={t('aggregates:adHoc.title')} intro={t('aggregates:adHoc.intro')}>
      <Panel>
        <Stack gap="md">
          <FailureAlert failure={make.error ? failureOf(make.error) : null} />
          <Group align="flex-end" gap="md" className="no-print">
            <NativeSelect
              label={t('aggregates:adHoc.people')}
              value={asked.people}
              onChange={(event) => change({ people: event.currentTarget.value as Asked['people'] })}
              data={AD_HOC_PEOPLE.map((value) => ({ value, label: t(`aggregates:adHoc.who.${value}`) }))}
            />
            <NativeSelect
              label={t('aggregates:adHoc.rows')}
              value={asked.rows}
              onChange={(event) => change({ rows: event.currentTarget.value as Classification })}
              data={dimensions(asked.columns)}
            />
            <NativeSelect
              label={t('aggregates:adHoc.columns')}
              value={asked.columns}
              onChange={(event) => change({ columns: event.currentTarget.value as Classification })}
              data={dimensions(asked.rows)}
            />
            <Button loading={make.isPending} onClick={() => make.mutate(asked)}>
              {t('aggregates:adHoc.make')}
            </Button>
          </Group>
          {make.data ? <AdHocTable asked={asked} made={make.data} /> : null}
        </Stack>
      </Panel>
    </Page>
  )
}

export default AdHocPage
