// A new client; with the entry into the project in the same go when it is known.
import { Button, Group, Text } from '@mantine/core'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { Input } from '../../../domain/contract/table.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { CheckField } from '../../ui/fields/choice-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { AppLink, Page, Panel } from '../../ui/page.tsx'
import { useSession } from '../session/session.tsx'
import { ClientFields } from './client-fields.tsx'
import { type ClientValues, fieldsOf, NEW_CLIENT, problemsOfClient } from './client-values.ts'
import { EntryFields } from './entry-fields.tsx'
import { type EntryValues, entryDateProblems, ISO_DATE, newEntry } from './entry-values.ts'
import classes from './register-client.module.css'

type Values = ClientValues & EntryValues & { enterNow: boolean; otherPerson: boolean }

const toInput = ({
  enterNow,
  entry,
  statisticsConsent,
  otherPerson,
  ...fields
}: Values): Input<'clients.register'> => ({
  ...fieldsOf(fields),
  otherPerson,
  entry: enterNow
    ? ({ ...entry, labourStatus: fields.labourStatus } as Input<'clients.register'>['entry'])
    : null,
  statisticsConsent: enterNow ? (statisticsConsent as Input<'clients.register'>['statisticsConsent']) : null,
})

const ProjectPanel = ({ form }: { form: CallFormState<Values> }) => {
  const t = useT()
  const enterNow = useWatch({ control: form.control, name: 'enterNow' })
  return (
    <Panel title={t('clients:register.project')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('clients:register.projectHelp')}
      </Text>
      <CheckField control={form.control} name="enterNow" label={t('clients:register.enterNow')} />
      {enterNow ? (
        <div className={classes.entry}>
          <EntryFields form={form.form} />
        </div>
      ) : null}
    </Panel>
  )
}

const RegisterClient = () => {
  const t = useT()
  const { today } = useSession().status
  const [, navigate] = useLocation()
  const form = useCallForm<'clients.register', Values>('clients.register', {
    keep: 'register-client',
    defaultValues: { ...NEW_CLIENT, ...newEntry(today, null), enterNow: false, otherPerson: false },
    toInput,
    check: (values) => [
      ...problemsOfClient(values, today),
      ...(values.enterNow ? entryDateProblems(values.entry.entryDate, today) : []),
    ],
    onDone: ({ id }) => {
      showNotice(t('clients:register.saved'))
      navigate(`/clients/${id}`)
    },
  })
  const [enterNow, entryDate] = useWatch({ control: form.control, name: ['enterNow', 'entry.entryDate'] })
  const statusDay = enterNow && entryDate && ISO_DATE.test(entryDate) ? entryDate : today
  return (
    <Page title={t('clients:register.title')}>
      <CallForm
        form={form}
        label={t('clients:register.title')}
        wayOut={({ code, params }) =>
          code === 'duplicate-client' || code === 'similar-client' ? (
            <Group gap="md">
              <AppLink to={`/clients/${params?.clientId}`}>{t('clients:register.openExisting')}</AppLink>
              {code === 'similar-client' ? (
                <Button size="xs" variant="default" onClick={() => form.submitAnyway('otherPerson')}>
                  {t('clients:register.otherPerson')}
                </Button>
              ) : null}
            </Group>
          ) : null
        }
      >
        <ClientFields form={form.form as unknown as UseFormReturn<ClientValues>} statusDay={statusDay} />
        <ProjectPanel form={form} />
        <Group>
          <SubmitButton form={form}>{t('clients:register.save')}</SubmitButton>
        </Group>
      </CallForm>
    </Page>
  )
}

export default RegisterClient
