// The vocabulary in which the health check is written down as data: fields, conditions and sections.
import type { Provenance } from './bands.ts'

export type Scalar = string | number | boolean

/**
 * When something is shown or raised, as data. `field` names a field of the check; `derived` a derived value;
 * `instrument` looks at its total or at one item (0-based).
 */
export type Condition =
  | { field: string; in: readonly Scalar[] }
  | { field: string; notIn: readonly Scalar[] }
  | { field: string; includes: readonly string[] }
  | { field: string; atLeast: number }
  | { field: string; below: number }
  | { derived: string; in: readonly Scalar[] }
  /** A fact of the client register. */
  | { client: 'labourStatus'; in: readonly string[] }
  | { instrument: string; totalAtLeast: number }
  | { instrument: string; totalAtMost: number }
  | { instrument: string; item: number; atLeast: number }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }

/** Why an answer stays out of prints, referrals and exports by default. */
export type Sensitivity = 'violence' | 'substances' | 'selfHarm'

/** The headings of the patient record under which an answer is copied. */
export const RECORD_HEADINGS = [
  'esitiedot',
  'nykytila',
  'tutkimukset',
  'toimintakyky',
  'johtopaatos',
  'suunnitelma',
] as const
export type RecordHeading = (typeof RECORD_HEADINGS)[number]

/** Options with the key of their texts: `option.<id>.<value>`. */
export type OptionSet = {
  id: string
  values: readonly string[]
  /** Options that tell something sensitive: a list's row with one stays out where that kind does. */
  sensitive?: Readonly<Record<string, Sensitivity>>
}

/** When closing needs an answer, and whether leaving the section out with a reason takes that away. */
export type Requirement = { when?: Condition; despiteSkip?: true }

type Common = {
  /** Unique in the whole check; text `field.<key>` (columns of lists: `column.<list>.<key>`). */
  key: string
  /** Must be answered to close the check, whenever it is asked and its section is not left out. */
  mandatory?: true | Requirement
  sensitive?: Sensitivity
  /** Tells where the client lives or is reached: off every paper and copied text while the address is protected. */
  locates?: true
  showIf?: Condition
  /** Filled in by the professional only: left out of the client's pre-visit form. */
  professional?: boolean
  /** Overrides the section's heading in the text for the patient record. */
  heading?: RecordHeading
  /** The client record's field from which a new check is filled. */
  fromClient?: string
  /** Stands as the client's register has it: shown, and corrected only there. */
  registerOnly?: true
}

export type Range = readonly [min: number, max: number]

export type NumberField = Common & {
  type: 'int' | 'decimal'
  decimals: number
  /** Outside: refused. */
  hard: Range
  /** Outside: asked to be checked, then allowed. */
  soft?: Range
  unit?: string
  /** Shown as a row of buttons from hard min to hard max. */
  scale?: boolean
  /** Band table of the value, by id. */
  bands?: string
}
export type ChoiceField = Common & { type: 'enum' | 'multi'; options: OptionSet }
export type TextField = Common & { type: 'text'; maxLength: number; multiline: boolean }
export type DateField = Common & { type: 'date' | 'month'; notAfterToday?: boolean; notBeforeCheck?: boolean }
export type YearField = Common & { type: 'year'; from: number; notAfterToday?: boolean }
/** bool: true or false; bool3: `yes`, `no` or `unknown` (which is an answer, unlike a missing one). */
export type BoolField = Common & {
  type: 'bool' | 'bool3'
  mustBeTrue?: boolean
  /** Never answered by a digit: one too many for the question before would be an answer here. */
  noDigits?: true
}
export type SimpleField = NumberField | ChoiceField | TextField | DateField | YearField | BoolField
export type ListField = Common & { type: 'list'; columns: readonly SimpleField[]; maxItems: number }
export type Field = SimpleField | ListField

/** An instrument within a section; `optional` ones are folded until opened or answered. */
export type SectionInstrument = {
  id: string
  optional?: boolean
  showIf?: Condition
  /** The professional may take it up although `showIf` does not call for it. */
  atWill?: true
  /** Closing needs it answered or skipped with a reason, whenever it is visible. */
  mandatory?: boolean
}

export type Section = Provenance & {
  /** Text `section.<id>`. */
  id: string
  heading: RecordHeading
  /** Part of the form that the client fills in before the visit. */
  preVisit: boolean
  /** No check without it: it cannot be left out. */
  needed?: true
  sensitive?: Sensitivity
  fields: readonly Field[]
  instruments: readonly SectionInstrument[]
}

export const BOOL3 = ['yes', 'no', 'unknown'] as const

type More = Omit<Common, 'key'>

/** One of the options. Those given as a mere list have their texts under the field's own key. */
export const choice = (
  key: string,
  options: readonly string[] | OptionSet,
  more: More = {},
): ChoiceField => ({
  key,
  type: 'enum',
  options: 'id' in options ? options : { id: key, values: options },
  ...more,
})

/** Any number of the options, none twice. Texts as with `choice`. */
export const many = (key: string, options: readonly string[] | OptionSet, more: More = {}): ChoiceField => ({
  ...choice(key, options, more),
  type: 'multi',
})

/** A whole number. The ends of `hard` and `soft` are inside. */
export const whole = (
  key: string,
  hard: Range,
  more: More & Pick<NumberField, 'soft' | 'unit' | 'bands'> = {},
): NumberField => ({ key, type: 'int', decimals: 0, hard, ...more })

/** A number of at most so many decimals. The ends of `hard` and `soft` are inside. */
export const decimal = (
  key: string,
  decimals: number,
  hard: Range,
  more: More & Pick<NumberField, 'soft' | 'unit' | 'bands'> = {},
): NumberField => ({ key, type: 'decimal', decimals, hard, ...more })

/** 0–10, shown as eleven buttons. */
export const scale10 = (key: string, more: More & Pick<NumberField, 'bands'> = {}): NumberField => ({
  key,
  type: 'int',
  decimals: 0,
  hard: [0, 10],
  scale: true,
  ...more,
})

/** A text typed in a box of one row; `maxLength` in UTF-16 units, more is refused. */
export const line = (key: string, maxLength: number, more: More = {}): TextField => ({
  key,
  type: 'text',
  maxLength,
  multiline: false,
  ...more,
})

/** The same in a box of several rows. */
export const lines = (key: string, maxLength: number, more: More = {}): TextField => ({
  ...line(key, maxLength, more),
  multiline: true,
})

/** YYYY-MM-DD. Both limits look at the day of the check, and refuse closing, not saving. */
export const day = (
  key: string,
  more: More & Pick<DateField, 'notAfterToday' | 'notBeforeCheck'> = {},
): DateField => ({ key, type: 'date', ...more })

/** YYYY-MM. `notAfterToday` looks at the month of the check, and refuses closing, not saving. */
export const month = (key: string, more: More & Pick<DateField, 'notAfterToday'> = {}): DateField => ({
  key,
  type: 'month',
  ...more,
})

/** A number from `from` to 2100; closing refuses one after the year of the check. */
export const year = (key: string, from: number, more: More = {}): YearField => ({
  key,
  type: 'year',
  from,
  notAfterToday: true,
  ...more,
})

/** True or false. With `mustBeTrue`, and where an answer is mandatory, only true lets the check be closed. */
export const tick = (key: string, more: More & Pick<BoolField, 'mustBeTrue'> = {}): BoolField => ({
  key,
  type: 'bool',
  ...more,
})

/** `yes`, `no` or `unknown`, which answers the question too. One set of texts for all: `option.bool3.<value>`. */
export const yesNo = (key: string, more: More & Pick<BoolField, 'noDigits'> = {}): BoolField => ({
  key,
  type: 'bool3',
  ...more,
})

/** At most so many rows, each an object by the keys of its columns; a cell that is missing or null is not answered. */
export const list = (
  key: string,
  maxItems: number,
  columns: readonly SimpleField[],
  more: More = {},
): ListField => ({ key, type: 'list', maxItems, columns, ...more })

/** The text key of an option: `option.<set>.<value>`. */
export const optionTextKey = (field: ChoiceField, value: string): string =>
  `option.${field.options.id}.${value}`

const rowIsOpen = (
  { columns }: ListField,
  row: Record<string, unknown>,
  allowed: (kind: Sensitivity) => boolean,
): boolean =>
  columns.every((column) => {
    const kind = column.type === 'enum' ? column.options.sensitive?.[String(row[column.key])] : undefined
    return kind === undefined || allowed(kind)
  })

/** A field's value to be told: a list without the rows whose kind of sensitivity is not allowed. */
export const openValue = (field: Field, value: unknown, allowed: (kind: Sensitivity) => boolean): unknown =>
  field.type === 'list' && Array.isArray(value)
    ? (value as Record<string, unknown>[]).filter((row) => rowIsOpen(field, row, allowed))
    : value
