// Finnish habits of writing dates and numbers, in every language of the screens.

const pad = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-24` → `24.11.2026`; text that is no date is returned as it is. */
export const formatDate = (iso: string): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return parts ? `${Number(parts[3])}.${Number(parts[2])}.${parts[1]}` : iso
}

/** `2026-02` → `2.2026`. */
export const formatMonth = (month: string): string => {
  const parts = /^(\d{4})-(\d{2})$/.exec(month)
  return parts ? `${Number(parts[2])}.${parts[1]}` : month
}

/** A moment (ISO UTC) on the clock of this machine: `24.11.2026 9.05`, which no line break parts. */
export const formatMoment = (iso: string): string => {
  const at = new Date(iso)
  return `${at.getDate()}.${at.getMonth() + 1}.${at.getFullYear()}\u00a0${at.getHours()}.${pad(at.getMinutes())}`
}

/** Decimal comma and a thin grouping space: `12345.6` → `12 345,6`. */
export const formatNumber = (value: number, decimals?: number): string =>
  new Intl.NumberFormat('fi-FI', {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 3,
  }).format(value)

const real = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day))
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return same ? at.toISOString().slice(0, 10) : null
}

/** Reads `d.m.yyyy`, `ddmmyyyy` or `yyyy-mm-dd` as YYYY-MM-DD; null when it is no date. */
export const parseDate = (text: string): string | null => {
  const typed = text.trim()
  const finnish =
    /^(\d{1,2})[.,/ -](\d{1,2})[.,/ -](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (finnish) return real(Number(finnish[3]), Number(finnish[2]), Number(finnish[1]))
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  return iso ? real(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null
}

/** Reads `m.yyyy`, `mm/yyyy` or `yyyy-mm` as YYYY-MM; null when it is no month. */
export const parseMonth = (text: string): string | null => {
  const typed = text.trim()
  const finnish = /^(\d{1,2})[.,/ -](\d{4})$/.exec(typed)
  const iso = /^(\d{4})-(\d{2})$/.exec(typed)
  const [month, year] = finnish ? [finnish[1]!, finnish[2]!] : iso ? [iso[2]!, iso[1]!] : ['0', '']
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${pad(Number(month))}` : null
}

/** Reads a number with decimal comma or point; null when it is no number. */
export const parseNumber = (text: string): number | null => {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^[\u2212\u2013]/, '-')
  return /^-?\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : null
}
