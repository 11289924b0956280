// Asks before something that cannot be undone. The safe answer has the focus.
import { Button, Group, Modal, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/i18n.ts'

type Props = {
  /** Text of the button and of the dialog's title and confirming button. */
  label: string
  question: ReactNode
  onConfirm: () => void
  /** Accessible name when several such buttons are in one list. */
  name?: string
  disabled?: boolean
  danger?: boolean
  /** What the page is there for. */
  primary?: boolean
  size?: 'xs' | 'sm' | 'compact-xs' | 'compact-sm'
}

export const ConfirmButton = ({
  label,
  question,
  onConfirm,
  name,
  disabled,
  danger,
  primary,
  size = 'xs',
}: Props) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={primary ? 'filled' : 'default'}
        size={size}
        disabled={disabled}
        aria-label={name}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={name ?? label}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Text size="sm" mb="md">
          {question}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={() => setOpen(false)}>
            {t('ui:cancel')}
          </Button>
          <Button
            color={danger ? 'red.9' : undefined}
            onClick={() => {
              setOpen(false)
              onConfirm()
            }}
          >
            {label}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
