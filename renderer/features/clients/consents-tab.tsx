// Consents one by one: dated, with method and receiver, each withdrawn alone.
import { Button, Modal, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { CONSENT_METHODS } from '../../../domain/clients/client.schema.ts'
import { CONSENT_KINDS, type ConsentKind } from '../../../domain/consents/kinds.ts'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useWrite } from '../../api/queries.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, FailureAlert, FormEnd } from '../../ui/call-form.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { RadioField, SelectField, YesNoField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { formatMoment } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Panel } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import type { ClientTabProps } from './tab-props.ts'

type Consent = Output<'clients.open'>['consents'][number]
type Values = { [K in keyof Input<'clients.recordConsent'>]: Input<'clients.recordConsent'>[K] | null }

const Receiver = ({ form }: { form: CallFormState<Values> }) => {
  const t = useT()
  if (useWatch({ control: form.control, name: 'kind' }) !== 'sendReferral') return null
  return (
    <TextField
      control={form.control}
      name="receiver"
      label={t('clients:consents.receiver')}
      help={t('clients:consents.receiverHelp')}
      emptyAsNull
      required
    />
  )
}

const ConsentForm = ({ clientId, onDone }: { clientId: string; onDone: () => void }) => {
  const t = useT()
  const form = useCallForm<'clients.recordConsent', Values>('clients.recordConsent', {
    keep: `consent-${clientId}`,
    defaultValues: { clientId, kind: null, given: null, method: null, receiver: null },
    toInput: (values) =>
      ({
        ...values,
        receiver: values.kind === 'sendReferral' ? values.receiver : null,
      }) as Input<'clients.recordConsent'>,
    check: ({ kind, given, receiver }) =>
      kind === 'sendReferral' && given && !receiver ? [{ path: 'receiver', code: 'required' }] : [],
    refresh: ['clients.open'],
    onDone: () => {
      showNotice(t('clients:consents.saved'))
      onDone()
    },
  })
  return (
    <CallForm form={form} label={t('clients:consents.record')}>
      <SelectField
        control={form.control}
        name="kind"
        label={t('clients:consents.kind')}
        autoFocus
        required
        choices={CONSENT_KINDS.map((value) => ({ value, label: t(`clients:consents.kinds.${value}`) }))}
      />
      <YesNoField control={form.control} name="given" label={t('clients:consents.given')} required />
      <RadioField
        control={form.control}
        name="method"
        label={t('clients:consents.method')}
        required
        choices={CONSENT_METHODS.map((value) => ({ value, label: t(`clients:consents.methods.${value}`) }))}
      />
      <Receiver form={form} />
      <FormEnd form={form} onCancel={onDone}>
        {t('ui:save')}
      </FormEnd>
    </CallForm>
  )
}

const useColumns = (withdraw: (consent: Consent) => void): Column<Consent>[] => {
  const t = useT()
  return useMemo(() => {
    const kindOf = (kind: ConsentKind): string => t(`clients:consents.kinds.${kind}`)
    const stateOf = (consent: Consent): string =>
      consent.withdrawnAt
        ? t('clients:consents.withdrawn', { date: formatMoment(consent.withdrawnAt) })
        : consent.given
          ? t('clients:consents.inForce')
          : t('clients:consents.no')
    return [
      { id: 'kind', header: t('clients:consents.kind'), value: (row) => kindOf(row.kind), rowHeader: true },
      { id: 'given', header: t('clients:consents.given'), value: stateOf },
      { id: 'receiver', header: t('clients:consents.receiver'), value: (row) => row.receiver },
      {
        id: 'method',
        header: t('clients:consents.method'),
        value: (row) => t(`clients:consents.methods.${row.method}`),
      },
      {
        id: 'recorded',
        header: t('clients:consents.recorded'),
        value: (row) => row.recordedAt,
        cell: (row) => formatMoment(row.recordedAt),
      },
      { id: 'by', header: t('clients:consents.by'), value: (row) => row.recordedBy },
      {
        id: 'withdraw',
        header: '',
        value: () => null,
        sortable: false,
        actions: true,
        cell: (row) =>
          row.given && !row.withdrawnAt ? (
            <ConfirmButton
              label={t('clients:consents.withdraw')}
              name={t('clients:consents.withdrawOf', { kind: kindOf(row.kind) })}
              question={t('clients:consents.withdrawConfirm', { kind: kindOf(row.kind) })}
              size="compact-xs"
              onConfirm={() => withdraw(row)}
            />
          ) : null,
      },
    ]
  }, [t, withdraw])
}

export const ConsentsTab = ({ client }: ClientTabProps) => {
  const t = useT()
  const [recording, setRecording] = useState(false)
  const { mutate, error } = useWrite('clients.withdrawConsent', {
    refresh: ['clients.open'],
    onDone: () => showNotice(t('clients:consents.withdrawnDone')),
  })
  const withdraw = useMemo(
    () => (consent: Consent) => mutate({ clientId: client.id, consentId: consent.id }),
    [mutate, client.id],
  )
  const columns = useColumns(withdraw)
  return (
    <Panel
      title={t('clients:consents.title')}
      actions={
        <Button size="xs" onClick={() => setRecording(true)}>
          {t('clients:consents.record')}
        </Button>
      }
    >
      <Stack gap="sm">
        <FailureAlert failure={error ? failureOf(error) : null} />
        {client.consents.length === 0 ? (
          <Empty title={t('clients:consents.empty')} />
        ) : (
          <DataTable
            caption={t('clients:consents.title')}
            rows={client.consents}
            columns={columns}
            rowKey={(consent) => consent.id}
            sortBy={{ id: 'recorded', desc: true }}
          />
        )}
      </Stack>
      <Modal
        opened={recording}
        onClose={() => setRecording(false)}
        title={t('clients:consents.record')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <ConsentForm clientId={client.id} onDone={() => setRecording(false)} />
      </Modal>
    </Panel>
  )
}
