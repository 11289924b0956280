/** Random tables against an attacker without a solver, and small optima against trying every pattern. */
import { beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../../domain/disclosure/audit.ts'
import { prepare } from '../../../domain/disclosure/blocks.ts'
import { type Problem, parseProblem } from '../../../domain/disclosure/problem.ts'
import { protect } from '../../../domain/disclosure/protect.ts'
import { seededRandom } from '../../../domain/disclosure/random.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { randomTable } from '../../bench/disclosure-instances.ts'
import { bruteExposed } from './brute-force.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})

/** Small enough for brute force, and larger ones for the independent audit. */
const TINY = [
  [2, 2],
  [3, 2],
  [3, 3],
  [2, 2, 2],
]
const LARGER = [
  [5, 4],
  [6, 5],
  [3, 3, 2],
  [2, 2, 2, 2],
]

function randomProblem(seed: number, shapes = TINY): Problem {
  const random = seededRandom(seed * 977 + 5)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const sizes = pick(shapes)
  const table = randomTable({
    sizes,
    zeros: pick([0, 0.2]),
    small: pick([0.2, 0.4]),
    seed,
    ...(sizes[0]! >= 4 ? { groupSize: 2, secondGrouping: random() < 0.5 } : {}),
  })
  return parseProblem({
    ...table,
    cells: table.cells.map((cell) => ({
      ...cell,
      ...(random() < 0.1 ? { weight: 2 + Math.floor(random() * 3) } : {}),
      ...(random() < 0.06 ? { upper: cell.count + Math.floor(random() * 7) } : {}),
    })),
    threshold: pick([3, 5]),
    lowerBound: pick([0, 1] as const),
    minUpper: pick([null, 3, 5]),
    minWidth: pick([1, 2, 3]),
    singleRespondents: random() < 0.5,
    timeLimit: 0.5,
  })
}

describe('random tables', () => {
  it.each(Array.from({ length: 2 }, (_, k) => k))(
    'give nothing to a brute-force attacker (batch %i)',
    async (batch) => {
      let patterns = 0
      for (let seed = 40 * batch; seed < 40 * batch + 25; seed++) {
        const problem = randomProblem(seed)
        const result = await protect(problem, solver)
        if (result.status === 'infeasible') continue
        patterns++
        expect(result.exposed, `seed ${seed}`).toEqual([])
        expect(bruteExposed(problem, new Set(result.suppressed)), `seed ${seed}`).toEqual([])
        expect(result.bound).toBeLessThanOrEqual(result.objective)
        for (const [id, [low, high]] of Object.entries(result.intervals)) {
          const truth = problem.cells.find((cell) => cell.id === id)!.count
          expect(low!).toBeLessThanOrEqual(truth)
          expect(high ?? Infinity).toBeGreaterThanOrEqual(truth)
        }
      }
      expect(patterns).toBeGreaterThan(8)
    },
  )

  it('of two to four dimensions are safe for the separate auditor, who finds every single hidden cell needed', async () => {
    for (let seed = 300; seed < 312; seed++) {
      const problem = randomProblem(seed, LARGER)
      const result = await protect(problem, solver)
      if (result.status === 'infeasible') continue
      expect((await audit(problem, result.suppressed, solver)).status, `seed ${seed}`).toBe('safe')
      const spare = result.suppressed.find((id) => !problem.primary.includes(id))
      if (result.status !== 'optimal' || !spare) continue
      const fewer = result.suppressed.filter((id) => id !== spare)
      expect((await audit(problem, fewer, solver)).status, `seed ${seed} without ${spare}`).toBe('unsafe')
    }
  })

  it('are audited as the brute-force attacker would, whatever is hidden', async () => {
    let unsafe = 0
    for (let seed = 0; seed < 40; seed++) {
      const problem = randomProblem(seed, [
        [3, 3],
        [2, 2, 2],
      ])
      const random = seededRandom(seed)
      const hidden = problem.cells
        .filter((cell) => cell.count >= problem.lowerBound && random() < 0.6)
        .map((cell) => cell.id)
      const report = await audit(problem, hidden, solver)
      expect(report.exposed.sort(), `seed ${seed}`).toEqual(bruteExposed(problem, new Set(hidden), 12).sort())
      if (report.status === 'unsafe') unsafe++
    }
    expect(unsafe).toBeGreaterThan(10)
  })

  it('reach the lightest pattern there is', async () => {
    for (let seed = 500; seed < 512; seed++) {
      const problem = {
        ...randomProblem(seed, [
          [2, 2],
          [3, 2],
        ]),
        timeLimit: 10,
      }
      await expectLightest(problem, seed)
    }
  })

  it('reach it where hiding a zero makes a respondent a stranger to a total of his own', async () => {
    let estranged = 0
    for (let seed = 700; seed < 740; seed++) {
      const random = seededRandom(seed)
      const table = randomTable({ sizes: seed % 2 ? [3, 2] : [2, 2], zeros: 0.5, small: 0.4, seed })
      const cells = table.cells.map((cell) =>
        random() < 0.15 ? { ...cell, upper: cell.count + Math.floor(random() * 3) } : cell,
      )
      const rules = { lowerBound: 0 as const, threshold: 3, minUpper: null, timeLimit: 10 }
      const problem = parseProblem({ ...table, cells, ...rules })
      await expectLightest(problem, seed)
      if (prepare(problem).blocks.some(({ ownCells }) => ownCells)) estranged++
    }
    expect(estranged).toBeGreaterThan(5)
  })

  it('reach it also where most cells were hidden before, so that those protect many targets by themselves', async () => {
    let settled = 0
    for (let seed = 600; seed < 630; seed++) {
      const table = randomProblem(seed, [
        [3, 2],
        [2, 2],
      ])
      const random = seededRandom(seed)
      const before = table.cells
        .filter(({ id, count }) => !table.primary.includes(id) && count > 0 && random() < 0.6)
        .map(({ id }) => id)
      const problem: Problem = {
        ...table,
        cells: table.cells.map((cell) => (before.includes(cell.id) ? { ...cell, lower: 0 } : cell)),
        hidden: before,
        singleRespondents: false,
        timeLimit: 10,
      }
      await expectLightest(problem, seed)
      if (before.length > problem.cells.length / 2) settled++
    }
    expect(settled).toBeGreaterThan(2)
  })
})

/** The engine proves the weight that trying every pattern finds, or that there is none. */
async function expectLightest(problem: Problem, seed: number): Promise<void> {
  const best = lightest(problem)
  const { status, objective, bound } = await protect(problem, solver)
  if (best === undefined) expect(status, `seed ${seed}`).toBe('infeasible')
  else expect([status, objective, bound], `seed ${seed}`).toEqual(['optimal', best, best])
}

/** Weight of the lightest safe pattern, by trying them all. */
function lightest(problem: Problem): number | undefined {
  const given = [...problem.primary, ...problem.hidden]
  const free = problem.cells.filter((cell) => !given.includes(cell.id) && cell.count >= problem.lowerBound)
  const weight = (id: string) => problem.cells.find((cell) => cell.id === id)?.weight ?? 1
  const base = problem.primary.reduce((sum, id) => sum + weight(id), 0)
  const choices = Array.from({ length: 2 ** free.length }, (_, bits) =>
    free.filter((_, k) => bits & (1 << k)).map((cell) => cell.id),
  )
    .map((ids) => ({ ids, weight: base + ids.reduce((sum, id) => sum + weight(id), 0) }))
    .sort((a, b) => a.weight - b.weight)
  return choices.find(({ ids }) => bruteExposed(problem, new Set([...given, ...ids])).length === 0)?.weight
}
