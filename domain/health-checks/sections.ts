// The sections of the check in the order of the visit, and look-ups over all their fields.
import type { Field, Section, Sensitivity } from './fields.ts'
import { CLOSING_SECTIONS } from './sections/closing.ts'
import { FUNCTIONING_SECTIONS } from './sections/functioning.ts'
import { HEALTH_SECTIONS } from './sections/health.ts'
import { LAB_SECTION } from './sections/laboratory.ts'
import { LIFE_SECTIONS } from './sections/life.ts'
import { MEASUREMENT_SECTIONS } from './sections/measurements.ts'
import { MIND_SECTIONS } from './sections/mind.ts'
import { START_SECTIONS } from './sections/start.ts'
import { WORK_SECTIONS } from './sections/work.ts'

export const SECTIONS: readonly Section[] = [
  ...START_SECTIONS,
  ...WORK_SECTIONS,
  ...HEALTH_SECTIONS,
  ...FUNCTIONING_SECTIONS,
  ...MIND_SECTIONS,
  ...LIFE_SECTIONS,
  ...MEASUREMENT_SECTIONS,
  LAB_SECTION,
  ...CLOSING_SECTIONS,
]

export const FIELDS: ReadonlyMap<string, Field> = new Map(
  SECTIONS.flatMap(({ fields }) => fields.map((field): [string, Field] => [field.key, field])),
)

const sectionByField: ReadonlyMap<string, Section> = new Map(
  SECTIONS.flatMap((section) => section.fields.map((field): [string, Section] => [field.key, section])),
)
const sectionByInstrument: ReadonlyMap<string, Section> = new Map(
  SECTIONS.flatMap((section) =>
    section.instruments.map((instrument): [string, Section] => [instrument.id, section]),
  ),
)

/** The section of a field, or undefined for an unknown key. */
export const sectionOfField = (key: string): Section | undefined => sectionByField.get(key)

/** The section in which an instrument is asked, or undefined. */
export const sectionOfInstrument = (id: string): Section | undefined => sectionByInstrument.get(id)

/** Why a field stays out of prints, referrals and exports by default; undefined when it does not. */
export const sensitivityOf = (field: Field): Sensitivity | undefined =>
  field.sensitive ?? sectionOfField(field.key)?.sensitive

/** The sections and fields that the client fills in before the visit. */
export const preVisitSections = (): Section[] =>
  SECTIONS.filter(({ preVisit }) => preVisit).map((section) => ({
    ...section,
    fields: section.fields.filter(({ professional }) => !professional),
  }))
