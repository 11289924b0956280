// Sentences for codes: refusals of calls and problems at fields.
import i18next from 'i18next'
import type { FieldError } from 'react-hook-form'
import type { Failure } from '../../domain/contract/errors.ts'
import type { T } from './i18n.ts'

/** The sentence for a refusal. */
export const failureText = (t: T, failure: Failure): string =>
  t(`errors:code.${failure.code}`, { ...failure.params })

/** The sentence for a problem code, also of a value in the domain's tables; an unknown one gets the general sentence. */
export const problemText = (t: T, code: string, params: Record<string, unknown> = {}): string => {
  const key = [`errors:problem.${code}`, `check:problem.${code}`].find((one) => i18next.exists(one))
  return t((key ?? 'errors:problem.other') as 'errors:problem.too_small', params as { min: string })
}

/** The sentence at a field, or undefined when the field is right. */
export const fieldErrorText = (t: T, error: FieldError | undefined): string | undefined =>
  error ? problemText(t, error.message ?? 'other', error.types ?? {}) : undefined
