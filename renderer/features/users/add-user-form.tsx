// A new user with a first password.
import type { Input } from '../../../domain/contract/table.ts'
import { passwordProblem } from '../../../domain/users/password.ts'
import { ROLES_OF_WORKPLACE } from '../../../domain/users/roles.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, FormEnd } from '../../ui/call-form.tsx'
import { SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { NewPasswordField } from '../session/new-password-field.tsx'
import { useSession } from '../session/session.tsx'

type Values = Omit<Input<'users.add'>, 'role'> & { role: Input<'users.add'>['role'] | null }

export const AddUserForm = ({ onDone }: { onDone: () => void }) => {
  const t = useT()
  const { status } = useSession()
  const form = useCallForm<'users.add', Values>('users.add', {
    defaultValues: { displayName: '', username: '', role: null, password: '' },
    toInput: (values) => values as Input<'users.add'>,
    check: ({ username, password }) => {
      const weak = passwordProblem(password, username)
      return weak ? [{ path: 'password', code: weak }] : []
    },
    refresh: ['users.list'],
    onDone: (_value, values) => {
      showNotice(t('users:added', { name: values.displayName }))
      onDone()
    },
  })
  // The field says it, until the name is changed.
  const shown = form.failure?.code === 'name-taken' ? { ...form, failure: null } : form
  return (
    <CallForm form={shown} label={t('users:add')}>
      <TextField control={form.control} name="displayName" label={t('users:name')} autoFocus required />
      <TextField control={form.control} name="username" label={t('users:username')} required />
      <SelectField
        control={form.control}
        name="role"
        label={t('users:role')}
        required
        choices={ROLES_OF_WORKPLACE[status.workplace ?? 'clinical'].map((value) => ({
          value,
          label: t(`app:role.${value}`),
        }))}
      />
      <NewPasswordField
        control={form.control}
        name="password"
        usernameField="username"
        label={t('users:firstPassword')}
      />
      <p>{t('users:firstPasswordHelp')}</p>
      <FormEnd form={form} onCancel={onDone}>
        {t('ui:save')}
      </FormEnd>
    </CallForm>
  )
}
