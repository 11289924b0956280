// Correcting a client's data: with a reason; what was recorded before stays in the history.
import { Button, Group } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import type { Output } from '../../../domain/contract/table.ts'
import { useRead } from '../../api/queries.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { AppLink, Page, Panel } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { useSession } from '../session/session.tsx'
import { ClientFields } from './client-fields.tsx'
import { type ClientValues, fieldsOf, problemsOfClient, valuesOf } from './client-values.ts'

type Values = ClientValues & { reason: string }

const CorrectForm = ({ client }: { client: Output<'clients.open'> }) => {
  const t = useT()
  const { today } = useSession().status
  const [, navigate] = useLocation()
  const form = useCallForm<'clients.correct', Values>('clients.correct', {
    keep: `correct-${client.id}`,
    defaultValues: { ...valuesOf(client), reason: '' },
    toInput: ({ reason, ...values }) => ({
      clientId: client.id,
      version: client.version,
      reason,
      ...fieldsOf(values),
    }),
    check: (values) => problemsOfClient(values, today),
    refresh: ['clients.open'],
    onDone: () => {
      showNotice(t('clients:page.corrected'))
      navigate(`/clients/${client.id}`)
    },
  })
  return (
    <CallForm
      form={form}
      label={t('clients:page.correctTitle')}
      wayOut={({ code, params }) =>
        code === 'duplicate-client' ? (
          <AppLink to={`/clients/${params?.clientId}`}>{t('clients:register.openExisting')}</AppLink>
        ) : null
      }
    >
      <ClientFields form={form.form as unknown as UseFormReturn<ClientValues>} />
      <Panel>
        <TextField control={form.control} name="reason" label={t('clients:field.reason')} required />
      </Panel>
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
        <Button variant="default" component={Link} to={`/clients/${client.id}`} onClick={form.forget}>
          {t('ui:cancel')}
        </Button>
      </Group>
    </CallForm>
  )
}

const CorrectClient = ({ params }: ViewProps) => {
  const t = useT()
  const client = useRead('clients.open', { clientId: params.clientId! })
  return (
    <Page title={t('clients:page.correctTitle')} intro={t('clients:page.correctHelp')}>
      <ReadView query={client}>{(data) => <CorrectForm client={data} />}</ReadView>
    </Page>
  )
}

export default CorrectClient
