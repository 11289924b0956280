// Text that the program has put on the clipboard goes away again: after a minute, and when the program closes.
import type { Clipboard } from './ports.ts'

export const CLEARED_AFTER_SECONDS = 60

export const createCopiedText = (clipboard: Clipboard) => {
  let copied: string | null = null

  /** Leaves alone what someone has copied elsewhere since. */
  const clear = async (text: string): Promise<void> => {
    if (copied === text) copied = null
    if ((await clipboard.read()) === text) await clipboard.clear()
  }

  return {
    copy: async (text: string): Promise<void> => {
      await clipboard.write(text)
      copied = text
      setTimeout(() => void clear(text).catch(() => undefined), CLEARED_AFTER_SECONDS * 1000).unref()
    },
    /** Clears at once what is still waiting for its minute. */
    close: (): void => {
      if (copied !== null) void clear(copied).catch(() => undefined)
    },
  }
}

export type CopiedText = ReturnType<typeof createCopiedText>
