// Any answers that the tables allow, for properties.
import fc from 'fast-check'
import { type CheckAnswers, SKIP_REASONS } from '../../../domain/health-checks/answers.ts'
import type { Field, SimpleField } from '../../../domain/health-checks/fields.ts'
import { FIELDS, SECTIONS } from '../../../domain/health-checks/sections.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'

/** What a printed hole looks like; people may type it, so free texts here do without it. */
export const HOLE = /undefined|NaN|\[object/
const text = fc.string({ maxLength: 12 }).filter((typed) => !HOLE.test(typed))
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const simple = (field: SimpleField): fc.Arbitrary<unknown> => {
  switch (field.type) {
    case 'int':
    case 'decimal': {
      const grid = 10 ** field.decimals
      return fc
        .integer({ min: Math.ceil(field.hard[0] * grid), max: Math.floor(field.hard[1] * grid) })
        .map((step) => Number(`${step}e-${field.decimals}`))
    }
    case 'enum':
      return fc.constantFrom(...field.options.values)
    case 'multi':
      return fc.subarray([...field.options.values])
    case 'date':
      return day
    case 'month':
      return day.map((iso) => iso.slice(0, 7))
    case 'year':
      return fc.integer({ min: field.from, max: 2100 })
    case 'bool':
      return fc.boolean()
    case 'bool3':
      return fc.constantFrom('yes', 'no', 'unknown')
    default:
      return text
  }
}
const row = (columns: readonly SimpleField[]) =>
  fc.record(Object.fromEntries(columns.map((column) => [column.key, fc.option(simple(column))])))
const value = (field: Field) =>
  field.type === 'list'
    ? fc.array(row(field.columns), { maxLength: Math.min(3, field.maxItems) })
    : simple(field)

const instrument = (id: string) =>
  fc
    .tuple(
      ...INSTRUMENTS.get(id)!.items.map(({ values }) =>
        fc.option(
          'min' in values ? fc.integer({ min: values.min, max: values.max }) : fc.constantFrom(...values),
        ),
      ),
    )
    .map((answers) => ({ version: '1', language: 'fi', mode: 'self' as const, answers }))

export const anyCheck: fc.Arbitrary<CheckAnswers> = fc.record({
  fields: fc.record(
    Object.fromEntries([...FIELDS.values()].map((field) => [field.key, fc.option(value(field))])),
    {
      requiredKeys: [],
    },
  ),
  sections: fc.record(
    Object.fromEntries(
      SECTIONS.map(({ id }) => [
        id,
        fc.record({
          skipped: fc.boolean(),
          skipReason: fc.option(fc.constantFrom(...SKIP_REASONS)),
          notes: text,
        }),
      ]),
    ),
    { requiredKeys: [] },
  ),
  instruments: fc.record(Object.fromEntries([...INSTRUMENTS.keys()].map((id) => [id, instrument(id)])), {
    requiredKeys: [],
  }),
  flags: fc.constant({}),
  confirmed: fc.constant({}),
}) as fc.Arbitrary<CheckAnswers>
