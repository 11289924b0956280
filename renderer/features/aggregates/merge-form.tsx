// "What if I merge": the person picks classes that stand under one total; the preview is made again with them as one.
import { Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Coarsening } from '../../../domain/aggregates/coarser.ts'
import { childrenOf } from '../../../domain/aggregates/dimensions.ts'
import { useT } from '../../i18n/i18n.ts'
import { className } from './area-names.ts'
import { mergeableIn, type ViewId, viewOf } from './release-views.ts'

type Props = {
  view: ViewId
  coarser: readonly Coarsening[]
  onMerge: (coarsening: Coarsening) => void
}

export const MergeForm = ({ view, coarser, onMerge }: Props) => {
  const t = useT()
  const groups = mergeableIn(view)
  const [place, setPlace] = useState(0)
  const [picked, setPicked] = useState<string[]>([])
  const { table, rows, columns } = viewOf(view, coarser)
  const { dimension, parent } = groups[Math.min(place, groups.length - 1)]!
  const free = new Set([...rows.codes, ...columns.codes])
  const children = childrenOf(dimension, parent).filter((code) => free.has(code))
  const categories = children.filter((code) => picked.includes(code))
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('aggregates:mergeUnder')}
        value={String(place)}
        onChange={(event) => {
          setPlace(Number(event.currentTarget.value))
          setPicked([])
        }}
        data={groups.map((group, index) => ({
          value: String(index),
          label: t('aggregates:classesOf', {
            heading: t(`aggregates:heading.${group.dimension}`),
            parent: className(t, group.dimension, group.parent),
          }),
        }))}
        maw={420}
      />
      <Checkbox.Group value={picked} onChange={setPicked} label={t('aggregates:mergeWhich')}>
        <Group gap="md" mt={6}>
          {children.map((code) => (
            <Checkbox key={code} value={code} label={className(t, dimension, code)} size="sm" />
          ))}
        </Group>
      </Checkbox.Group>
      <Group>
        <Button
          variant="default"
          size="xs"
          disabled={categories.length < 2}
          onClick={() => {
            setPicked([])
            onMerge({ kind: 'merge', table, dimension, categories })
          }}
        >
          {t('aggregates:merge')}
        </Button>
      </Group>
    </Stack>
  )
}
