// An amendment begun for nothing is thrown away; the signed version stays as it was.
import { mayDiscardDraft } from '../../../domain/health-checks/states.ts'
import { failureOf } from '../../api/call-api.ts'
import { useWrite } from '../../api/queries.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { useT } from '../../i18n/i18n.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { formatMoment } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { useMay } from '../session/session.tsx'
import type { OpenedCheck } from './versions.ts'

export const DiscardAmendment = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const may = useMay()
  const discard = useWrite('checks.discardAmendment', {
    refresh: ['checks.open'],
    onDone: () => showNotice(t('checkScreen:amend.discarded')),
  })
  if (!check.draft || !mayDiscardDraft(check.state) || !may('checks.discardAmendment')) return null
  return (
    <ConfirmButton
      size="sm"
      danger
      disabled={discard.isPending}
      label={t('checkScreen:amend.discard')}
      question={t('checkScreen:amend.discardQuestion', {
        reason: check.draft.reason ?? '',
        name: check.draft.savedBy,
        time: formatMoment(check.draft.savedAt),
      })}
      onConfirm={() =>
        discard.mutate(
          { checkId: check.id },
          { onError: (error) => showNotice(failureText(t, failureOf(error))) },
        )
      }
    />
  )
}
