// On the client's request: everything the station knows, on paper or as a file. Looking at it is told in the log.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'wouter'
import { callApi, failureOf } from '../../api/call-api.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { showNotice } from '../../ui/notices.tsx'
import { Panel } from '../../ui/page.tsx'
import type { ClientTabProps } from '../clients/tab-props.ts'

export const DataRequestTab = ({ client }: ClientTabProps) => {
  const t = useT()
  const save = useMutation({
    mutationFn: () => callApi('dataRequest.save', { clientId: client.id }),
    networkMode: 'always',
    onSuccess: ({ saved }) => (saved ? showNotice(t('dataRequest:saved')) : undefined),
  })
  return (
    <Panel title={t('dataRequest:title')}>
      <Stack gap="sm">
        <Text size="sm">{t('dataRequest:intro')}</Text>
        <Text size="sm">{t('dataRequest:identity')}</Text>
        <FailureAlert failure={save.error ? failureOf(save.error) : null} />
        <Group>
          <Button component={Link} to={`/clients/${client.id}/data/print`}>
            {t('dataRequest:show')}
          </Button>
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {t('dataRequest:save')}
          </Button>
        </Group>
        <Text size="sm">{t('dataRequest:fileHelp')}</Text>
      </Stack>
    </Panel>
  )
}
