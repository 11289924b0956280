// Zeros of special categories: hidden like small counts, unless nobody is there to be counted; what files may never show.
import { beforeAll, expect, test } from 'vitest'
import { quarterTables } from '../../../domain/aggregates/release-tables.ts'
import { auditReleases } from '../../../domain/aggregates/released.ts'
import { RULES } from '../../../domain/aggregates/rules.ts'
import type { Counted } from '../../../domain/aggregates/tally.ts'
import { audit } from '../../../domain/disclosure/audit.ts'
import { parseProblem } from '../../../domain/disclosure/problem.ts'
import { protect } from '../../../domain/disclosure/protect.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { planRelease, type ReleasePlan } from '../../../main/server/release-plan.ts'
import { allHidden } from '../import/make-package.ts'
import { randomQuarters } from './people.ts'

const hiddenIn = ({ states }: ReleasePlan) =>
  new Set([...states].flatMap(([id, state]) => (state === 'shown' ? [] : [id])))

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})

test('where nobody of a sex takes part the zero is implied and shown; any other zero is hidden', async () => {
  const [people] = randomQuarters(1, [30])
  const tables = quarterTables({ ...people!, counted: people!.counted.filter(({ sex }) => sex !== 'other') })
  const cells = new Map(tables.flatMap((table) => table.cells.map((cell) => [cell.key, cell] as const)))
  expect(cells.get('special|other|minority')).toMatchObject({ count: 0, implied: true })
  expect(people!.counted.filter(({ sex }) => sex === 'other')).toHaveLength(1)
  const plan = await planRelease([], people!, { seconds: 2 })
  const states = [...plan.states].filter(([id]) => id.startsWith('special|'))
  expect(states).toHaveLength(8)
  for (const [id, state] of states)
    if ((plan.counts.get(id) ?? 0) < RULES.threshold) expect(state, id).toBe('primary')
})

test('the first of a category joins: earlier zeros were hidden, and the release goes out', async () => {
  const [first, second] = randomQuarters(5, [20, 8])
  const none = (all: readonly Counted[]): Counted[] => all.map((one) => ({ ...one, special: [] }))
  const counted = none(second!.counted)
  counted[counted.length - 1] = { ...counted.at(-1)!, special: ['minority'] }
  const before = { ...first!, counted: none(first!.counted), fresh: none(first!.fresh) }
  const plan = await planRelease([], before, { seconds: 2 })
  const hidden = hiddenIn(plan)
  expect(hidden.has('special|T|minority')).toBe(true)
  const after = { ...second!, counted, fresh: counted.slice(first!.counted.length) }
  const next = await planRelease([{ ...before, hidden, coarser: [] }], after, { seconds: 3 })
  expect(next.counts.get('special|T|minority')).toBe(1)
  expect(next.states.get('special|T|minority')).toBe('primary')
})

test('that all who joined are of one category is a disclosure, though every figure is large', async () => {
  const [first, second] = randomQuarters(7, [60, 12])
  const women = (all: readonly Counted[], special: (at: number) => string[]) =>
    all.map((one, at) => ({ ...one, sex: 'female' as const, special: special(at) }))
  // A third of the first sixty, and all of the next twelve.
  const old = women(first!.counted, (at) => (at % 3 === 0 ? ['disability'] : []))
  const fresh = women(second!.fresh, () => ['disability'])
  const nobody = { checked: [], referred: [], achieved: [], newlyAchieved: [] }
  const before = { quarter: first!.quarter, counted: old, fresh: old, ...nobody }
  const after = { quarter: second!.quarter, counted: [...old, ...fresh], fresh, ...nobody }
  const shown = (people: typeof before) => ({
    quarter: people.quarter,
    coarser: [],
    values: new Map(
      quarterTables(people).flatMap((table) =>
        table.cells.flatMap(({ key, count, unseen }) =>
          unseen ? [] : [[key, count === 0 || count >= RULES.threshold ? count : null] as const],
        ),
      ),
    ),
  })
  const { exposed } = await auditReleases([shown(before), shown(after)], solver, RULES)
  expect(exposed).toContain('special|T|disability/rest+2026-Q2')
  const plan = await planRelease([], before, { seconds: 2 })
  const hidden = hiddenIn(plan)
  expect(hidden.has('special|T|disability')).toBe(false)
  const next = await planRelease([{ ...before, hidden, coarser: [] }], after, { seconds: 3 })
  expect(next.states.get('special|T|disability')).toBe('secondary')
})

test('a file that shows a small figure, or a zero where somebody could be, gives it away', async () => {
  const file = allHidden()
  expect((await auditReleases([file], solver, RULES)).status).toBe('safe')
  const showing = async (id: string, value: number) => {
    const values = new Map(file.values).set(id, value)
    return auditReleases([{ ...file, values }], solver, RULES)
  }
  const tables = quarterTables(randomQuarters(1, [30])[0]!)
  const counts = new Map(tables.flatMap(({ cells }) => cells.map(({ key, count }) => [key, count] as const)))
  const small = [...file.values.keys()].find(
    (id) => counts.get(id)! > 0 && counts.get(id)! < RULES.threshold,
  )!
  expect((await showing(small, counts.get(small)!)).exposed).toContain(`${small}@2026-Q1`)
  const zero = [...file.values].find(
    ([id, value]) => id.startsWith('special|') && value === null && counts.get(id) === 0,
  )![0]
  expect((await showing(zero, 0)).exposed).toContain(`${zero}@2026-Q1`)
})

test('a cell for outsiders only may be told to a respondent, in the search and in the audit', async () => {
  const file = {
    cells: [
      { id: 'all', count: 20 },
      { id: 'f', count: 19 },
      { id: 'o', count: 1 },
      { id: 'o-yes', count: 0, lower: 0, outsidersOnly: true },
      { id: 'o-no', count: 1, lower: 0 },
      { id: 'f-yes', count: 7 },
      { id: 'f-no', count: 12 },
      { id: 'yes', count: 7 },
    ],
    relations: [
      { total: 'all', parts: ['f', 'o'] },
      { total: 'o', parts: ['o-yes', 'o-no'] },
      { total: 'f', parts: ['f-yes', 'f-no'] },
      { total: 'yes', parts: ['f-yes', 'o-yes'] },
    ],
    hidden: ['o-yes', 'o-no', 'f-no'],
    primary: ['o', 'o-yes'],
    minUpper: 3,
    groups: [['o', 'o-no']],
  }
  const found = await protect(parseProblem(file), solver)
  expect(found.status).toBe('optimal')
  expect((await audit(file, found.suppressed, solver)).status).toBe('safe')
  // Asked for by everybody: the one who knows 'o' and 'o-no' learns that nobody said yes.
  const cells = file.cells.map((cell) => (cell.id === 'o-yes' ? { ...cell, outsidersOnly: false } : cell))
  expect((await protect(parseProblem({ ...file, cells }), solver)).status).toBe('infeasible')
  const told = await audit({ ...file, cells }, found.suppressed, solver)
  expect([told.status, told.exposed]).toEqual(['unsafe', ['o-yes']])
})
