// First set-up in three steps: the workstation, its two users, the recovery key on paper.
import { Button, Group, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { FieldProblem } from '../../../domain/contract/errors.ts'
import type { Input } from '../../../domain/contract/table.ts'
import { sameDisplayName } from '../../../domain/users/display-name.ts'
import { passwordProblem } from '../../../domain/users/password.ts'
import { type CallForm, useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert, SubmitButton } from '../../ui/call-form.tsx'
import { RadioField } from '../../ui/fields/choice-field.tsx'
import { PasswordField, TextField } from '../../ui/fields/text-field.tsx'
import { Restore } from '../backup/restore.tsx'
import { Gate } from './gate.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { RecoveryKeyPage } from './recovery-key-page.tsx'

type Person = { username: string; displayName: string; password: string; again: string }
type Values = {
  workplace: Input<'session.setUp'>['workplace']
  stationName: string
  administrator: Person
  firstUser: Person
}

const NOBODY: Person = { username: '', displayName: '', password: '', again: '' }

const withoutRepeat = ({ username, displayName, password }: Person) => ({ username, displayName, password })

const personProblems = (path: string, { username, password, again }: Person): FieldProblem[] => {
  const weak = passwordProblem(password, username)
  return [
    ...(weak ? [{ path: `${path}.password`, code: weak }] : []),
    ...(again === password ? [] : [{ path: `${path}.again`, code: 'password-differs' }]),
  ]
}

const check = ({ administrator, firstUser }: Values): FieldProblem[] => {
  const same = administrator.username.trim().toLowerCase() === firstUser.username.trim().toLowerCase()
  return [
    ...personProblems('administrator', administrator),
    ...personProblems('firstUser', firstUser),
    ...(firstUser.displayName && sameDisplayName(administrator.displayName, firstUser.displayName)
      ? [{ path: 'firstUser.displayName', code: 'display-name-taken' }]
      : []),
    ...(same && firstUser.username ? [{ path: 'firstUser.username', code: 'name-taken' }] : []),
  ]
}

type StepProps = { form: CallForm<Values> }

const StationStep = ({ form }: StepProps) => {
  const t = useT()
  return (
    <>
      <RadioField
        control={form.control}
        name="workplace"
        label={t('session:workplaceLabel')}
        required
        stacked
        choices={[
          {
            value: 'clinical',
            label: t('session:workplaceClinical'),
            help: t('session:workplaceClinicalHelp'),
          },
          { value: 'office', label: t('session:workplaceOffice'), help: t('session:workplaceOfficeHelp') },
        ]}
      />
      <TextField
        control={form.control}
        name="stationName"
        label={t('session:stationName')}
        help={t('session:stationNameHelp')}
        required
      />
    </>
  )
}

const PersonFields = ({
  form,
  who,
  title,
  help,
}: StepProps & { who: 'administrator' | 'firstUser'; title: string; help: string }) => {
  const t = useT()
  return (
    <Stack component="fieldset" gap="sm" className="app-fieldset">
      <legend>
        <Title order={2}>{title}</Title>
      </legend>
      {help}
      <TextField
        control={form.control}
        name={`${who}.displayName`}
        label={t('session:displayName')}
        required
      />
      <TextField
        control={form.control}
        name={`${who}.username`}
        label={t('session:username')}
        autoComplete="username"
        required
      />
      <NewPasswordField control={form.control} name={`${who}.password`} usernameField={`${who}.username`} />
      <PasswordField
        control={form.control}
        name={`${who}.again`}
        label={t('session:passwordAgain')}
        autoComplete="new-password"
        required
      />
    </Stack>
  )
}

const PeopleStep = ({ form }: StepProps) => {
  const t = useT()
  const clinical = useWatch({ control: form.control, name: 'workplace' }) === 'clinical'
  return (
    <div className="app-two-columns">
      <PersonFields
        form={form}
        who="administrator"
        title={t('session:administratorTitle')}
        help={t('session:administratorHelp')}
      />
      <PersonFields
        form={form}
        who="firstUser"
        title={clinical ? t('session:firstNurseTitle') : t('session:firstOfficerTitle')}
        help={clinical ? t('session:firstNurseHelp') : t('session:firstOfficerHelp')}
      />
    </div>
  )
}

export const FirstRun = () => {
  const t = useT()
  const [step, setStep] = useState<1 | 2>(1)
  const [restoring, setRestoring] = useState(false)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const form = useCallForm<'session.setUp', Values>('session.setUp', {
    defaultValues: { workplace: 'clinical', stationName: '', administrator: NOBODY, firstUser: NOBODY },
    toInput: (values) => ({
      workplace: values.workplace,
      stationName: values.stationName,
      administrator: withoutRepeat(values.administrator),
      firstUser: withoutRepeat(values.firstUser),
    }),
    check,
    onDone: (value) => setRecoveryKey(value.recoveryKey),
  })

  const next = async (): Promise<void> => {
    if (!(await form.form.trigger(['workplace', 'stationName'], { shouldFocus: true }))) return
    setStep(2)
    setTimeout(() => form.form.setFocus('administrator.displayName'), 0)
  }

  if (restoring) return <Restore onBack={() => setRestoring(false)} />
  if (recoveryKey)
    return <RecoveryKeyPage recoveryKey={recoveryKey} stationName={form.form.getValues('stationName')} />
  return (
    <Gate
      title={t('session:welcome')}
      intro={`${t('session:step', { at: step, of: 3 })}. ${t('session:welcomeHelp')}`}
      wide
    >
      <form
        noValidate
        aria-label={t('session:welcome')}
        onSubmit={(event) => {
          if (step === 2) return form.submit(event)
          event.preventDefault()
          return next()
        }}
      >
        <Stack gap="md">
          <FailureAlert failure={form.failure} />
          {step === 1 ? <StationStep form={form} /> : <PeopleStep form={form} />}
          <Group justify="space-between">
            {step === 1 ? (
              <>
                <Button type="submit">{t('ui:next')}</Button>
                <Button variant="subtle" onClick={() => setRestoring(true)}>
                  {t('backup:restore')}
                </Button>
              </>
            ) : (
              <>
                <SubmitButton form={form}>{t('session:setUp')}</SubmitButton>
                <Button variant="subtle" onClick={() => setStep(1)}>
                  {t('ui:back')}
                </Button>
              </>
            )}
          </Group>
        </Stack>
      </form>
    </Gate>
  )
}
