// The pre-visit form filled in by the client at the station: nothing else can be seen or reached, and leaving locks.
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { holds } from '../../../domain/health-checks/conditions.ts'
import { RED_FLAGS } from '../../../domain/health-checks/red-flags.ts'
import { preVisitSections } from '../../../domain/health-checks/sections.ts'
import { useRead } from '../../api/queries.ts'
import type { ViewProps } from '../../app/view.ts'
import { useT } from '../../i18n/i18n.ts'
import { ClientLanguageChoice, PaperLanguage } from '../../ui/paper-language.tsx'
import { ReadView } from '../../ui/states.tsx'
import { useSession } from '../session/session.tsx'
import classes from './check.module.css'
import { useDraft, useKeys } from './check-editor.tsx'
import { CheckScopeProvider, useAnswersPart } from './check-scope.ts'
import { useCheckText } from './check-text.ts'
import { focusFirst } from './focus-order.ts'
import { SaveStatus } from './save-status.tsx'
import { SectionForm } from './section-form.tsx'
import { SectionList } from './section-list.tsx'
import type { Autosave } from './use-autosave.ts'
import type { OpenedCheck } from './versions.ts'

const SELF_HARM = RED_FLAGS.find(({ id }) => id === 'self_harm')!

/** Keys of the shell (palette, locking) and of the browser's history do nothing while the client answers. */
const useNothingElse = (): void => {
  useEffect(() => {
    const place = location.href
    const stay = (): void => {
      if (location.href !== place) history.replaceState(null, '', place)
    }
    const keys = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key === 'Enter') return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('popstate', stay, { capture: true })
    addEventListener('hashchange', stay, { capture: true })
    addEventListener('keydown', keys, { capture: true })
    return () => {
      removeEventListener('popstate', stay, { capture: true })
      removeEventListener('hashchange', stay, { capture: true })
      removeEventListener('keydown', keys, { capture: true })
    }
  }, [])
}

/** A client who answers that they think of harming themselves is told at once whom to talk to. */
const TellSomeone = () => {
  const t = useT()
  const raised = useAnswersPart((answers, context) => holds(SELF_HARM.when, answers, context))
  return raised ? (
    <Alert color="red" variant="outline" role="alert" title={t('checkScreen:clientMode.tell')}>
      {t('checkScreen:safety.call')}
    </Alert>
  ) : null
}

const useLeave = (check: OpenedCheck, autosave: Autosave) => {
  const { lock } = useSession()
  const [failed, setFailed] = useState(false)
  const leave = async (): Promise<void> => {
    await autosave.save()
    if (!autosave.isSaved()) return setFailed(true)
    // The professional comes back to the check, not to the client's form.
    history.replaceState(null, '', `#/checks/${check.id}`)
    await lock()
  }
  return { leave, failed }
}

const ClientForm = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const text = useCheckText()
  const { autosave, scope } = useDraft(check, true)
  const { leave, failed } = useLeave(check, autosave)
  const sections = useMemo(() => preVisitSections(), [])
  const [at, setAt] = useState(0)
  const area = useRef<HTMLDivElement>(null)
  useNothingElse()
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the section changes
  useEffect(() => {
    area.current?.closest('dialog')?.scrollTo(0, 0)
    focusFirst(area.current)
  }, [at])

  const step = (by: 1 | -1): void => {
    void autosave.save()
    setAt((now) => Math.min(Math.max(now + by, 0), sections.length - 1))
  }
  const keys = useKeys(step)
  const section = sections[at]!
  return (
    <CheckScopeProvider value={scope}>
      <div className={classes.editor} {...keys}>
        <SectionList
          sections={sections.map(({ id }) => id)}
          current={section.id}
          go={(id) => setAt(sections.findIndex((one) => one.id === id))}
        />
        <Stack gap="sm" className={classes.work}>
          <TellSomeone />
          {failed ? (
            <Alert color="red" variant="outline" role="alert" title={t('checkScreen:save.failedHelp')} />
          ) : null}
          <section ref={area} className={classes.panel} aria-label={text(`section.${section.id}`)}>
            <Group justify="space-between" mb="sm">
              <Title order={2}>{text(`section.${section.id}`)}</Title>
              <SaveStatus autosave={autosave} />
            </Group>
            <SectionForm key={section.id} section={section} />
          </section>
          <Group justify="space-between">
            <Button variant="default" disabled={at === 0} onClick={() => step(-1)}>
              {t('checkScreen:previous')}
            </Button>
            <Text size="sm">{t('checkScreen:clientMode.progress', { at: at + 1, of: sections.length })}</Text>
            {at < sections.length - 1 ? (
              <Button onClick={() => step(1)}>{t('checkScreen:next')}</Button>
            ) : null}
            <Button variant={at === sections.length - 1 ? 'filled' : 'default'} onClick={() => void leave()}>
              {t('checkScreen:clientMode.done')}
            </Button>
          </Group>
        </Stack>
      </div>
    </CheckScopeProvider>
  )
}

const Introduced = ({ check }: { check: OpenedCheck }) => {
  const t = useT()
  const { status } = useSession()
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Title order={1}>{t('checkScreen:clientMode.title')}</Title>
        <ClientLanguageChoice />
      </Group>
      <Text size="sm" mb="md">
        {t('checkScreen:clientMode.intro', { station: status.stationName ?? '' })}
      </Text>
      {check.draft ? <ClientForm check={check} /> : null}
    </>
  )
}

const ClientFormPage = ({ params }: ViewProps) => {
  const t = useT()
  const { lock } = useSession()
  const query = useRead('checks.open', { checkId: params.checkId! })
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  const lockNow = useRef(lock)
  lockNow.current = lock
  useLayoutEffect(() => {
    dialog?.showModal()
  }, [dialog])
  // However the form is left, the station locks.
  useEffect(() => () => void lockNow.current(), [])
  return createPortal(
    <dialog
      ref={setDialog}
      className={classes.client}
      aria-label={t('checkScreen:clientMode.title')}
      onCancel={(event) => event.preventDefault()}
    >
      <main className={classes.clientInner}>
        <ReadView query={query}>
          {(check) => (
            <PaperLanguage client={check.client.language}>
              <Introduced check={check} />
            </PaperLanguage>
          )}
        </ReadView>
      </main>
    </dialog>,
    document.body,
  )
}

export default ClientFormPage
