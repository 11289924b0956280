// A partly hidden figure in words and for a chart: hidden is never zero.
import type { Figure } from '../../../domain/indicators/figures.ts'
import type { T } from '../../i18n/i18n.ts'
import type { ChartValue } from '../../ui/chart.tsx'
import { formatNumber } from '../../ui/format.ts'

export const figureText = (t: T, figure: Figure | null): string => {
  if (figure === null) return t('office:none')
  const low = formatNumber(figure.low)
  if (!figure.hidden) return t('office:exact', { value: low })
  return figure.high === null
    ? t('office:open', { low })
    : t('office:range', { low, high: formatNumber(figure.high) })
}

/** `partial`: a sum that leaves stations out, of which only the least is known. */
export const chartValue = (figure: Figure | null, partial = false): ChartValue => {
  if (figure === null) return null
  if (partial) return { low: figure.low }
  if (!figure.hidden) return figure.low
  return figure.high === null ? 'hidden' : { low: figure.low, high: figure.high }
}

/** How much of a target is reached for certain, and at most, in whole per cent. */
export const shareText = (figure: Figure | null, target: number): string | null => {
  if (figure === null) return null
  const share = (value: number) => formatNumber(Math.round((100 * value) / target))
  if (!figure.hidden) return share(figure.low)
  return figure.high === null ? `≥ ${share(figure.low)}` : `${share(figure.low)}–${share(figure.high)}`
}
