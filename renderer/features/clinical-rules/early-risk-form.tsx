// The signs of early risk: which are looked for, from which value on, and how much each counts.
import { Group, Table, Text } from '@mantine/core'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import { useConflict } from '../../api/use-conflict.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { CheckField } from '../../ui/fields/choice-field.tsx'
import { NumberField } from '../../ui/fields/typed-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FieldGrid } from '../../ui/page.tsx'
import { useCheckText } from '../health-checks/check-text.ts'
import classes from './early-risk-form.module.css'
import { ProvenanceFields, useMayApprove } from './provenance-fields.tsx'

type Values = Input<'rules.saveEarlyRisk'>
type Saved = Output<'rules.earlyRisk'>

const RuleRows = ({ form, rules }: { form: CallFormState<Values>; rules: Saved['settings']['rules'] }) => {
  const t = useT()
  const text = useCheckText()
  const { control } = form
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table aria-label={t('rules:earlyRisk.title')} verticalSpacing={4} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rules:earlyRisk.sign')}</Table.Th>
            <Table.Th>{t('rules:earlyRisk.limit')}</Table.Th>
            <Table.Th>{t('rules:earlyRisk.points')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map(({ reason, direction, fact }, at) => (
            <Table.Tr key={reason}>
              <Table.Th scope="row" fw={400}>
                <CheckField
                  control={control}
                  name={`settings.rules.${at}.active`}
                  label={text(`earlyRisk.reason.${reason}`)}
                />
              </Table.Th>
              <Table.Td>
                <Group gap="xs" wrap="nowrap" align="flex-start">
                  <Text size="sm" aria-hidden className={classes.word}>
                    {t(`rules:earlyRisk.${direction}`)}
                  </Text>
                  <NumberField
                    control={control}
                    name={`settings.rules.${at}.limit`}
                    label={t(`rules:earlyRisk.${direction}`)}
                    help={t(`rules:earlyRisk.unit.${fact}`)}
                    w={110}
                  />
                </Group>
              </Table.Td>
              <Table.Td>
                <NumberField
                  control={control}
                  name={`settings.rules.${at}.points`}
                  label={t('rules:earlyRisk.weight')}
                  w={80}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

export const EarlyRiskForm = ({ saved }: { saved: Saved }) => {
  const t = useT()
  const mayApprove = useMayApprove()
  /** Whoever may not approve leaves what is saved unapproved. */
  const valuesOf = ({ version, settings }: Saved): Values => ({
    version,
    settings: { ...settings, approved: settings.approved && mayApprove },
  })
  const form: CallFormState<Values> = useCallForm('rules.saveEarlyRisk', {
    defaultValues: valuesOf(saved),
    refresh: ['rules.earlyRisk'],
    keep: 'early-risk',
    onDone: ({ version }) => {
      form.form.setValue('version', version)
      showNotice(t('ui:saved'))
    },
  })
  const conflict = useConflict('rules.earlyRisk', form, valuesOf)
  const { control } = form
  return (
    <CallForm form={form} label={t('rules:earlyRisk.title')} conflict={conflict}>
      <RuleRows form={form} rules={saved.settings.rules} />
      <FieldGrid columns={2}>
        <NumberField
          control={control}
          name="settings.levels.some"
          label={t('rules:earlyRisk.some')}
          required
        />
        <NumberField
          control={control}
          name="settings.levels.clear"
          label={t('rules:earlyRisk.clear')}
          required
        />
      </FieldGrid>
      <ProvenanceFields form={form} at="settings" />
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
      </Group>
    </CallForm>
  )
}
