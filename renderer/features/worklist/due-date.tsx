// A date on which something is due, marked when it has passed.
import { Badge } from '@mantine/core'
import { useT } from '../../i18n/i18n.ts'
import { formatDate } from '../../ui/format.ts'

export const DueDate = ({ date, overdue }: { date: string; overdue: boolean }) => {
  const t = useT()
  return (
    <>
      {formatDate(date)}{' '}
      {overdue ? (
        <Badge variant="outline" className="app-badge">
          {t('worklist:overdue')}
        </Badge>
      ) : null}
    </>
  )
}
