// Choosing the language of the screens; an unapproved draft says that it is one.
import { Button, Menu, Text } from '@mantine/core'
import { changeLanguage, useLanguage, useT } from '../i18n/i18n.ts'
import { LANGUAGES } from '../i18n/languages.ts'

export const LanguageMenu = () => {
  const t = useT()
  const chosen = useLanguage()
  const current = LANGUAGES.find(({ code }) => code === chosen) ?? LANGUAGES[0]
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" aria-label={`${t('app:language')}: ${current.name}`}>
          {current.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map(({ code, name, approved }) => (
          <Menu.Item
            key={code}
            lang={code}
            aria-current={code === chosen || undefined}
            onClick={() => changeLanguage(code)}
          >
            {name}
            {approved ? null : (
              <Text size="xs" c="dimmed" lang={chosen}>
                {t('app:draftLanguage')}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
