// The templates of service paths: the county's own texts, marked until somebody approves them.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../../domain/contract/table.ts'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { AppLink, Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type Template = Output<'plans.templates'>['templates'][number]

const TemplatesPage = () => {
  const t = useT()
  const query = useRead('plans.templates', {})
  const columns = useMemo<Column<Template>[]>(
    () => [
      {
        id: 'name',
        header: t('plans:templates.name'),
        value: ({ name }) => name,
        rowHeader: true,
        cell: ({ id, name }) => <AppLink to={`/paths/${id}`}>{name}</AppLink>,
      },
      {
        id: 'steps',
        header: t('plans:templates.steps'),
        value: ({ steps }) => steps.length,
        align: 'right',
      },
      {
        id: 'approved',
        header: t('plans:templates.approval'),
        value: ({ approved }) => (approved ? 0 : 1),
        cell: ({ approved }) => (approved ? t('plans:templates.approved') : <Tag>{t('ui:unapproved')}</Tag>),
      },
    ],
    [t],
  )
  return (
    <Page
      title={t('plans:templates.title')}
      intro={t('plans:templates.intro')}
      actions={
        <Button component={Link} to="/paths/new">
          {t('plans:templates.add')}
        </Button>
      }
    >
      <Panel>
        <ReadView query={query}>
          {({ templates }) =>
            templates.length === 0 ? (
              <Empty title={t('plans:noTemplates')} />
            ) : (
              <DataTable
                caption={t('plans:templates.title')}
                rows={templates}
                columns={columns}
                rowKey={({ id }) => id}
              />
            )
          }
        </ReadView>
      </Panel>
    </Page>
  )
}

export default TemplatesPage
