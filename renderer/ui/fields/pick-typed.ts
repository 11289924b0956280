// The library marks the first match a moment after the key. Whoever types and presses Enter before that still gets it:
// otherwise a fast typist on a slow station would lose the choice, or send the form.
import type { KeyboardEvent } from 'react'

/** For `onKeyDownCapture` of a list filtered by typing: Enter takes the marked option, or else the first that matches. */
export const pickTyped =
  (chosen: string | undefined) =>
  (event: KeyboardEvent<HTMLInputElement>): void => {
    const { currentTarget: box } = event
    const typed = box.value
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed === '' || typed === chosen) return
    const list = document.getElementById(box.getAttribute('aria-controls') ?? '')
    if (!list) return
    const option =
      list.querySelector<HTMLElement>('[data-combobox-selected]') ??
      list.querySelector<HTMLElement>('[data-combobox-option]:not([data-combobox-disabled])')
    // Where nothing matches, what was typed stays, with the list saying so.
    event.preventDefault()
    event.stopPropagation()
    option?.click()
  }
