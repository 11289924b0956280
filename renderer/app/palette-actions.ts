// Actions that the command palette offers besides views and people.
import type { CallName } from '../../domain/contract/table.ts'
import { changeLanguage, type T } from '../i18n/i18n.ts'
import { LANGUAGES } from '../i18n/languages.ts'

export type PaletteTools = {
  navigate: (to: string) => void
  lock: () => Promise<void>
  setColorScheme: (scheme: 'light' | 'dark' | 'auto') => void
}

export type PaletteAction = {
  id: string
  label: (t: T) => string
  /** The call that decides who is offered the action; none for everyone. */
  needs?: CallName
  run: (tools: PaletteTools) => void
}

export const PALETTE_ACTIONS: readonly PaletteAction[] = [
  { id: 'lock', label: (t) => t('app:lock'), run: ({ lock }) => void lock() },
  {
    id: 'password',
    label: (t) => t('app:nav.ownPassword'),
    needs: 'users.changeOwnPassword',
    run: ({ navigate }) => navigate('/password'),
  },
  {
    id: 'light',
    label: (t) => t('app:palette.lightTheme'),
    run: ({ setColorScheme }) => setColorScheme('light'),
  },
  {
    id: 'dark',
    label: (t) => t('app:palette.darkTheme'),
    run: ({ setColorScheme }) => setColorScheme('dark'),
  },
  ...LANGUAGES.map(
    ({ code, name }): PaletteAction => ({
      id: `language-${code}`,
      label: (t) => `${t('app:language')}: ${name}`,
      run: () => changeLanguage(code),
    }),
  ),
]
