// Writing one goal or step of the plan, new or changed.
import { Modal } from '@mantine/core'
import type { FieldPath, FieldValues } from 'react-hook-form'
import type { Output } from '../../../domain/contract/table.ts'
import { type PlanItemInput, RESPONSIBLES } from '../../../domain/plans/plan.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { CallForm, FormEnd } from '../../ui/call-form.tsx'
import { SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { DateField } from '../../ui/fields/typed-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FieldGrid } from '../../ui/page.tsx'
import { ServiceField } from './service-field.tsx'

export type PlanItem = Output<'plans.ofClient'>[number]

export const responsibleChoices = (t: T) =>
  RESPONSIBLES.map((value) => ({ value, label: t(`plans:responsible.${value}`) }))

const REFRESH = ['plans.ofClient'] as const

/** The same fields in both forms; only their place in the call differs. */
const ItemFields = <V extends FieldValues>({
  form,
  at,
  kind,
}: {
  form: CallFormState<V>
  at: '' | 'items.0.'
  kind: PlanItem['kind']
}) => {
  const t = useT()
  const { control } = form
  const name = (field: keyof PlanItemInput) => `${at}${field}` as FieldPath<V>
  return (
    <>
      {kind === 'step' ? (
        <ServiceField control={control} name={name('title')} label={t('plans:item')} required />
      ) : (
        <TextField control={control} name={name('title')} label={t('plans:item')} required autoFocus />
      )}
      <TextField
        control={control}
        name={name('instructions')}
        label={t('plans:instructions')}
        help={t('plans:instructionsHelp')}
        rows={3}
      />
      <TextField
        control={control}
        name={name('contact')}
        label={t('plans:contact')}
        help={t('plans:contactHelp')}
      />
      <FieldGrid columns={3}>
        <SelectField
          control={control}
          name={name('responsible')}
          label={t('plans:who')}
          choices={responsibleChoices(t)}
          required
        />
        <DateField control={control} name={name('dueDate')} label={t('plans:due')} />
      </FieldGrid>
    </>
  )
}

type Props = { clientId: string; close: () => void }

const NewItem = ({ clientId, kind, close }: Props & { kind: PlanItem['kind'] }) => {
  const t = useT()
  const start: PlanItemInput = {
    kind,
    title: '',
    instructions: '',
    contact: '',
    responsible: 'client',
    dueDate: null,
  }
  const form = useCallForm('plans.add', {
    defaultValues: { clientId, items: [start] },
    refresh: REFRESH,
    keep: `plan-new-${kind}-${clientId}`,
    onDone: () => {
      showNotice(t('ui:saved'))
      close()
    },
  })
  return (
    <CallForm form={form} label={t(`plans:add.${kind}`)}>
      <ItemFields form={form} at="items.0." kind={kind} />
      <FormEnd form={form} onCancel={close}>
        {t('ui:save')}
      </FormEnd>
    </CallForm>
  )
}

const ChangedItem = ({ clientId, item, close }: Props & { item: PlanItem }) => {
  const t = useT()
  const { id, createdAt: _created, changedAt: _changed, ...fields } = item
  const form = useCallForm('plans.change', {
    defaultValues: { ...fields, clientId, itemId: id },
    refresh: REFRESH,
    keep: `plan-change-${id}`,
    onDone: () => {
      showNotice(t('ui:saved'))
      close()
    },
  })
  return (
    <CallForm form={form} label={t(`plans:change.${item.kind}`)}>
      <ItemFields form={form} at="" kind={item.kind} />
      <FormEnd form={form} onCancel={close}>
        {t('ui:save')}
      </FormEnd>
    </CallForm>
  )
}

/** What is being written: an item of a kind, or one that exists. */
export type Writing = { kind: PlanItem['kind'] } | { item: PlanItem }

export const PlanItemForm = ({ clientId, writing, close }: Props & { writing: Writing }) => {
  const t = useT()
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={'item' in writing ? t(`plans:change.${writing.item.kind}`) : t(`plans:add.${writing.kind}`)}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {'item' in writing ? (
        <ChangedItem clientId={clientId} item={writing.item} close={close} />
      ) : (
        <NewItem clientId={clientId} kind={writing.kind} close={close} />
      )}
    </Modal>
  )
}
