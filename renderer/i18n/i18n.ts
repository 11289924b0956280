// Starts the texts: all languages are in the bundle, nothing is fetched.
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Language, storedLanguage, storeLanguage } from './languages.ts'
import { en } from './locales/en.ts'
import { fi } from './locales/fi.ts'
import { se } from './locales/se.ts'
import { sv } from './locales/sv.ts'

export const NAMESPACES = Object.keys(fi) as (keyof typeof fi)[]

export const startTexts = (): void => {
  const language = storedLanguage()
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fi',
    resources: { fi, sv, en, se },
    ns: NAMESPACES,
    defaultNS: 'app',
    initAsync: false,
    // Codes of the contract have underscores, so plurals are marked otherwise.
    pluralSeparator: '#',
    contextSeparator: '|',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

export const changeLanguage = (language: Language): void => {
  storeLanguage(language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** The texts, always with the topic first: `t('clients:register.title')`. */
export const useT = () => useTranslation(NAMESPACES).t

export type T = ReturnType<typeof useT>

export const useLanguage = (): Language => useTranslation().i18n.language as Language
