const HELSINKI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' })

/** The calendar date in Finland at a moment, as YYYY-MM-DD. */
export const finnishDate = (at: Date): string => HELSINKI.format(at)

/** The moment (ISO UTC) at which a day begins in Finland, summer time or not. */
export const startOfFinnishDay = (day: string): string => {
  const summer = new Date(`${day}T00:00:00+03:00`)
  const begins = finnishDate(summer) === day ? summer : new Date(`${day}T00:00:00+02:00`)
  return begins.toISOString()
}
