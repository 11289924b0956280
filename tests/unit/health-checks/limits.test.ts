import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LABOUR_STATUSES } from '../../../domain/clients/labour-status.ts'
import { DERIVED_NAMES } from '../../../domain/health-checks/derived.ts'
import type { Condition, Field, NumberField } from '../../../domain/health-checks/fields.ts'
import {
  crossProblems,
  hardProblems,
  softProblems,
  workYearsProblem,
} from '../../../domain/health-checks/limits.ts'
import { FIELDS, SECTIONS, sectionOfField } from '../../../domain/health-checks/sections.ts'
import { INSTRUMENTS } from '../../../domain/instruments/registry.ts'

const field = (key: string): Field => FIELDS.get(key)!
const codes = (key: string, value: unknown) => hardProblems(field(key), value).map(({ code }) => code)
const soft = (key: string, value: unknown) => softProblems(field(key), value).map(({ code }) => code)
const numbers = [...FIELDS.values()].filter(
  (one): one is NumberField => one.type === 'int' || one.type === 'decimal',
)

describe('tables', () => {
  test('keys are unique over the whole check', () => {
    const keys = SECTIONS.flatMap(({ fields }) => fields.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(SECTIONS.map(({ id }) => id)).size).toBe(SECTIONS.length)
  })

  test('every condition names fields, options, instruments and derived values that exist', () => {
    const check = (condition: Condition): void => {
      if ('all' in condition) condition.all.forEach(check)
      else if ('any' in condition) condition.any.forEach(check)
      else if ('derived' in condition) expect(DERIVED_NAMES).toContain(condition.derived)
      else if ('client' in condition)
        for (const status of condition.in) expect(LABOUR_STATUSES).toContain(status)
      else if ('instrument' in condition) expect(INSTRUMENTS.has(condition.instrument)).toBe(true)
      else {
        const asked = field(condition.field)
        expect(asked, condition.field).toBeDefined()
        const values =
          'in' in condition
            ? condition.in
            : 'notIn' in condition
              ? condition.notIn
              : 'includes' in condition
                ? condition.includes
                : []
        if (asked && 'options' in asked)
          for (const value of values) expect(asked.options.values).toContain(value)
      }
    }
    for (const section of SECTIONS) {
      for (const { showIf } of section.fields) if (showIf) check(showIf)
      for (const { id, showIf } of section.instruments) {
        expect(INSTRUMENTS.has(id), id).toBe(true)
        if (showIf) check(showIf)
      }
    }
  })

  test.each(numbers.map((one) => [one.key, one] as const))(
    '%s: soft limits lie within hard ones',
    (_key, one) => {
      expect(one.hard[0]).toBeLessThan(one.hard[1])
      if (one.soft) {
        expect(one.soft[0]).toBeGreaterThanOrEqual(one.hard[0])
        expect(one.soft[1]).toBeLessThanOrEqual(one.hard[1])
      }
      for (const edge of [...one.hard, ...(one.soft ?? [])]) expect(hardProblems(one, edge)).toEqual([])
    },
  )
})

describe('values', () => {
  test.each([
    ['height', 99.9, 'below-hard'],
    ['height', 250.1, 'above-hard'],
    ['height', 170.05, 'decimals'],
    ['height', '170', 'type'],
    ['height', Number.NaN, 'type'],
    ['pulse', 72.5, 'not-whole'],
    ['sex', 'other', 'option'],
    ['exposures', ['noise', 'noise'], 'repeated'],
    ['exposures', ['fire'], 'option'],
    ['exposures', 'noise', 'type'],
    ['birthDate', '2026-02-30', 'date'],
    ['unemployedSince', '2026-13', 'date'],
    ['graduationYear', 1949, 'below-hard'],
    ['trade', 'x'.repeat(201), 'too-long'],
    ['trade', 'joiner \u202etsivalpi', 'characters'],
    ['trade', 'half \ud83d', 'characters'],
    ['pain', 'maybe', 'type'],
    ['interpreterNeeded', 'yes', 'type'],
    ['ownGoals', Array(6).fill({}), 'too-many'],
    ['ownGoals', [{ wish: 'x' }], 'unknown-field'],
    ['ownGoals', ['x'], 'type'],
  ])('%s %o: %s', (key, value, code) => {
    expect(codes(key, value)).toContain(code)
  })

  test('nothing is required while writing', () => {
    for (const one of FIELDS.values())
      for (const value of [null, undefined]) expect(hardProblems(one, value)).toEqual([])
  })

  test('list problems lead to the cell', () => {
    expect(
      hardProblems(field('bpReadings'), [
        { sys: 120, dia: 80 },
        { sys: 301, dia: 80 },
      ]),
    ).toEqual([{ path: '1.sys', code: 'above-hard', params: { min: 60, max: 300 } }])
    expect(softProblems(field('bpReadings'), [{ sys: 210, dia: 121 }])).toMatchObject([
      { path: '0.sys', code: 'above-soft', value: 210 },
      { path: '0.dia', code: 'above-soft', value: 121 },
    ])
  })

  test('soft limits are inclusive', () => {
    expect([139.9, 140, 210, 210.1].map((cm) => soft('height', cm))).toEqual([
      ['below-soft'],
      [],
      [],
      ['above-soft'],
    ])
  })

  test('a number is refused exactly when it lies off the grid or outside the hard limits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.integer({ min: -2000, max: 200_000 }), (one, step) => {
        const value = Number(`${step}e-${one.decimals}`)
        const inside = value >= one.hard[0] && value <= one.hard[1]
        expect(hardProblems(one, value).length === 0).toBe(inside)
      }),
    )
  })
})

describe('cross checks', () => {
  const cross = (key: string, value: unknown) =>
    crossProblems(sectionOfField(key)!.fields, { [key]: value }, { checkDate: '2026-11-24' })

  test('systolic must be over diastolic by more than 9', () => {
    expect(cross('bpReadings', [{ sys: 99, dia: 90 }])).toEqual([
      { field: 'bpReadings.0.sys', code: 'bp-order' },
    ])
    expect(cross('bpReadings', [{ sys: 100, dia: 90 }])).toEqual([])
    expect(cross('bpReadings', [{ sys: 100 }, null])).toEqual([])
  })

  test.each([
    ['birthDate', '2026-11-25', 'future'],
    ['unemployedSince', '2026-12', 'future'],
    ['graduationYear', 2027, 'future'],
    ['followUpDate', '2026-11-23', 'before-check'],
  ])('%s %s: %s', (key, value, code) => {
    expect(cross(key, value)).toEqual([{ field: key, code }])
  })

  test('the day of the check itself is neither ahead nor behind', () => {
    expect(cross('birthDate', '2026-11-24')).toEqual([])
    expect(cross('followUpDate', '2026-11-24')).toEqual([])
    expect(cross('planItems', [{ dueDate: '2026-11-23' }])).toEqual([
      { field: 'planItems.0.dueDate', code: 'before-check' },
    ])
  })

  test('working years against age', () => {
    expect(workYearsProblem(16.5, '1996-01-01', '2026-11-24')).toMatchObject({
      code: 'above-soft',
      params: { max: 16 },
    })
    expect(workYearsProblem(16, '1996-01-01', '2026-11-24')).toBeNull()
    expect(workYearsProblem(16, null, '2026-11-24')).toBeNull()
  })
})

test.each<[string, unknown, string]>([
  ['height', '170', 'type'],
  ['height', Number.NaN, 'type'],
  ['childrenUnder18', 1.5, 'not-whole'],
  ['origin', 'nobody', 'option'],
  ['exposures', 'noise', 'type'],
  ['exposures', ['rain'], 'option'],
  ['exposures', ['noise', 'noise'], 'repeated'],
  ['trade', 5, 'type'],
  ['trade', 'x'.repeat(201), 'too-long'],
  ['graduationYear', 1990.5, 'not-whole'],
  ['graduationYear', 1949, 'below-hard'],
  ['graduationYear', 2101, 'above-hard'],
  ['birthDate', 20261124, 'date'],
  ['birthDate', '2026-02-30', 'date'],
  ['birthDate', '24.11.2026', 'date'],
  ['unemployedSince', '2026-13', 'date'],
  ['interpreterNeeded', 'yes', 'type'],
  ['learningDifficulties', true, 'type'],
  ['nextOfKin', 'Matti', 'type'],
  ['nextOfKin', ['Matti'], 'type'],
  ['nextOfKin', [{}, {}, {}, {}], 'too-many'],
  ['nextOfKin', [{ shoeSize: 41 }], 'unknown-field'],
])('%s takes no %j: %s', (key, value, code) => {
  expect(hardProblems(FIELDS.get(key)!, value).map((problem) => problem.code)).toEqual([code])
  expect(softProblems(FIELDS.get(key)!, value)).toEqual([])
})
