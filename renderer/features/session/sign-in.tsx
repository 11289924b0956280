// Signing in and unlocking: the same sentence for a wrong password and an unknown user, a countdown when one must wait.
import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert, SubmitButton } from '../../ui/call-form.tsx'
import { PasswordField, TextField } from '../../ui/fields/text-field.tsx'
import { Gate } from './gate.tsx'
import { forgetPlace, rememberedPlace } from './return-point.ts'
import { useSession } from './session.tsx'
import { useCountdown } from './use-countdown.ts'
import { WaitAlert } from './wait-alert.tsx'

export const SignIn = ({ onForgotten }: { onForgotten: () => void }) => {
  const t = useT()
  const { status, enter, block } = useSession()
  const [place, setPlace] = useState(rememberedPlace)
  const form = useCallForm('session.signIn', {
    defaultValues: { username: place?.username ?? '', password: '' },
    onDone: (next) => enter(next),
  })
  const code = form.failure?.code
  const seconds = useCountdown(code === 'wait' ? Number(form.failure?.params?.seconds ?? 0) : 0, form.failure)

  useEffect(() => {
    if (code?.startsWith('database-') || code?.startsWith('key-')) block(code)
  }, [code, block])

  const another = (): void => {
    forgetPlace()
    setPlace(null)
    form.form.reset({ username: '', password: '' })
    form.form.setFocus('username')
  }

  return (
    <Gate
      title={t('session:signInTitle')}
      station={status.stationName}
      intro={place ? t('session:lockedFor', { name: place.displayName }) : null}
    >
      <form noValidate onSubmit={form.submit} aria-label={t('session:signInTitle')}>
        <Stack gap="md">
          {form.failure && code === 'wait' ? (
            <WaitAlert failure={form.failure} seconds={seconds} />
          ) : (
            <FailureAlert failure={form.failure} />
          )}
          <TextField
            control={form.control}
            name="username"
            label={t('session:username')}
            autoComplete="username"
            autoFocus={!place}
            required
          />
          <PasswordField
            control={form.control}
            name="password"
            label={t('session:password')}
            autoComplete="current-password"
            autoFocus={!!place}
            required
          />
          <Group justify="space-between">
            <SubmitButton form={form} disabled={seconds > 0}>
              {t('session:signIn')}
            </SubmitButton>
            <Button variant="subtle" onClick={place ? another : onForgotten}>
              {place ? t('session:lockedOther') : t('session:forgotten')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Gate>
  )
}
