/** Whether an answer says nothing: nothing there, blank text, or an empty list. The one meaning for forms, rules and papers. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
