// Where a rule comes from, when it was reviewed and whether it is approved; approving is a doctor's.
import type { FieldPath, FieldValues } from 'react-hook-form'
import { mayApproveRules } from '../../../domain/policies.ts'
import type { CallForm as CallFormState } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CheckField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { DateField } from '../../ui/fields/typed-field.tsx'
import { FieldGrid } from '../../ui/page.tsx'
import { useSession } from '../session/session.tsx'

export const useMayApprove = (): boolean => mayApproveRules(useSession().status.user?.role ?? null)

type Props<V extends FieldValues> = { form: CallFormState<V>; at: 'settings' | 'advice' }

export const ProvenanceFields = <V extends FieldValues>({ form, at }: Props<V>) => {
  const t = useT()
  const mayApprove = useMayApprove()
  const { control } = form
  const name = (field: string) => `${at}.${field}` as FieldPath<V>
  return (
    <>
      <FieldGrid columns={2}>
        <TextField control={control} name={name('source')} label={t('rules:source')} required />
        <DateField control={control} name={name('reviewedOn')} label={t('rules:reviewedOn')} />
      </FieldGrid>
      <CheckField
        control={control}
        name={name('approved')}
        label={t('rules:approve')}
        help={t(mayApprove ? 'rules:approveHelp' : 'rules:approveDoctor')}
        disabled={!mayApprove}
      />
    </>
  )
}
