// "What if I merge": what merging has gained, merging more, and which merges would help.
import { Stack, Text, Title } from '@mantine/core'
import type { Coarsening } from '../../../domain/aggregates/coarser.ts'
import type { Output } from '../../../domain/contract/table.ts'
import { useT } from '../../i18n/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import { MergeForm } from './merge-form.tsx'
import type { ViewId } from './release-views.ts'
import { Ways } from './ways.tsx'

type Preview = Output<'aggregates.preview'>

type Props = {
  preview: Preview
  whole: Preview['figures'] | null
  view: ViewId
  onCoarser: (coarser: Coarsening[]) => void
}

/** What the coarsening has gained, in cells. */
const Gain = ({ preview, whole }: Pick<Props, 'preview' | 'whole'>) => {
  const t = useT()
  if (!whole || preview.coarser.length === 0) return null
  const { hidden, cells } = preview.figures
  return (
    <Text size="sm" role="status">
      {t('aggregates:gain', {
        hidden: formatNumber(hidden),
        shown: formatNumber(cells - hidden),
        hiddenBefore: formatNumber(whole.hidden),
        shownBefore: formatNumber(whole.cells - whole.hidden),
      })}
    </Text>
  )
}

export const CoarserPanel = ({ preview, whole, view, onCoarser }: Props) => {
  const t = useT()
  const { coarser, quarter } = preview
  return (
    <Stack gap="sm">
      <Title order={3}>{t('aggregates:whatIf')}</Title>
      <Gain preview={preview} whole={whole} />
      <MergeForm key={view} view={view} coarser={coarser} onMerge={(more) => onCoarser([...coarser, more])} />
      <Ways quarter={quarter} coarser={coarser} onTry={onCoarser} />
    </Stack>
  )
}
