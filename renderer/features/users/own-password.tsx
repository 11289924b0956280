// Everyone changes their own password.
import { Group } from '@mantine/core'
import type { Input } from '../../../domain/contract/table.ts'
import { passwordProblem } from '../../../domain/users/password.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { PasswordField } from '../../ui/fields/text-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { Page, Panel } from '../../ui/page.tsx'
import { NewPasswordField } from '../session/new-password-field.tsx'
import { useSession } from '../session/session.tsx'

type Values = Input<'users.changeOwnPassword'> & { again: string }

const EMPTY: Values = { current: '', next: '', again: '' }

const OwnPassword = () => {
  const t = useT()
  const { status } = useSession()
  const username = status.user?.username ?? ''
  const form = useCallForm<'users.changeOwnPassword', Values>('users.changeOwnPassword', {
    defaultValues: EMPTY,
    toInput: ({ current, next }) => ({ current, next }),
    check: ({ next, again }) => {
      const weak = passwordProblem(next, username)
      return [
        ...(weak ? [{ path: 'next', code: weak }] : []),
        ...(again === next ? [] : [{ path: 'again', code: 'password-differs' }]),
      ]
    },
    onDone: () => {
      showNotice(t('users:changed'))
      form.form.reset(EMPTY)
    },
  })
  // The field says it: the general sentence speaks of the user name, which is not asked here.
  const shown = form.failure?.code === 'wrong-credentials' ? { ...form, failure: null } : form
  return (
    <Page title={t('users:ownTitle')}>
      <Panel>
        <CallForm form={shown} label={t('users:ownTitle')}>
          <PasswordField
            control={form.control}
            name="current"
            label={t('users:current')}
            autoComplete="current-password"
            required
          />
          <NewPasswordField control={form.control} name="next" username={username} label={t('users:next')} />
          <PasswordField
            control={form.control}
            name="again"
            label={t('session:passwordAgain')}
            autoComplete="new-password"
            required
          />
          <Group>
            <SubmitButton form={form}>{t('users:change')}</SubmitButton>
          </Group>
        </CallForm>
      </Panel>
    </Page>
  )
}

export default OwnPassword
