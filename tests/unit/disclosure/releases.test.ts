/** Releases over time: ledger, changes, groupings, corrections, frozen releases and what to do then. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../../domain/disclosure/audit.ts'
import { crosstab } from '../../../domain/disclosure/crosstab.ts'
import { brokenEntry, type LedgerEntry, ledgerEntries } from '../../../domain/disclosure/ledger.ts'
import { jointProblem } from '../../../domain/disclosure/ledger-problem.ts'
import { mergeCategories, mergeHints } from '../../../domain/disclosure/merge.ts'
import { marginsOnly, proposals, protectRelease } from '../../../domain/disclosure/release.ts'
import { simulate } from '../../../domain/disclosure/simulation.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import {
  groupDisclosures,
  isSensitiveCount,
  numeratorBounds,
  STANDARD_RULES,
  type Table,
} from '../../../domain/disclosure/tables.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const rules = { ...STANDARD_RULES, timeLimit: 2 }

/** One row of areas with a total. */
const areas = (counts: Record<string, number>): Table => ({
  id: 'areas',
  lowerBound: 1,
  cells: [
    ...Object.entries(counts).map(([key, count]) => ({ key, count, at: { area: key } })),
    { key: 'all', count: Object.values(counts).reduce((a, b) => a + b, 0), at: {}, weight: 3 },
  ],
  relations: [{ total: 'all', parts: Object.keys(counts) }],
})
const release = (name: string, table: Table, hidden: string[], before: LedgerEntry[] = []): LedgerEntry[] => [
  ...before,
  ...ledgerEntries(name, [table], new Set(hidden), before, sha256),
]

describe('ledger', () => {
  const ledger = release(
    '2027-Q2',
    areas({ a: 8, b: 9 }),
    ['b'],
    release('2027-Q1', areas({ a: 7, b: 0 }), ['b']),
  )

  it('chains its entries and notices a change', () => {
    expect(ledger[1]!.previous).toBe(ledger[0]!.hash)
    expect(brokenEntry(ledger, sha256)).toBeUndefined()
    const forged = ledger.map((entry, k) => (k === 0 ? { ...entry, cells: entry.cells.slice(1) } : entry))
    expect(brokenEntry(forged, sha256)).toBe(forged[0])
    expect(brokenEntry(ledger.slice(1), sha256)).toBe(ledger[1])
  })

  it('shows zeros outside the sensitive tables', () => {
    expect(ledger[0]!.cells.find((cell) => cell.key === 'b')!.shown).toBe(true)
    expect(ledger[1]!.cells.find((cell) => cell.key === 'b')!.shown).toBe(false)
  })
})

describe('joint problem', () => {
  it('makes the change between two releases a sensitive cell', () => {
    const ledger = release('1', areas({ a: 10, b: 20 }), [])
    const problem = jointProblem(ledger, '2', [areas({ a: 12, b: 30 })], rules)
    expect(problem.primary).toEqual(['Δ2/a'])
    expect(problem.hidden).toContain('Δ2/b')
    expect(problem.published).toEqual(['1/a', '1/b', '1/all'])
    expect(problem.relations).toContainEqual({ total: '2/a', parts: ['1/a', 'Δ2/a'] })
  })

  it('lets counts fall only by a correction, which is sensitive too', () => {
    const problem = jointProblem(
      release('1', areas({ a: 10, b: 20 }), []),
      '2',
      [areas({ a: 9, b: 20 })],
      rules,
    )
    expect(problem.cells.find((cell) => cell.id === 'Δ2/a')).toMatchObject({ count: -1, lower: -1000 })
    expect(problem.cells.find((cell) => cell.id === 'Δ2/b')).toMatchObject({ count: 0, lower: 0 })
    expect(problem.primary).toEqual(['Δ2/a', 'Δ2/all'])
  })

  it('refuses tables that disagree on a cell', () => {
    expect(() => jointProblem([], '1', [areas({ a: 5 }), areas({ a: 6 })], rules)).toThrow(/"a" counts 5/)
  })

  it('finds the few people between two groupings without a common sum', async () => {
    const atomCounts = { x: 20, y: 30, z: 2 }
    const table: Table = {
      id: 'two groupings',
      lowerBound: 1,
      atomCounts,
      relations: [],
      cells: [
        { key: 'county', count: 52, atoms: ['x', 'y', 'z'] },
        { key: 'district', count: 50, atoms: ['x', 'y'] },
      ],
    }
    const problem = jointProblem([], '1', [table], rules)
    expect(problem.primary).toEqual(['1/∩z'])
    expect((await audit(problem, [], solver)).exposed).toEqual(['1/∩z'])
    const { hiddenKeys } = await protectRelease({ ledger: [], release: '1', tables: [table], rules }, solver)
    expect(hiddenKeys.size).toBe(1)
    const later = jointProblem(ledgerEntries('1', [table], hiddenKeys, [], sha256), '', [], rules)
    expect((await audit(later, [], solver)).status).toBe('safe')
  })

  it('protects the small rest of a total that nearly all falls into a sensitive category', async () => {
    const table: Table = {
      id: 'health',
      lowerBound: 0,
      sensitiveParts: ['lowered'],
      cells: [
        { key: 'lowered', count: 9 },
        { key: 'good', count: 6 },
        { key: 'other', count: 7 },
        { key: 'all', count: 22 },
        { key: 'sub', count: 10 },
        { key: 'rest', count: 1 },
        { key: 'none', count: 0 },
      ],
      relations: [
        { total: 'all', parts: ['lowered', 'good', 'other'] },
        { total: 'sub', parts: ['lowered', 'rest', 'none'] },
      ],
    }
    expect(groupDisclosures(table, 2)).toEqual([['sub', 'lowered']])
    const problem = jointProblem([], '1', [table], rules)
    expect(problem.primary).toContain('~1/sub − lowered')
    const { result, hiddenKeys } = await protectRelease(
      { ledger: [], release: '1', tables: [table], rules },
      solver,
    )
    expect(result.exposed).toEqual([])
    expect(hiddenKeys.has('lowered') || hiddenKeys.has('sub')).toBe(true)
  })
})

describe('release after release', () => {
  it('hides the new figure when one person joined', async () => {
    const first = await protectRelease(
      { ledger: [], release: '1', tables: [areas({ a: 10, b: 20, c: 15 })], rules },
      solver,
    )
    expect(first.hiddenKeys.size).toBe(0)
    const ledger = release('1', areas({ a: 10, b: 20, c: 15 }), [])
    const second = await protectRelease(
      { ledger, release: '2', tables: [areas({ a: 11, b: 28, c: 22 })], rules },
      solver,
    )
    expect(second.result.status).toBe('optimal')
    expect(second.hiddenKeys.has('a')).toBe(true)
    expect(second.hiddenKeys.size).toBe(2)
    const out = release('2', areas({ a: 11, b: 28, c: 22 }), [...second.hiddenKeys], ledger)
    expect((await audit(jointProblem(out, '', [], rules), [], solver)).status).toBe('safe')
    expect(
      (
        await audit(
          jointProblem(release('2', areas({ a: 11, b: 28, c: 22 }), [], ledger), '', [], rules),
          [],
          solver,
        )
      ).exposed,
    ).toContain('Δ2/a')
  })

  it('must come after the earlier ones', async () => {
    const ledger = release('2', areas({ a: 10, b: 20 }), [])
    await expect(protectRelease({ ledger, release: '1', tables: [], rules }, solver)).rejects.toThrow(
      /does not come after 2/,
    )
  })

  it('proposes a smaller release when nothing protects the whole one', async () => {
    const doubled: Table = { ...areas({ a: 2, b: 0, c: 0 }), id: 'a row of one area' }
    const input = {
      ledger: [],
      release: '1',
      tables: [
        doubled,
        {
          ...areas({ p: 30, q: 40 }),
          cells: areas({ p: 30, q: 40 }).cells.map((cell) =>
            cell.key === 'all' ? { ...cell, key: 'sum' } : cell,
          ),
          relations: [{ total: 'sum', parts: ['p', 'q'] }],
          id: 'fine',
        },
      ],
      rules: { ...rules, minUpper: 5 },
    }
    const capped = {
      ...input,
      tables: [{ ...doubled, cells: doubled.cells.map((cell) => ({ ...cell, upper: 3 })) }, input.tables[1]!],
    }
    expect((await protectRelease(capped, solver)).result.status).toBe('infeasible')
    const found = await proposals(capped, solver)
    expect(found[0]).toEqual({ kind: 'leave-out', table: 'a row of one area', shown: 3 })
    expect(found.at(-1)).toEqual({ kind: 'delay', table: '', shown: 0 })
  })

  it('plays a year without exposing anyone', async () => {
    const rows = await simulate({ seed: 5, quarters: 3, stations: 2, sha256 }, solver)
    expect(rows).toHaveLength(9)
    expect(rows.map((row) => row.exposed)).toEqual(rows.map(() => 0))
    expect(rows.every((row) => row.share >= 0 && row.share <= 1)).toBe(true)
    expect(rows.some((row) => row.share > 0)).toBe(true)
  })
})

describe('tables', () => {
  const people = [
    ...Array.from({ length: 6 }, () => ({ area: 'n', age: 'young' })),
    ...Array.from({ length: 2 }, () => ({ area: 's', age: 'young' })),
    { area: 's', age: 'old' },
    { area: 'elsewhere', age: 'old' },
  ]
  const table = crosstab(
    {
      id: 't',
      dimensions: { area: ['n', 's', 'e'], age: ['young', 'old'] },
      lowerBound: 1,
      weightOfTotals: (totals) => 1 + totals,
      sensitive: { dimension: 'age', categories: ['old'] },
    },
    people,
  )

  it('are counted with all margins', () => {
    const count = Object.fromEntries(table.cells.map((cell) => [cell.key, cell.count]))
    expect(count).toMatchObject({
      all: 9,
      'area=n': 6,
      'age=old': 1,
      'age=young|area=s': 2,
      'age=old|area=e': 0,
    })
    expect(table.cells.find((cell) => cell.key === 'all')!.weight).toBe(3)
    expect(table.sensitiveParts).toContain('age=old|area=s')
    expect(table.relations).toContainEqual({ total: 'area=s', parts: ['age=young|area=s', 'age=old|area=s'] })
    expect(marginsOnly(table).cells.map((cell) => cell.key)).not.toContain('age=young|area=s')
  })

  it('merge two categories, sums included', () => {
    const merged = mergeCategories(table, 'area', 's', 'e')
    expect(merged.cells).toHaveLength(table.cells.length - 3)
    const count = new Map(merged.cells.map((cell) => [cell.key, cell.count]))
    expect(count.get('area=e+area=s')).toBe(3)
    for (const { total, parts } of merged.relations)
      expect(parts.reduce((sum, part) => sum + count.get(part)!, 0)).toBe(count.get(total))
    expect(merged.relations).toContainEqual({ total: 'all', parts: ['area=n', 'area=e+area=s'] })
    expect(() => mergeCategories(table, 'area', 's', 'mars')).toThrow(/not both categories/)
  })

  it('drop a sum that holds only one of the merged categories', () => {
    const odd: Table = {
      ...areas({ a: 4, b: 5, c: 6 }),
      relations: [{ total: 'all', parts: ['a', 'b', 'c'] }],
    }
    const grouped: Table = {
      ...odd,
      cells: [...odd.cells, { key: 'ab', count: 9, at: { group: 'ab' } }],
      relations: [...odd.relations, { total: 'ab', parts: ['a', 'b'] }],
    }
    expect(mergeCategories(grouped, 'area', 'b', 'c').relations).toEqual([
      { total: 'all', parts: ['a', 'b+c'] },
    ])
  })

  it('get hints which merge saves how many cells', async () => {
    const wide = crosstab(
      { id: 'w', dimensions: { area: ['a', 'b', 'c', 'd'] }, lowerBound: 1 },
      ['a', 'a', 'a', 'b', 'b', ...'cccccccc', ...'ddddddd'].map((area) => ({ area })),
    )
    const hints = await mergeHints(wide, 5, async (one) => {
      const { result } = await protectRelease({ ledger: [], release: '1', tables: [one], rules }, solver)
      return result.status === 'optimal' ? result.suppressed.length : null
    })
    expect(hints[0]).toEqual({ dimension: 'area', first: 'a', second: 'b', saved: 3 })
  })

  it('know small counts and what a percentage tells', () => {
    expect([0, 1, 4, 5, -2].map((count) => isSensitiveCount(count, 1, 5))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ])
    expect(isSensitiveCount(0, 0, 5)).toBe(true)
    expect(numeratorBounds(33, 0, 12)).toEqual({ lower: 4, upper: 4 })
    expect(numeratorBounds(33, 0, 400)).toEqual({ lower: 130, upper: 134 })
    expect(numeratorBounds(0, 0, 50)).toEqual({ lower: 0, upper: 0 })
  })
})
