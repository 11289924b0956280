// Short news such as "Saved": read aloud, never in the way, and never gone before the person is back at the screen.
import { Paper } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import classes from './notices.module.css'

const SHOWN_MS = 5_000

let notices: readonly { key: number; text: string }[] = []
let count = 0
const listeners = new Set<() => void>()

const change = (next: typeof notices): void => {
  notices = next
  for (const listener of listeners) listener()
}

const ACTIONS = ['keydown', 'pointerdown', 'wheel'] as const

/** Shows a sentence for five seconds, and then until the person does anything. */
export const showNotice = (text: string): void => {
  const key = ++count
  change([...notices, { key, text }])
  setTimeout(() => {
    const acted = new AbortController()
    const hide = () => {
      acted.abort()
      change(notices.filter((notice) => notice.key !== key))
    }
    for (const action of ACTIONS)
      window.addEventListener(action, hide, { signal: acted.signal, capture: true })
  }, SHOWN_MS)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const Notices = () => {
  const shown = useSyncExternalStore(subscribe, () => notices)
  return (
    <div role="status" aria-live="polite" className={classes.notices}>
      {shown.map(({ key, text }) => (
        <Paper key={key} withBorder shadow="md" px="md" py="xs" fz="sm">
          {text}
        </Paper>
      ))}
    </div>
  )
}
