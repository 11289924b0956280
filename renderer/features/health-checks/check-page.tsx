// One check: written while it is a draft, read when it is signed. Opening it is one event in the log.
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { AppLink, Page } from '../../ui/page.tsx'
import { ReadView } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useMay, useSession } from '../session/session.tsx'
import { CheckEditor } from './check-editor.tsx'
import { AmendButton, CheckReader, PrintLinks } from './check-reader.tsx'
import { ClientModeButton } from './client-mode-button.tsx'
import { DiscardAmendment } from './discard-amendment.tsx'
import { useSeesWholeCheck } from './left-out-note.tsx'
import { RecordTextButton } from './record-text-button.tsx'
import { StopCheck } from './stop-check.tsx'
import type { OpenedCheck } from './versions.ts'

const Headline = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  return (
    <Group gap="xs" component="span">
      <AppLink to={`/clients/${check.clientId}/checks`}>{check.client.name}</AppLink>
      <span>{formatDate(check.client.birthDate)}</span>
      <Tag>{t(`check:state.${check.state}`)}</Tag>
      {check.draft?.reason ? (
        <span>{t('checkScreen:amend.reason', { reason: check.draft.reason })}</span>
      ) : null}
    </Group>
  )
}

const CheckPage = ({ params }: ViewProps) => {
  const t = useT()
  const may = useMay()
  const query = useRead('checks.open', { checkId: params.checkId! })
  const check = query.data
  const [supplementing, setSupplementing] = useState(false)
  const { user } = useSession().status
  const whole = useSeesWholeCheck()
  // While the doctor is awaited a nurse reads, unless there is something to add (a laboratory result).
  const waiting = check?.state === 'doctor_pending' && user?.role === 'nurse'
  const mayWrite = Boolean(check?.draft) && may('checks.saveDraft')
  const writing = mayWrite && (!waiting || supplementing)
  return (
    <Page
      title={check ? t('checkScreen:title', { date: formatDate(check.checkDate) }) : t('checkScreen:heading')}
      intro={check ? <Headline check={check} /> : null}
      actions={
        check ? (
          <>
            {mayWrite && !writing ? (
              <Button variant="default" onClick={() => setSupplementing(true)}>
                {t('checkScreen:supplement')}
              </Button>
            ) : null}
            {writing ? <ClientModeButton check={check} /> : <AmendButton check={check} />}
            {whole && check.versions.length > 0 ? <RecordTextButton check={check} /> : null}
            {check.versions.length > 0 ? <PrintLinks check={check} /> : null}
            <DiscardAmendment check={check} />
            <StopCheck check={check} />
          </>
        ) : null
      }
    >
      <ReadView query={query}>
        {(opened) =>
          writing ? (
            <CheckEditor
              key={`${opened.id}-${opened.versions.length}`}
              check={opened}
              section={params.section}
            />
          ) : (
            <CheckReader check={opened} />
          )
        }
      </ReadView>
    </Page>
  )
}

export default CheckPage
