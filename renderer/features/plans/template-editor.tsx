// One template of a service path: its steps with days from the start, in order, and whether it is approved.
import { Button, Group, Stack } from '@mantine/core'
import { useFieldArray } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import type { Input } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import { useConflict } from '../../api/use-conflict.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, FailureAlert, SubmitButton } from '../../ui/call-form.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { CheckField, SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { NumberField } from '../../ui/fields/typed-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FieldGrid, Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { responsibleChoices } from './plan-item-form.tsx'

type Values = Input<'plans.saveTemplate'>

const NEW_STEP = { title: '', instructions: '', contact: '', responsible: 'client', days: null } as const

const NEW_TEMPLATE = { id: null, name: '', source: '', approved: false, steps: [{ ...NEW_STEP }] }

const Steps = ({ form }: { form: CallFormState<Values> }) => {
  const t = useT()
  const { control } = form
  const steps = useFieldArray({ control, name: 'template.steps' })
  return (
    <Stack gap="md">
      {steps.fields.map((step, index) => {
        const name = `template.steps.${index}` as const
        const number = index + 1
        return (
          <fieldset key={step.id} className="app-fieldset">
            <legend>{t('plans:templates.step', { number })}</legend>
            <Stack gap="sm">
              <FieldGrid columns={3}>
                <TextField control={control} name={`${name}.title`} label={t('plans:item')} required />
                <SelectField
                  control={control}
                  name={`${name}.responsible`}
                  label={t('plans:who')}
                  choices={responsibleChoices(t)}
                  required
                />
                <NumberField
                  control={control}
                  name={`${name}.days`}
                  label={t('plans:templates.days')}
                  help={t('plans:templates.daysHelp')}
                />
              </FieldGrid>
              <FieldGrid columns={2}>
                <TextField
                  control={control}
                  name={`${name}.instructions`}
                  label={t('plans:instructions')}
                  rows={2}
                />
                <TextField control={control} name={`${name}.contact`} label={t('plans:contact')} rows={2} />
              </FieldGrid>
              <Group gap="xs" justify="flex-end">
                <Button
                  variant="default"
                  size="compact-xs"
                  disabled={index === 0}
                  aria-label={t('plans:templates.upOf', { number })}
                  onClick={() => steps.move(index, index - 1)}
                >
                  {t('plans:templates.up')}
                </Button>
                <Button
                  variant="default"
                  size="compact-xs"
                  disabled={index === steps.fields.length - 1}
                  aria-label={t('plans:templates.downOf', { number })}
                  onClick={() => steps.move(index, index + 1)}
                >
                  {t('plans:templates.down')}
                </Button>
                <Button
                  variant="default"
                  size="compact-xs"
                  disabled={steps.fields.length === 1}
                  aria-label={t('plans:templates.removeOf', { number })}
                  onClick={() => steps.remove(index)}
                >
                  {t('ui:remove')}
                </Button>
              </Group>
            </Stack>
          </fieldset>
        )
      })}
      <Group>
        <Button variant="default" onClick={() => steps.append({ ...NEW_STEP })}>
          {t('plans:add.step')}
        </Button>
      </Group>
    </Stack>
  )
}

const Editor = ({ version, template }: Values) => {
  const t = useT()
  const [, navigate] = useLocation()
  const done = () => {
    showNotice(t('ui:saved'))
    navigate('/paths')
  }
  const { id } = template
  const form: CallFormState<Values> = useCallForm('plans.saveTemplate', {
    defaultValues: { version, template },
    refresh: ['plans.templates'],
    onDone: done,
    keep: `template-${id ?? 'new'}`,
  })
  const remove = useWrite('plans.removeTemplate', { refresh: ['plans.templates'], onDone: done })
  const conflict = useConflict('plans.templates', form, (newest) => {
    const other = id === null ? template : newest.templates.find((one) => one.id === id)
    return other ? { version: newest.version, template: other } : null
  })
  const { control } = form
  return (
    <CallForm form={form} label={t('plans:templates.edit')} conflict={conflict}>
      <FailureAlert failure={remove.error ? failureOf(remove.error) : null} />
      <FieldGrid columns={2}>
        <TextField control={control} name="template.name" label={t('plans:templates.name')} required />
        <TextField control={control} name="template.source" label={t('plans:templates.source')} />
      </FieldGrid>
      <CheckField
        control={control}
        name="template.approved"
        label={t('plans:templates.approve')}
        help={t('plans:templates.approveHelp')}
      />
      <Steps form={form} />
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
        <Button variant="default" component={Link} to="/paths" onClick={form.forget}>
          {t('ui:cancel')}
        </Button>
        {id === null ? null : (
          <ConfirmButton
            label={t('plans:templates.remove')}
            question={t('plans:templates.removeConfirm', { name: template.name })}
            danger
            size="sm"
            onConfirm={() => remove.mutate({ version: form.form.getValues('version'), id })}
          />
        )}
      </Group>
    </CallForm>
  )
}

const TemplateEditor = ({ params }: ViewProps) => {
  const t = useT()
  const query = useRead('plans.templates', {})
  return (
    <Page title={t('plans:templates.edit')}>
      <ReadView query={query}>
        {({ version, templates }) => {
          const template =
            params.templateId === 'new' ? NEW_TEMPLATE : templates.find(({ id }) => id === params.templateId)
          return template ? (
            <Panel>
              <Editor version={version} template={template} />
            </Panel>
          ) : (
            <Empty title={t('plans:templates.notFound')} />
          )
        }}
      </ReadView>
    </Page>
  )
}

export default TemplateEditor
