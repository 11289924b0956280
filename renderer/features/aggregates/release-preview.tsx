// The preview of a quarter before it is released: the figures of the protection, the tables, the final yes.
import { Alert, Group, NativeSelect, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Coarsening } from '../../../domain/aggregates/coarser.ts'
import { CODES, TOTAL } from '../../../domain/aggregates/dimensions.ts'
import type { Output } from '../../../domain/contract/table.ts'
import { failureOf } from '../../api/call-api.ts'
import { useWrite } from '../../api/queries.ts'
import { useT } from '../../i18n/i18n.ts'
import { FailureAlert } from '../../ui/call-form.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { formatNumber } from '../../ui/format.ts'
import { showNotice } from '../../ui/notices.tsx'
import { Facts, Panel } from '../../ui/page.tsx'
import { useMay } from '../session/session.tsx'
import { className } from './area-names.ts'
import { CoarserPanel } from './coarser-panel.tsx'
import { ReleaseKey, ReleaseTable } from './release-table.tsx'
import { VIEW_IDS, type ViewId } from './release-views.ts'
import { UNFINISHED } from './search-time.ts'

type Preview = Output<'aggregates.preview'>

const useFacts = ({ participants, figures }: Preview) => {
  const t = useT()
  const { cells, hidden, primary, secondary, status, attacks } = figures
  const quality = {
    objective: formatNumber(figures.objective),
    bound: formatNumber(figures.bound, 0),
    gap: formatNumber(figures.gap * 100, 1),
  }
  return [
    { label: t('aggregates:participants'), value: formatNumber(participants) },
    { label: t('aggregates:hidden'), value: t('aggregates:hiddenOf', { hidden, cells }) },
    { label: t('aggregates:primary'), value: formatNumber(primary) },
    { label: t('aggregates:secondary'), value: formatNumber(secondary) },
    { label: t('aggregates:auditVerdict'), value: t('aggregates:safe', { attacks }) },
    { label: t('aggregates:quality'), value: t(`aggregates:${status}`, quality) },
  ]
}

type Props = {
  preview: Preview
  /** Figures of the preview without any coarsening. */
  whole: Preview['figures'] | null
  onCoarser: (coarser: Coarsening[]) => void
  onReleased: () => void
}

export const ReleasePreview = ({ preview, whole, onCoarser, onReleased }: Props) => {
  const t = useT()
  const may = useMay()
  const [view, setView] = useState<ViewId>('areaSex')
  const [sex, setSex] = useState(TOTAL)
  const cells = useMemo(
    () => new Map(preview.tables.flatMap((table) => table.cells.map((cell) => [cell.id, cell] as const))),
    [preview],
  )
  const { quarter, token } = preview
  const release = useWrite('aggregates.release', {
    refresh: ['aggregates.status'],
    onDone: () => {
      showNotice(t('aggregates:released', { quarter }))
      onReleased()
    },
  })
  return (
    <Panel
      answer
      title={t('aggregates:previewOf', { quarter })}
      actions={
        <ConfirmButton
          label={t('aggregates:release', { quarter })}
          question={t('aggregates:releaseQuestion', { quarter })}
          disabled={!may('aggregates.release') || release.isPending}
          onConfirm={() => release.mutate({ token })}
          primary
          size="sm"
        />
      }
    >
      <Stack gap="md">
        <FailureAlert failure={release.error ? failureOf(release.error) : null} />
        {preview.figures.gap > UNFINISHED ? (
          <Alert variant="outline" color="yellow" role="note">
            {t('aggregates:unfinished')}
          </Alert>
        ) : null}
        <Facts facts={useFacts(preview)} />
        <Group align="flex-end" gap="md">
          <NativeSelect
            label={t('aggregates:tableChoice')}
            value={view}
            onChange={(event) => setView(event.currentTarget.value as ViewId)}
            data={VIEW_IDS.map((id) => ({ value: id, label: t(`aggregates:view.${id}`) }))}
          />
          {view === 'areaClass' ? (
            <NativeSelect
              label={t('aggregates:sexChoice')}
              value={sex}
              onChange={(event) => setSex(event.currentTarget.value)}
              data={CODES.sex.map((code) => ({ value: code, label: className(t, 'sex', code) }))}
            />
          ) : null}
        </Group>
        <ReleaseKey />
        <ReleaseTable view={view} sex={sex} coarser={preview.coarser} cells={cells} />
        <CoarserPanel preview={preview} whole={whole} view={view} onCoarser={onCoarser} />
      </Stack>
    </Panel>
  )
}
