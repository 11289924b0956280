// Someone else has saved the same meanwhile: what was typed is still there, and the person chooses which one stands.
import { Alert, Button, Group } from '@mantine/core'
import { useT } from '../i18n/i18n.ts'

export type Conflict = {
  /** Saves what was typed over what the other has saved. */
  keepOwn: () => Promise<void>
  /** Puts what the other has saved into the form. */
  takeOther: () => Promise<void>
}

export const ConflictAlert = ({ keepOwn, takeOther }: Conflict) => {
  const t = useT()
  return (
    <Alert color="red" variant="outline" role="alert">
      <p className="app-alert-sentence">{t('ui:conflict.sentence')}</p>
      <Group gap="xs" mt="xs">
        <Button variant="default" size="xs" onClick={() => void keepOwn()}>
          {t('ui:conflict.keepOwn')}
        </Button>
        <Button variant="default" size="xs" onClick={() => void takeOther()}>
          {t('ui:conflict.takeOther')}
        </Button>
      </Group>
    </Alert>
  )
}
