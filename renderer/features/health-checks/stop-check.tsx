// The client did not come, or the check is called off: with a reason, and not undone.
import { Button, Menu, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { isOpenCheck } from '../../../domain/health-checks/states.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, FormEnd } from '../../ui/call-form.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useMay } from '../session/session.tsx'
import type { OpenedCheck } from './versions.ts'

type To = 'no_show' | 'cancelled'

const StopForm = ({ check, to, onClose }: { check: OpenedCheck; to: To; onClose: () => void }) => {
  const t = useT()
  const form = useCallForm('checks.stop', {
    defaultValues: { checkId: check.id, to, reason: '' },
    refresh: ['checks.open'],
    keep: `stop-${check.id}-${to}`,
    onDone: onClose,
  })
  return (
    <CallForm form={form} label={t(`checkScreen:stop.${to}`)}>
      <Text size="sm">{t('checkScreen:stop.help')}</Text>
      <TextField control={form.control} name="reason" label={t('checkScreen:reason')} required autoFocus />
      <FormEnd form={form} onCancel={onClose}>
        {t('checkScreen:stop.record', { what: t(`checkScreen:stop.${to}`) })}
      </FormEnd>
    </CallForm>
  )
}

export const StopCheck = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const may = useMay()
  const [to, setTo] = useState<To | null>(null)
  if (!isOpenCheck(check.state) || !may('checks.stop')) return null
  const close = (): void => setTo(null)
  return (
    <>
      {/* The dialog gets the focus, not the button behind it. */}
      <Menu position="bottom-end" returnFocus={false}>
        <Menu.Target>
          <Button variant="default">{t('checkScreen:stop.menu')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setTo('no_show')}>{t('checkScreen:stop.no_show')}</Menu.Item>
          <Menu.Item onClick={() => setTo('cancelled')}>{t('checkScreen:stop.cancelled')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={to !== null}
        onClose={close}
        title={to ? t(`checkScreen:stop.${to}`) : ''}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {to ? <StopForm check={check} to={to} onClose={close} /> : null}
      </Modal>
    </>
  )
}
