// One template of a service path: its steps with days from the start, in order, and whether it is approved.
import { Button, Group, Stack } from '@mantine/core'
import { useFieldArray } from 'react-hook-form'
import { Link, useLocation } from 'wouter'
import type { Input, Output } from '../../../domain/contract/table.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { CheckField, SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { NumberField } from '../../ui/fields/typed-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FieldGrid, Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { responsibleChoices } from './plan-item-form.tsx'

type Values = Input<'plans.saveTemplates'>
type Templates = Output<'plans.templates'>

const NEW_STEP = { title: '', instructions: '', contact: '', responsible: 'client', days: null } as const

const freeId = (templates: Templates): string => {
  const taken = new Set(templates.map(({ id }) => id))
  let number = templates.length + 1
  while (taken.has(`polku-${number}`)) number += 1
  return `polku-${number}`
}

const Steps = ({ form, at }: { form: CallFormState<Values>; at: number }) => {
  const t = useT()
  const { control } = form
  const steps = useFieldArray({ control, name: `templates.${at}.steps` })
  return (
    <Stack gap="md">
      {steps.fields.map((step, index) => {
        const name = `templates.${at}.steps.${index}` as const
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

/** All templates are saved together; the form shows the one at `at`. */
const Editor = ({ templates, at, isNew }: { templates: Templates; at: number; isNew: boolean }) => {
  const t = useT()
  const [, navigate] = useLocation()
  const done = () => {
    showNotice(t('ui:saved'))
    navigate('/paths')
  }
  const form = useCallForm('plans.saveTemplates', {
    defaultValues: { templates },
    refresh: ['plans.templates'],
    onDone: done,
    keep: `template-${templates[at]!.id}`,
  })
  const remove = useWrite('plans.saveTemplates', { refresh: ['plans.templates'], onDone: done })
  const name = `templates.${at}` as const
  return (
    <CallForm form={form} label={t('plans:templates.edit')}>
      <FieldGrid columns={2}>
        <TextField control={form.control} name={`${name}.name`} label={t('plans:templates.name')} required />
        <TextField control={form.control} name={`${name}.source`} label={t('plans:templates.source')} />
      </FieldGrid>
      <CheckField
        control={form.control}
        name={`${name}.approved`}
        label={t('plans:templates.approve')}
        help={t('plans:templates.approveHelp')}
      />
      <Steps form={form} at={at} />
      <Group>
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
        <Button variant="default" component={Link} to="/paths">
          {t('ui:cancel')}
        </Button>
        {isNew ? null : (
          <ConfirmButton
            label={t('plans:templates.remove')}
            question={t('plans:templates.removeConfirm', { name: templates[at]!.name })}
            danger
            size="sm"
            onConfirm={() => remove.mutate({ templates: templates.filter((_, index) => index !== at) })}
          />
        )}
      </Group>
    </CallForm>
  )
}

const TemplateEditor = ({ params }: ViewProps) => {
  const t = useT()
  const query = useRead('plans.templates', {})
  const isNew = params.templateId === 'new'
  return (
    <Page title={t('plans:templates.edit')}>
      <ReadView query={query}>
        {(saved) => {
          const blank = { id: freeId(saved), name: '', source: '', approved: false, steps: [{ ...NEW_STEP }] }
          const templates: Templates = isNew ? [...saved, blank] : saved
          const at = isNew ? saved.length : saved.findIndex(({ id }) => id === params.templateId)
          return at < 0 ? (
            <Empty title={t('plans:templates.notFound')} />
          ) : (
            <Panel>
              <Editor templates={templates} at={at} isNew={isNew} />
            </Panel>
          )
        }}
      </ReadView>
    </Page>
  )
}

export default TemplateEditor
