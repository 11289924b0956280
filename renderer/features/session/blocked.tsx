// The station cannot be opened: the error by name, the way out, and the certainty that nothing was deleted.
import { Button, List, Text, Title } from '@mantine/core'
import { ERROR_CODES, type ErrorCode } from '../../../domain/contract/errors.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { useT } from '../../i18n/i18n.ts'
import { Gate } from './gate.tsx'
import { useSession } from './session.tsx'

const WITH_STEPS = [
  'database-newer',
  'database-damaged',
  'database-missing',
  'database-not-encrypted',
  'key-slot-missing',
  'key-file-damaged',
] as const

export const Blocked = () => {
  const t = useT()
  const { status, refresh } = useSession()
  const code: ErrorCode = ERROR_CODES.find((known) => known === status.problem) ?? 'internal'
  const steps = WITH_STEPS.find((known) => known === code) ?? 'other'
  return (
    <Gate title={t('session:blocked.title')} station={status.stationName} wide>
      <div role="alert">
        <Text fw={600}>{failureText(t, { code })}</Text>
        <Text size="sm">{t('session:blocked.nothingDeleted')}</Text>
      </div>
      <div>
        <Title order={2} mb={4}>
          {t('session:blocked.wayOut')}
        </Title>
        <List type="ordered" size="sm" spacing={4}>
          {t(`session:blocked.steps.${steps}`)
            .split('\n')
            .map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
        </List>
      </div>
      <Text size="sm" c="dimmed">
        {t('session:blocked.code', { code })}
      </Text>
      <Button variant="default" onClick={() => void refresh()} style={{ alignSelf: 'flex-start' }}>
        {t('session:blocked.retry')}
      </Button>
    </Gate>
  )
}
