// Ctrl+K: people, views and actions by typing. Arrows choose, Enter opens, Esc closes.
import { Modal, Text, TextInput, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '../api/queries.ts'
import { municipalityName } from '../features/clients/municipality-name.ts'
import { useMay, useSession } from '../features/session/session.tsx'
import { useT } from '../i18n/i18n.ts'
import classes from './command-palette.module.css'
import { PALETTE_ACTIONS } from './palette-actions.ts'
import { ROUTES } from './routes.tsx'

type Item = { id: string; text: string; detail?: string; run: () => void }
type Group = { id: 'people' | 'views' | 'actions'; items: Item[] }

const TYPING_PAUSE_MS = 120
const PEOPLE_SHOWN = 8

/** Views and actions whose name has each typed word. */
const fits = (text: string, typed: string): boolean => {
  const name = text.toLocaleLowerCase('fi')
  return typed
    .toLocaleLowerCase('fi')
    .split(/\s+/)
    .every((word) => name.includes(word))
}

/** `settled`: the people are those of what is typed now, not of what was typed a moment ago. */
const useItems = (typed: string, close: () => void): { groups: Group[]; settled: boolean } => {
  const t = useT()
  const may = useMay()
  const { lock } = useSession()
  const { setColorScheme } = useMantineColorScheme()
  const [, navigate] = useLocation()
  const [searched] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS)
  const enabled = searched.length >= 2 && may('clients.search')
  const people = useRead('clients.search', { text: searched }, { enabled, keepPrevious: true })
  const go = (to: string) => () => {
    close()
    navigate(to)
  }
  const groups: Group[] = [
    {
      id: 'people',
      items: (searched.length >= 2 ? (people.data ?? []) : []).slice(0, PEOPLE_SHOWN).map((client) => ({
        id: client.id,
        text: `${client.familyName} ${client.givenNames}`,
        detail: `${client.birthYear}, ${municipalityName(t, client.municipality)}`,
        run: go(`/clients/${client.id}`),
      })),
    },
    {
      id: 'views',
      items: ROUTES.filter((route) => route.nav && may(route.needs) && fits(t(route.nav.label), typed)).map(
        (route) => ({
          id: route.path,
          text: t(route.nav!.label),
          run: go(route.path),
        }),
      ),
    },
    {
      id: 'actions',
      items: PALETTE_ACTIONS.filter(
        (action) => (!action.needs || may(action.needs)) && fits(action.label(t), typed),
      ).map((action) => ({
        id: action.id,
        text: action.label(t),
        run: () => {
          close()
          action.run({ navigate, lock, setColorScheme })
        },
      })),
    },
  ]
  return {
    groups: groups.filter((group) => group.items.length > 0),
    settled: searched === typed.trim() && !(enabled && (people.isPending || people.isPlaceholderData)),
  }
}

const Palette = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  // The dialog's own focus comes after a timer, and what was typed until then would be lost. A microtask is before the
  // next key, but after the dialog has noted where the focus was.
  useEffect(() => queueMicrotask(() => input.current?.focus()), [])
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  /** Enter came before the answer: it waits, so that it never opens somebody of an earlier text. */
  const [pressed, setPressed] = useState(false)
  const { groups, settled } = useItems(typed, onClose)
  const items = groups.flatMap((group) => group.items)
  const chosen = items[Math.min(at, items.length - 1)]
  const optionId = (item: Item): string => `${listId}-${item.id}`
  useEffect(() => {
    if (!pressed || !settled) return
    setPressed(false)
    chosen?.run()
  })

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && items.length > 0) {
      event.preventDefault()
      const next = (Math.min(at, items.length - 1) + step + items.length) % items.length
      setAt(next)
      document.getElementById(optionId(items[next]!))?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      setPressed(true)
    }
  }

  return (
    <>
      <TextInput
        ref={input}
        data-autofocus
        label={t('app:palette.label')}
        description={t('app:palette.help')}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? optionId(chosen) : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
          setPressed(false)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={t('app:palette.title')} className={classes.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div key={group.id} role="group" aria-label={t(`app:palette.${group.id}`)}>
            <Text size="xs" fw={600} c="dimmed" px="xs" pt="xs" aria-hidden>
              {t(`app:palette.${group.id}`)}
            </Text>
            {group.items.map((item) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox
              // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus
              <div
                key={item.id}
                id={optionId(item)}
                role="option"
                aria-selected={item === chosen}
                className={classes.option}
                onClick={item.run}
              >
                {item.text}
                {item.detail ? <span className={classes.detail}>{item.detail}</span> : null}
              </div>
            ))}
          </div>
        ))}
        {items.length === 0 ? (
          // biome-ignore lint/a11y/useFocusableInteractive: says that there is nothing to choose
          <div role="option" aria-selected={false} aria-disabled className={classes.option}>
            {t('app:palette.none')}
          </div>
        ) : null}
      </div>
    </>
  )
}

export const CommandPalette = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const t = useT()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app:palette.title')}
      size="lg"
      yOffset="8vh"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Palette onClose={onClose} />
    </Modal>
  )
}
