import 'i18next'
import type { fi } from './locales/fi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof fi
    returnNull: false
    pluralSeparator: '#'
    contextSeparator: '|'
  }
}
