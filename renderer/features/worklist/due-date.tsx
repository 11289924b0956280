// A date on which something is due, marked when it has passed.
import { useT } from '../../i18n/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { Tag } from '../../ui/tag.tsx'

export const DueDate = ({ date, overdue }: { date: string; overdue: boolean }) => {
  const t = useT()
  return (
    <>
      {formatDate(date)} {overdue ? <Tag>{t('worklist:overdue')}</Tag> : null}
    </>
  )
}
