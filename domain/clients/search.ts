// What a person means by the text in the search box: a henkilötunnus, a birth date or a name.
import { normaliseHetu, parseHetu } from './hetu.ts'
import { type NameQueryWord, queryKey } from './names.ts'

export type ClientQuery =
  /** A complete henkilötunnus, normalised: exact match on present and earlier codes. */
  | { kind: 'hetu'; value: string }
  /** A day of birth; several when the century is open (`ddmmyy`). */
  | { kind: 'birthDate'; dates: string[] }
  | { kind: 'name'; words: NameQueryWord[] }
  /** Fewer than two letters. */
  | { kind: 'tooShort' }
  /** Digits that are neither a date nor a henkilötunnus. */
  | { kind: 'unreadable' }

const pad = (text: string): string => text.padStart(2, '0')

const existing = (iso: string, today: string): boolean => {
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso && iso <= today
}

const CENTURIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['', ['18', '19', '20']],
  ['+', ['18']],
  ...[...'-YXWVU'].map((sign): [string, readonly string[]] => [sign, ['19']]),
  ...[...'ABCDEF'].map((sign): [string, readonly string[]] => [sign, ['20']]),
])

/**
 * Reads a search text: `ddmmyyCnnnq`, `ddmmyy`, `ddmmyyC`, `d.m.yyyy`, `yyyy-mm-dd`, or words of a name.
 * @param today YYYY-MM-DD; days after it are no birth dates
 */
export const parseSearch = (text: string, today: string): ClientQuery => {
  const typed = normaliseHetu(text)
  if (parseHetu(typed, today).ok) return { kind: 'hetu', value: typed }

  const birth = (candidates: string[]): ClientQuery => {
    const dates = candidates.filter((date) => existing(date, today))
    return dates.length > 0 ? { kind: 'birthDate', dates } : { kind: 'unreadable' }
  }
  const short = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y]?)$/.exec(typed)
  if (short) {
    const [, day, month, year, sign] = short
    return birth(CENTURIES.get(sign!)!.map((century) => `${century}${year}-${month}-${day}`))
  }
  const finnish = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed)
  if (finnish) return birth([`${finnish[3]}-${pad(finnish[2]!)}-${pad(finnish[1]!)}`])
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return birth([typed])
  if (/\d/.test(typed)) return { kind: 'unreadable' }

  const words = queryKey(text)
  const letters = words.reduce((sum, word) => sum + word.prefix.length, 0)
  return letters < 2 ? { kind: 'tooShort' } : { kind: 'name', words }
}
