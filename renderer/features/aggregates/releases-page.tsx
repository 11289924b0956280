// Releases of the workstation: the next one, and the ledger of those made.
import { Button, Code } from '@mantine/core'
import { useMemo } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { NextRelease } from './next-release.tsx'

type Release = Output<'aggregates.status'>['releases'][number]

const Ledger = ({ releases }: { releases: readonly Release[] }) => {
  const t = useT()
  const save = useWrite('aggregates.save', { onDone: () => showNotice(t('aggregates:saved')) })
  const { mutate, isPending } = save
  const columns = useMemo<Column<Release>[]>(
    () => [
      { id: 'quarter', header: t('aggregates:quarter'), value: (row) => row.quarter, rowHeader: true },
      {
        id: 'at',
        header: t('aggregates:releasedAt'),
        value: (row) => row.releasedAt,
        cell: (row) => formatMoment(row.releasedAt),
      },
      { id: 'by', header: t('aggregates:releasedBy'), value: (row) => row.releasedBy },
      {
        id: 'hidden',
        header: t('aggregates:hidden'),
        value: (row) => row.figures.hidden,
        cell: (row) => t('aggregates:hiddenOf', { hidden: row.figures.hidden, cells: row.figures.cells }),
        align: 'right',
      },
      {
        id: 'hash',
        header: t('aggregates:fingerprint'),
        value: (row) => row.sha256,
        cell: (row) => <Code>{row.sha256.slice(0, 12)}</Code>,
      },
      {
        id: 'save',
        header: t('aggregates:file'),
        value: () => null,
        sortable: false,
        cell: (row) => (
          <Button
            variant="default"
            size="xs"
            disabled={isPending}
            aria-label={t('aggregates:saveFor', { quarter: row.quarter })}
            onClick={() => mutate({ releaseId: row.id })}
          >
            {t('aggregates:save')}
          </Button>
        ),
      },
    ],
    [t, mutate, isPending],
  )
  return (
    <Panel title={t('aggregates:ledger')}>
      <FailureAlert failure={save.error ? failureOf(save.error) : null} />
      {releases.length === 0 ? (
        <Empty title={t('aggregates:ledgerEmpty')} />
      ) : (
        <DataTable
          caption={t('aggregates:ledger')}
          rows={releases}
          columns={columns}
          rowKey={(row) => row.id}
          sortBy={{ id: 'quarter', desc: true }}
        />
      )}
    </Panel>
  )
}

const ReleasesPage = () => {
  const t = useT()
  const query = useRead('aggregates.status', {})
  return (
    <Page title={t('aggregates:title')} intro={t('aggregates:intro')}>
      <ReadView query={query}>
        {({ next, releases }) => (
          <>
            {next ? (
              <NextRelease key={next.quarter} next={next} earlier={releases.length} />
            ) : (
              <Panel title={t('aggregates:next')}>
                <Empty title={t('aggregates:nobody')} help={t('aggregates:nobodyHelp')} />
              </Panel>
            )}
            <Ledger releases={releases} />
          </>
        )}
      </ReadView>
    </Page>
  )
}

export default ReleasesPage
