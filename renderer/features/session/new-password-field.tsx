// A new password with the rule in sight: the verdict changes while typing, by the function the server refuses with.
import { Text } from '@mantine/core'
import { type Control, type FieldPath, type FieldValues, useWatch } from 'react-hook-form'
import { PASSWORD_MIN, passwordProblem } from '../../../domain/users/password.ts'
import { problemText } from '../../i18n/failure-text.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFieldProblem } from '../../ui/fields/field-props.ts'
import { PasswordField } from '../../ui/fields/text-field.tsx'

type Props<V extends FieldValues> = {
  control: Control<V>
  name: FieldPath<V>
  /** The field with the user name, from which the password must differ; or the name itself. */
  usernameField?: FieldPath<V>
  username?: string
  label?: string
  autoFocus?: boolean
}

const Verdict = <V extends FieldValues>({ control, name, usernameField, username = '' }: Props<V>) => {
  const t = useT()
  const password: string = useWatch({ control, name }) ?? ''
  const typedName: string = useWatch({ control, name: usernameField ?? name, disabled: !usernameField }) ?? ''
  const atField = useFieldProblem(control, name)
  const count = [...password].length
  const problem = passwordProblem(password, usernameField ? typedName : username)
  const verdict =
    count < PASSWORD_MIN
      ? t('session:passwordCount', { count })
      : problem
        ? problemText(t, problem)
        : t('session:passwordGood')
  return (
    <Text size="xs" mt={4} role="status" c={problem ? 'dimmed' : 'var(--app-good)'}>
      {verdict === atField ? null : verdict}
    </Text>
  )
}

export const NewPasswordField = <V extends FieldValues>(props: Props<V>) => {
  const t = useT()
  return (
    <div>
      <PasswordField
        control={props.control}
        name={props.name}
        label={props.label ?? t('session:password')}
        help={t('session:passwordRule')}
        required
        autoComplete="new-password"
        autoFocus={props.autoFocus}
      />
      <Verdict {...props} />
    </div>
  )
}
