// A package that has passed every check, before it is stored: what it is, and the key to be confirmed at the first one.
import { Alert, Button, Checkbox, Code, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { formatMoment } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Facts, Panel } from '../../ui/page.tsx'

type Props = { checked: Output<'imports.check'>; onClosed: () => void }

export const CheckedPackage = ({ checked, onClosed }: Props) => {
  const t = useT()
  const [confirmed, setConfirmed] = useState(false)
  const { name, quarter, cells, hidden, attacks, known, fingerprint, token } = checked
  const accept = useWrite('imports.accept', {
    refresh: ['imports.list', 'indicators.show'],
    onDone: () => {
      showNotice(t('office:accepted', { station: name, quarter }))
      onClosed()
    },
  })
  return (
    <Panel title={t('office:found')} answer>
      <Stack gap="md">
        <FailureAlert failure={accept.error ? failureOf(accept.error) : null} />
        <Facts
          facts={[
            { label: t('office:station'), value: name },
            { label: t('office:quarter'), value: quarter },
            { label: t('office:releasedAt'), value: formatMoment(checked.releasedAt) },
            { label: t('office:hidden'), value: t('office:hiddenOf', { hidden, cells }) },
            { label: t('office:auditVerdict'), value: t('office:safe', { attacks }) },
            { label: t('office:fingerprint'), value: <Code>{fingerprint}</Code> },
          ]}
        />
        {checked.nameTaken ? (
          <Alert variant="outline" color="red" role="alert">
            {t('office:nameTaken', { station: name })}
          </Alert>
        ) : null}
        {known ? null : (
          <Alert variant="outline" color="orange" role="note">
            <Stack gap="sm">
              {t('office:newStation')}
              <Checkbox
                checked={confirmed}
                onChange={(event) => setConfirmed(event.currentTarget.checked)}
                label={t('office:confirmed')}
              />
            </Stack>
          </Alert>
        )}
        <Group>
          <Button
            disabled={!known && !confirmed}
            loading={accept.isPending}
            onClick={() => accept.mutate({ token, fingerprint: known ? null : fingerprint })}
          >
            {t('office:accept')}
          </Button>
          <Button variant="default" onClick={onClosed}>
            {t('office:cancel')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
