// The recovery key, shown once: printed on A4 or written down before anything else can be done.
import { Alert, Button, Checkbox, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { Facts } from '../../ui/page.tsx'
import { Gate } from './gate.tsx'
import { useSession } from './session.tsx'

export const RecoveryKeyPage = ({
  recoveryKey,
  stationName,
}: {
  recoveryKey: string
  stationName: string
}) => {
  const t = useT()
  const { status, refresh } = useSession()
  const [onPaper, setOnPaper] = useState(false)
  useEffect(() => document.querySelector<HTMLElement>('[data-page-title]')?.focus(), [])
  return (
    <Gate title={t('session:recoveryTitle')} intro={t('session:recoveryIntro')} wide>
      <Alert color="yellow" variant="outline" role="note" title={t('session:recoveryWarning')}>
        {t('session:recoveryStore')}
      </Alert>
      <div>
        <Text size="sm" fw={600} id="recovery-key-label">
          {t('session:recoveryKeyLabel')}
        </Text>
        <output className="app-recovery-key" aria-labelledby="recovery-key-label">
          {recoveryKey}
        </output>
      </div>
      <Facts
        facts={[
          { label: t('session:recoveryStation'), value: stationName },
          { label: t('session:recoveryDate'), value: formatDate(status.today) },
        ]}
      />
      <p className="app-paper-line print-only">{t('session:recoveryHolder')}</p>
      <Checkbox
        className="no-print"
        label={t('session:recoveryDone')}
        checked={onPaper}
        onChange={(event) => setOnPaper(event.currentTarget.checked)}
      />
      <Group className="no-print">
        <Button variant="default" onClick={() => print()}>
          {t('ui:print')}
        </Button>
        <Button disabled={!onPaper} onClick={() => void refresh()}>
          {t('session:recoveryContinue')}
        </Button>
      </Group>
    </Gate>
  )
}
