// A status that does not fit the months of unemployment: said at the field, changed with one press, never blocked.
import { Button, Group, Text } from '@mantine/core'
import { type LabourStatus, statusBySince } from '../../../domain/clients/labour-status.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate, formatMonth } from '../../ui/format.ts'

type Props = {
  status: LabourStatus | null
  since: string | null
  /** The day on which the status is judged. */
  day: string
  onTake: (status: LabourStatus) => void
}

export const StatusNote = ({ status, since, day, onTake }: Props) => {
  const t = useT()
  const proposed = statusBySince(status, since, day)
  return (
    <div role="status">
      {proposed ? (
        <Group gap="xs">
          <Text size="sm">
            {t('clients:page.statusDiffers', {
              since: formatMonth(since!),
              date: formatDate(day),
              status: t(`clients:labourStatus.${proposed}`),
            })}
          </Text>
          <Button variant="default" size="xs" onClick={() => onTake(proposed)}>
            {t('clients:page.takeStatus', { status: t(`clients:labourStatus.${proposed}`) })}
          </Button>
        </Group>
      ) : null}
    </div>
  )
}
