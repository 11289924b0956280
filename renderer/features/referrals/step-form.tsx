// One step of the life cycle: the fields that the transition table asks for.
import { Modal, Stack } from '@mantine/core'
import type { Input } from '../../../domain/contract/table.ts'
import {
  END_REASONS,
  REFERRAL_DETAILS,
  type ReferralDetail,
  type ReferralTransition,
} from '../../../domain/referrals/states.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { NumberField } from '../../ui/fields/typed-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { useReferralText } from './referral-text.ts'

type Step = Input<'referrals.step'>
type Values = Omit<Step, 'details'> & { details: Record<string, unknown> }
type Props = { referralId: string; revision: number; transition: ReferralTransition; close: () => void }

const isDetail = (name: string): name is ReferralDetail => Object.hasOwn(REFERRAL_DETAILS, name)

/** Services are written one on a line and sent as a list; empty details are left out. */
const toDetails = (details: Record<string, unknown>): Step['details'] =>
  Object.fromEntries(
    Object.entries(details)
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => [
        name,
        isDetail(name) && REFERRAL_DETAILS[name].type === 'lines'
          ? String(value)
              .split('\n')
              .map((one) => one.trim())
              .filter((one) => one !== '')
          : value,
      ]),
  ) as Step['details']

export const StepForm = ({ referralId, revision, transition, close }: Props) => {
  const t = useT()
  const text = useReferralText()
  const wanted = transition.requires.filter(isDetail)
  const names = [...wanted, ...transition.optional]
  const form = useCallForm<'referrals.step', Values>('referrals.step', {
    defaultValues: {
      referralId,
      revision,
      to: transition.to,
      note: '',
      consent: null,
      details: Object.fromEntries(names.map((name) => [name, null])),
    },
    toInput: (values) => ({ ...values, details: toDetails(values.details) }) as Step,
    check: ({ details, note }) => [
      ...wanted
        .filter((name) => !details[name])
        .map((name) => ({ path: `details.${name}`, code: 'required' })),
      ...(transition.requires.includes('note') && note.trim() === ''
        ? [{ path: 'note', code: 'required' }]
        : []),
    ],
    refresh: ['referrals.open'],
    onDone: () => {
      showNotice(t('referrals:stepSaved'))
      close()
    },
  })
  const field = (name: ReferralDetail) => {
    const rule = REFERRAL_DETAILS[name]
    const common = {
      control: form.control,
      name: `details.${name}` as const,
      label: text.detail(name),
      required: wanted.includes(name),
    }
    if (rule.type === 'whole') return <NumberField key={name} {...common} />
    if (rule.type === 'option')
      return (
        <SelectField
          key={name}
          {...common}
          choices={END_REASONS.map((value) => ({ value, label: text.endReason(value) }))}
        />
      )
    const lines = rule.type === 'lines'
    return (
      <TextField
        key={name}
        {...common}
        rows={lines ? 3 : 1}
        help={lines ? t('referrals:onePerLine') : undefined}
        emptyAsNull
      />
    )
  }
  return (
    <Modal
      opened
      onClose={close}
      title={text.state(transition.to)}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <CallForm form={form} label={text.state(transition.to)}>
        <Stack gap="sm">
          {names.map(field)}
          <TextField
            control={form.control}
            name="note"
            label={t('referrals:note')}
            rows={2}
            required={transition.requires.includes('note')}
          />
          <SubmitButton form={form}>{t('referrals:takeStep')}</SubmitButton>
        </Stack>
      </CallForm>
    </Modal>
  )
}
