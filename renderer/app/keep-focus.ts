// The focus never falls out of the page. When what had it goes away (a dialog closes, a button has done its work), the
// focus goes to what is nearest: what the dialog was opened from, the row, the heading of that part of the page. Without
// this the keyboard starts again from the top and a screen reader falls silent.
import { useEffect } from 'react'

/** Views, dialogs and menus that place the focus themselves do so within this time. */
const OTHERS_FIRST_MS = 30

/** Where the focus is only for a while; afterwards it belongs to where it was before. */
const PASSING = '[role="dialog"], [role="menu"]'

/** What had the focus, and the parts of the page around it, innermost first. */
type Place = { element: Element; around: Element[] }

const placeOf = (element: Element): Place => {
  const around: Element[] = []
  for (let part = element.parentElement; part && part !== document.body; part = part.parentElement)
    around.push(part)
  return { element, around }
}

const headingOf = (part: Element): HTMLElement | null =>
  part.querySelector<HTMLElement>(part.matches('tr') ? 'th[scope="row"]' : 'h1, h2, h3')

const nearest = ({ element, around }: Place): HTMLElement | null => {
  if (element.isConnected) return element as HTMLElement
  for (const part of around) {
    const heading = part.isConnected ? headingOf(part) : null
    if (heading) return heading
  }
  return null
}

/** Without scrolling: the page does not move under who is reading it. */
const giveFocus = (element: HTMLElement): void => {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
  element.focus({ preventScroll: true })
}

export const useKeptFocus = (): void => {
  useEffect(() => {
    let places: { last: Place; lasting: Place | null } | null = null
    let timer = 0
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return
      const last = placeOf(target)
      places = { last, lasting: target.closest(PASSING) ? (places?.lasting ?? null) : last }
    }
    /** Whoever clicks beside everything wants the focus nowhere. */
    const onPointerUp = (): void => {
      if (document.activeElement === document.body) places = null
    }
    const check = (): void => {
      if (document.activeElement !== document.body || !places) return
      const { last, lasting } = places
      // A button that waits for its answer gets the focus back when it may be pressed again.
      if (last.element.isConnected && last.element.matches(':disabled')) return
      const element = nearest(last) ?? (lasting && nearest(lasting))
      if (element) giveFocus(element)
    }
    const observer = new MutationObserver(() => {
      window.clearTimeout(timer)
      timer = window.setTimeout(check, OTHERS_FIRST_MS)
    })
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerup', onPointerUp)
    return () => {
      window.clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerup', onPointerUp)
    }
  }, [])
}
