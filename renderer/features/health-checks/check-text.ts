// Texts by the keys that the domain tables are made of (`field.weight`): the tables decide the key, so it cannot be
// checked by type here; a test goes through every table instead.
import { useCallback } from 'react'
import type { Text3 } from '../../../domain/instruments/instrument.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'

export type CheckText = (key: string, params?: Record<string, unknown>) => string

/** Text of the check's topic. */
export const useCheckText = (): CheckText => {
  const t = useT()
  return useCallback(
    (key, params) => (t as unknown as CheckText)(`check:${key}`, withFinnishNumbers(params)),
    [t],
  )
}

/** Numbers in sentences are written with a decimal comma. */
const withFinnishNumbers = (params: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'number' && !Number.isInteger(value) ? String(value).replace('.', ',') : value,
    ]),
  )

/** Instruments carry their texts in three languages; Northern Sami has none yet. */
export const useText3 = (): ((text: Text3) => string) => {
  const language = useLanguage()
  return useCallback((text) => text[language === 'se' ? 'fi' : language], [language])
}
