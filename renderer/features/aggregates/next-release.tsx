// The quarter that can be released next: start the preview, watch it, end it early.
import { Button, Group, NumberInput, Progress, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Output } from '../../../domain/contract/table.ts'
import { type ApiFailure, callApi, failureOf } from '../../api/call-api.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/page.tsx'
import { ReleasePreview } from './release-preview.tsx'

type Next = NonNullable<Output<'aggregates.status'>['next']>
type Best = { best: number | null; bound: number | null }

/** The best pattern so far, as the server tells it. */
const useBest = (running: boolean): Best => {
  const [state, setState] = useState<Best>({ best: null, bound: null })
  useEffect(() => {
    if (!running) return undefined
    setState({ best: null, bound: null })
    return window.api.on('progress', (value) => {
      if (value.task === 'release') setState({ best: value.best, bound: value.bound })
    })
  }, [running])
  return state
}

const Running = ({ onStop, stopping }: { onStop: () => void; stopping: boolean }) => {
  const t = useT()
  const { best, bound } = useBest(true)
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {best === null
          ? t('aggregates:searching')
          : t('aggregates:best', { best: formatNumber(best, 0), bound: formatNumber(bound ?? 0, 0) })}
      </Text>
      <Progress value={100} animated aria-label={t('aggregates:running')} />
      <Group>
        <Button variant="default" size="xs" disabled={stopping} onClick={onStop}>
          {t('aggregates:stop')}
        </Button>
      </Group>
    </Stack>
  )
}

export const NextRelease = ({ next }: { next: Next }) => {
  const t = useT()
  const [seconds, setSeconds] = useState(20)
  const preview = useMutation<Output<'aggregates.preview'>, ApiFailure, void>({
    mutationFn: () => callApi('aggregates.preview', { quarter: next.quarter, seconds }),
  })
  const stop = useMutation({ mutationFn: () => callApi('aggregates.stop', {}) })
  const period = `${formatDate(next.from)}–${formatDate(next.to)}`
  return (
    <>
      <Panel title={t('aggregates:next')}>
        <Stack gap="md">
          <Facts
            facts={[
              { label: t('aggregates:quarter'), value: next.quarter },
              { label: t('aggregates:period'), value: period },
            ]}
          />
          <FailureAlert failure={preview.error ? failureOf(preview.error) : null} />
          {next.ended ? null : <Text size="sm">{t('aggregates:notEnded')}</Text>}
          {preview.isPending ? (
            <Running onStop={() => stop.mutate()} stopping={stop.isPending} />
          ) : (
            <Group align="flex-end">
              <NumberInput
                label={t('aggregates:seconds')}
                value={seconds}
                onChange={(value) => setSeconds(Math.min(120, Math.max(1, Number(value) || 1)))}
                min={1}
                max={120}
                w={220}
                hideControls
              />
              <Button disabled={!next.ended} onClick={() => preview.mutate()}>
                {preview.data ? t('aggregates:again') : t('aggregates:preview')}
              </Button>
            </Group>
          )}
        </Stack>
      </Panel>
      {preview.data && !preview.isPending ? (
        <ReleasePreview preview={preview.data} onReleased={() => preview.reset()} />
      ) : null}
    </>
  )
}
