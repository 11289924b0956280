// Moving from one field to the next by keyboard: a group of radios or checkboxes is one stop.

const STOPS = 'input, textarea, select, button[data-stop]'

const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 &&
  !(element as HTMLInputElement).disabled &&
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

/** The field after this one within `[data-fields]`; false when this was the last. */
export const focusNext = (from: Element): boolean => {
  const area = from.closest('[data-fields]')
  if (!area) return false
  const stops = stopsIn(area)
  const here = stops.findIndex((stop) => groupOf(stop) === groupOf(from as HTMLElement))
  return focus(stops[here + 1])
}

/** The field of a path in the answers (`fields.weight`, `instruments.phq9`), if it is on the screen. */
export const focusPlace = (path: string): boolean => {
  const place = document.querySelector(`[data-place="${CSS.escape(path)}"]`)
  if (!place) return false
  place.scrollIntoView({ block: 'center' })
  return focusFirst(place) || (place instanceof HTMLElement && focus(place))
}
