// The fields of a client, shared by registering and correcting.
import { Stack } from '@mantine/core'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { LANGUAGES, SEXES } from '../../../domain/clients/client.schema.ts'
import { normaliseHetu, parseHetu } from '../../../domain/clients/hetu.ts'
import { LABOUR_STATUSES } from '../../../domain/clients/labour-status.ts'
import { useT } from '../../i18n/i18n.ts'
import { CheckField, RadioField, SelectField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { DateField, MonthField } from '../../ui/fields/typed-field.tsx'
import { FieldGrid, Panel } from '../../ui/page.tsx'
import { useSession } from '../session/session.tsx'
import { type ClientValues, isUnemployed } from './client-values.ts'
import { HetuField } from './hetu-field.tsx'
import { municipalityChoices } from './municipality-name.ts'
import { StatusNote } from './status-note.tsx'

type Props = { form: UseFormReturn<ClientValues> }
/** The day on which the work situation is judged: of the entry when it is recorded in the same go, else today. */
type SituationProps = Props & { statusDay?: string | undefined }

const BirthDateField = ({ form }: Props) => {
  const t = useT()
  const { today } = useSession().status
  const hetu = useWatch({ control: form.control, name: 'hetu' })
  const known = !!hetu && parseHetu(normaliseHetu(hetu), today).ok
  return (
    <DateField
      control={form.control}
      name="birthDate"
      label={t('clients:field.birthDate')}
      help={known ? t('clients:field.birthDateFromHetu') : undefined}
      disabled={known}
    />
  )
}

const UnemployedSince = ({ form }: Props) => {
  const t = useT()
  const status = useWatch({ control: form.control, name: 'labourStatus' })
  if (!isUnemployed(status)) return null
  return (
    <MonthField
      control={form.control}
      name="unemployedSince"
      label={t('clients:field.unemployedSince')}
      help={t('clients:field.unemployedSinceHelp')}
    />
  )
}

const PersonPanel = ({ form }: Props) => {
  const t = useT()
  const { control } = form
  return (
    <Panel title={t('clients:register.person')}>
      <FieldGrid>
        <HetuField form={form} />
        <BirthDateField form={form} />
        <TextField control={control} name="familyName" label={t('clients:field.familyName')} required />
        <TextField control={control} name="givenNames" label={t('clients:field.givenNames')} required />
        <RadioField
          control={control}
          name="sex"
          label={t('clients:field.sex')}
          required
          choices={SEXES.map((value) => ({ value, label: t(`clients:sex.${value}`) }))}
        />
      </FieldGrid>
    </Panel>
  )
}

const FittingStatus = ({ form, statusDay }: SituationProps) => {
  const { today } = useSession().status
  const [status, since] = useWatch({ control: form.control, name: ['labourStatus', 'unemployedSince'] })
  return (
    <StatusNote
      status={status}
      since={since}
      day={statusDay ?? today}
      onTake={(value) => form.setValue('labourStatus', value, { shouldDirty: true })}
    />
  )
}

const SituationPanel = ({ form, statusDay }: SituationProps) => {
  const t = useT()
  const { control } = form
  return (
    <Panel title={t('clients:register.situation')}>
      <FieldGrid columns={3}>
        <SelectField
          control={control}
          name="municipality"
          label={t('clients:field.municipality')}
          required
          choices={municipalityChoices(t)}
        />
        <SelectField
          control={control}
          name="labourStatus"
          label={t('clients:field.labourStatus')}
          required
          choices={LABOUR_STATUSES.map((value) => ({ value, label: t(`clients:labourStatus.${value}`) }))}
        />
        <UnemployedSince form={form} />
      </FieldGrid>
      <FittingStatus form={form} statusDay={statusDay} />
    </Panel>
  )
}

const ContactPanel = ({ form }: Props) => {
  const t = useT()
  const { control } = form
  return (
    <Panel title={t('clients:register.contact')}>
      <Stack gap="sm">
        <FieldGrid columns={3}>
          <TextField
            control={control}
            name="phone"
            label={t('clients:field.phone')}
            inputMode="tel"
            emptyAsNull
          />
          <TextField
            control={control}
            name="email"
            label={t('clients:field.email')}
            inputMode="email"
            emptyAsNull
          />
          <SelectField
            control={control}
            name="language"
            label={t('clients:field.language')}
            required
            choices={LANGUAGES.map((value) => ({ value, label: t(`clients:language.${value}`) }))}
          />
        </FieldGrid>
        <CheckField control={control} name="interpreter" label={t('clients:field.interpreter')} />
        <CheckField
          control={control}
          name="protectedAddress"
          label={t('clients:field.protectedAddress')}
          help={t('clients:field.protectedAddressHelp')}
        />
      </Stack>
    </Panel>
  )
}

export const ClientFields = ({ form, statusDay }: SituationProps) => (
  <>
    <PersonPanel form={form} />
    <SituationPanel form={form} statusDay={statusDay} />
    <ContactPanel form={form} />
  </>
)
