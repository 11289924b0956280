// The administrator's backups: save one elsewhere, check one, see the daily ones.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment, formatNumber } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'

type Kept = Output<'backup.status'>['kept'][number]
const MB = 1_000_000

const Checking = () => {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const check = useRead('backup.verify', {}, { enabled: asked })
  const failure = check.error ? failureOf(check.error) : null
  return (
    <>
      <Group>
        <Button
          variant="default"
          loading={check.isFetching}
          onClick={() => (asked ? void check.refetch() : setAsked(true))}
        >
          {t('backup:check')}
        </Button>
      </Group>
      <FailureAlert failure={failure?.code === 'file-cancelled' || check.isFetching ? null : failure} />
      {check.data && !failure && !check.isFetching ? (
        <Alert color="green" variant="outline" role="status">
          <Text size="sm">
            {t('backup:checked', {
              at: formatMoment(check.data.createdAt),
              events: formatNumber(check.data.events),
            })}
          </Text>
        </Alert>
      ) : null}
    </>
  )
}

const BackupPage = () => {
  const t = useT()
  const status = useRead('backup.status', {})
  const save = useWrite('backup.save', {
    onDone: ({ done }) => {
      if (done) showNotice(t('backup:saved'))
    },
  })
  const columns = useMemo(
    (): Column<Kept>[] => [
      {
        id: 'at',
        header: t('backup:made'),
        value: (row) => row.at,
        cell: (row) => formatMoment(row.at),
        rowHeader: true,
      },
      { id: 'name', header: t('backup:name'), value: (row) => row.name },
      {
        id: 'bytes',
        header: t('backup:size'),
        value: (row) => row.bytes,
        cell: (row) => formatNumber(row.bytes / MB, 1),
        align: 'right',
      },
    ],
    [t],
  )
  return (
    <Page
      title={t('backup:title')}
      intro={t('backup:intro')}
      actions={
        <Button loading={save.isPending} onClick={() => save.mutate({})}>
          {t('backup:save')}
        </Button>
      }
    >
      <Stack gap="sm">
        <FailureAlert failure={save.error ? failureOf(save.error) : null} />
        <Checking />
        <Panel title={t('backup:daily')}>
          <ReadView query={status}>
            {({ kept, keptAtMost }) => (
              <Stack gap="xs">
                <Text size="sm">{t('backup:dailyHelp', { count: keptAtMost })}</Text>
                {kept.length === 0 ? (
                  <Empty title={t('backup:none')} help={t('backup:noneHelp')} />
                ) : (
                  <DataTable
                    caption={t('backup:daily')}
                    rows={kept}
                    columns={columns}
                    rowKey={(row) => row.name}
                    sortBy={{ id: 'at', desc: true }}
                  />
                )}
              </Stack>
            )}
          </ReadView>
        </Panel>
      </Stack>
    </Page>
  )
}

export default BackupPage
