// The administrator gives a user a new password.
import type { Output } from '../../../domain/contract/table.ts'
import { passwordProblem } from '../../../domain/users/password.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, FormEnd } from '../../ui/call-form.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { NewPasswordField } from '../session/new-password-field.tsx'

type Props = { user: Output<'users.list'>[number]; onDone: () => void }

export const ResetPasswordForm = ({ user, onDone }: Props) => {
  const t = useT()
  const form = useCallForm('users.resetPassword', {
    defaultValues: { id: user.id, password: '' },
    check: ({ password }) => {
      const weak = passwordProblem(password, user.username)
      return weak ? [{ path: 'password', code: weak }] : []
    },
    onDone: () => {
      showNotice(t('users:passwordReset'))
      onDone()
    },
  })
  return (
    <CallForm form={form} label={t('users:resetPassword')}>
      <NewPasswordField
        control={form.control}
        name="password"
        username={user.username}
        label={t('session:newPassword')}
        autoFocus
      />
      <FormEnd form={form} onCancel={onDone}>
        {t('users:resetPassword')}
      </FormEnd>
    </CallForm>
  )
}
