// On the screen and on every paper of a check: the minor has forbidden telling the guardian.
import { Alert } from '@mantine/core'
import { useT } from '../../i18n/i18n.ts'

export const GuardianBanner = () => (
  <Alert color="red" variant="outline" role="note" title={useT()('checkScreen:guardianForbidden')} />
)
