// What the client reads (paper, the form at the station) is in the client's language, whatever language the screens are
// in; another one may be chosen.
import { Chip, Group, Text } from '@mantine/core'
import i18next, { type i18n } from 'i18next'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { useT } from '../i18n/i18n.ts'
import { LANGUAGES, type Language, paperLanguageOf } from '../i18n/languages.ts'

type Choice = { language: Language; asked: string; choose: (language: Language) => void }

const PaperContext = createContext<Choice | null>(null)

const instances = new Map<Language, i18n>()

/** The same texts, always in one language. */
const textsIn = (language: Language): i18n => {
  const made = instances.get(language) ?? i18next.cloneInstance({ lng: language })
  instances.set(language, made)
  return made
}

/** What is within is in the paper's language. `client`: the language of the client's record. */
export const PaperLanguage = ({ client, children }: { client: string; children: ReactNode }) => {
  const [chosen, choose] = useState<Language | null>(null)
  const language = chosen ?? paperLanguageOf(client) ?? 'fi'
  return (
    <PaperContext value={{ language, asked: client, choose }}>
      <I18nextProvider i18n={textsIn(language)}>
        <div lang={language}>{children}</div>
      </I18nextProvider>
    </PaperContext>
  )
}

/** Parts of a paper's page that stay in the language of the screens: buttons, and how to choose. */
export const ScreenTexts = ({ children }: { children: ReactNode }) => (
  <I18nextProvider i18n={i18next}>{children}</I18nextProvider>
)

const LanguageChips = () =>
  LANGUAGES.filter(({ approved }) => approved).map(({ code, name }) => (
    <Chip key={code} value={code} variant="outline" lang={code}>
      {name}
    </Chip>
  ))

const Choosing = ({ language, asked, choose }: Choice) => {
  const t = useT()
  return (
    <div className="no-print" lang={i18next.language}>
      <Chip.Group value={language} onChange={(value) => choose(value as Language)}>
        <Group gap="xs" role="radiogroup" aria-label={t('ui:paperLanguage')}>
          <Text size="sm">{t('ui:paperLanguage')}</Text>
          <LanguageChips />
        </Group>
      </Chip.Group>
      {paperLanguageOf(asked) === null ? (
        <Text size="sm" mt={4}>
          {t('ui:paperLanguageMissing', { language: t(`clients:language.${asked as 'ru'}`) })}
        </Text>
      ) : null}
    </div>
  )
}

/** For the client at the station: the languages by their own names, and nothing of the professional's. */
export const ClientLanguageChoice = () => {
  const t = useT()
  const choice = useContext(PaperContext)
  return choice ? (
    <Chip.Group value={choice.language} onChange={(value) => choice.choose(value as Language)}>
      <Group gap="xs" role="radiogroup" aria-label={t('app:language')}>
        <LanguageChips />
      </Group>
    </Chip.Group>
  ) : null
}

/** The choice of the paper's language; not printed. */
export const PaperLanguageChoice = () => {
  const choice = useContext(PaperContext)
  return choice ? (
    <ScreenTexts>
      <Choosing {...choice} />
    </ScreenTexts>
  ) : null
}
