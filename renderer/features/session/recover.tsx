// A forgotten password: the recovery key from the paper opens the database and a new password is set.
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useEffect } from 'react'
import type { Input } from '../../../domain/contract/table.ts'
import { passwordProblem } from '../../../domain/users/password.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert, SubmitButton } from '../../ui/call-form.tsx'
import { PasswordField, TextField } from '../../ui/fields/text-field.tsx'
import { Gate } from './gate.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { useSession } from './session.tsx'
import { useCountdown } from './use-countdown.ts'
import { WaitAlert } from './wait-alert.tsx'

type Values = Input<'session.recover'> & { again: string }

export const Recover = ({ onBack }: { onBack: () => void }) => {
  const t = useT()
  const { status, enter, block } = useSession()
  const form = useCallForm<'session.recover', Values>('session.recover', {
    defaultValues: { recoveryKey: '', username: '', newPassword: '', again: '' },
    toInput: ({ again: _again, ...input }) => input,
    check: ({ username, newPassword, again }) => {
      const weak = passwordProblem(newPassword, username)
      return [
        ...(weak ? [{ path: 'newPassword', code: weak }] : []),
        ...(again === newPassword ? [] : [{ path: 'again', code: 'password-differs' }]),
      ]
    },
    onDone: (next) => enter(next),
  })
  const code = form.failure?.code
  const seconds = useCountdown(code === 'wait' ? Number(form.failure?.params?.seconds ?? 0) : 0, form.failure)

  useEffect(() => {
    if (code?.startsWith('database-') || code?.startsWith('key-')) block(code)
  }, [code, block])

  return (
    <Gate title={t('session:recoverTitle')} intro={t('session:recoverHelp')} station={status.stationName}>
      <form noValidate onSubmit={form.submit} aria-label={t('session:recoverTitle')}>
        <Stack gap="md">
          {form.failure && code === 'wait' ? (
            <WaitAlert failure={form.failure} seconds={seconds} />
          ) : code === 'wrong-credentials' ? (
            <Alert color="red" variant="outline" role="alert">
              <p className="app-alert-sentence">{t('session:wrongRecovery')}</p>
            </Alert>
          ) : (
            <FailureAlert failure={form.failure} />
          )}
          <TextField
            control={form.control}
            name="recoveryKey"
            label={t('session:recoveryKeyLabel')}
            required
            autoFocus
          />
          <TextField control={form.control} name="username" label={t('session:username')} required />
          <NewPasswordField
            control={form.control}
            name="newPassword"
            usernameField="username"
            label={t('session:newPassword')}
          />
          <PasswordField
            control={form.control}
            name="again"
            label={t('session:passwordAgain')}
            autoComplete="new-password"
            required
          />
          <Group justify="space-between">
            <SubmitButton form={form} disabled={seconds > 0}>
              {t('session:recover')}
            </SubmitButton>
            <Button variant="subtle" onClick={onBack}>
              {t('session:backToSignIn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Gate>
  )
}
