// What differs between two versions of a check.
import type { CheckAnswers } from './answers.ts'
import { FIELDS, SECTIONS, sectionOfField, sectionOfInstrument } from './sections.ts'

export type Difference = {
  kind: 'field' | 'notes' | 'instrument' | 'flag'
  /** Field key, section id, instrument id or flag id. */
  key: string
  section: string | null
  before: unknown
  after: unknown
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const differing = (
  kind: Difference['kind'],
  keys: Iterable<string>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  section: (key: string) => string | null,
): Difference[] =>
  [...keys]
    .filter((key) => !same(before[key], after[key]))
    .map((key) => ({
      kind,
      key,
      section: section(key),
      before: before[key] ?? null,
      after: after[key] ?? null,
    }))

const keysOf = (a: object, b: object): Set<string> => new Set([...Object.keys(a), ...Object.keys(b)])

/** The differences in the order of the sections: fields first, then notes and skips, instruments, flags. */
export const compareAnswers = (before: CheckAnswers, after: CheckAnswers): Difference[] => {
  const order = new Map(SECTIONS.map(({ id }, place) => [id, place]))
  const place = ({ section }: Difference) => (section === null ? SECTIONS.length : order.get(section)!)
  return [
    ...differing(
      'field',
      FIELDS.keys(),
      before.fields,
      after.fields,
      (key) => sectionOfField(key)?.id ?? null,
    ),
    ...differing('notes', order.keys(), before.sections, after.sections, (id) => id),
    ...differing(
      'instrument',
      keysOf(before.instruments, after.instruments),
      before.instruments,
      after.instruments,
      (id) => sectionOfInstrument(id)?.id ?? null,
    ),
    ...differing('flag', keysOf(before.flags, after.flags), before.flags, after.flags, () => null),
  ].sort((a, b) => place(a) - place(b))
}
