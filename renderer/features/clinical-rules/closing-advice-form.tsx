// Which answers closing reminds of: chosen from the fields of the check.
import { Group } from '@mantine/core'
import { useMemo } from 'react'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { SECTIONS } from '../../../domain/health-checks/sections.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import { useConflict } from '../../api/use-conflict.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { ManyField } from '../../ui/fields/many-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { useCheckText } from '../health-checks/check-text.ts'
import { ProvenanceFields, useMayApprove } from './provenance-fields.tsx'

type Values = Input<'rules.saveClosingAdvice'>
type Saved = Output<'rules.closingAdvice'>

export const ClosingAdviceForm = ({ saved }: { saved: Saved }) => {
  const t = useT()
  const text = useCheckText()
  const mayApprove = useMayApprove()
  const valuesOf = ({ version, advice }: Saved): Values => ({
    version,
    advice: { ...advice, approved: advice.approved && mayApprove },
  })
  const form: CallFormState<Values> = useCallForm('rules.saveClosingAdvice', {
    defaultValues: valuesOf(saved),
    refresh: ['rules.closingAdvice'],
    keep: 'closing-advice',
    onDone: ({ version }) => {
      form.form.setValue('version', version)
      showNotice(t('ui:saved'))
    },
  })
  const conflict = useConflict('rules.closingAdvice', form, valuesOf)
  const groups = useMemo(
    () =>
      SECTIONS.filter(({ fields }) => fields.length > 0).map(({ id, fields }) => ({
        label: text(`section.${id}`),
        choices: fields.map(({ key }) => ({ value: key, label: text(`field.${key}`) })),
      })),
    [text],
  )
  return (
    <CallForm form={form} label={t('rules:advice.title')} conflict={conflict}>
      <ManyField
        control={form.control}
        name="advice.fields"
        label={t('rules:advice.fields')}
        help={t('rules:advice.help')}
        groups={groups}
      />
      <ProvenanceFields form={form} at="advice" />
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
      </Group>
    </CallForm>
  )
}
