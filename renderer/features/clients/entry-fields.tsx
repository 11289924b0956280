// The ESF+ entry record: date, education, background answers that may be refused, and the consent to statistics.
import { Button, Stack } from '@mantine/core'
import { type Control, type FieldValues, type UseFormReturn, useWatch } from 'react-hook-form'
import { BACKGROUND_ANSWERS, CONSENT_METHODS, EDUCATIONS } from '../../../domain/clients/client.schema.ts'
import { LABOUR_STATUSES } from '../../../domain/clients/labour-status.ts'
import { useT } from '../../i18n/i18n.ts'
import { RadioField, SelectField, YesNoField } from '../../ui/fields/choice-field.tsx'
import { DateField } from '../../ui/fields/typed-field.tsx'
import { FieldGrid } from '../../ui/page.tsx'
import { useSession } from '../session/session.tsx'
import { BACKGROUND_FIELDS, type EntryValues, ISO_DATE } from './entry-values.ts'
import { StatusNote } from './status-note.tsx'

type Props<V extends EntryValues & FieldValues> = {
  form: UseFormReturn<V>
  /** Left out when the form has just asked for it (registering). */
  withLabourStatus?: boolean
  /** The client's month of becoming unemployed, to compare the status with. */
  unemployedSince?: string | null
  /** Correcting the record does not ask for the consent again. */
  withoutConsent?: boolean
}

const FittingEntryStatus = ({ form, since }: { form: UseFormReturn<EntryValues>; since: string | null }) => {
  const { today } = useSession().status
  const [status, date] = useWatch({ control: form.control, name: ['entry.labourStatus', 'entry.entryDate'] })
  return (
    <StatusNote
      status={status}
      since={since}
      day={date && ISO_DATE.test(date) ? date : today}
      onTake={(value) => form.setValue('entry.labourStatus', value, { shouldDirty: true })}
    />
  )
}

export const EntryFields = <V extends EntryValues & FieldValues>({
  form,
  withLabourStatus,
  unemployedSince = null,
  withoutConsent,
}: Props<V>) => {
  const t = useT()
  // The form may hold more than the entry; these fields know only the entry.
  const entryForm = form as unknown as UseFormReturn<EntryValues>
  const control: Control<EntryValues> = entryForm.control
  const allNotAnswered = (): void => {
    for (const field of BACKGROUND_FIELDS)
      entryForm.setValue(`entry.${field}`, 'not_answered', { shouldDirty: true })
  }
  return (
    <Stack gap="sm">
      <FieldGrid columns={3}>
        <DateField control={control} name="entry.entryDate" label={t('clients:field.entryDate')} required />
        {withLabourStatus ? (
          <SelectField
            control={control}
            name="entry.labourStatus"
            label={t('clients:field.entryStatus')}
            required
            choices={LABOUR_STATUSES.map((value) => ({ value, label: t(`clients:labourStatus.${value}`) }))}
          />
        ) : null}
        <SelectField
          control={control}
          name="entry.education"
          label={t('clients:field.education')}
          help={t('clients:field.educationHelp')}
          required
          choices={EDUCATIONS.map((value) => ({ value, label: t(`clients:education.${value}`) }))}
        />
      </FieldGrid>
      {withLabourStatus ? <FittingEntryStatus form={entryForm} since={unemployedSince} /> : null}
      <fieldset className="app-fieldset">
        <legend>{t('clients:background.legend')}</legend>
        <Stack gap="xs">
          <FieldGrid>
            {BACKGROUND_FIELDS.map((field) => (
              <RadioField
                key={field}
                control={control}
                name={`entry.${field}`}
                label={t(`clients:background.${field}`)}
                help={field === 'thirdCountry' ? t('clients:background.thirdCountryHelp') : undefined}
                choices={BACKGROUND_ANSWERS.map((value) => ({
                  value,
                  label: t(`clients:background.${value}`),
                }))}
              />
            ))}
          </FieldGrid>
          <Button variant="default" size="xs" onClick={allNotAnswered} style={{ alignSelf: 'flex-start' }}>
            {t('clients:background.allNotAnswered')}
          </Button>
        </Stack>
      </fieldset>
      {withoutConsent ? null : (
        <FieldGrid>
          <YesNoField
            control={control}
            name="statisticsConsent.given"
            label={t('clients:field.statisticsConsent')}
            required
          />
          <RadioField
            control={control}
            name="statisticsConsent.method"
            label={t('clients:field.consentMethod')}
            required
            choices={CONSENT_METHODS.map((value) => ({
              value,
              label: t(`clients:consents.methods.${value}`),
            }))}
          />
        </FieldGrid>
      )}
    </Stack>
  )
}
