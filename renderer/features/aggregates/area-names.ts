// Names of areas and classes in the language of the screen.
import i18next from 'i18next'
import { mergedParts } from '../../../domain/aggregates/coarser.ts'
import type { Dimension } from '../../../domain/aggregates/dimensions.ts'
import { municipalityOf, SUB_REGIONS } from '../../../domain/reference/municipalities.ts'
import type { T } from '../../i18n/i18n.ts'
import type { fi } from '../../i18n/locales/fi.ts'

type Texts = (typeof fi)['aggregates']

const areaName = (t: T, code: string): string => {
  const language = i18next.language
  const municipality = municipalityOf(code)
  if (municipality) return language === 'sv' ? municipality.sv : municipality.fi
  const region = SUB_REGIONS.find((one) => one.id === code)
  if (region) return language === 'sv' ? region.sv : language === 'en' ? region.en : region.fi
  return t(`aggregates:area.${code as keyof Texts['area']}`)
}

/** The name of a class of a released table, or of several merged. */
export const className = (t: T, dimension: Dimension, code: string): string => {
  const parts = mergedParts(code)
  if (parts.length > 1) return parts.map((part) => className(t, dimension, part)).join(' + ')
  if (dimension === 'area') return areaName(t, code)
  if (dimension === 'sex') return t(`aggregates:sex.${code as keyof Texts['sex']}`)
  if (dimension === 'age_band') return t(`aggregates:age.${code as keyof Texts['age']}`)
  if (dimension === 'education') return t(`aggregates:education.${code as keyof Texts['education']}`)
  if (dimension === 'background') return t(`aggregates:background.${code as keyof Texts['background']}`)
  if (dimension === 'special') return t(`aggregates:special.${code as keyof Texts['special']}`)
  if (dimension === 'result') return t(`aggregates:result.${code as keyof Texts['result']}`)
  return t(`aggregates:labour.${code as keyof Texts['labour']}`)
}
