// A signed check to be read: its versions, differences between them, amending, copying and printing.
import { Button, Chip, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { emptyAnswers } from '../../../domain/health-checks/answers.ts'
import { guardianForbidden } from '../../../domain/health-checks/guardian.ts'
import { mayAmend } from '../../../domain/health-checks/states.ts'
import { useCallForm } from '../../api/use-call-form.ts'
import { useT } from '../../i18n/i18n.ts'
import { CallForm, SubmitButton } from '../../ui/call-form.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/page.tsx'
import { Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useMay } from '../session/session.tsx'
import { AnswersView } from './answers-view.tsx'
import { CompareVersions } from './compare-view.tsx'
import { EarlyRiskNote } from './early-risk-note.tsx'
import { GuardianBanner } from './guardian-banner.tsx'
import { LeftOutNote, useSeesWholeCheck } from './left-out-note.tsx'
import { contextOf, type OpenedCheck, type Version } from './versions.ts'

const ALL_KINDS = ['violence', 'substances', 'selfHarm'] as const

export const AmendButton = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const form = useCallForm('checks.amend', {
    defaultValues: { checkId: check.id, reason: '' },
    refresh: ['checks.open'],
    onDone: () => setOpen(false),
    keep: `amend-${check.id}`,
  })
  if (!mayAmend(check.state) || check.draft || !may('checks.amend')) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('checkScreen:amend.button')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('checkScreen:amend.button')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <CallForm form={form} label={t('checkScreen:amend.button')}>
          <Text size="sm">{t('checkScreen:amend.help')}</Text>
          <TextField
            control={form.control}
            name="reason"
            label={t('checkScreen:reason')}
            required
            autoFocus
          />
          <Group justify="flex-end">
            <SubmitButton form={form}>{t('checkScreen:amend.start')}</SubmitButton>
          </Group>
        </CallForm>
      </Modal>
    </>
  )
}

const VersionFacts = ({ version }: { version: Version }) => {
  const t = useT()
  return (
    <Facts
      facts={[
        { label: t('checkScreen:version.signedAt'), value: formatMoment(version.signedAt) },
        {
          label: t('checkScreen:version.signedBy'),
          value: `${version.signedBy}, ${t(`app:role.${version.signedRole}`)}`,
        },
        { label: t('checkScreen:version.state'), value: t(`check:state.${version.state}`) },
        version.reason !== null && { label: t('checkScreen:reason'), value: version.reason },
      ]}
    />
  )
}

export const CheckReader = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const whole = useSeesWholeCheck()
  const hidden = check.client.protectedAddress
  const [view, setView] = useState<'read' | 'compare'>('read')
  const newest = check.versions.at(-1)
  const [chosen, setChosen] = useState<number | null>(null)
  const version = check.versions.find((one) => one.version === chosen) ?? newest
  if (!version) return <Empty title={t('checkScreen:unsigned')} help={t('checkScreen:unsignedHelp')} />
  const answers = { ...emptyAnswers(), ...(version.answers as unknown as CheckAnswers) }
  return (
    <Stack gap="md">
      <LeftOutNote />
      {check.versions.length > 1 ? (
        <Group className="no-print">
          <Chip.Group value={view} onChange={(next) => setView(next as 'read' | 'compare')}>
            <Group gap="xs" role="radiogroup" aria-label={t('checkScreen:version.view')}>
              <Chip value="read" variant="outline">
                {t('checkScreen:version.read')}
              </Chip>
              <Chip value="compare" variant="outline">
                {t('checkScreen:compare.title')}
              </Chip>
            </Group>
          </Chip.Group>
          {view === 'read' ? (
            <Select
              aria-label={t('checkScreen:version.choose')}
              data={check.versions.map((one) => ({
                value: String(one.version),
                label: t('checkScreen:version.name', {
                  version: one.version,
                  time: formatMoment(one.signedAt),
                }),
              }))}
              value={String(version.version)}
              allowDeselect={false}
              onChange={(next) => setChosen(Number(next))}
              comboboxProps={{ transitionProps: { duration: 0 } }}
            />
          ) : null}
        </Group>
      ) : null}
      {view === 'compare' && check.versions.length > 1 ? (
        <div className={hidden ? 'no-print' : undefined}>
          <Panel title={t('checkScreen:compare.title')}>
            <CompareVersions versions={check.versions} />
          </Panel>
        </div>
      ) : (
        <>
          <Panel
            title={t('checkScreen:version.short', { version: version.version })}
            actions={version === newest ? null : <Tag>{t('checkScreen:version.older')}</Tag>}
          >
            <VersionFacts version={version} />
          </Panel>
          {whole ? <EarlyRiskNote check={check} answers={answers} /> : null}
          {guardianForbidden(answers, contextOf(check)) ? <GuardianBanner /> : null}
          <Panel title={t('checkScreen:answers')}>
            <AnswersView
              answers={answers}
              context={contextOf(check)}
              include={ALL_KINDS}
              location={hidden ? 'screenOnly' : 'shown'}
            />
          </Panel>
        </>
      )}
    </Stack>
  )
}

/** Ways out of the program, each told in the log. */
export const PrintLinks = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const whole = useSeesWholeCheck()
  return (
    <>
      <Button variant="default" component={Link} to={`/checks/${check.id}/print/professional`}>
        {t('checkScreen:print.professional')}
      </Button>
      {whole ? (
        <Button variant="default" component={Link} to={`/checks/${check.id}/print/client`}>
          {t('checkScreen:print.client')}
        </Button>
      ) : null}
    </>
  )
}
