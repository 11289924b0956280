// Says which parts of a check the person's role does not get, so that they are not taken for empty ones.
import { Alert, Text } from '@mantine/core'
import { leftOutFor, seesWholeCheck } from '../../../domain/health-checks/role-view.ts'
import { useT } from '../../i18n/i18n.ts'
import { useSession } from '../session/session.tsx'
import { useCheckText } from './check-text.ts'

/** Whether the person sees checks whole: what is made of a whole check is offered to no one else. */
export const useSeesWholeCheck = (): boolean => {
  const { user } = useSession().status
  return user !== null && seesWholeCheck(user.role)
}

export const LeftOutNote = () => {
  const t = useT()
  const text = useCheckText()
  const { user } = useSession().status
  const left = user ? leftOutFor(user.role) : null
  if (!left) return null
  const names = (sections: readonly string[]) => sections.map((id) => text(`section.${id}`)).join(', ')
  return (
    <Alert variant="outline" role="note" title={t('checkScreen:leftOut.title')}>
      <Text size="sm">{t('checkScreen:leftOut.help')}</Text>
      {left.whole.length > 0 ? (
        <Text size="sm">{t('checkScreen:leftOut.whole', { sections: names(left.whole) })}</Text>
      ) : null}
      {left.partly.length > 0 ? (
        <Text size="sm">{t('checkScreen:leftOut.partly', { sections: names(left.partly) })}</Text>
      ) : null}
    </Alert>
  )
}
