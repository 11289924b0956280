// Search keys for names: `maki` finds Mäki, but `mäki` does not find Maki; Sámi letters fold to Latin ones.

/** Letters that Unicode does not decompose into a Latin letter and a mark. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['ð', 'd'],
  ['ŋ', 'n'],
  ['ŧ', 't'],
  ['ǥ', 'g'],
  ['ʒ', 'z'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['ß', 'ss'],
  ['þ', 'th'],
  ['ı', 'i'],
])

const KEPT_LETTERS = /[åäö]/

/** Not part of a key: apostrophes and the Skolt Sámi soft sign and stress mark. */
const SILENT = /['’‘ʼʹ′ˈ`´.]/gu

const fold = (letter: string): string => {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return [...bare].map((part) => LETTERS.get(part) ?? part).join('')
}

const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(SILENT, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')

const foldWord = (word: string): string => [...word].map(fold).join('')
const keepWord = (word: string): string =>
  [...word].map((letter) => (KEPT_LETTERS.test(letter) ? letter : fold(letter))).join('')

export type NameKey = {
  part: 'family' | 'given'
  /** All marks folded away: å ä → a, ö → o. */
  folded: string
  /** å, ä and ö kept, all other marks folded. */
  kept: string
}

/**
 * One key for each word of a name (double names give two), to be stored beside the client and matched by
 * prefix.
 */
export const searchKeys = (family: string, given: string): NameKey[] =>
  (['family', 'given'] as const).flatMap((part) =>
    words(part === 'family' ? family : given).map((word) => ({
      part,
      folded: foldWord(word),
      kept: keepWord(word),
    })),
  )

const nameOf = (keys: readonly NameKey[]): string =>
  keys
    .map(({ part, kept }) => `${part} ${kept}`)
    .sort()
    .join('\n')

/** Whether two names have the same words, whatever their order, case and marks (å, ä and ö count). */
export const isSameName = (one: readonly NameKey[], other: readonly NameKey[]): boolean =>
  nameOf(one) === nameOf(other)

export type NameQueryWord = { column: 'folded' | 'kept'; prefix: string }

/**
 * The prefixes that a typed text asks for, one a word: against `kept` when the person typed å, ä or ö in that
 * word, else against `folded`. A client matches when each prefix starts one of the keys.
 */
export const queryKey = (text: string): NameQueryWord[] =>
  words(text).map((word) =>
    KEPT_LETTERS.test(word)
      ? { column: 'kept', prefix: keepWord(word) }
      : { column: 'folded', prefix: foldWord(word) },
  )
