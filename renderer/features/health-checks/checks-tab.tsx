// The client's checks, and beginning a new one.
import { Button, Group } from '@mantine/core'
import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import type { Output } from '../../../domain/contract/table.ts'
import { useRead } from '../../api/queries.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/fields/typed-field.tsx'
import { formatDate } from '../../ui/format.ts'
import { AppLink, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import type { ClientTabProps } from '../clients/tab-props.ts'
import { useMay, useSession } from '../session/session.tsx'

type Check = Output<'checks.ofClient'>[number]

const StartForm = ({ clientId }: { clientId: string }) => {
  const t = useT()
  const { status } = useSession()
  const [, navigate] = useLocation()
  const form = useCallForm('checks.start', {
    defaultValues: { clientId, checkDate: status.today, another: false },
    check: ({ checkDate }) => (checkDate > status.today ? [{ path: 'checkDate', code: 'future' }] : []),
    refresh: ['checks.ofClient'],
    onDone: ({ id }) => navigate(`/checks/${id}`),
  })
  return (
    <CallForm
      form={form}
      label={t('checkScreen:start.button')}
      wayOut={({ code, params }) =>
        code === 'check-open' ? (
          <Group gap="xs">
            <Button size="xs" component={Link} to={`/checks/${params?.checkId}`}>
              {t('worklist:ofClient.goOn', { date: formatDate(String(params?.date)) })}
            </Button>
            <Button size="xs" variant="default" onClick={() => form.submitAnyway('another')}>
              {t('checkScreen:start.another')}
            </Button>
          </Group>
        ) : null
      }
    >
      <Group align="flex-end">
        <DateField
          control={form.control}
          name="checkDate"
          label={t('checkScreen:start.date')}
          help=""
          required
          w="10rem"
        />
        <SubmitButton form={form}>{t('checkScreen:start.button')}</SubmitButton>
      </Group>
    </CallForm>
  )
}

export const ChecksTab = ({ client }: ClientTabProps) => {
  const t = useT()
  const may = useMay()
  const query = useRead('checks.ofClient', { clientId: client.id })
  const columns = useMemo(
    (): Column<Check>[] => [
      {
        id: 'date',
        header: t('checkScreen:start.date'),
        rowHeader: true,
        value: (check) => check.checkDate,
        cell: (check) => <AppLink to={`/checks/${check.id}`}>{formatDate(check.checkDate)}</AppLink>,
      },
      {
        id: 'state',
        header: t('checkScreen:version.state'),
        value: (check) => t(`check:state.${check.state}`),
      },
      {
        id: 'version',
        header: t('checkScreen:version.version'),
        value: (check) => check.version,
        cell: (check) => (check.version === 0 ? t('ui:none') : check.version),
        align: 'right',
      },
      {
        id: 'signed',
        header: t('checkScreen:version.signedBy'),
        value: (check) => check.signedBy ?? t('ui:none'),
      },
      {
        id: 'followUp',
        header: t('checkScreen:start.followUp'),
        value: (check) => check.followUp,
        cell: (check) => {
          if (!check.followUp) return t('ui:none')
          const date = formatDate(check.followUp)
          return check.followUpDone ? t('checkScreen:start.followUpDone', { date }) : date
        },
      },
    ],
    [t],
  )
  return (
    <Panel
      title={t('checkScreen:heading')}
      actions={
        <Button variant="default" size="xs" component={Link} to={`/clients/${client.id}/checks/paper`}>
          {t('checkScreen:paper.title')}
        </Button>
      }
    >
      {may('checks.start') ? <StartForm clientId={client.id} /> : null}
      <ReadView
        query={query}
        empty={<Empty title={t('checkScreen:start.none')} help={t('checkScreen:start.noneHelp')} />}
      >
        {(checks) => (
          <DataTable
            caption={t('checkScreen:heading')}
            rows={checks}
            columns={columns}
            rowKey={(check) => check.id}
            sortBy={{ id: 'date', desc: true }}
          />
        )}
      </ReadView>
    </Panel>
  )
}
