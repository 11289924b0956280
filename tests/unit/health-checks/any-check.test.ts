import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earlyRisk, earlyRiskFacts } from '../../../domain/assessments/early-risk.ts'
import { type CheckAnswers, parseAnswers, SKIP_REASONS } from '../../../domain/health-checks/answers.ts'
import { closingProblems } from '../../../domain/health-checks/closing.ts'
import { compareAnswers } from '../../../domain/health-checks/compare.ts'
import { derive } from '../../../domain/health-checks/derived.ts'
import {
  type ChoiceField,
  type Field,
  optionTextKey,
  type SimpleField,
} from '../../../domain/health-checks/fields.ts'
import { recordText } from '../../../domain/health-checks/record-text.ts'
import { raisedFlags } from '../../../domain/health-checks/red-flags.ts'
import { FIELDS, SECTIONS } from '../../../domain/health-checks/sections.ts'
import { fieldsFromClient, proposedFollowUp } from '../../../domain/health-checks/start.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'
import { CONTEXT } from './complete-check.ts'

/** What a printed hole looks like; people may type it, so free texts here do without it. */
const HOLE = /undefined|NaN|\[object/
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

const anyCheck: fc.Arbitrary<CheckAnswers> = fc.record({
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

describe('any answers that the tables allow', () => {
  test('are read back as they are, and every rule copes with them', () => {
    fc.assert(
      fc.property(anyCheck, (answers) => {
        expect(parseAnswers(JSON.parse(JSON.stringify(answers)))).toMatchObject({ ok: true })
        derive(answers, CONTEXT)
        earlyRisk(earlyRiskFacts(answers, CONTEXT))
        const problems = closingProblems(answers, CONTEXT)
        expect(problems.some(({ code }) => code === 'refused-value')).toBe(false)
        for (const { id, severity, answered, answeredBy } of raisedFlags(answers, CONTEXT))
          if (severity !== 'notice' && !answered && !answeredBy)
            expect(problems.map(({ field }) => field)).toContain(`flags.${id}`)
        expect(compareAnswers(answers, structuredClone(answers))).toEqual([])
        expect(recordText(answers, CONTEXT, (key) => key)).not.toMatch(HOLE)
      }),
      { numRuns: 60 },
    )
  })

  test('the text never tells a sensitive field or instrument by default', () => {
    fc.assert(
      fc.property(anyCheck, (answers) => {
        const told = recordText(answers, CONTEXT, (key) => `<${key}>`)
        for (const section of SECTIONS)
          for (const { key, sensitive } of section.fields)
            if (sensitive ?? section.sensitive) expect(told).not.toContain(`<field.${key}>`)
        for (const field of FIELDS.values())
          for (const column of field.type === 'list' ? field.columns : [])
            for (const one of Object.keys(('options' in column && column.options.sensitive) || {}))
              expect(told).not.toContain(`<${optionTextKey(column as ChoiceField, one)}>`)
        for (const { id, sensitive } of INSTRUMENTS.values())
          if (sensitive) expect(told).not.toContain(`<instrument.${id}>`)
      }),
      { numRuns: 40 },
    )
  })
})

test('a new check takes what the register knows and leaves open what a field does not take', () => {
  const client = {
    birthDate: '1990-01-01',
    municipality: '698',
    sex: 'other',
    language: 'se',
    interpreter: false,
    phone: null,
    unemployedSince: '2025-03',
    hetu: '010190-900P',
  }
  expect(fieldsFromClient(client)).toEqual({
    birthDate: '1990-01-01',
    municipality: '698',
    serviceLanguage: 'se',
    interpreterNeeded: false,
    unemployedSince: '2025-03',
  })
})

test.each([
  ['2026-11-24', '2027-02-24'],
  ['2026-11-30', '2027-02-28'],
  ['2026-10-31', '2027-01-31'],
  ['2027-11-30', '2028-02-29'],
])('follow-up of %s is proposed for %s', (checkDate, due) => {
  expect(proposedFollowUp(checkDate)).toBe(due)
})
