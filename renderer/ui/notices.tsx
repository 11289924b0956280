// Short news such as "Saved": read aloud, gone by itself, never in the way.
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

/** Shows a sentence for five seconds. */
export const showNotice = (text: string): void => {
  const key = ++count
  change([...notices, { key, text }])
  setTimeout(() => change(notices.filter((notice) => notice.key !== key)), SHOWN_MS)
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
