// The languages of the screens. Northern Sami is a draft that no reviewer has approved: it falls back to Finnish.

export const LANGUAGES = [
  { code: 'fi', name: 'Suomi', approved: true },
  { code: 'sv', name: 'Svenska', approved: true },
  { code: 'en', name: 'English', approved: true },
  { code: 'se', name: 'Davvisámegiella', approved: false },
] as const

export type Language = (typeof LANGUAGES)[number]['code']

/** The language in which a client gets paper: the client's own where its texts are approved, else null. */
export const paperLanguageOf = (client: string): Language | null =>
  LANGUAGES.find(({ code, approved }) => code === client && approved)?.code ?? null

const KEY = 'language'

const isLanguage = (value: string | null): value is Language =>
  LANGUAGES.some((language) => language.code === value)

/** The language chosen at this station, Finnish at first. */
export const storedLanguage = (): Language => {
  const value = localStorage.getItem(KEY)
  return isLanguage(value) ? value : 'fi'
}

export const storeLanguage = (language: Language): void => localStorage.setItem(KEY, language)
