// Moving from one field to the next by keyboard: a group of radios or checkboxes is one stop.

const STOPS = 'input, textarea, select, button[data-stop]'

const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 &&
  !(element as HTMLInputElement).disabled &&
  !(element as HTMLInputElement).readOnly &&
  element.offsetParent !== null &&
  !element.closest('[data-no-stop]')

const groupOf = (element: HTMLElement): Element => element.closest('[data-group]') ?? element

/** One element for each stop: the chosen radio of a group, else its first. */
const stopsIn = (area: Element): HTMLElement[] => {
  const byGroup = new Map<Element, HTMLElement>()
  for (const element of area.querySelectorAll<HTMLElement>(STOPS)) {
    if (!isStop(element)) continue
    const group = groupOf(element)
    const chosen = element instanceof HTMLInputElement && element.type === 'radio' && element.checked
    if (!byGroup.has(group) || chosen) byGroup.set(group, element)
  }
  return [...byGroup.values()]
}

const focus = (element: HTMLElement | undefined): boolean => {
  if (!element) return false
  element.focus()
  element.scrollIntoView({ block: 'nearest' })
  if (element instanceof HTMLInputElement && element.type === 'text') element.select()
  return true
}

/** The first field of an area, an unanswered safety question before all others. */
export const focusFirst = (area: Element | null): boolean => (area ? focus(stopsIn(area)[0]) : false)

const isOpen = (stop: HTMLElement): boolean =>
  stop instanceof HTMLInputElement && (stop.type === 'radio' ? !stop.checked : stop.value === '')

/** On coming into an instrument, its first open question: what a shorter form has answered is not asked again. */
const firstOpen = (stops: HTMLElement[], next: HTMLElement | undefined, from: Element) => {
  const instrument = next?.closest('[data-place^="instruments."]')
  if (!instrument || instrument.contains(from)) return next
  return stops.find((stop) => instrument.contains(stop) && isOpen(stop)) ?? next
}

/**
 * The field after this one within `[data-fields]`; false when this was the last. An answer that calls for more must be
 * drawn before (`flushSync`), so that what it calls for is found.
 */
export const focusNext = (from: Element): boolean => {
  const area = from.closest('[data-fields]')
  if (!area) return false
  const stops = stopsIn(area)
  const here = stops.findIndex((stop) => groupOf(stop) === groupOf(from as HTMLElement))
  return focus(firstOpen(stops, stops[here + 1], from))
}

/** The field of a path in the answers (`fields.weight`, `instruments.phq9`), if it is on the screen. */
export const focusPlace = (path: string): boolean => {
  const place = document.querySelector(`[data-place="${CSS.escape(path)}"]`)
  if (!place) return false
  place.scrollIntoView({ block: 'center' })
  return focusFirst(place) || (place instanceof HTMLElement && focus(place))
}
