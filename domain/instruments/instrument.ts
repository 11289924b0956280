// The shape in which a questionnaire is written down as data.
import type { BandsBySex, BandTable, Provenance } from '../health-checks/bands.ts'
import type { Sensitivity } from '../health-checks/fields.ts'

/**
 * `ship`: texts may be bundled. `ship_attr`: with attribution. `score_only`: result entry and scoring; the user
 * holds the licensed form, so no item texts are here.
 */
export type LicenceClass = 'ship' | 'ship_attr' | 'score_only'

/** A text in the languages of the screen. */
export type Text3 = { fi: string; sv: string; en: string }

export type ItemOption = { value: number; label: Text3 }

export type Item = {
  id: string
  /** The question; null when the licence does not let it ship. */
  text: Text3 | null
  /** Short topic of our own, shown where there is no question text. */
  label?: Text3
  /** Answer options in the order of the form; without texts where they do not ship. */
  options?: readonly ItemOption[]
  /** Accepted values; a range for numbers that are not a choice. */
  values: readonly number[] | { min: number; max: number; decimals: number }
  /** Answered but not counted. */
  unscored?: boolean
}

export type Scoring =
  /** Sum of the items, times the multiplier (default 1). */
  | { kind: 'sum'; multiplier?: number }
  /** Mean of the items, to these decimals. */
  | { kind: 'mean'; decimals: number }
  /** Sum as a percentage of the greatest sum, to these decimals. */
  | { kind: 'percent'; of: number; decimals: number }
  /** No total: each value stands for itself. */
  | { kind: 'profile' }
  /** The total alone is entered. */
  | { kind: 'entry' }

/**
 * How missing answers may be made up for: up to `max`, scaled from the answered ones, never when one of `never`
 * (0-based) is missing. Without it one missing answer means no total.
 */
export type Prorating = { max: number; round: boolean; never: readonly number[]; byDefault: boolean }

export type Alarm = { id: string; item: number; atLeast: number }

/**
 * Answers that make others unnecessary: while `when` holds, the items count as 0 when left open, and with
 * `force` also when an earlier answer is still there.
 */
export type SkipRule = {
  when: readonly { item: number; equals: number }[]
  items: readonly number[]
  force: boolean
}

export type Instrument = Provenance & {
  /** Text `instrument.<id>`; bands `band.<bands.id>.<band>`. */
  id: string
  /** Version of this description; stored with each answer set. */
  version: string
  licence: LicenceClass
  /** Shown and printed with the texts. */
  attribution: string | null
  stem: Text3 | null
  items: readonly Item[]
  scoring: Scoring
  /** Total that may be typed instead of the items (score-only forms), before any multiplier. */
  totalEntry: { min: number; max: number; decimals: number } | null
  prorating: Prorating | null
  skips: readonly SkipRule[]
  bands: BandTable | BandsBySex | null
  alarms: readonly Alarm[]
  sensitive?: Sensitivity
  /** First items taken over from another instrument, e.g. PHQ-9 from PHQ-2. */
  carriesFrom?: string
}

/** Values 0…n. */
export const upTo = (n: number): number[] => Array.from({ length: n + 1 }, (_, value) => value)

/** Items without texts: `prefix1`, `prefix2`, … with the same values. */
export const bareItems = (count: number, values: readonly number[]): Item[] =>
  Array.from({ length: count }, (_, at) => ({ id: `q${at + 1}`, text: null, values }))

/** Items with texts in three languages and shared options. */
export const textItems = (
  options: readonly ItemOption[],
  texts: readonly (readonly [string, string, string])[],
): Item[] =>
  texts.map(([fi, sv, en], at) => ({
    id: `q${at + 1}`,
    text: { fi, sv, en },
    options,
    values: options.map(({ value }) => value),
  }))

/** Answer options numbered from `first` upwards, or with own values. */
export const answerOptions = (
  labels: readonly (readonly [string, string, string])[],
  values: readonly number[] = labels.map((_, at) => at),
): ItemOption[] => labels.map(([fi, sv, en], at) => ({ value: values[at]!, label: { fi, sv, en } }))

/** What most instruments share: no missing answers, no skips, no alarms, no total entry, texts not yet approved. */
export const usual = {
  version: '1',
  approved: false,
  reviewedOn: null,
  stem: null,
  totalEntry: null,
  prorating: null,
  skips: [],
  alarms: [],
  attribution: null,
} as const
