// Every kind of condition of the tables, met and not met; an open value meets none.
import { expect, test } from 'vitest'
import {
  holds,
  instrumentVisible,
  isByChoice,
  isRequired,
  mayTakeUp,
  skipOf,
} from '../../../domain/health-checks/conditions.ts'
import type { Condition, Field } from '../../../domain/health-checks/fields.ts'
import { FIELDS, SECTIONS } from '../../../domain/health-checks/sections.ts'
import { answered, CONTEXT, completeCheck } from './complete-check.ts'

const answers = completeCheck(
  { smoking: 'daily', exposures: ['cold'], sleepHours: 6, violenceAsked: false, violence: 'yes' },
  { instruments: { ...answered('phq2', [2, 1]), ...answered('phq9', [0, 0, 0, 0, 0, 0, 0, 0, 2, null]) } },
)

test.each<[Condition, boolean]>([
  [{ field: 'smoking', in: ['daily'] }, true],
  [{ field: 'smoking', in: ['never'] }, false],
  [{ field: 'smoking', notIn: ['never'] }, true],
  [{ field: 'smoking', notIn: ['daily'] }, false],
  [{ field: 'exposures', includes: ['cold', 'noise'] }, true],
  [{ field: 'exposures', includes: ['noise'] }, false],
  [{ field: 'smoking', includes: ['daily'] }, false],
  [{ field: 'sleepHours', atLeast: 6 }, true],
  [{ field: 'sleepHours', atLeast: 6.1 }, false],
  [{ field: 'sleepHours', below: 6.1 }, true],
  [{ field: 'sleepHours', below: 6 }, false],
  [{ field: 'smoking', atLeast: 0 }, false],
  // Open, and behind a closed question.
  [{ field: 'pain', notIn: ['yes'] }, false],
  [{ field: 'violence', in: ['yes'] }, false],
  [{ client: 'labourStatus', in: ['unemployed'] }, true],
  [{ client: 'labourStatus', in: ['employed'] }, false],
  [{ derived: 'minor', in: [false] }, true],
  [{ derived: 'minor', in: [true] }, false],
  [{ derived: 'bmiBand', in: ['normal'] }, false],
  [{ instrument: 'phq2', totalAtLeast: 3 }, true],
  [{ instrument: 'phq2', totalAtLeast: 4 }, false],
  [{ instrument: 'phq2', totalAtMost: 3 }, true],
  [{ instrument: 'phq2', totalAtMost: 2 }, false],
  [{ instrument: 'gad7', totalAtMost: 21 }, false],
  [{ instrument: 'phq9', item: 8, atLeast: 2 }, true],
  [{ instrument: 'phq9', item: 8, atLeast: 3 }, false],
  [{ instrument: 'gad7', item: 0, atLeast: 0 }, false],
  [
    {
      all: [
        { field: 'smoking', in: ['daily'] },
        { field: 'sleepHours', below: 7 },
      ],
    },
    true,
  ],
  [
    {
      all: [
        { field: 'smoking', in: ['daily'] },
        { field: 'sleepHours', below: 5 },
      ],
    },
    false,
  ],
  [
    {
      any: [
        { field: 'smoking', in: ['never'] },
        { field: 'sleepHours', below: 7 },
      ],
    },
    true,
  ],
  [
    {
      any: [
        { field: 'smoking', in: ['never'] },
        { field: 'sleepHours', below: 5 },
      ],
    },
    false,
  ],
])('%j: %s', (condition, expected) => {
  expect(holds(condition, answers, CONTEXT)).toBe(expected)
})

test('a field outside the check, as a referral has them, is required whatever was left out', () => {
  const field: Field = { key: 'ownField', type: 'text', maxLength: 10, multiline: false, mandatory: true }
  expect(isRequired(field, answers, CONTEXT)).toBe(true)
  expect(
    isRequired({ ...field, mandatory: { when: { field: 'pain', in: ['yes'] } } }, answers, CONTEXT),
  ).toBe(false)
  expect(isRequired(FIELDS.get('trade')!, answers, CONTEXT)).toBe(false)
})

test('a section is left out only when it is marked so and may be', () => {
  const left = { skipped: true, skipReason: null, notes: '' }
  const sections = { sleep: left, informed: left, pain: { ...left, skipped: false } }
  const found = SECTIONS.filter((section) => skipOf(section, { ...answers, sections }) !== null)
  expect(found.map(({ id }) => id)).toEqual(['sleep'])
})

const row = (id: string) =>
  SECTIONS.flatMap(({ instruments }) => instruments).find((instrument) => instrument.id === id)!
const none = (count: number): null[] => Array(count).fill(null)

test.each<[string, Parameters<typeof answered>[], boolean]>([
  ['PHQ-2 from 3', [['phq2', [2, 1]]], true],
  ['PHQ-2 below 3', [['phq2', [1, 1]]], false],
  ['WHO-5 of 28', [['who5', [2, 2, 1, 1, 1]]], true],
  ['WHO-5 of 32', [['who5', [2, 2, 2, 1, 1]]], false],
  [
    'WHO-5 of 28 though PHQ-2 is negative',
    [
      ['phq2', [0, 0]],
      ['who5', [2, 2, 1, 1, 1]],
    ],
    true,
  ],
])('PHQ-9 is asked for by %s: %s', (_why, given, asked) => {
  const instruments = Object.assign({}, ...given.map((one) => answered(...one)))
  const check = completeCheck({}, { instruments })
  expect(instrumentVisible(row('phq9'), check, CONTEXT)).toBe(asked)
  expect(mayTakeUp(row('phq9'), check, CONTEXT)).toBe(!asked)
})

test.each(['phq9', 'audit'])('%s may be taken up though nothing calls for it, and put away', (id) => {
  const negative = { ...answered('phq2', [0, 0]), ...answered('auditc', [1, 0, 0]) }
  const before = completeCheck({}, { instruments: negative })
  expect(mayTakeUp(row(id), before, CONTEXT)).toBe(true)
  const taken = completeCheck({}, { instruments: { ...negative, ...answered(id, none(10)) } })
  expect(mayTakeUp(row(id), taken, CONTEXT)).toBe(false)
  expect(instrumentVisible(row(id), taken, CONTEXT)).toBe(true)
  expect(isByChoice(row(id), taken, CONTEXT)).toBe(true)
  const positive = { ...answered('phq2', [3, 3]), ...answered('auditc', [4, 4, 4]) }
  const called = completeCheck({}, { instruments: { ...positive, ...answered(id, none(10)) } })
  expect(isByChoice(row(id), called, CONTEXT)).toBe(false)
})

test('an optional instrument is taken up while its condition holds, others never', () => {
  const smokes = completeCheck({ smoking: 'daily' })
  expect(mayTakeUp(row('ftnd'), smokes, CONTEXT)).toBe(true)
  expect(mayTakeUp(row('ftnd'), completeCheck(), CONTEXT)).toBe(false)
  expect(mayTakeUp(row('hsi'), completeCheck(), CONTEXT)).toBe(false)
  expect(isByChoice(row('hsi'), smokes, CONTEXT)).toBe(false)
})
