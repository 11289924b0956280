// Restoring a backup where nothing has been set up yet.
import { Alert, Button, Group, Stack } from '@mantine/core'
import type { Input } from '../../../domain/contract/table.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert, SubmitButton } from '../../ui/call-form.tsx'
import { PasswordField, TextField } from '../../ui/fields/text-field.tsx'
import { Gate } from '../session/gate.tsx'
import { useSession } from '../session/session.tsx'

export const Restore = ({ onBack }: { onBack: () => void }) => {
  const t = useT()
  const { refresh } = useSession()
  const form = useCallForm<'backup.restore', Input<'backup.restore'>>('backup.restore', {
    defaultValues: { username: null, secret: '' },
    onDone: () => void refresh(),
  })
  const code = form.failure?.code
  return (
    <Gate title={t('backup:restore')} intro={t('backup:restoreHelp')}>
      <form noValidate onSubmit={form.submit} aria-label={t('backup:restore')}>
        <Stack gap="md">
          {code === 'wrong-credentials' ? (
            <Alert color="red" variant="outline" role="alert">
              <p className="app-alert-sentence">{t('backup:wrong')}</p>
            </Alert>
          ) : (
            <FailureAlert failure={code === 'file-cancelled' ? null : form.failure} />
          )}
          <TextField
            control={form.control}
            name="username"
            label={t('backup:username')}
            help={t('backup:usernameHelp')}
            autoFocus
            emptyAsNull
          />
          <PasswordField
            control={form.control}
            name="secret"
            label={t('backup:secret')}
            autoComplete="current-password"
            required
          />
          <Group justify="space-between">
            <SubmitButton form={form}>{t('backup:pick')}</SubmitButton>
            <Button variant="subtle" onClick={onBack}>
              {t('ui:back')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Gate>
  )
}
