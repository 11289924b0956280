// The quarter that can be released next: start the preview, watch it, end it early, make it coarser.
import { Button, Group, NumberInput, Progress, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { TableName } from '../../../domain/aggregates/catalogue.ts'
import type { Coarsening } from '../../../domain/aggregates/coarser.ts'
import type { Failure } from '../../../domain/contract/errors.ts'
import type { Output } from '../../../domain/contract/table.ts'
import { type ApiFailure, callApi, failureOf } from '../../api/call-api.ts'
import { type T, useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/page.tsx'
import { coarseningText } from './coarsening-text.ts'
import { ReleasePreview } from './release-preview.tsx'
import { previewSeconds } from './search-time.ts'
import { Ways } from './ways.tsx'

type Next = NonNullable<Output<'aggregates.status'>['next']>
type Preview = Output<'aggregates.preview'>
type Best = { best: number | null; bound: number | null }

/** The best pattern so far, as the server tells it. */
const useBest = (): Best => {
  const [state, setState] = useState<Best>({ best: null, bound: null })
  useEffect(
    () =>
      window.api.on('progress', (value) => {
        if (value.task === 'release') setState({ best: value.best, bound: value.bound })
      }),
    [],
  )
  return state
}

const Running = ({ onStop, stopping }: { onStop: () => void; stopping: boolean }) => {
  const t = useT()
  const { best, bound } = useBest()
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

/** The refusal names its tables in the reader's language. */
const named = (t: T, failure: Failure): Failure => {
  const tables = String(failure.params?.tables ?? '')
  if (tables === '') return failure
  const names = tables.split(', ').map((table) => t(`aggregates:table.${table as TableName}`))
  return { ...failure, params: { ...failure.params, tables: names.join(', ') } }
}

/** What this release merges or leaves out; each can be undone. */
const Chosen = ({ coarser, onUndo }: { coarser: Coarsening[]; onUndo: (left: Coarsening[]) => void }) => {
  const t = useT()
  if (coarser.length === 0) return null
  return (
    <Stack gap={4} role="group" aria-label={t('aggregates:chosen')}>
      {coarser.map((one) => (
        <Group key={JSON.stringify(one)} gap="sm">
          <Text size="sm">{coarseningText(t, one)}</Text>
          <Button
            variant="default"
            size="xs"
            aria-label={t('aggregates:undoOf', { way: coarseningText(t, one) })}
            onClick={() => onUndo(coarser.filter((other) => other !== one))}
          >
            {t('aggregates:undo')}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}

const isStuck = (failure: Failure | null): boolean =>
  failure?.code === 'release-frozen' || failure?.code === 'release-not-protected'

/** @param earlier number of releases made so far. */
export const NextRelease = ({ next, earlier }: { next: Next; earlier: number }) => {
  const t = useT()
  const { quarter } = next
  const [seconds, setSeconds] = useState(previewSeconds(earlier))
  const [coarser, setCoarser] = useState<Coarsening[]>([])
  /** The preview without any coarsening, to compare with. */
  const [whole, setWhole] = useState<Preview['figures'] | null>(null)
  const preview = useMutation<Preview, ApiFailure, Coarsening[]>({
    mutationFn: (asked) => callApi('aggregates.preview', { quarter, seconds, coarser: asked }),
    onSuccess: (made) => {
      if (made.coarser.length === 0) setWhole(made.figures)
    },
  })
  const stop = useMutation({ mutationFn: () => callApi('aggregates.stop', {}) })
  const { mutate, isPending } = preview
  const tryIt = useCallback(
    (asked: Coarsening[]) => {
      setCoarser(asked)
      mutate(asked)
    },
    [mutate],
  )
  const failure = preview.error ? failureOf(preview.error) : null
  return (
    <>
      <Panel title={t('aggregates:next')}>
        <Stack gap="md">
          <Facts
            facts={[
              { label: t('aggregates:quarter'), value: quarter },
              { label: t('aggregates:period'), value: `${formatDate(next.from)}–${formatDate(next.to)}` },
            ]}
          />
          <FailureAlert failure={failure && named(t, failure)} />
          {isPending ? null : <Chosen coarser={coarser} onUndo={tryIt} />}
          {next.ended ? null : <Text size="sm">{t('aggregates:notEnded')}</Text>}
          {isPending ? (
            <Running onStop={() => stop.mutate()} stopping={stop.isPending} />
          ) : (
            <Group align="flex-end">
              <NumberInput
                label={t('aggregates:seconds')}
                value={seconds}
                onChange={(value) => setSeconds(Math.min(120, Math.max(1, Number(value) || 1)))}
                min={1}
                max={120}
                w={280}
                hideControls
              />
              <Button
                variant={preview.data ? 'default' : 'filled'}
                disabled={!next.ended}
                onClick={() => mutate(coarser)}
              >
                {preview.data ? t('aggregates:again') : t('aggregates:preview')}
              </Button>
            </Group>
          )}
        </Stack>
      </Panel>
      {isStuck(failure) && !isPending ? (
        <Panel title={t('aggregates:waysOut')}>
          <Ways quarter={quarter} coarser={coarser} stuck onTry={tryIt} />
        </Panel>
      ) : null}
      {preview.data && !isPending ? (
        <ReleasePreview
          preview={preview.data}
          whole={whole}
          onCoarser={tryIt}
          onReleased={() => preview.reset()}
        />
      ) : null}
    </>
  )
}
