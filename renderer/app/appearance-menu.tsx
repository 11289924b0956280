// Light, dark, or as the system.
import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { useT } from '../i18n/i18n.ts'

const TEXT = { light: 'app:light', dark: 'app:dark', auto: 'app:system' } as const

export const AppearanceMenu = () => {
  const t = useT()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${t('app:appearance')}: ${t(TEXT[colorScheme])}`}
        >
          {t('app:appearance')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            aria-current={scheme === colorScheme || undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {t(TEXT[scheme])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
