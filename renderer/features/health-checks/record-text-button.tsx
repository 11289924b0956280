// Copies the check under the headings of the patient record; the clipboard is cleared after a minute.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type CheckAnswers, emptyAnswers } from '../../../domain/health-checks/answers.ts'
import type { Sensitivity } from '../../../domain/health-checks/fields.ts'
import { recordText } from '../../../domain/health-checks/record-text.ts'
import { callApi, failureOf } from '../../api/call-api.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { showNotice } from '../../ui/notices.tsx'
import classes from './check.module.css'
import { useCheckText } from './check-text.ts'
import { SensitiveChoice } from './sensitive-choice.tsx'
import { contextOf, type OpenedCheck } from './versions.ts'

const Preview = ({ check, onClose }: { check: OpenedCheck; onClose: () => void }) => {
  const t = useT()
  const text = useCheckText()
  const [include, setInclude] = useState<readonly Sensitivity[]>([])
  const copy = useMutation({
    mutationFn: (shown: string) => callApi('documents.copy', { clientId: check.clientId, text: shown }),
    networkMode: 'always',
    onSuccess: ({ clearedAfterSeconds }) => {
      showNotice(t('checkScreen:record.copied', { seconds: clearedAfterSeconds }))
      onClose()
    },
  })
  const answers = { ...emptyAnswers(), ...(check.versions.at(-1)!.answers as unknown as CheckAnswers) }
  const shown = recordText(answers, contextOf(check), text, {
    include,
    protectedAddress: check.client.protectedAddress,
  })
  return (
    <Stack gap="sm">
      <FailureAlert failure={copy.error ? failureOf(copy.error) : null} />
      <SensitiveChoice value={include} onChange={setInclude} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard */}
      <pre className={classes.recordText} tabIndex={0}>
        {shown}
      </pre>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('checkScreen:record.help')}
        </Text>
        <Button data-autofocus loading={copy.isPending} onClick={() => copy.mutate(shown)}>
          {t('checkScreen:record.copy')}
        </Button>
      </Group>
    </Stack>
  )
}

export const RecordTextButton = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('checkScreen:record.button')}
      </Button>
      <Modal
        size="lg"
        opened={open}
        onClose={() => setOpen(false)}
        title={t('checkScreen:record.button')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Preview check={check} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}
