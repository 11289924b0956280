// Writing a check: the list of sections beside one section at a time, saved while typing, all by keyboard.
import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { CheckAnswers } from '../../../domain/health-checks/answers.ts'
import { proposedWith } from '../../../domain/health-checks/follow-up.ts'
import { raisedFlags } from '../../../domain/health-checks/red-flags.ts'
import { SECTIONS } from '../../../domain/health-checks/sections.ts'
import { takeKept } from '../../app/lock-registry.ts'
import { useT } from '../../i18n/i18n.ts'
import { useSession } from '../session/session.tsx'
import { createAnswersStore } from './answers-store.ts'
import classes from './check.module.css'
import { type CheckScope, CheckScopeProvider } from './check-scope.ts'
import { useCheckText } from './check-text.ts'
import { FlagSummary } from './flag-answers.tsx'
import { focusFirst, focusNext, focusPlace } from './focus-order.ts'
import { SaveStatus, SaveTrouble } from './save-status.tsx'
import { SectionForm } from './section-form.tsx'
import { SectionList, SIGN } from './section-list.tsx'
import { SignPanel } from './sign-panel.tsx'
import { createAutosave, keepName, useAutosave } from './use-autosave.ts'
import { contextOf, type OpenedCheck } from './versions.ts'

type Left = { answers: CheckAnswers | null; typed: Record<string, string>; revision: number }

/** The draft with what locking, leaving or a failed save has left in memory. */
const openDraft = (check: OpenedCheck, role: 'nurse' | 'doctor', clientMode: boolean) => {
  const draft = check.draft!
  const kept = takeKept(keepName(check.id)) as Left | undefined
  // One that was left in an amendment thrown away since has nothing to say here.
  const left = kept && kept.revision <= draft.revision ? kept : undefined
  const unsaved = left?.answers && left.revision === draft.revision ? left.answers : null
  const store = createAnswersStore(
    unsaved ?? (draft.answers as unknown as CheckAnswers),
    left?.typed,
    (key, fields) => proposedWith(key, fields, check.checkDate),
  )
  const autosave = createAutosave(store, check.id, {
    revision: draft.revision,
    savedAt: draft.savedAt,
    unsaved: unsaved !== null,
  })
  const scope: CheckScope = { store, context: contextOf(check), role, clientMode }
  return { store, autosave, scope }
}

export const useDraft = (check: OpenedCheck, clientMode: boolean) => {
  const role = useSession().status.user?.role === 'doctor' ? 'doctor' : 'nurse'
  const [opened] = useState(() => openDraft(check, role, clientMode))
  useAutosave(opened.autosave, opened.store, check.id)
  return opened
}

const isTyping = (element: Element): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** Ctrl+Enter and Alt with arrows go to the next or previous section, whatever has the focus. */
const sectionKeys = (step: (by: 1 | -1) => void) => (event: KeyboardEvent<HTMLElement>) => {
  const target = event.target as HTMLElement
  const by =
    event.key === 'Enter' && event.ctrlKey
      ? 1
      : event.altKey
        ? ({ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 } as const)[event.key]
        : undefined
  if (!by) return
  event.preventDefault()
  event.stopPropagation()
  // What is refused stays in its box with the focus on it.
  if (target.dataset.refused) {
    target.blur()
    target.focus()
  } else step(by)
}

/** Enter goes to the next field, unless the field has used it (a list, a refused value). */
const fieldKeys = (step: (by: 1) => void) => (event: KeyboardEvent<HTMLElement>) => {
  const target = event.target as HTMLElement
  if (event.key !== 'Enter' || event.defaultPrevented || event.shiftKey || !isTyping(target)) return
  if (target instanceof HTMLTextAreaElement) return
  event.preventDefault()
  if (!focusNext(target)) step(1)
}

/** For a form of sections: give it to the element around them. */
export const useKeys = (step: (by: 1 | -1) => void) => ({
  onKeyDownCapture: sectionKeys(step),
  onKeyDown: fieldKeys(step),
})

const Keys = () => {
  const t = useT()
  return (
    <Text size="xs" c="dimmed" component="p" className={classes.keys}>
      <Kbd size="xs">Enter</Kbd> {t('checkScreen:keys.next')} · <Kbd size="xs">Ctrl+Enter</Kbd>{' '}
      {t('checkScreen:keys.section')} · <Kbd size="xs">Alt+↑↓</Kbd> {t('checkScreen:keys.sections')} ·{' '}
      <Kbd size="xs">0–9</Kbd> {t('checkScreen:keys.digit')} · <Kbd size="xs">Delete</Kbd>{' '}
      {t('checkScreen:keys.clear')}
    </Text>
  )
}

/** The safety step comes before the next section. */
const isStopped = ({ store, context }: CheckScope, section: string): boolean =>
  raisedFlags(store.answers(), context).some(
    (flag) => flag.id === 'self_harm' && flag.section === section && !flag.answered,
  )

const ORDER = [...SECTIONS.map(({ id }) => id), SIGN]

export const CheckEditor = ({ check, section }: { check: OpenedCheck; section: string | undefined }) => {
  const t = useT()
  const text = useCheckText()
  const [, navigate] = useLocation()
  const { autosave, scope } = useDraft(check, false)
  const current = section && ORDER.includes(section) ? section : ORDER[0]!
  const area = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)

  const go = useCallback(
    (to: string, place?: string): void => {
      wanted.current = place ?? null
      void autosave.save()
      if (to !== current) navigate(`/checks/${check.id}/${to}`, { replace: true })
      else if (place) focusPlace(place)
    },
    [autosave, navigate, check.id, current],
  )
  // On each section the first field, or the one that was asked for, has the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the section changes
  useEffect(() => {
    scrollTo(0, 0)
    if (!(wanted.current && focusPlace(wanted.current))) focusFirst(area.current)
    wanted.current = null
  }, [current])

  const step = (by: 1 | -1): void => {
    if (by === 1 && isStopped(scope, current)) return void focusPlace('flags.self_harm')
    const next = ORDER[ORDER.indexOf(current) + by]
    if (next) go(next)
  }
  const keys = useKeys(step)
  const shown = useMemo(() => SECTIONS.find(({ id }) => id === current), [current])
  const at = ORDER.indexOf(current)
  return (
    <CheckScopeProvider value={scope}>
      <div className={classes.editor} {...keys}>
        <SectionList sections={ORDER} current={current} go={go} />
        <Stack gap="sm" className={classes.work}>
          <SaveTrouble autosave={autosave} checkId={check.id} />
          <FlagSummary go={go} />
          <section
            ref={area}
            className={classes.panel}
            aria-label={shown ? text(`section.${current}`) : t('checkScreen:sign.title')}
          >
            <Group justify="space-between" mb="sm" gap="xs">
              <Title order={2}>{shown ? text(`section.${current}`) : t('checkScreen:sign.title')}</Title>
              <SaveStatus autosave={autosave} />
            </Group>
            {shown ? (
              <SectionForm key={current} section={shown} />
            ) : (
              <SignPanel check={check} autosave={autosave} go={go} />
            )}
          </section>
          <Group justify="space-between">
            <Button variant="default" disabled={at === 0} onClick={() => step(-1)}>
              {t('checkScreen:previous')}
            </Button>
            <Keys />
            <Button variant={shown ? 'filled' : 'default'} disabled={!shown} onClick={() => step(1)}>
              {t('checkScreen:next')}
            </Button>
          </Group>
        </Stack>
      </div>
    </CheckScopeProvider>
  )
}
