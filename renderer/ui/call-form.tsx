// The frame of a form: what the server refused with at the top, and a button that shows when it is under way.
import { Alert, Button, type ButtonProps, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FieldPath, type FieldValues, useFormState } from 'react-hook-form'
import type { Failure } from '../../domain/contract/errors.ts'
import type { CallForm as CallFormState } from '../api/use-call-form.ts'
import { failureText, problemText } from '../i18n/failure-text.ts'
import { useT } from '../i18n/i18n.ts'
import { type Conflict, ConflictAlert } from './conflict-alert.tsx'

/** A refusal as a sentence; `children` may offer a way out. */
export const FailureAlert = ({ failure, children }: { failure: Failure | null; children?: ReactNode }) => {
  const t = useT()
  if (!failure) return null
  return (
    <Alert color="red" variant="outline" role="alert">
      <p className="app-alert-sentence">{failureText(t, failure)}</p>
      {children}
    </Alert>
  )
}

/** Problems that belong to no visible field. */
const RootProblem = <V extends FieldValues>({ form }: { form: CallFormState<V> }) => {
  const t = useT()
  const { root } = useFormState({ control: form.control, name: 'root' as FieldPath<V>, exact: true }).errors
  return root ? (
    <FailureAlert failure={{ code: 'invalid-input' }}>{problemText(t, root.message ?? 'other')}</FailureAlert>
  ) : null
}

type Props<V extends FieldValues> = {
  form: CallFormState<V>
  /** Name of the form for screen readers. */
  label?: string
  /** A way out of the refusal, e.g. a link. */
  wayOut?: (failure: Failure) => ReactNode
  /** For data with a version: what to do when someone else has saved it meanwhile. */
  conflict?: Conflict
  children: ReactNode
}

export const CallForm = <V extends FieldValues>({ form, label, wayOut, conflict, children }: Props<V>) => {
  const t = useT()
  return (
    <form noValidate aria-label={label} onSubmit={form.submit}>
      <Stack gap="md">
        {conflict && form.failure?.code === 'stale' ? (
          <ConflictAlert {...conflict} />
        ) : (
          <FailureAlert failure={form.failure}>{form.failure ? wayOut?.(form.failure) : null}</FailureAlert>
        )}
        <RootProblem form={form} />
        {form.resumed ? (
          <Group gap="xs" role="note">
            <Text size="sm">{t('ui:resumed')}</Text>
            <Button variant="default" size="compact-sm" onClick={form.startOver}>
              {t('ui:startOver')}
            </Button>
          </Group>
        ) : null}
        {children}
      </Stack>
    </form>
  )
}

type SubmitProps = ButtonProps & { form: { pending: boolean }; children: ReactNode }

/** Sends the form; Enter in a field does the same. */
export const SubmitButton = ({ form, children, ...rest }: SubmitProps) => (
  <Button type="submit" {...rest} loading={form.pending}>
    {children}
  </Button>
)

/** The end of a form that can be left: cancel, and send under the words of `children`. */
export const FormEnd = ({
  form,
  onCancel,
  children,
}: {
  form: Pick<CallFormState<FieldValues>, 'pending' | 'forget'>
  onCancel: () => void
  children: ReactNode
}) => {
  const t = useT()
  return (
    <Group justify="flex-end">
      <Button
        variant="default"
        onClick={() => {
          form.forget()
          onCancel()
        }}
      >
        {t('ui:cancel')}
      </Button>
      <SubmitButton form={form}>{children}</SubmitButton>
    </Group>
  )
}
