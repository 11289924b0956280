// A person at the keyboard: counts what they press and never touches the mouse.
import { expect, type Page } from '@playwright/test'

const MOST = 60

export const keyboardOf = (page: Page) => {
  let count = 0
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      count += 1
      await page.keyboard.press(key)
    }
  }
  /** Its name, or for lists (which have none) its place in the answers. */
  const focusName = () =>
    page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null
      return (
        focused?.getAttribute('name') ?? focused?.closest<HTMLElement>('[data-place]')?.dataset.place ?? ''
      )
    })
  return {
    press,
    /** Characters are keystrokes too. */
    type: async (text: string): Promise<void> => {
      count += text.length
      await page.keyboard.type(text)
    },
    /** Goes on with Enter until the field of this name has the focus. */
    to: async (name: string): Promise<void> => {
      for (let at = 0; at < MOST; at += 1) {
        if ((await focusName()) === name) return
        // In a box of several lines Enter is a new line.
        const lines = await page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)
        await press(lines ? 'Tab' : 'Enter')
      }
      throw new Error(`no way to ${name}, at ${await focusName()}`)
    },
    /** Goes on with Tab until the element of this role and name has the focus. */
    tabTo: async (role: 'button' | 'tab' | 'textbox', name: string | RegExp): Promise<void> => {
      const wanted = page.getByRole(role, { name })
      for (let at = 0; at < MOST; at += 1) {
        if (await wanted.evaluateAll((found) => found.includes(document.activeElement as HTMLElement))) return
        await press('Tab')
      }
      throw new Error(`no way to ${name}`)
    },
    /** Goes on with Ctrl+Enter until the section of this heading is shown. */
    toSection: async (heading: string): Promise<void> => {
      const shown = page.getByRole('heading', { level: 2 }).first()
      for (let at = 0; at < MOST; at += 1) {
        const before = await shown.textContent()
        if (before === heading) return
        await press('Control+Enter')
        await expect(shown).not.toHaveText(before ?? '')
      }
      throw new Error(`no way to ${heading}`)
    },
    count: () => count,
  }
}
