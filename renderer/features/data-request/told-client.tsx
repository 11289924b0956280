// Basic data, identity codes, corrections and the project, as the client may read them.
import { Stack, Text } from '@mantine/core'
import type { DataRequestDocument } from '../../../domain/data-request/document.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate, formatMoment, formatMonth } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/page.tsx'
import { municipalityName } from '../clients/municipality-name.ts'

type Texts = (key: string) => string

export const ToldClient = ({ told }: { told: DataRequestDocument }) => {
  const t = useT()
  const text = t as unknown as Texts
  const { client, identifiers, participation, corrections } = told
  const none = t('ui:none')
  const hidden = client.protected_address === 1
  return (
    <>
      <Panel title={t('clients:page.overview')}>
        <Facts
          facts={[
            { label: t('clients:field.familyName'), value: client.family_name },
            { label: t('clients:field.givenNames'), value: client.given_names },
            ...identifiers.map(({ value, valid_to }, at) => ({
              label: valid_to
                ? t('dataRequest:earlierHetu', { number: at + 1, date: formatDate(valid_to.slice(0, 10)) })
                : t('clients:field.hetu'),
              value,
            })),
            { label: t('clients:field.birthDate'), value: formatDate(client.birth_date) },
            { label: t('clients:field.sex'), value: text(`clients:sex.${client.sex}`) },
            !hidden && {
              label: t('clients:field.municipality'),
              value: municipalityName(t, client.municipality),
            },
            {
              label: t('clients:field.labourStatus'),
              value: text(`clients:labourStatus.${client.labour_status}`),
            },
            {
              label: t('clients:field.unemployedSince'),
              value: client.unemployed_since ? formatMonth(client.unemployed_since) : none,
            },
            { label: t('clients:field.language'), value: text(`clients:language.${client.language}`) },
            {
              label: t('clients:field.interpreter'),
              value: client.interpreter === 1 ? t('ui:yes') : t('ui:no'),
            },
            !hidden && { label: t('clients:field.phone'), value: client.phone ?? none },
            !hidden && { label: t('clients:field.email'), value: client.email ?? none },
            {
              label: t('clients:field.protectedAddress'),
              value: client.protected_address === 1 ? t('ui:yes') : t('ui:no'),
            },
            { label: t('clients:field.registeredAt'), value: formatMoment(client.registered_at) },
          ]}
        />
        {hidden ? <Text size="sm">{t('clients:page.protectedLeftOut')}</Text> : null}
        {corrections.length > 0 ? (
          <Stack gap={2} mt="sm">
            <Text fw={600} size="sm">
              {t('dataRequest:corrections')}
            </Text>
            {corrections.map(({ version, reason, changed_at }) => (
              <Text size="sm" key={version}>
                {formatMoment(changed_at)}: {reason}
              </Text>
            ))}
          </Stack>
        ) : null}
      </Panel>
      {participation ? (
        <Panel title={t('clients:page.project')}>
          <Facts
            facts={[
              { label: t('clients:field.entryDate'), value: formatDate(participation.entry_date) },
              {
                label: t('clients:field.entryStatus'),
                value: text(`clients:labourStatus.${participation.labour_status}`),
              },
              participation.exit_date !== null && {
                label: t('clients:page.exitDate'),
                value: formatDate(participation.exit_date),
              },
              participation.exit_status !== null && {
                label: t('clients:page.exitStatus'),
                value: text(`clients:labourStatus.${participation.exit_status}`),
              },
            ]}
          />
        </Panel>
      ) : null}
    </>
  )
}
