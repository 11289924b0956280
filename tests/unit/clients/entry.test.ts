import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BACKGROUND_ANSWERS, EDUCATIONS, type EntryInput } from '../../../domain/clients/client.schema.ts'
import {
  ageBandOf,
  ageOn,
  exitResultDue,
  immediateResultsOf,
  isWithinProject,
  missingOfMinimumRecord,
  outputIndicatorsOf,
} from '../../../domain/clients/entry.ts'
import {
  LABOUR_STATUSES,
  labourIndicatorsOf,
  PROJECT_CLASSES,
  projectClassOf,
  statusBySince,
} from '../../../domain/clients/labour-status.ts'

const background = fc.constantFrom(...BACKGROUND_ANSWERS)
const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
const entry: fc.Arbitrary<EntryInput> = fc.record({
  entryDate: day('2025-09-01', '2028-08-31'),
  labourStatus: fc.constantFrom(...LABOUR_STATUSES),
  education: fc.constantFrom(...EDUCATIONS),
  disability: background,
  thirdCountry: background,
  foreignBackground: background,
  minority: background,
  housingExclusion: background,
  rural: background,
})
const person = fc.record({
  birthDate: day('1940-01-01', '2012-01-01'),
  sex: fc.constantFrom('female', 'male', 'other'),
})

describe('ESF+ invariants', () => {
  test('a complete record counts once in EECO01 and once in each partition', () => {
    fc.assert(
      fc.property(person, entry, (who, record) => {
        const codes = outputIndicatorsOf(who, record)
        const among = (...wanted: string[]) => codes.filter((code) => wanted.includes(code)).length
        expect(among('EECO01')).toBe(1)
        expect(among('EECO02', 'EECO04', 'EECO05')).toBe(1)
        expect(among('EECO09', 'EECO10', 'EECO11')).toBe(1)
        expect(among('EECO06', 'EECO07', 'EECO08')).toBeLessThanOrEqual(1)
        if (codes.includes('EECO03')) expect(codes).toContain('EECO02')
        expect(new Set(codes).size).toBe(codes.length)
      }),
    )
  })

  test('sums over participants: 02 + 04 + 05 = 01, project classes add up too', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(person, entry), { maxLength: 30 }), (people) => {
        const codes = people.flatMap(([who, record]) => outputIndicatorsOf(who, record))
        const count = (code: string) => codes.filter((other) => other === code).length
        expect(count('EECO02') + count('EECO04') + count('EECO05')).toBe(count('EECO01'))
        const inClass = (name: string) =>
          people.filter(([, record]) => projectClassOf(record.labourStatus) === name).length
        expect(PROJECT_CLASSES.reduce((sum, name) => sum + inClass(name), 0)).toBe(people.length)
        expect(inClass('student') + inClass('outside')).toBe(count('EECO04'))
      }),
    )
  })

  test('an incomplete minimum record counts nowhere; refused answers do not matter', () => {
    fc.assert(
      fc.property(entry, (record) => {
        expect(outputIndicatorsOf({ birthDate: null, sex: 'female' }, record)).toEqual([])
        expect(outputIndicatorsOf({ birthDate: '1990-01-01', sex: 'unknown' }, record)).toEqual([])
      }),
    )
    expect(missingOfMinimumRecord({ birthDate: null, sex: null }, {})).toEqual([
      'sex',
      'labourStatus',
      'birthDate',
      'education',
    ])
  })

  test('only an answered yes counts among the background answers', () => {
    const base: EntryInput = {
      entryDate: '2026-01-01',
      labourStatus: 'student',
      education: 'isced0-2',
      disability: 'yes',
      thirdCountry: 'no',
      foreignBackground: 'not_answered',
      minority: 'not_asked',
      housingExclusion: 'yes',
      rural: 'yes',
    }
    expect(outputIndicatorsOf({ birthDate: '2010-01-01', sex: 'male' }, base)).toEqual([
      'EECO01',
      'EECO04',
      'EECO06',
      'EECO09',
      'EECO12',
      'EECO16',
      'EECO17',
    ])
  })
})

describe('age', () => {
  test.each([
    ['2008-01-02', '2026-01-01', 17, 'under18'],
    ['2008-01-01', '2026-01-01', 18, '18-29'],
    ['1996-01-02', '2026-01-01', 29, '18-29'],
    ['1996-01-01', '2026-01-01', 30, '30-54'],
    ['1971-01-02', '2026-01-01', 54, '30-54'],
    ['1971-01-01', '2026-01-01', 55, '55plus'],
    ['2000-02-29', '2018-02-28', 17, 'under18'],
    ['2000-02-29', '2018-03-01', 18, '18-29'],
  ])('born %s, on %s: %i', (birth, on, age, band) => {
    expect(ageOn(birth, on)).toBe(age)
    expect(ageBandOf(age)).toBe(band)
  })
})

describe('exit', () => {
  test('base groups of the immediate results', () => {
    const all = {
      exitStatus: 'employed',
      exitJobSearch: true,
      exitEducation: true,
      exitQualification: true,
    } as const
    expect(immediateResultsOf('outside_other', all)).toEqual(['EECR01', 'EECR02', 'EECR03', 'EECR04'])
    expect(immediateResultsOf('student', all)).toEqual(['EECR01', 'EECR03', 'EECR04'])
    expect(immediateResultsOf('unemployed', all)).toEqual(['EECR02', 'EECR03', 'EECR04'])
    expect(immediateResultsOf('employed', all)).toEqual(['EECR02', 'EECR03'])
  })

  test('results count for 28 days', () => {
    expect(exitResultDue('2026-02-15')).toBe('2026-03-15')
    expect(exitResultDue('2026-12-20')).toBe('2027-01-17')
  })

  test('the project period', () => {
    expect(isWithinProject('2025-08-31')).toBe(false)
    expect(isWithinProject('2025-09-01')).toBe(true)
    expect(isWithinProject('2028-08-31')).toBe(true)
    expect(isWithinProject('2028-09-01')).toBe(false)
  })
})

test('long-term unemployment is within unemployment', () => {
  expect(labourIndicatorsOf('long_term_unemployed')).toEqual(['EECO02', 'EECO03'])
  expect(projectClassOf('long_term_unemployed')).toBe('unemployed')
})

test.each([
  ['unemployed', '2020-01', '2026-11-24', 'long_term_unemployed'],
  ['unemployed', '2025-11', '2026-11-01', 'long_term_unemployed'],
  ['unemployed', '2025-12', '2026-11-24', null],
  ['long_term_unemployed', '2026-11', '2026-11-24', 'unemployed'],
  ['long_term_unemployed', '2025-11', '2026-11-24', null],
  ['unemployed', '2026-12', '2026-11-24', null],
  ['unemployed', null, '2026-11-24', null],
  ['student', '2020-01', '2026-11-24', null],
] as const)('%s since %s speaks on %s for %s', (status, since, day, proposed) => {
  expect(statusBySince(status, since, day)).toBe(proposed)
})
