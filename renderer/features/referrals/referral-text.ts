// Texts of referrals by the keys of the domain tables; a test goes through every table.
import { useMemo } from 'react'
import { type Field, optionTextKey } from '../../../domain/health-checks/fields.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { municipalityName } from '../clients/municipality-name.ts'

type Loose = (key: string, params?: Record<string, unknown>) => string

/** Label of a field, text of a state or detail, and a value as it is read. */
const textsOf = (t: T) => {
  const loose = t as unknown as Loose
  const choice = (field: Field, value: string): string => {
    if (field.key === 'municipality') return municipalityName(t, value)
    return field.type === 'enum' || field.type === 'multi'
      ? loose(`check:${optionTextKey(field, value)}`)
      : value
  }
  return {
    choice,
    label: (key: string) => loose(`check:referral.field.${key}`),
    group: (id: string) => loose(`check:referral.group.${id}`),
    state: (state: string) => loose(`check:referral.state.${state}`),
    detail: (name: string) => loose(`check:referral.detail.${name}`),
    endReason: (value: string) => loose(`check:referral.endReason.${value}`),
    reminder: (state: string) => loose(`check:referral.reminder.${state}`),
    value: (field: Field, value: unknown): string => {
      if (value === null || value === undefined || value === '') return ''
      if (Array.isArray(value)) return value.map((one) => choice(field, String(one))).join(', ')
      if (field.type === 'date') return formatDate(String(value))
      if (field.type === 'bool') return value === true ? t('ui:yes') : t('ui:no')
      return choice(field, String(value))
    },
  }
}

export const useReferralText = () => {
  const t = useT()
  return useMemo(() => textsOf(t), [t])
}
