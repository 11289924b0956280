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
import { planRelease } from '../../../main/server/release-plan.ts'
import { allHidden } from '../import/make-package.ts'
import { randomQuarters } from './people.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})

test('nobody of a kind: the zero is implied; one of a kind: it is that person’s own answer', async () => {
  const [people] = randomQuarters(1, [30])
  const others = people!.counted.filter(({ sex }) => sex === 'other')
  expect(others).toHaveLength(1)
  const cellsOf = (counted: readonly Counted[]) => {
    const tables = quarterTables({ ...people!, counted, fresh: counted, checked: [], referred: [] })
    return new Map(tables.flatMap(({ cells }) => cells.map((cell) => [cell.key, cell] as const)))
  }
  const one = cellsOf(people!.counted.map((each) => (each.sex === 'other' ? { ...each, special: [] } : each)))
  expect(one.get('special|other|minority')).toMatchObject({ count: 0, only: others[0]!.person })
  expect(one.get('special|other|minority')?.implied).toBeUndefined()
  const none = cellsOf(people!.counted.filter(({ sex }) => sex !== 'other'))
  expect(none.get('special|other|minority')).toMatchObject({ count: 0, implied: true })
  const plan = await planRelease([], people!, { seconds: 2 })
  for (const [id, state] of plan.states)
    if (id.startsWith('special|') && (plan.counts.get(id) ?? 0) < RULES.threshold)
      expect(state, id).toBe('primary')
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

test('a hidden zero of a group is no disclosure to the group’s respondent, in the search and in the audit', async () => {
  const file = {
    cells: [
      { id: 'all', count: 20 },
      { id: 'f', count: 19 },
      { id: 'o', count: 1 },
      { id: 'o-yes', count: 0, lower: 0 },
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
  }
  const mine = { ...file, groups: [['o', 'o-yes', 'o-no']] }
  const found = await protect(parseProblem(mine), solver)
  expect(found.status).toBe('optimal')
  const check = (asked: object) => audit(asked, found.suppressed, solver)
  expect((await check(mine)).status).toBe('safe')
  // Without the group the one who knows 'o' and 'o-no' learns that nobody said yes.
  expect((await protect(parseProblem({ ...file, groups: [['o', 'o-no']] }), solver)).status).toBe(
    'infeasible',
  )
  expect((await check({ ...file, groups: [['o', 'o-no']] })).status).toBe('unsafe')
})
