/** Malformed problems are refused with the place named. */
import { describe, expect, it } from 'vitest'
import { readAttackView } from '../../../domain/disclosure/audit-file.ts'
import { ProblemError, parseProblem } from '../../../domain/disclosure/problem.ts'

const table = (change: Record<string, unknown> = {}) => ({
  cells: [
    { id: 'a', count: 2 },
    { id: 'b', count: 5 },
    { id: 't', count: 7 },
  ],
  relations: [{ total: 't', parts: ['a', 'b'] }],
  ...change,
})

const faults: [string, Record<string, unknown>, RegExp][] = [
  [
    'sums that do not add up',
    { relations: [{ total: 'b', parts: ['a', 't'] }] },
    /^relations\[0\]: the total "b" is 5, but its parts add up to 9/,
  ],
  [
    'an unknown part',
    { relations: [{ total: 't', parts: ['a', 'x'] }] },
    /^relations\[0\]\.parts\[1\]: there is no cell "x"/,
  ],
  ['an unknown total', { relations: [{ total: 'x', parts: ['a', 'b'] }] }, /^relations\[0\]\.total/],
  [
    'a repeated id',
    {
      cells: [
        { id: 'a', count: 1 },
        { id: 'a', count: 1 },
      ],
      relations: [],
    },
    /^cells\[1\]\.id: "a" is used twice/,
  ],
  ['a fraction', { cells: [{ id: 'a', count: 1.5 }], relations: [] }, /^cells\[0\]\.count/],
  [
    'a negative count',
    { cells: [{ id: 'a', count: -1 }], relations: [] },
    /^cells\[0\]\.count: "a" has a negative count/,
  ],
  [
    'a count above its bound',
    { cells: [{ id: 'a', count: 5, upper: 4 }], relations: [] },
    /^cells\[0\]\.upper/,
  ],
  [
    'a count below its bound',
    { cells: [{ id: 'a', count: 5, lower: 6 }], relations: [] },
    /^cells\[0\]\.lower/,
  ],
  [
    'a zero whose bounds cross',
    { cells: [{ id: 'a', count: 0, lower: 6, upper: 4 }], relations: [] },
    /^cells\[0\]\.lower: "a" has the lower bound 6, above its upper bound 4/,
  ],
  ['no cells', { cells: [], relations: [] }, /^cells/],
  ['an unknown published cell', { published: ['a', 'y'] }, /^published\[1\]: there is no cell "y"/],
  ['an unknown group member', { groups: [['a'], ['z']] }, /^groups\[1\]\[0\]/],
  [
    'a cell both shown and hidden',
    { published: ['a'], hidden: ['a'] },
    /^published\[0\]: "a" is also in hidden/,
  ],
  [
    'a part given twice',
    { relations: [{ total: 't', parts: ['a', 'a', 'b'] }] },
    /^relations\[0\]\.parts\[1\]: "a" is in the sum twice/,
  ],
  ['a misspelt rule', { minupper: 5 }, /^minupper: is not a field of a problem; did you mean "minUpper"/],
  ['a rule with letters missing', { treshold: 10 }, /^treshold: .*did you mean "threshold"/],
  ['a rule written out', { minimumUpper: 9 }, /^minimumUpper: .*did you mean "minUpper"/],
  [
    'a misspelt bound of a cell',
    { cells: [{ id: 'a', count: 1, uper: 3 }], relations: [] },
    /^cells\[0\]\.uper: is not a field of a cell; did you mean "upper"/,
  ],
  [
    'a fall without a bound of its own',
    { cells: [{ id: 'a', count: -2 }], relations: [], hidden: ['a'] },
    /^cells\[0\]\.lower: "a" counts -2/,
  ],
  ['a wrong lower bound', { lowerBound: 2 }, /^lowerBound/],
]

describe('parseProblem', () => {
  it.each(faults)('refuses %s', (_, change, sentence) => {
    expect(() => parseProblem(table(change))).toThrow(ProblemError)
    expect(() => parseProblem(table(change))).toThrow(sentence)
  })

  it('refuses what is not an object', () => {
    expect(() => parseProblem([])).toThrow(/^the file/)
  })

  it('fills in the rules', () => {
    expect(parseProblem(table())).toMatchObject({
      threshold: 5,
      minUpper: 5,
      minWidth: 1,
      lowerBound: 1,
      primary: ['a'],
      singleRespondents: true,
    })
    expect(parseProblem(table({ minUpper: null, threshold: 8 }))).toMatchObject({
      minUpper: null,
      primary: ['a', 'b', 't'],
    })
    expect(parseProblem(table({ groups: ['a', 'b'] })).groups).toEqual([['a', 'b']])
    expect(parseProblem(table({ note: 'free text is let through' })).primary).toEqual(['a'])
    const labelled = [{ id: 'a', count: 2, label: 'Inari', row: 1, code: 'x', name: 'y' }]
    expect(parseProblem({ cells: labelled, relations: [] }).primary).toEqual(['a'])
  })
})

describe('the auditor reads for itself and', () => {
  it.each([
    ['sums', { relations: [{ total: 'b', parts: ['a', 't'] }] }, /relations\[0\]/],
    [
      'a repeated id',
      {
        cells: [
          { id: 'a', count: 1 },
          { id: 'a', count: 1 },
        ],
      },
      /cells\[1\]\.id/,
    ],
    ['an id that is no text', { cells: [{ id: 3, count: 1 }] }, /cells\[0\]\.id/],
    ['a cell that is no object', { cells: [3] }, /cells\[0\]: must be an object/],
    ['a fraction', { cells: [{ id: 'a', count: 0.5 }] }, /whole number/],
    ['a bound below the count', { cells: [{ id: 'a', count: 5, upper: 2 }] }, /cells\[0\]\.upper/],
    [
      'a zero whose bounds cross',
      { cells: [{ id: 'a', count: 0, lower: 6, upper: 4 }] },
      /cells\[0\]\.lower/,
    ],
    ['a bad weight', { cells: [{ id: 'a', count: 5, weight: -2 }] }, /weight/],
    ['no list', { relations: 3 }, /relations: must be a list/],
    ['a sum that is no object', { relations: [3] }, /relations\[0\]: must be an object/],
    ['an unknown group member', { groups: ['q'] }, /groups\[0\]/],
  ])('refuses %s', (_, change, sentence) => {
    expect(() => readAttackView(table(change), [])).toThrow(sentence)
  })

  it('refuses an unknown hidden cell and what is no file', () => {
    expect(() => readAttackView(table(), ['nobody'])).toThrow(/suppressed\[0\]/)
    expect(() => readAttackView(null, [])).toThrow(/the file/)
  })

  it('takes a shown zero and a published cell as known', () => {
    const file = {
      cells: [
        { id: 'a', count: 0 },
        { id: 'b', count: 5 },
        { id: 't', count: 5 },
      ],
      relations: [{ total: 't', parts: ['a', 'b'] }],
      published: ['t'],
    }
    expect(readAttackView(file, ['a', 'b', 't']).unknown.map((cell) => cell.id)).toEqual(['b'])
  })
})
