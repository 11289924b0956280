// Consents, referrals, the plan, what was counted and what was proposed, as the client may read them.
import { Stack, Table, Text } from '@mantine/core'
import { DIMENSIONS } from '../../../domain/aggregates/dimensions.ts'
import type { DataRequestDocument, PlanItem } from '../../../domain/data-request/document.ts'
import { REFERRAL_FIELDS } from '../../../domain/referrals/fields.ts'
import { mayPrint } from '../../../domain/referrals/schema.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/page.tsx'
import { className } from '../aggregates/area-names.ts'
import { useReferralText } from '../referrals/referral-text.ts'
import classes from './told-work.module.css'

type Texts = (key: string) => string
type Told<K extends keyof DataRequestDocument> = Pick<DataRequestDocument, K>

/** A table of texts; the first column names the row. */
const Rows = ({ caption, heads, rows }: { caption: string; heads: string[]; rows: string[][] }) => (
  <Table aria-label={caption} className={classes.rows}>
    <Table.Thead>
      <Table.Tr>
        {heads.map((head) => (
          <Table.Th key={head}>{head}</Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rows.map(([first, ...rest], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are read only and never move
        <Table.Tr key={at}>
          <Table.Th scope="row" fw={500} style={{ whiteSpace: 'pre-line' }}>
            {first}
          </Table.Th>
          {rest.map((cell, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Table.Td key={column}>{cell}</Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)

export const ToldConsents = ({ consents }: Told<'consents'>) => {
  const t = useT()
  const text = t as unknown as Texts
  const stateOf = ({ given, withdrawn_at }: DataRequestDocument['consents'][number]) =>
    withdrawn_at
      ? t('clients:consents.withdrawn', { date: formatMoment(withdrawn_at) })
      : t(given ? 'clients:consents.inForce' : 'clients:consents.no')
  return (
    <Panel title={t('clients:consents.title')}>
      {consents.length === 0 ? (
        <Text size="sm">{t('clients:consents.empty')}</Text>
      ) : (
        <Rows
          caption={t('clients:consents.title')}
          heads={[
            t('clients:consents.kind'),
            t('clients:consents.given'),
            t('clients:consents.receiver'),
            t('clients:consents.method'),
            t('clients:consents.recorded'),
            t('clients:consents.by'),
          ]}
          rows={consents.map((consent) => [
            text(`clients:consents.kinds.${consent.kind}`),
            stateOf(consent),
            consent.receiver ?? '',
            text(`clients:consents.methods.${consent.method}`),
            formatMoment(consent.recorded_at),
            consent.recorded_by,
          ])}
        />
      )}
    </Panel>
  )
}

type ReferralsProps = Told<'referrals'> & { protectedAddress: boolean }

export const ToldReferrals = ({ referrals, protectedAddress }: ReferralsProps) => {
  const t = useT()
  const text = useReferralText()
  const detail = (name: string, value: unknown) =>
    `${text.detail(name)}: ${name === 'endReason' ? text.endReason(String(value)) : Array.isArray(value) ? value.join(', ') : value}`
  return referrals.map((referral) => (
    <Panel key={referral.id} title={t('dataRequest:referral', { date: formatMoment(referral.created_at) })}>
      <Stack gap="sm">
        <Text size="sm">
          {referral.receiver
            ? t('referrals:stateAndReceiver', {
                state: text.state(referral.state),
                receiver: referral.receiver,
              })
            : text.state(referral.state)}
        </Text>
        <Facts
          facts={[...REFERRAL_FIELDS.values()]
            .filter(({ key }) => mayPrint(key, referral.content, protectedAddress))
            .map((field) => ({
              label: `${text.label(field.key)}`,
              key: field.key,
              value: text.value(field, referral.content[field.key]),
            }))
            .filter(({ value }) => value !== '')
            .map(({ label, key, value }) => ({
              // The client's and the writer's name and phone have the same label in the form.
              label: key.startsWith('writer') ? `${text.group('writer')}: ${label.toLowerCase()}` : label,
              value,
            }))}
        />
        {referral.steps.length > 0 ? (
          <Rows
            caption={t('referrals:steps')}
            heads={[t('referrals:state'), t('dataRequest:at'), t('dataRequest:by'), t('referrals:note')]}
            rows={referral.steps.map(({ to, at, by, note, details }) => [
              text.state(to),
              formatMoment(at),
              by,
              [
                ...Object.entries(details)
                  .filter(([name]) => name !== 'content')
                  .map(([name, value]) => detail(name, value)),
                note,
              ]
                .filter((part) => part !== '')
                .join('. '),
            ])}
          />
        ) : null}
      </Stack>
    </Panel>
  ))
}

export const ToldPlan = ({ plan, plan_changes: changes }: Told<'plan' | 'plan_changes'>) => {
  const t = useT()
  const text = t as unknown as Texts
  const heads = [t('plans:item'), t('plans:due'), t('plans:who'), t('plans:state')]
  const cells = (item: PlanItem) => [
    [item.title, item.instructions, item.contact].filter((part) => part !== '').join('\n'),
    item.due_date ? formatDate(item.due_date) : t('ui:none'),
    text(`plans:responsible.${item.responsible}`),
    text(`plans:states.${item.state}`),
  ]
  return plan.length === 0 ? null : (
    <Panel title={t('plans:tab')}>
      <Rows caption={t('plans:tab')} heads={heads} rows={plan.map(cells)} />
      {changes.length > 0 ? (
        <Stack gap={2} mt="sm">
          <Text fw={600} size="sm">
            {t('dataRequest:planChanges')}
          </Text>
          <Rows
            caption={t('dataRequest:planChanges')}
            heads={[...heads, t('dataRequest:until')]}
            rows={changes.map(({ before, replaced_at }) => [...cells(before), formatMoment(replaced_at)])}
          />
        </Stack>
      ) : null}
    </Panel>
  )
}

type ReleasesProps = Told<'releases'> & { protectedAddress: boolean }

export const ToldReleases = ({ releases, protectedAddress }: ReleasesProps) => {
  const t = useT()
  return releases.length === 0 ? null : (
    <Panel title={t('dataRequest:releases')}>
      <Text size="sm">{t('dataRequest:releasesHelp')}</Text>
      <Rows
        caption={t('dataRequest:releases')}
        heads={[
          t('aggregates:quarter'),
          t('dataRequest:countedAs'),
          t('dataRequest:classes'),
          t('dataRequest:at'),
        ]}
        rows={releases.map(({ quarter, kind, released_at, ...classes }) => [
          quarter,
          t(`dataRequest:counted.${kind}`),
          DIMENSIONS.filter((dimension) => dimension !== 'area' || !protectedAddress)
            .flatMap((dimension) => [classes[dimension]].flat().map((code) => className(t, dimension, code)))
            .join(', '),
          formatMoment(released_at),
        ])}
      />
    </Panel>
  )
}

export const ToldErasure = ({ erasure }: Told<'erasure'>) => {
  const t = useT()
  return erasure ? (
    <Panel title={t('retention:title')}>
      <Text size="sm">
        {t('dataRequest:erasure', { time: formatMoment(erasure.proposed_at), by: erasure.proposed_by })}
      </Text>
    </Panel>
  ) : null
}
