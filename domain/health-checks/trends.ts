// How measures and instruments have changed from check to check, each with the classes it is read by.
import { INSTRUMENTS } from '../instruments/registry.ts'
import type { CheckAnswers } from './answers.ts'
import { BMI_BANDS, BP_BANDS, LAB_BANDS, UNEMPLOYMENT_BANDS, WAIST_BANDS } from './band-tables.ts'
import { type BandTable, bandOf, tableForSex } from './bands.ts'
import { type DerivedName, derivedValue, labClassOf } from './derived.ts'
import { type CheckContext, referenceSexOf } from './facts.ts'
import type { Sensitivity } from './fields.ts'
import { scoreOf } from './scores.ts'
import { SECTIONS, sensitivityOf } from './sections.ts'

export const TREND_GROUPS = ['measures', 'instruments', 'laboratory'] as const
export type TrendGroup = (typeof TREND_GROUPS)[number]

/** A check as signed; `date` is YYYY-MM-DD. */
export type SignedCheck = { date: string; answers: CheckAnswers }

export type TrendPoint = {
  date: string
  value: number
  /** Class by the program's table, for the text `band.<table>.<band>`; null where there is none. */
  band: string | null
}

export type Trend = {
  /** Unique over all groups. */
  id: string
  group: TrendGroup
  /** Text of the check's topic, e.g. `field.weight`; for an item of a profile the instrument's. */
  label: string
  /** Position of the item (0-based) when the trend is one value of a profile. */
  item: number | null
  unit: string | null
  decimals: number
  bands: BandTable | null
  sensitive: Sensitivity | undefined
  /** Oldest first. */
  points: TrendPoint[]
}

type Measured = { value: number; bands: BandTable | null }
type Series = Omit<Trend, 'points' | 'bands'> & {
  measure: (answers: CheckAnswers, context: CheckContext) => Measured | null
}

const numeric = (value: unknown, bands: BandTable | null): Measured | null =>
  typeof value === 'number' ? { value, bands } : null

const DERIVED: readonly { name: DerivedName; unit: string | null; decimals: number; bands: BandTable }[] = [
  { name: 'bmi', unit: null, decimals: 1, bands: BMI_BANDS },
  { name: 'bpSys', unit: 'mmHg', decimals: 0, bands: BP_BANDS.sys },
  { name: 'bpDia', unit: 'mmHg', decimals: 0, bands: BP_BANDS.dia },
  { name: 'unemploymentMonths', unit: null, decimals: 0, bands: UNEMPLOYMENT_BANDS },
]

const derivedSeries = (): Series[] =>
  DERIVED.map(({ name, unit, decimals, bands }) => ({
    id: `derived.${name}`,
    group: 'measures',
    label: `derived.${name}`,
    item: null,
    unit,
    decimals,
    sensitive: undefined,
    measure: (answers, context) => {
      const value = derivedValue(name, answers, context)
      const classed = name !== 'bmi' || derivedValue('bmiBand', answers, context) !== null
      return numeric(value, classed ? bands : null)
    },
  }))

const fieldSeries = (): Series[] =>
  SECTIONS.flatMap((section) =>
    section.fields.flatMap((field): Series[] => {
      if (field.type !== 'int' && field.type !== 'decimal') return []
      const tables = LAB_BANDS.get(field.key) ?? (field.key === 'waist' ? WAIST_BANDS : null)
      return [
        {
          id: `field.${field.key}`,
          group: section.id === 'laboratory' ? 'laboratory' : 'measures',
          label: `field.${field.key}`,
          item: null,
          unit: field.unit ?? null,
          decimals: field.decimals,
          sensitive: sensitivityOf(field),
          measure: (answers, context) =>
            numeric(
              answers.fields[field.key],
              labClassOf(answers, context, field.key)?.notFasting
                ? null
                : tables && tableForSex(tables, referenceSexOf(answers, context)),
            ),
        },
      ]
    }),
  )

const sensitiveInstrument = (id: string): Sensitivity | undefined =>
  INSTRUMENTS.get(id)?.sensitive ??
  SECTIONS.find(({ instruments }) => instruments.some((row) => row.id === id))?.sensitive

const instrumentSeries = (): Series[] =>
  [...INSTRUMENTS.values()].flatMap((instrument): Series[] => {
    const { id, scoring, items } = instrument
    const common = {
      group: 'instruments',
      label: `instrument.${id}`,
      sensitive: sensitiveInstrument(id),
    } as const
    if (scoring.kind === 'profile')
      return items.map(({ values }, item) => ({
        ...common,
        id: `instrument.${id}.${item}`,
        item,
        unit: null,
        decimals: 'decimals' in values ? values.decimals : 0,
        measure: (answers) => numeric(answers.instruments[id]?.answers?.[item], null),
      }))
    return [
      {
        ...common,
        id: `instrument.${id}`,
        item: null,
        unit: scoring.kind === 'percent' ? 'percent' : null,
        decimals: 'decimals' in scoring ? scoring.decimals : 0,
        measure: (answers, context) =>
          numeric(
            scoreOf(answers, context, id)?.total,
            instrument.bands && tableForSex(instrument.bands, referenceSexOf(answers, context)),
          ),
      },
    ]
  })

const SERIES: readonly Series[] = [...derivedSeries(), ...fieldSeries(), ...instrumentSeries()]

/**
 * One trend for each measure and instrument that any of the checks has a value of. The classes are those of the
 * newest value; each point keeps the class it had by its own check.
 * @param client what the register knows, for classes that depend on age and sex
 */
export const trendsOf = (
  checks: readonly SignedCheck[],
  client: Omit<CheckContext, 'checkDate'>,
): Trend[] => {
  const ordered = checks.toSorted((a, b) => a.date.localeCompare(b.date))
  return SERIES.flatMap(({ measure, ...series }): Trend[] => {
    let bands: BandTable | null = null
    const points = ordered.flatMap(({ date, answers }): TrendPoint[] => {
      const measured = measure(answers, { ...client, checkDate: date })
      if (measured === null) return []
      bands = measured.bands
      return [
        {
          date,
          value: measured.value,
          band: measured.bands ? (bandOf(measured.bands, measured.value)?.id ?? null) : null,
        },
      ]
    })
    return points.length === 0 ? [] : [{ ...series, bands, points }]
  })
}

/** Every trend there can be, so that a test can go through their texts. */
export const TREND_LABELS: readonly { label: string; unit: string | null }[] = SERIES.map(
  ({ label, unit }) => ({ label, unit }),
)
