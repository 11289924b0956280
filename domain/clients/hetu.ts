// The Finnish personal identity code (henkilötunnus): normalising, parsing and checking while it is typed.
// Rules: digital identity authority (DVV), reform of 2023 with the new century signs.

const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY'

const CENTURY_OF_SIGN: ReadonlyMap<string, number> = new Map([
  ['+', 1800],
  ...['-', 'Y', 'X', 'W', 'V', 'U'].map((sign): [string, number] => [sign, 1900]),
  ...['A', 'B', 'C', 'D', 'E', 'F'].map((sign): [string, number] => [sign, 2000]),
])

const SHAPE = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/
const SHAPE_BY_POSITION = [
  /\d/,
  /\d/,
  /\d/,
  /\d/,
  /\d/,
  /\d/,
  /[-+A-FU-Y]/,
  /\d/,
  /\d/,
  /\d/,
  /[0-9A-FHJ-NPR-Y]/,
]
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Individual numbers from here on are never given by the population register: temporary or test. */
const FIRST_TEMPORARY_NUMBER = 900

export type HetuProblem = 'format' | 'date' | 'future' | 'number' | 'check'

export type HetuResult =
  | { ok: true; kind: 'real' | 'temporary'; birthDate: string; sex: 'male' | 'female' }
  | { ok: false; why: HetuProblem }

export type HetuTyping =
  | { state: 'incomplete' }
  | { state: 'invalid'; why: HetuProblem }
  | { state: 'valid'; kind: 'real' | 'temporary'; birthDate: string; sex: 'male' | 'female' }

/**
 * The form that is stored and searched: trimmed, upper case, every kind of dash as `-`.
 * The century sign stays: since 2023 it tells two people apart.
 */
export const normaliseHetu = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')

/** The check character of nine digits (DDMMYY and the individual number). */
export const checkCharacter = (nineDigits: string): string => CHECK_CHARACTERS[Number(nineDigits) % 31]!

/** The calendar date of the parts as YYYY-MM-DD, or null when there is no such day. */
const dateOf = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : null
}

/**
 * Reads a normalised henkilötunnus.
 * @param text 11 characters as `normaliseHetu` gives them; raw text with other dashes or small letters is refused
 * @param today YYYY-MM-DD; a birth date after it is refused
 * @returns kind `temporary` for individual numbers 900–999, else `real`; or the first reason of refusal
 */
export const parseHetu = (text: string, today: string): HetuResult => {
  const match = SHAPE.exec(text)
  if (!match) return { ok: false, why: 'format' }
  const [, day, month, year, sign, number, check] = match as unknown as string[]
  const birthDate = dateOf(CENTURY_OF_SIGN.get(sign!)! + Number(year), Number(month), Number(day))
  if (birthDate === null) return { ok: false, why: 'date' }
  if (birthDate > today) return { ok: false, why: 'future' }
  if (Number(number) < 2) return { ok: false, why: 'number' }
  if (checkCharacter(`${day}${month}${year}${number}`) !== check) return { ok: false, why: 'check' }
  return {
    ok: true,
    kind: Number(number) >= FIRST_TEMPORARY_NUMBER ? 'temporary' : 'real',
    birthDate,
    sex: Number(number) % 2 === 1 ? 'male' : 'female',
  }
}

const problemOfPrefix = (text: string, today: string): HetuProblem | null => {
  const characters = [...text]
  if (characters.length > 11) return 'format'
  if (characters.some((character, at) => !SHAPE_BY_POSITION[at]!.test(character))) return 'format'
  if (characters.length >= 1 && Number(text[0]) > 3) return 'date'
  const day = Number(text.slice(0, 2))
  if (characters.length >= 2 && (day < 1 || day > 31)) return 'date'
  if (characters.length >= 3 && Number(text[2]) > 1) return 'date'
  const month = Number(text.slice(2, 4))
  if (characters.length >= 4 && (month < 1 || month > 12 || day > DAYS_OF_MONTH[month - 1]!)) return 'date'
  if (characters.length >= 7) {
    const birthDate = dateOf(CENTURY_OF_SIGN.get(text[6]!)! + Number(text.slice(4, 6)), month, day)
    if (birthDate === null) return 'date'
    if (birthDate > today) return 'future'
  }
  if (characters.length >= 10 && Number(text.slice(7, 10)) < 2) return 'number'
  return null
}

/**
 * Judges a henkilötunnus while it is typed: says `invalid` at the first character that no valid code can
 * have, and nothing before that.
 */
export const checkWhileTyping = (partial: string, today: string): HetuTyping => {
  const text = normaliseHetu(partial)
  const why = problemOfPrefix(text, today)
  if (why !== null) return { state: 'invalid', why }
  if (text.length < 11) return { state: 'incomplete' }
  const result = parseHetu(text, today)
  if (!result.ok) return { state: 'invalid', why: result.why }
  return { state: 'valid', kind: result.kind, birthDate: result.birthDate, sex: result.sex }
}
