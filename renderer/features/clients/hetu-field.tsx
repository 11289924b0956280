// The henkilötunnus, judged while it is typed: wrong at the first character that no valid code can have. A valid one
// fills the birth date and the sex.
import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type UseFormReturn, useController, useFormState } from 'react-hook-form'
import { checkWhileTyping } from '../../../domain/clients/hetu.ts'
import { problemText } from '../../i18n/failure-text.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFieldProblem } from '../../ui/fields/field-props.ts'
import { formatDate } from '../../ui/format.ts'
import { useSession } from '../session/session.tsx'
import type { ClientValues } from './client-values.ts'

export const HetuField = ({ form }: { form: UseFormReturn<ClientValues> }) => {
  const t = useT()
  const { today } = useSession().status
  const { field } = useController({ control: form.control, name: 'hetu' })
  const { isSubmitted, submitCount } = useFormState({ control: form.control, name: 'hetu', exact: true })
  const found = useFieldProblem(form.control, 'hetu')
  /** The sending since which it is being typed; null when the typing has ended. */
  const [typedSince, setTypedSince] = useState<number | null>(null)
  const text = field.value ?? ''
  const typing = text.trim() === '' ? null : checkWhileTyping(text, today)

  // An unfinished code is wrong when it is sent or left so, not while it is being typed.
  const problem = typing?.state === 'incomplete' && typedSince === submitCount ? undefined : found

  const onChange = (value: string): void => {
    setTypedSince(submitCount)
    const before = text.trim() === '' ? null : checkWhileTyping(text, today)
    const now = checkWhileTyping(value, today)
    field.onChange(value === '' ? null : value)
    if (now.state === 'valid') {
      form.setValue('birthDate', now.birthDate, { shouldValidate: isSubmitted })
      form.setValue('sex', now.sex, { shouldValidate: isSubmitted })
    } else if (before?.state === 'valid') form.setValue('birthDate', null)
  }

  const verdict =
    typing === null
      ? null
      : typing.state === 'valid'
        ? t(typing.kind === 'temporary' ? 'clients:hetu.temporary' : 'clients:hetu.valid', {
            date: formatDate(typing.birthDate),
          })
        : typing.state === 'incomplete'
          ? t('clients:hetu.incomplete')
          : null
  const wrong = typing?.state === 'invalid' ? problemText(t, `hetu-${typing.why}`) : undefined

  return (
    <div>
      <TextInput
        ref={field.ref}
        name={field.name}
        label={t('clients:field.hetu')}
        description={t('clients:field.hetuHelp')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        autoFocus
        value={text}
        error={wrong ?? problem}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => {
          setTypedSince(null)
          field.onBlur()
        }}
      />
      <Text
        size="xs"
        mt={4}
        mih="1.2em"
        role="status"
        c={typing?.state === 'valid' ? 'var(--app-good)' : 'dimmed'}
      >
        {wrong || problem ? null : verdict}
      </Text>
    </div>
  )
}
