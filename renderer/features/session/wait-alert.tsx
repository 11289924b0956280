// Too many wrong attempts: said once aloud, counted down for the eye.
import { Alert } from '@mantine/core'
import type { Failure } from '../../../domain/contract/errors.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { useT } from '../../i18n/i18n.ts'

type Props = {
  /** The refusal with the code `wait`. */
  failure: Failure
  /** Seconds left. */
  seconds: number
}

export const WaitAlert = ({ failure, seconds }: Props) => {
  const t = useT()
  return (
    <Alert color="yellow" variant="outline" role="group">
      <p role="alert" className="app-alert-sentence">
        {seconds > 0 ? failureText(t, failure) : t('session:waitOver')}
      </p>
      {seconds > 0 ? <p role="timer">{t('session:waiting', { count: seconds })}</p> : null}
    </Alert>
  )
}
