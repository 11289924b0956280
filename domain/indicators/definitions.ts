// What the office counts: each indicator as a sum of released cells, with the project's targets and their source.
import { cellId } from '../aggregates/catalogue.ts'
import { ALL_AREAS, TOTAL } from '../aggregates/dimensions.ts'
import type { WantedSum } from '../aggregates/public-view.ts'
import { IMMEDIATE_RESULTS } from '../clients/entry.ts'

/** Participants by their status on entry; `participants` is their sum. */
export const STATUS_INDICATORS = ['unemployed', 'employed', 'student', 'outside'] as const
/** The ESF+ output indicators and the sexes, without targets of their own. */
export const OUTPUT_INDICATORS = [
  'EECO02',
  'EECO03',
  'EECO04',
  'EECO05',
  'EECO06',
  'EECO07',
  'EECO08',
  'EECO09',
  'EECO10',
  'EECO11',
  'EECO12',
  'EECO13',
  'EECO14',
  'EECO15',
  'EECO16',
  'EECO17',
  'women',
  'men',
  'nonbinary',
] as const
/** Immediate results of those who have left: final four weeks later. */
export const RESULT_INDICATORS = IMMEDIATE_RESULTS
/** What happened within a quarter. */
export const FLOW_INDICATORS = ['health-checks', 'referrals'] as const

export const INDICATOR_IDS = [
  'participants',
  ...STATUS_INDICATORS,
  ...OUTPUT_INDICATORS,
  ...RESULT_INDICATORS,
  ...FLOW_INDICATORS,
] as const
export type IndicatorId = (typeof INDICATOR_IDS)[number]

export type Indicator = {
  id: IndicatorId
  kind: 'cumulative' | 'flow'
  /** Cells of the release that add up to it. */
  cells: readonly string[]
  /** The project's target and where it stands. */
  target: { value: number; source: TargetSource } | null
}

/** Documents that targets come from; named in the texts of the screens. `application`: the project's application. */
export const TARGET_SOURCES = ['application'] as const
type TargetSource = (typeof TARGET_SOURCES)[number]

const people = (sex: string, age: string, labour: string): string =>
  cellId('participants', [ALL_AREAS, sex, age, labour])
const labour = (...classes: string[]): string[] => classes.map((code) => people(TOTAL, TOTAL, code))
const age = (band: string): string[] => [people(TOTAL, band, TOTAL)]
const sex = (code: string): string[] => [people(code, TOTAL, TOTAL)]
const education = (level: string): string[] => [cellId('education', [TOTAL, level])]
const background = (code: string): string[] => [cellId('background', [TOTAL, code])]
const special = (code: string): string[] => [cellId('special', [TOTAL, code])]

const cumulative = (id: IndicatorId, cells: string[], target: number | null = null): Indicator => ({
  id,
  kind: 'cumulative',
  cells,
  target: target === null ? null : { value: target, source: 'application' },
})

/** ESF+ numbers follow Regulation (EU) 2021/1057, Annex I; students count as inactive there (EECO04). */
export const INDICATORS: readonly Indicator[] = [
  cumulative('participants', labour(TOTAL), 413),
  cumulative('unemployed', labour('unemployed'), 175),
  cumulative('employed', labour('employed'), 133),
  cumulative('student', labour('student'), 73),
  cumulative('outside', labour('outside'), 32),
  cumulative('EECO02', labour('unemployed')),
  cumulative('EECO03', labour('long_term_unemployed')),
  cumulative('EECO04', labour('student', 'outside')),
  cumulative('EECO05', labour('employed')),
  cumulative('EECO06', age('under18')),
  cumulative('EECO07', age('18-29')),
  cumulative('EECO08', age('55plus')),
  cumulative('EECO09', education('isced0-2')),
  cumulative('EECO10', education('isced3-4')),
  cumulative('EECO11', education('isced5-8')),
  cumulative('EECO12', special('disability')),
  cumulative('EECO13', background('third_country')),
  cumulative('EECO14', background('foreign_background')),
  cumulative('EECO15', special('minority')),
  cumulative('EECO16', background('housing_exclusion')),
  cumulative('EECO17', background('rural')),
  cumulative('women', sex('female')),
  cumulative('men', sex('male')),
  cumulative('nonbinary', sex('other')),
  ...RESULT_INDICATORS.map((id) => cumulative(id, [cellId('results', [TOTAL, id])])),
  { id: 'health-checks', kind: 'flow', cells: [cellId('health-checks', [ALL_AREAS, TOTAL])], target: null },
  { id: 'referrals', kind: 'flow', cells: [cellId('referrals', [ALL_AREAS, TOTAL])], target: null },
]

/** The name under which an indicator's interval is kept: its cell, or a sum of its own. */
export const indicatorKey = ({ id, cells }: Indicator): string =>
  cells.length === 1 ? cells[0]! : `indicator|${id}`

/** Sums over several cells: their interval is found with the attack, so that it is jointly valid and tight. */
export const INDICATOR_SUMS: readonly WantedSum[] = INDICATORS.filter(({ cells }) => cells.length > 1).map(
  (indicator) => ({ id: indicatorKey(indicator), parts: indicator.cells }),
)

/** Indicators that are one cell each: their intervals may narrow with every later release. */
export const INDICATOR_CELLS: readonly string[] = [
  ...new Set(INDICATORS.flatMap(({ cells }) => (cells.length === 1 ? [cells[0]!] : []))),
]
