const HELSINKI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' })

/** The calendar date in Finland at a moment, as YYYY-MM-DD. */
export const finnishDate = (at: Date): string => HELSINKI.format(at)
