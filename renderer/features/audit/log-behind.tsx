// The administrator is told on every view when the log lacks what a backup or a release has of it.
import { Alert, Text } from '@mantine/core'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatMoment, formatNumber } from '../../ui/format.ts'

export const LogBehind = () => {
  const t = useT()
  const missing = useRead('audit.anchored', {}).data?.missing
  if (!missing) return null
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      mb="md"
      className="no-print"
      title={t('audit:behindTitle')}
    >
      <Text size="sm">
        {t(`audit:behind.${missing.kind}`, {
          at: formatMoment(missing.at),
          events: formatNumber(missing.events),
        })}
      </Text>
      <Text size="sm">{t('audit:behindHelp')}</Text>
    </Alert>
  )
}
