// Marks an agreed follow-up as carried out, where one sees it waiting: a call or a message leaves no new check.
import { Button } from '@mantine/core'
import { failureOf } from '../../api/call-api.ts'
import { useWrite } from '../../api/queries.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import type { Column } from '../../ui/data-table.tsx'
import { showNotice } from '../../ui/notices.tsx'
import type { WaitingItem } from './item-text.ts'

const FollowUpDone = ({ item }: { item: WaitingItem }) => {
  const t = useT()
  const done = useWrite('checks.followUpDone', {
    refresh: ['worklist.show', 'worklist.ofClient', 'checks.ofClient'],
    onDone: () => showNotice(t('worklist:marked')),
  })
  const mark = () =>
    done.mutate(
      { checkId: item.id, followUp: item.date },
      { onError: (error) => showNotice(failureText(t, failureOf(error))) },
    )
  return (
    <Button
      variant="default"
      size="compact-sm"
      className="no-print"
      loading={done.isPending}
      aria-label={t('worklist:doneFor', { name: `${item.familyName} ${item.givenNames}` })}
      onClick={mark}
    >
      {t('worklist:done')}
    </Button>
  )
}

/** A column of its own, only while there is something to mark and the person may. */
export const doneColumn = (t: T, items: readonly WaitingItem[], may: boolean): Column<WaitingItem>[] =>
  may && items.some(({ kind }) => kind === 'follow-up')
    ? [
        {
          id: 'done',
          header: t('worklist:action'),
          value: () => '',
          cell: (item) => (item.kind === 'follow-up' ? <FollowUpDone item={item} /> : null),
        },
      ]
    : []
