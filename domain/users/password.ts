// Password rules: length instead of composition; what is common, repeated or a run of keys is refused. The rules are the
// tables below.

export const PASSWORD_MIN = 15
export const PASSWORD_MAX = 200

/** Words that make a long password guessable when it is built from them alone (repetition, padding, order). */
const COMMON = [
  'password',
  'salasana',
  'lösenord',
  'losenord',
  'letmein',
  'welcome',
  'tervetuloa',
  'valkommen',
  'admin',
  'administrator',
  'lapha',
  'lappi',
  'lapland',
  'rovaniemi',
  'tyokykypolku',
  'työkykypolku',
  'hyvinvointialue',
  'terveyskeskus',
  'sairaanhoitaja',
  'terveydenhoitaja',
  'laakari',
  'lääkäri',
  'kesa',
  'kesä',
  'talvi',
  'syksy',
  'kevat',
  'kevät',
  'suomi',
  'finland',
  'iloveyou',
  'dragon',
  'monkey',
  'football',
  'correcthorsebatterystaple',
  'trustno',
  'master',
  'secret',
  'salainen',
  'abc',
  'user',
  'kayttaja',
  'käyttäjä',
] as const

/** Rows of the alphabet and of the keyboard, along them and in zigzag: four in a row, either way, count for nothing. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyzåäö',
  'qwertyuiopå',
  'asdfghjklöä',
  'zxcvbnm',
  '01234567890',
  '1q2w3e4r5t6y7u8i9o0på',
  'q1w2e3r4t5y6u7i8o9p0',
  'qawsedrftgyhujikolpö',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
] as const
const RUN = 4

/** Signs that stand for letters; 1 and ! stand for either of two. */
const STANDS_FOR = [
  { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's', '!': 'i', '€': 'e' },
  { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's', '!': 'l', '€': 'e' },
] as const satisfies Record<string, string>[]

/** What is left must have so many letters, and without repetitions the whole so many characters. */
const LEAST_LEFT = 5
const LEAST_ONCE = 10

export type PasswordProblem = 'password-short' | 'password-long' | 'password-common' | 'password-is-name'

/**
 * Why a password may not be used, or null when it may.
 * @param password as typed, not trimmed; 15–200 characters
 * @param username refused when the password is built from it
 */
export const passwordProblem = (password: string, username: string): PasswordProblem | null => {
  const points = [...password].length
  if (points < PASSWORD_MIN) return 'password-short'
  if (points > PASSWORD_MAX) return 'password-long'
  const folded = password.normalize('NFKC').toLowerCase()
  const own = username.normalize('NFKC').toLowerCase()
  const readings = [folded, ...STANDS_FOR.map((signs) => read(folded, signs))]
  const isName = (text: string): boolean => text.includes(own) && strip(text, [own]).length < 8
  if (own.length >= 4 && readings.some(isName)) return 'password-is-name'
  const common = readings.some((text) => strip(withoutRuns(text), COMMON).length < LEAST_LEFT)
  return common || isRepetition(folded) || new Set(folded).size < LEAST_LEFT ? 'password-common' : null
}

const read = (text: string, signs: Record<string, string>): string =>
  [...text].map((sign) => (Object.hasOwn(signs, sign) ? signs[sign] : sign)).join('')

const BOTH_WAYS = ROWS.flatMap((row) => [row, [...row].reverse().join('')])

/** How many characters from `at` on follow each other in one of the rows. */
const runAt = (text: string, at: number): number => {
  let length = 0
  while (at + length < text.length && BOTH_WAYS.some((row) => row.includes(text.slice(at, at + length + 1))))
    length += 1
  return length
}

const withoutRuns = (text: string): string => {
  let rest = ''
  for (let at = 0; at < text.length; ) {
    const run = runAt(text, at)
    if (run < RUN) rest += text[at]
    at += run < RUN ? 1 : run
  }
  return rest
}

/** The length after which a text repeats itself to its end, or its whole length. */
const period = (text: string): number => {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text.startsWith(text.slice(length))) return length
  return text.length
}

/** Repeating is no length: the letters repeat themselves, or little is left when each repetition counts once. */
const isRepetition = (text: string): boolean => {
  const letters = lettersOf(text)
  return (
    (period(letters) < letters.length && period(letters) < PASSWORD_MIN) ||
    text.replace(/(.{2,}?)\1+/gu, '$1').length < LEAST_ONCE
  )
}

const lettersOf = (text: string): string => text.replace(/[\d\s\p{P}\p{S}]/gu, '')

/** What is left after removing the words, digits in sequence and punctuation. */
const strip = (value: string, words: readonly string[]): string => {
  let rest = value
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '')
  return lettersOf(rest)
}
