import { beforeAll, expect, test } from 'vitest'
import { CATALOGUE } from '../../../domain/aggregates/catalogue.ts'
import type { PublicQuarter } from '../../../domain/aggregates/public-view.ts'
import {
  countsOf,
  type QuarterPeople,
  type ReleasedQuarter,
} from '../../../domain/aggregates/release-tables.ts'
import { auditReleases } from '../../../domain/aggregates/released.ts'
import { RULES } from '../../../domain/aggregates/rules.ts'
import { protectRelease } from '../../../domain/disclosure/release.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { planRelease, releaseInput } from '../../../main/server/release-plan.ts'
import { randomQuarters } from './people.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})

const shown = (people: QuarterPeople, hidden: ReadonlySet<string>): PublicQuarter => {
  const counts = countsOf(people)
  const values = CATALOGUE.map(
    ({ id }) => [id, hidden.has(id) ? null : (counts.get(id)?.count ?? 0)] as const,
  )
  return { quarter: people.quarter, coarser: [], values: new Map(values) }
}

const release = async (earlier: readonly ReleasedQuarter[], people: QuarterPeople) => {
  const { result, hiddenKeys } = await protectRelease(releaseInput(earlier, people, [], 2), solver)
  return { result, hidden: hiddenKeys }
}

/** What is wrong with a finished release, seen from its true counts. */
const faults = (people: QuarterPeople, hidden: ReadonlySet<string>): string[] => {
  const small = [...countsOf(people)].filter(([, { count }]) => count < RULES.threshold)
  return small.map(([id]) => id).filter((id) => !hidden.has(id))
}

test('two releases of random people: nothing small is shown, and the files give nothing away', async () => {
  for (const seed of [1]) {
    const earlier: ReleasedQuarter[] = []
    const files: PublicQuarter[] = []
    for (const people of randomQuarters(seed, [30, 25])) {
      const { result, hidden } = await release(earlier, people)
      expect(['optimal', 'feasible'], `seed ${seed}`).toContain(result.status)
      expect(faults(people, hidden)).toEqual([])
      files.push(shown(people, hidden))
      earlier.push({ ...people, hidden, coarser: [] })
      const verdict = await auditReleases(files, solver, RULES)
      expect([verdict.status, verdict.exposed]).toEqual(['safe', []])
      const counts = countsOf(people)
      for (const id of hidden) {
        const [low, high] = verdict.intervals.get(`${id}@${people.quarter}`)!
        const count = counts.get(id)?.count ?? 0
        expect(low).toBeLessThanOrEqual(count)
        expect(high ?? Infinity).toBeGreaterThanOrEqual(Math.max(RULES.minUpper, count))
      }
    }
  }
})

test('a small increase of a shown count is given away: both the joint problem and the audit of the files see it', async () => {
  const [first, second] = randomQuarters(5, [30, 3])
  const { hidden } = await release([], first!)
  const again = new Set([...hidden].filter((id) => countsOf(second!).has(id)))
  const wrong = await auditReleases([shown(first!, hidden), shown(second!, again)], solver, RULES)
  expect(wrong.status).toBe('unsafe')
  expect(wrong.exposed.some((name) => name.includes('+2026-Q2'))).toBe(true)
  const right = await release([{ ...first!, hidden, coarser: [] }], second!)
  expect(right.hidden.has('participants|ALL|T|T|T')).toBe(true)
})

test('blanking the small cells alone is not enough', async () => {
  const [people] = randomQuarters(7, [60])
  const small = [...countsOf(people!)].filter(([, { count }]) => count < RULES.threshold).map(([id]) => id)
  const verdict = await auditReleases([shown(people!, new Set(small))], solver, RULES)
  expect(verdict.status).toBe('unsafe')
})

test('figures that do not add up are inconsistent, not safe', async () => {
  const [people] = randomQuarters(9, [40])
  const { hidden } = await release([], people!)
  const files = shown(people!, hidden)
  const values = new Map(files.values)
  const total = 'participants|ALL|T|T|T'
  values.set(total, (countsOf(people!).get(total)?.count ?? 0) + 50)
  expect((await auditReleases([{ ...files, values }], solver, RULES)).status).toBe('inconsistent')
})

test('sums over hidden cells are tighter together than added one by one', async () => {
  const [people] = randomQuarters(1, [45])
  const total = 'participants|ALL|T|T|T'
  const parts = ['unemployed', 'employed', 'student', 'outside'].map((c) => `participants|ALL|T|T|${c}`)
  const { hidden } = await release([], people!)
  const all = new Set([...hidden, ...parts])
  all.delete(total)
  const verdict = await auditReleases([shown(people!, all)], solver, RULES, {
    sums: [{ id: 'sum', parts }],
    cells: [],
  })
  expect(verdict.intervals.get('sum@2026-Q1')).toEqual([45, 45])
  expect(verdict.intervals.get(`${parts[0]}@2026-Q1`)![0]).toBeLessThan(45)
})

test('after a leaky release nothing more goes out: frozen, by name, with the table', async () => {
  const [first, second] = randomQuarters(5, [30, 20])
  const leaky = { ...first!, hidden: new Set<string>(), coarser: [] }
  const plan = planRelease([leaky], second!, { seconds: 1 })
  await expect(plan).rejects.toMatchObject({
    failure: { code: 'release-frozen', params: { tables: expect.stringContaining('participants') } },
  })
})

test('stopped at once, the plan is still one that passed the audit, or none', async () => {
  const [first] = randomQuarters(11, [30])
  const plan = await planRelease([], first!, { seconds: 60, signal: AbortSignal.abort() })
  expect(plan.figures.audit).toBe('safe')
  expect(
    faults(first!, new Set([...plan.states].flatMap(([id, state]) => (state === 'shown' ? [] : [id])))),
  ).toEqual([])
})

test('a quarter in which nobody joined goes out: what was hidden for others may follow, the small may not', async () => {
  const earlier: ReleasedQuarter[] = []
  const [first, second, third] = randomQuarters(1, [30, 25, 0])
  for (const people of [first!, second!])
    earlier.push({ ...people, hidden: (await release(earlier, people)).hidden, coarser: [] })
  expect(third!.fresh).toEqual([])
  expect((await planRelease(earlier, third!, { seconds: 2 })).figures.audit).toBe('safe')
})

test('a hidden count that follows from others is no secret when it is large, and one when it is small', async () => {
  const [people] = randomQuarters(1, [45])
  const counts = countsOf(people!)
  const total = 'participants|ALL|T|T|T'
  const small = [...counts].find(([id, { count }]) => id.startsWith('participants|') && count === 2)![0]
  const large = await auditReleases([shown(people!, new Set([total]))], solver, RULES)
  expect(large.intervals.get(`${total}@2026-Q1`)).toEqual([45, 45])
  expect(large.exposed).not.toContain(`${total}@2026-Q1`)
  const exact = await auditReleases([shown(people!, new Set([small]))], solver, RULES)
  expect(exact.exposed).toContain(`${small}@2026-Q1`)
})
