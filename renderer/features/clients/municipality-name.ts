// Names of municipalities in the language of the screens.
import i18next from 'i18next'
import { MUNICIPALITIES, municipalityOf } from '../../../domain/reference/municipalities.ts'
import type { T } from '../../i18n/i18n.ts'
import type { Choice } from '../../ui/fields/choice-field.tsx'

const nameKey = (): 'fi' | 'sv' | 'se' =>
  i18next.language === 'sv' || i18next.language === 'se' ? i18next.language : 'fi'

/** The name of a municipality code, also of `ULK` and `TTE`. */
export const municipalityName = (t: T, code: string): string =>
  municipalityOf(code)?.[nameKey()] ??
  t(code === 'ULK' ? 'clients:municipality.ULK' : 'clients:municipality.TTE')

/** The 21 municipalities in alphabetical order, then the two others. */
export const municipalityChoices = (t: T): Choice[] => [
  ...MUNICIPALITIES.map(({ code }) => ({ value: code as string, label: municipalityName(t, code) })).sort(
    (a, b) => a.label.localeCompare(b.label, 'fi'),
  ),
  ...['ULK', 'TTE'].map((value) => ({ value, label: municipalityName(t, value) })),
]
