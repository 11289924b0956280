/** Releases over time: ledger, changes, groupings, corrections, frozen releases and what to do then. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../../domain/disclosure/audit.ts'
import { marginsOnly, mergeCandidates, mergeCategories } from '../../../domain/disclosure/coarsen.ts'
import { crosstab } from '../../../domain/disclosure/crosstab.ts'
import { brokenEntry, type LedgerEntry, ledgerEntries } from '../../../domain/disclosure/ledger.ts'
import { jointProblem } from '../../../domain/disclosure/ledger-problem.ts'
import { protectRelease, waysOut } from '../../../domain/disclosure/release.ts'
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
    // From a shown count, a change that is no secret only says that the new count is at least the old one.
    expect(problem.hidden).toEqual(['Δ2/a'])
    expect(problem.cells.find((cell) => cell.id === '2/b')!.lower).toBe(20)
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
    expect(problem.cells.find((cell) => cell.id === '2/b')!.lower).toBe(20)
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
    const counts = new Map(table.cells.map((cell) => [cell.key, cell.count]))
    expect(groupDisclosures(table, counts, rules)).toEqual([
      { total: 'sub', part: 'lowered', others: ['rest', 'none'] },
    ])
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
    const found = await waysOut(capped, solver)
    expect(found[0]).toEqual({ coarsening: null, possible: false, shown: 0, hidden: 0 })
    expect(found[1]).toMatchObject({
      coarsening: { kind: 'leave-out', table: 'a row of one area' },
      possible: true,
      shown: 3,
      hidden: 0,
    })
    expect(found.filter((way) => !way.possible).length).toBeGreaterThan(1)
    const stopped = await waysOut(capped, solver, { signal: { aborted: true } })
    expect(stopped).toHaveLength(1)
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
    const seen = (one: Table) => one.cells.filter((cell) => !cell.unseen).map((cell) => cell.key)
    expect(seen(marginsOnly(table)).sort()).toEqual([
      'age=old',
      'age=young',
      'all',
      'area=e',
      'area=n',
      'area=s',
    ])
    expect(seen(marginsOnly(areas({ a: 1, b: 2 })))).toEqual(['all'])
  })

  it('merge categories: the merged cells come in, their parts stay unseen in every sum', () => {
    const merged = mergeCategories(table, 'area', ['s', 'e'])
    const byKey = new Map(merged.cells.map((cell) => [cell.key, cell]))
    expect(byKey.get('area=s+area=e')).toMatchObject({ count: 3, at: { area: 's+e' }, weight: 2 })
    expect(byKey.get('area=s')!.unseen).toBe(true)
    expect(byKey.get('area=n')!.unseen).toBeUndefined()
    expect(merged.cells.filter((cell) => !cell.unseen)).toHaveLength(table.cells.length - 3)
    for (const { total, parts } of merged.relations)
      expect(parts.reduce((sum, part) => sum + byKey.get(part)!.count, 0)).toBe(byKey.get(total)!.count)
    expect(merged.relations).toContainEqual({ total: 'area=s+area=e', parts: ['area=s', 'area=e'] })
    expect(() => mergeCategories(table, 'area', ['s', 'mars'])).toThrow(/not two or more categories/)
    expect(() => mergeCategories(table, 'area', ['s', 's'])).toThrow(/not two or more categories/)
    expect(() => mergeCategories(merged, 'area', ['s', 'n'])).toThrow(/not two or more categories/)
  })

  it('merge a whole level into the total it has already', () => {
    const merged = mergeCategories(table, 'age', ['young', 'old'])
    expect(merged.relations).toHaveLength(table.relations.length)
    expect(merged.cells.filter((cell) => !cell.unseen).map((cell) => cell.key)).toEqual([
      'all',
      'area=n',
      'area=s',
      'area=e',
    ])
  })

  it('keep a person, a bound and atoms in a merged cell', () => {
    const odd = areas({ a: 1, b: 0, c: 6 })
    const known: Table = {
      ...odd,
      cells: odd.cells.map((cell) =>
        cell.key === 'a'
          ? { ...cell, only: 'p', joined: 'p', upper: 9, atoms: ['x'] }
          : { ...cell, upper: 7, atoms: [cell.key] },
      ),
    }
    expect(mergeCategories(known, 'area', ['a', 'b']).cells[0]).toMatchObject({
      key: 'a+b',
      count: 1,
      only: 'p',
      joined: 'p',
      upper: 16,
      atoms: ['x', 'b'],
    })
  })

  it('stay protected over time when classes were merged in one release only', async () => {
    const first = areas({ a: 10, b: 20, c: 15 })
    const ledger = release('1', first, [])
    const second = mergeCategories(areas({ a: 12, b: 21, c: 25 }), 'area', ['a', 'b'])
    const { hiddenKeys, result } = await protectRelease(
      { ledger, release: '2', tables: [second], rules },
      solver,
    )
    expect(result.exposed).toEqual([])
    // Three people came to the merged class, which the earlier release showed in parts.
    expect(hiddenKeys.has('a+b')).toBe(true)
    expect([...hiddenKeys].every((key) => !['a', 'b'].includes(key))).toBe(true)
    const out = ledgerEntries('2', [second], hiddenKeys, ledger, sha256)
    expect((await audit(jointProblem([...ledger, ...out], '', [], rules), [], solver)).status).toBe('safe')
    const shown = ledgerEntries('2', [second], new Set(), ledger, sha256)
    expect((await audit(jointProblem([...ledger, ...shown], '', [], rules), [], solver)).status).toBe(
      'unsafe',
    )
  })

  it('say which merge shows how many cells', async () => {
    const wide = crosstab(
      { id: 'w', dimensions: { area: ['a', 'b', 'c', 'd'] }, lowerBound: 1 },
      ['a', 'a', 'a', 'b', 'b', ...'cccccccc', ...'ddddddd'].map((area) => ({ area })),
    )
    expect(mergeCandidates(wide, 5)[0]).toEqual({
      kind: 'merge',
      table: 'w',
      dimension: 'area',
      categories: ['a', 'b'],
    })
    const shares: number[] = []
    const ways = await waysOut({ ledger: [], release: '1', tables: [wide], rules }, solver, {
      onShare: (share) => shares.push(share),
    })
    expect(ways[0]).toEqual({ coarsening: null, possible: true, shown: 2, hidden: 3 })
    expect(ways[1]).toMatchObject({ coarsening: { categories: ['a', 'b'] }, shown: 4, hidden: 0 })
    expect(shares.at(-1)).toBe(1)
    // It can go out as it is: nothing is left out altogether.
    expect(ways.slice(1).every((way) => way.coarsening?.kind === 'merge')).toBe(true)
  })

  it('let nobody see the cells of others through his own, or miss who joined', () => {
    const ledger = release('1', areas({ a: 10, b: 20 }), ['a', 'b'])
    const next = areas({ a: 11, b: 21 })
    const table: Table = {
      ...next,
      cells: next.cells.map((cell) =>
        cell.key === 'all' ? cell : { ...cell, joined: cell.key === 'a' ? 'ann' : 'bob' },
      ),
    }
    const own: Table = {
      id: 'own',
      kind: 'flow',
      lowerBound: 1,
      relations: [],
      cells: [{ key: 'seen', count: 1, only: 'ann' }],
    }
    const problem = jointProblem(ledger, '2', [table, own], rules)
    expect(problem.groups).toEqual([['2/seen', 'Δ2/a']])
    // A flow has no change since the release before.
    const flows = jointProblem(
      [{ ...ledger[0]!, kind: 'flow' }],
      '2',
      [{ ...areas({ a: 11, b: 21 }), kind: 'flow' }],
      rules,
    )
    expect(flows.cells.filter((cell) => cell.id.startsWith('Δ'))).toEqual([])
  })

  it('keep a count that falls to nothing in the problem', () => {
    const problem = jointProblem(release('1', areas({ a: 7, b: 9 }), []), '2', [areas({ a: 0, b: 9 })], rules)
    expect(problem.relations).toContainEqual({ total: '2/a', parts: ['1/a', 'Δ2/a'] })
    expect(problem.cells.find((cell) => cell.id === 'Δ2/a')).toMatchObject({ count: -7 })
    const never = jointProblem([], '1', [areas({ a: 0, b: 9 })], rules)
    expect(never.cells.map((cell) => cell.id)).toEqual(['1/b', '1/all'])
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
