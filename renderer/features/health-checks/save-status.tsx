// How saving stands, and the way out when it does not go well.
import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { compareAnswers } from '../../../domain/health-checks/compare.ts'
import { callApi } from '../../api/call-api.ts'
import { useT } from '../../i18n/i18n.ts'
import { useCheckScope } from './check-scope.ts'
import { DifferenceTable } from './compare-view.tsx'
import { type Autosave, useSaveState } from './use-autosave.ts'

const clock = (at: number): string => {
  const moment = new Date(at)
  return `${moment.getHours()}.${String(moment.getMinutes()).padStart(2, '0')}`
}

export const SaveStatus = ({ autosave }: { autosave: Autosave }) => {
  const t = useT()
  const { kind, at } = useSaveState(autosave)
  return (
    <Text size="sm" c="dimmed" role="status" data-save={kind}>
      {kind === 'saved'
        ? t('checkScreen:save.saved', { time: at === null ? '' : clock(at) })
        : t(`checkScreen:save.${kind}`)}
    </Text>
  )
}

type Other = { revision: number; answers: CheckAnswers; savedBy: string }

/** Someone else has saved the same draft: both are shown, and the person chooses. */
const Conflict = ({ autosave, checkId }: { autosave: Autosave; checkId: string }) => {
  const { store } = useCheckScope()
  const t = useT()
  const [other, setOther] = useState<Other | null>(null)
  const show = async (): Promise<void> => {
    const { draft } = await callApi('checks.open', { checkId })
    if (draft)
      setOther({
        revision: draft.revision,
        answers: draft.answers as unknown as CheckAnswers,
        savedBy: draft.savedBy,
      })
  }
  return (
    <Alert color="red" variant="outline" role="alert" title={t('checkScreen:conflict.title')}>
      {other === null ? (
        <Button variant="default" size="xs" onClick={() => void show()}>
          {t('checkScreen:conflict.show')}
        </Button>
      ) : (
        <>
          <DifferenceTable
            differences={compareAnswers(other.answers, store.answers())}
            before={t('checkScreen:conflict.other', { name: other.savedBy })}
            after={t('checkScreen:conflict.own')}
          />
          <Group gap="xs" mt="xs">
            <Button variant="default" size="xs" onClick={() => autosave.resolve(other.revision, null)}>
              {t('checkScreen:conflict.keepOwn')}
            </Button>
            <Button
              variant="default"
              size="xs"
              onClick={() => autosave.resolve(other.revision, other.answers)}
            >
              {t('checkScreen:conflict.takeOther')}
            </Button>
          </Group>
        </>
      )}
    </Alert>
  )
}

export const SaveTrouble = ({ autosave, checkId }: { autosave: Autosave; checkId: string }) => {
  const t = useT()
  const { kind } = useSaveState(autosave)
  if (kind === 'stale') return <Conflict autosave={autosave} checkId={checkId} />
  if (kind !== 'failed') return null
  return (
    <Alert color="red" variant="outline" role="alert" title={t('checkScreen:save.failedHelp')}>
      <Button variant="default" size="xs" onClick={() => void autosave.save()}>
        {t('ui:tryAgain')}
      </Button>
    </Alert>
  )
}
