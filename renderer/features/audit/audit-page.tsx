// The log for the administrator: newest first, older on request, and the proof that nothing is missing.
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useRead } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { Page, Panel } from '../../ui/page.tsx'
import { Empty, ReadView } from '../../ui/states.tsx'
import { EventTable } from './event-table.tsx'

const PAGE = 100

const Verified = ({ result }: { result: Output<'audit.verify'> }) => {
  const t = useT()
  return (
    <Alert
      color={result.intact ? 'green' : 'red'}
      variant="outline"
      role="status"
      title={
        result.intact
          ? t('audit:intact', { count: result.events })
          : t('audit:broken', { seq: result.brokenAt ?? 0 })
      }
    >
      <Text size="sm">
        {t('audit:head')} <Code>{result.head}</Code>
      </Text>
    </Alert>
  )
}

const Verification = () => {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const verify = useRead('audit.verify', {}, { enabled: asked })
  return (
    <>
      <Group>
        <Button
          variant="default"
          loading={verify.isFetching}
          onClick={() => (asked ? void verify.refetch() : setAsked(true))}
        >
          {t('audit:verify')}
        </Button>
      </Group>
      <FailureAlert failure={verify.error ? failureOf(verify.error) : null} />
      {verify.data ? <Verified result={verify.data} /> : null}
    </>
  )
}

const AuditPage = () => {
  const t = useT()
  const [before, setBefore] = useState<number | null>(null)
  const events = useRead('audit.list', { before, limit: PAGE }, { keepPrevious: true })
  return (
    <Page title={t('audit:title')} intro={t('audit:intro')}>
      <Stack gap="sm">
        <Verification />
        <Panel>
          <ReadView query={events} empty={<Empty title={t('audit:empty')} />}>
            {(rows) => (
              <>
                <EventTable caption={t('audit:title')} rows={rows} />
                <Group mt="sm">
                  {rows.length === PAGE ? (
                    <Button
                      variant="default"
                      onClick={() => setBefore(Math.min(...rows.map((row) => row.seq)))}
                    >
                      {t('audit:more')}
                    </Button>
                  ) : null}
                  {before === null ? null : (
                    <Button variant="default" onClick={() => setBefore(null)}>
                      {t('audit:newest')}
                    </Button>
                  )}
                </Group>
              </>
            )}
          </ReadView>
        </Panel>
      </Stack>
    </Page>
  )
}

export default AuditPage
