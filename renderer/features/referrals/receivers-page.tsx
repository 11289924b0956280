// The directory of receivers: kept by the coordinator or the administrator. Samples are offered, never there by
// themselves, and a row can be chosen for a referral only when somebody has confirmed it.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useFieldArray } from 'react-hook-form'
import type { Output } from '../../../domain/contract/table.ts'
import { SAMPLE_RECEIVERS } from '../../../domain/referrals/receivers.ts'
import { useRead } from '../../api/queries.ts'
import { type CallForm as CallFormState, useCallForm } from '../../api/use-call-form.ts'
import { useConflict } from '../../api/use-conflict.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { CheckField } from '../../ui/fields/choice-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { FieldGrid, Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type Directory = Output<'receivers.list'>

const Editor = ({ directory }: { directory: Directory }) => {
  const t = useT()
  const form: CallFormState<Directory> = useCallForm('receivers.save', {
    defaultValues: directory,
    refresh: ['receivers.list'],
    onDone: ({ version }) => {
      form.form.setValue('version', version)
      showNotice(t('ui:saved'))
    },
    keep: 'receivers',
  })
  const { control } = form
  const rows = useFieldArray({ control, name: 'receivers' })
  const conflict = useConflict('receivers.list', form, (newest) => newest)
  return (
    <CallForm form={form} label={t('referrals:receivers.title')} conflict={conflict}>
      {rows.fields.length === 0 ? (
        <Empty title={t('referrals:receivers.empty')} help={t('referrals:receivers.emptyHelp')} />
      ) : null}
      {rows.fields.map((row, at) => (
        <fieldset key={row.id} className="app-fieldset">
          <legend>{t('referrals:receivers.row', { number: at + 1 })}</legend>
          <Stack gap="sm">
            {row.confirmed ? null : (
              <Group>
                <Tag>{t('referrals:receivers.unconfirmed')}</Tag>
              </Group>
            )}
            <FieldGrid columns={3}>
              <TextField
                control={control}
                name={`receivers.${at}.name`}
                label={t('referrals:receivers.name')}
                required
              />
              <TextField
                control={control}
                name={`receivers.${at}.area`}
                label={t('referrals:receivers.area')}
              />
              <TextField
                control={control}
                name={`receivers.${at}.contact`}
                label={t('referrals:receivers.contact')}
                help={t('referrals:receivers.contactHelp')}
              />
            </FieldGrid>
            <Group justify="space-between">
              <CheckField
                control={control}
                name={`receivers.${at}.confirmed`}
                label={t('referrals:receivers.confirmed')}
              />
              <Button
                variant="default"
                size="xs"
                aria-label={t('referrals:receivers.removeRow', { number: at + 1 })}
                onClick={() => rows.remove(at)}
              >
                {t('ui:remove')}
              </Button>
            </Group>
          </Stack>
        </fieldset>
      ))}
      <Group>
        <Button
          variant="default"
          onClick={() => rows.append({ name: '', area: '', contact: '', confirmed: false })}
        >
          {t('referrals:receivers.add')}
        </Button>
        {rows.fields.length === 0 ? (
          <Button variant="default" onClick={() => rows.append([...SAMPLE_RECEIVERS])}>
            {t('referrals:receivers.addSamples')}
          </Button>
        ) : null}
        <SubmitButton form={form}>{t('ui:save')}</SubmitButton>
      </Group>
    </CallForm>
  )
}

const ReceiversPage = () => {
  const t = useT()
  const query = useRead('receivers.list', {})
  return (
    <Page title={t('referrals:receivers.title')}>
      <Panel>
        <Text size="sm" mb="md">
          {t('referrals:receivers.intro')}
        </Text>
        <ReadView query={query}>{(directory) => <Editor directory={directory} />}</ReadView>
      </Panel>
    </Page>
  )
}

export default ReceiversPage
