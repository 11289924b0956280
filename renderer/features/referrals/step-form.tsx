// One step of the life cycle: the fields that the transition table asks for.
import { Modal, Stack, Text } from '@mantine/core'
import type { Input } from '../../../domain/contract/table.ts'
import {
  END_REASONS,
  REFERRAL_DETAILS,
  type ReferralDetail,
  type ReferralTransition,
  referralTransition,
} from '../../../domain/referrals/states.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { NumberField } from '../../ui/fields/typed-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { useSession } from '../session/session.tsx'
import type { OpenedReferral } from './referral-document.tsx'
import { useReferralText } from './referral-text.ts'

type Step = Input<'referrals.step'>
type Values = Omit<Step, 'details'> & { details: Record<string, unknown> }
type Props = { referral: OpenedReferral; transition: ReferralTransition; close: () => void }

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

export const StepForm = ({ referral, transition, close }: Props) => {
  const t = useT()
  const text = useReferralText()
  const { status } = useSession()
  const wanted = transition.requires.filter(isDetail)
  const names = [
    ...wanted,
    ...transition.optional.filter((name) => name !== 'feedback' || referral.mayGetFeedback),
  ]
  const form = useCallForm<'referrals.step', Values>('referrals.step', {
    defaultValues: {
      referralId: referral.id,
      revision: referral.revision,
      to: transition.to,
      note: '',
      consent: null,
      details: Object.fromEntries(names.map((name) => [name, null])),
    },
    toInput: (values) => ({ ...values, details: toDetails(values.details) }) as Step,
    check: ({ details, note }) => {
      const asked = { note, details: toDetails(details) }
      const step = referralTransition(transition.from, transition.to, status.user?.role ?? '', asked)
      return step.ok
        ? []
        : (step.problems ?? []).map(({ field, code }) => ({
            path: field === 'note' ? 'note' : `details.${field}`,
            code,
          }))
    },
    refresh: ['referrals.open'],
    keep: `referral-${referral.id}-${transition.to}`,
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
      autoFocus: name === names[0],
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
    const lines = rule.type === 'lines' || rule.max > 200
    return (
      <TextField
        key={name}
        {...common}
        rows={lines ? 3 : 1}
        help={rule.type === 'lines' ? t('referrals:onePerLine') : undefined}
        emptyAsNull
      />
    )
  }
  const title = t(`referrals:action.${transition.to}`)
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <CallForm form={form} label={title}>
        <Stack gap="sm">
          {transition.to === 'sent' ? <Text size="sm">{t('referrals:sendHelp')}</Text> : null}
          {names.map(field)}
          {transition.optional.includes('feedback') && !referral.mayGetFeedback ? (
            <Text size="sm">{t('referrals:noFeedback')}</Text>
          ) : null}
          <TextField
            control={form.control}
            name="note"
            label={t('referrals:note')}
            rows={2}
            autoFocus={names.length === 0}
            required={transition.requires.includes('note')}
          />
          <SubmitButton form={form}>{t('referrals:takeStep')}</SubmitButton>
        </Stack>
      </CallForm>
    </Modal>
  )
}
