// A coarser release in words.
import type { Coarsening } from '../../../domain/aggregates/coarser.ts'
import type { T } from '../../i18n/i18n.ts'
import { className } from './area-names.ts'

export const coarseningText = (t: T, one: Coarsening): string => {
  const table = t(`aggregates:table.${one.table}`)
  if (one.kind === 'margins-only') return t('aggregates:marginsOnly', { table })
  if (one.kind === 'leave-out') return t('aggregates:leaveOut', { table })
  const classes = one.categories.map((code) => className(t, one.dimension, code)).join(' + ')
  return t('aggregates:mergeOf', { table, classes })
}
