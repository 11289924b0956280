// Password rules: length instead of composition, and a list of common ones refused.

export const PASSWORD_MIN = 15
export const PASSWORD_MAX = 200

/** Words that make a long password guessable when it is built from them alone (repetition, padding, order). */
const COMMON = [
  'password',
  'salasana',
  'lösenord',
  'losenord',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
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
  if (own.length >= 4 && strip(folded, [own]).length < 8) return 'password-is-name'
  if (strip(folded, COMMON).length < 5 || new Set(folded).size < 5) return 'password-common'
  return null
}

/** What is left after removing the words, digits in sequence and punctuation. */
const strip = (value: string, words: readonly string[]): string => {
  let rest = value
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '')
  return rest.replace(/0?123456789?0?|1234567?8?|12345?|\d{4}/g, '').replace(/[\d\s\p{P}\p{S}]/gu, '')
}
