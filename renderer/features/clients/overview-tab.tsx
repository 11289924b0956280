// What is open of the client, and the basic data.
import { Stack } from '@mantine/core'
import { useT } from '../../i18n/i18n.ts'
import { formatDate, formatMoment, formatMonth } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/page.tsx'
import { ClientWaiting } from '../worklist/client-waiting.tsx'
import { municipalityName } from './municipality-name.ts'
import type { ClientTabProps } from './tab-props.ts'

export const OverviewTab = ({ client }: ClientTabProps) => {
  const t = useT()
  // Non-disclosure for safety: where the person lives stays off every print.
  const hidden = client.protectedAddress
  return (
    <Stack gap="md">
      <ClientWaiting clientId={client.id} />
      <Panel title={t('clients:page.overview')}>
        <Facts
          facts={[
            { label: t('clients:field.hetu'), value: client.hetu ?? t('ui:unknown') },
            { label: t('clients:field.birthDate'), value: formatDate(client.birthDate) },
            { label: t('clients:field.sex'), value: t(`clients:sex.${client.sex}`) },
            {
              label: t('clients:field.municipality'),
              value: municipalityName(t, client.municipality),
              screenOnly: hidden,
            },
            {
              label: t('clients:field.labourStatus'),
              value: t(`clients:labourStatus.${client.labourStatus}`),
            },
            client.unemployedSince !== null && {
              label: t('clients:field.unemployedSince'),
              value: formatMonth(client.unemployedSince),
            },
            { label: t('clients:field.language'), value: t(`clients:language.${client.language}`) },
            { label: t('clients:field.interpreter'), value: client.interpreter ? t('ui:yes') : t('ui:no') },
            { label: t('clients:field.phone'), value: client.phone ?? t('ui:none'), screenOnly: hidden },
            { label: t('clients:field.email'), value: client.email ?? t('ui:none'), screenOnly: hidden },
            {
              label: t('clients:field.protectedAddress'),
              value: client.protectedAddress ? t('ui:yes') : t('ui:no'),
            },
            { label: t('clients:field.registeredAt'), value: formatMoment(client.registeredAt) },
          ]}
        />
      </Panel>
    </Stack>
  )
}
