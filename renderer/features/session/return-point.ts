// Where a person was when the station locked: kept in memory only, and given back to the same user only.

type ReturnPoint = {
  userId: string
  displayName: string
  username: string
  route: string
  scroll: number
  /** Field that had the focus; radios of one name differ by value. */
  field: { name: string; value: string | null; caret: number | null } | null
}

let point: ReturnPoint | null = null

const focusedField = (): ReturnPoint['field'] => {
  const element = document.activeElement
  if (!(element instanceof HTMLElement)) return null
  // A list to choose from has its name on a hidden box, so the one with the focus tells it as data.
  const name = element.getAttribute('name') ?? element.dataset.field
  if (!name) return null
  const choice =
    element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')
  const typed =
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
  return { name, value: choice ? element.value : null, caret: typed ? element.selectionStart : null }
}

/** Notes the view, field and scroll of this user. */
export const rememberPlace = (user: { id: string; displayName: string; username: string }): void => {
  point = {
    userId: user.id,
    displayName: user.displayName,
    username: user.username,
    route: location.hash.replace(/^#/, '') || '/',
    scroll: scrollY,
    field: focusedField(),
  }
}

/** While locked, not even the id of a client is in the address. */
export const bareAddress = (): void => history.replaceState(null, '', '#/')

export const rememberedPlace = (): ReturnPoint | null => point

export const forgetPlace = (): void => {
  point = null
}

const FIELD_WAIT_MS = 3_000

const findField = ({ name, value }: NonNullable<ReturnPoint['field']>): HTMLElement | undefined =>
  [
    ...document.querySelectorAll<HTMLElement>(
      `[name="${CSS.escape(name)}"]:not([type="hidden"]), [data-field="${CSS.escape(name)}"]`,
    ),
  ].find((element) => value === null || (element as HTMLInputElement).value === value)

/** Goes back to the field and scroll as soon as the view has drawn it. */
export const restoreField = (place: ReturnPoint): void => {
  const until = Date.now() + FIELD_WAIT_MS
  const attempt = (): void => {
    const element = place.field ? findField(place.field) : undefined
    if (place.field && !element && Date.now() < until) {
      setTimeout(attempt, 50)
      return
    }
    element?.focus({ preventScroll: true })
    if (element && place.field?.caret !== null && 'setSelectionRange' in element)
      (element as HTMLInputElement).setSelectionRange(place.field!.caret, place.field!.caret)
    scrollTo(0, place.scroll)
  }
  setTimeout(attempt, 0)
}
