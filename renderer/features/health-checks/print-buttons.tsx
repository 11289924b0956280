// Prints the page that is on the screen, or saves it as a PDF; the log says that it left the program.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Input } from '../../../domain/contract/table.ts'
import { callApi, failureOf } from '../../api/call-api.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { useT } from '../../i18n/i18n.ts'
import { showNotice } from '../../ui/notices.tsx'
import { ScreenTexts } from '../../ui/paper-language.tsx'

type Props = {
  clientId: string
  document: Input<'documents.print'>['document']
  /** Where one came from, when the page does not say so itself. */
  back?: string
  /** There is nothing to print. */
  empty?: boolean
}

const Buttons = ({ clientId, document, back, empty }: Props) => {
  const t = useT()
  const print = useMutation({
    mutationFn: (to: 'paper' | 'pdf') => callApi('documents.print', { clientId, document, to }),
    networkMode: 'always',
    onSuccess: ({ done }, to) => (done && to === 'pdf' ? showNotice(t('ui:saved')) : undefined),
    onError: (error) => showNotice(failureText(t, failureOf(error))),
  })
  return (
    <>
      {back ? (
        <Button variant="default" component={Link} to={back}>
          {t('ui:back')}
        </Button>
      ) : null}
      <Button disabled={empty} loading={print.isPending} onClick={() => print.mutate('paper')}>
        {t('ui:print')}
      </Button>
      <Button
        variant="default"
        disabled={empty}
        loading={print.isPending}
        onClick={() => print.mutate('pdf')}
      >
        {t('checkScreen:print.pdf')}
      </Button>
    </>
  )
}

export const PrintButtons = (props: Props) => (
  <ScreenTexts>
    <Buttons {...props} />
  </ScreenTexts>
)
