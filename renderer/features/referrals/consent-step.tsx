// The client's consent to send exactly this referral to exactly this receiver.
import { Modal, Stack, Text } from '@mantine/core'
import { CONSENT_METHODS } from '../../../domain/clients/client.schema.ts'
import type { Input } from '../../../domain/contract/table.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { RadioField } from '../../ui/fields/choice-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { ReceiverField } from './receiver-field.tsx'

type Step = Input<'referrals.step'>
type Values = Omit<Step, 'consent' | 'details'> & {
  details: Record<string, never>
  consent: { receiver: string | null; method: string | null }
}
type Props = { referralId: string; revision: number; close: () => void }

export const ConsentStep = ({ referralId, revision, close }: Props) => {
  const t = useT()
  const form = useCallForm<'referrals.step', Values>('referrals.step', {
    defaultValues: {
      referralId,
      revision,
      to: 'consented',
      note: '',
      details: {},
      consent: { receiver: null, method: null },
    },
    toInput: (values) => values as Step,
    refresh: ['referrals.open'],
    onDone: () => {
      showNotice(t('referrals:consentSaved'))
      close()
    },
  })
  return (
    <Modal
      opened
      onClose={close}
      title={t('referrals:consent')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <CallForm form={form} label={t('referrals:consent')}>
        <Stack gap="sm">
          <Text size="sm">{t('referrals:consentHelp')}</Text>
          <ReceiverField
            control={form.control}
            name="consent.receiver"
            label={t('referrals:receiver')}
            required
          />
          <RadioField
            control={form.control}
            name="consent.method"
            label={t('referrals:method')}
            required
            choices={CONSENT_METHODS.map((value) => ({
              value,
              label: t(`clients:consents.methods.${value}`),
            }))}
          />
          <SubmitButton form={form}>{t('referrals:saveConsent')}</SubmitButton>
        </Stack>
      </CallForm>
    </Modal>
  )
}
