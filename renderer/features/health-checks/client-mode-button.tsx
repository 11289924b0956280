// Hands the station to the client for the pre-visit form.
import { useLocation } from 'wouter'
import { useT } from '../../i18n/i18n.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import type { OpenedCheck } from './versions.ts'

export const ClientModeButton = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const [, navigate] = useLocation()
  return (
    <ConfirmButton
      size="sm"
      label={t('checkScreen:clientMode.button')}
      question={t('checkScreen:clientMode.question')}
      onConfirm={() => navigate(`/checks/${check.id}/form`)}
    />
  )
}
