// Who has handled the client's data, when and for what: given to the client on request, printable.
import { Button } from '@mantine/core'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { EventTable } from '../audit/event-table.tsx'
import type { ClientTabProps } from './tab-props.ts'

export const LogTab = ({ client }: ClientTabProps) => {
  const t = useT()
  const events = useRead('audit.ofClient', { clientId: client.id })
  return (
    <Panel
      title={t('audit:ofClientTitle')}
      actions={
        <Button variant="default" size="xs" className="no-print" onClick={() => print()}>
          {t('ui:print')}
        </Button>
      }
    >
      <p>{t('audit:ofClientIntro')}</p>
      <ReadView query={events} empty={<Empty title={t('audit:empty')} />}>
        {(rows) => <EventTable caption={t('audit:ofClientTitle')} rows={rows} />}
      </ReadView>
    </Panel>
  )
}
