// The client's referrals, newest first, and a new one.
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '../../../domain/contract/table.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatMoment } from '../../ui/format.ts'
import { AppLink, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import type { ClientTabProps } from '../clients/tab-props.ts'
import { useMay } from '../session/session.tsx'
import { useReferralText } from './referral-text.ts'

type Row = Output<'referrals.ofClient'>[number]

export const ReferralsTab = ({ client }: ClientTabProps) => {
  const t = useT()
  const may = useMay()
  const text = useReferralText()
  const [, navigate] = useLocation()
  const query = useRead('referrals.ofClient', { clientId: client.id })
  const create = useWrite('referrals.create', { onDone: ({ id }) => navigate(`/referrals/${id}`) })
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'created',
        header: t('referrals:created'),
        value: (row) => row.createdAt,
        rowHeader: true,
        cell: (row) => <AppLink to={`/referrals/${row.id}`}>{formatMoment(row.createdAt)}</AppLink>,
      },
      { id: 'state', header: t('referrals:state'), value: (row) => text.state(row.state) },
      { id: 'receiver', header: t('referrals:receiver'), value: (row) => row.receiver ?? '' },
      {
        id: 'sent',
        header: t('referrals:sent'),
        value: (row) => row.sentAt,
        cell: (row) => (row.sentAt ? formatMoment(row.sentAt) : ''),
      },
    ],
    [t, text],
  )
  return (
    <Panel
      title={t('referrals:list')}
      actions={
        may('referrals.create') ? (
          <Button
            size="xs"
            loading={create.isPending}
            onClick={() => create.mutate({ clientId: client.id, checkId: null })}
          >
            {t('referrals:write')}
          </Button>
        ) : null
      }
    >
      <ReadView query={query} empty={<Empty title={t('referrals:none')} help={t('referrals:noneHelp')} />}>
        {(rows) => (
          <DataTable caption={t('referrals:list')} rows={rows} columns={columns} rowKey={(row) => row.id} />
        )}
      </ReadView>
    </Panel>
  )
}
