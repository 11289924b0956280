// The directory of services: what a step of a plan may lead to. A service is taken out of use, never removed.
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Service } from '../../../domain/paths/services.ts'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatDate } from '../../ui/format.ts'
import { Page, Panel } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useCheckText } from '../health-checks/check-text.ts'
import { ServiceForm } from './service-form.tsx'

const NEW: Service = {
  code: '',
  name: '',
  provider: 'other',
  hint: '',
  active: true,
  validFrom: '',
  source: '',
  approved: false,
}

const useColumns = (edit: (service: Service) => void): Column<Service>[] => {
  const t = useT()
  const text = useCheckText()
  return useMemo(
    () => [
      { id: 'name', header: t('services:name'), value: ({ name }) => name, rowHeader: true },
      {
        id: 'provider',
        header: t('services:provider'),
        value: ({ provider }) => text(`serviceProvider.${provider}`),
      },
      { id: 'hint', header: t('services:hint'), value: ({ hint }) => hint },
      {
        id: 'active',
        header: t('services:validFrom'),
        value: ({ active, validFrom }) => (active ? validFrom : null),
        cell: ({ active, validFrom }) => (active ? formatDate(validFrom) : t('services:inactive')),
      },
      {
        id: 'approved',
        header: t('services:approval'),
        value: ({ approved }) => (approved ? 0 : 1),
        cell: ({ approved }) => (approved ? t('services:approved') : <Tag>{t('ui:unapproved')}</Tag>),
      },
      {
        id: 'actions',
        header: t('services:actions'),
        value: () => null,
        sortable: false,
        actions: true,
        cell: (service) => (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={t('services:editOf', { name: service.name })}
            onClick={() => edit(service)}
          >
            {t('ui:edit')}
          </Button>
        ),
      },
    ],
    [t, text, edit],
  )
}

const ServicesPage = () => {
  const t = useT()
  const query = useRead('services.list', {})
  const [editing, setEditing] = useState<Service | null>(null)
  const columns = useColumns(setEditing)
  return (
    <Page
      title={t('services:title')}
      intro={t('services:intro')}
      actions={<Button onClick={() => setEditing(NEW)}>{t('services:add')}</Button>}
    >
      <Panel>
        <ReadView query={query}>
          {({ version, services }) => (
            <>
              <DataTable
                caption={t('services:title')}
                rows={services}
                columns={columns}
                rowKey={({ code }) => code}
                sortBy={{ id: 'name' }}
              />
              {editing ? (
                <ServiceForm version={version} service={editing} close={() => setEditing(null)} />
              ) : null}
            </>
          )}
        </ReadView>
      </Panel>
    </Page>
  )
}

export default ServicesPage
