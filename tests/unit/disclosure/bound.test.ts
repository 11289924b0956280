import { describe, expect, it } from 'vitest'
import { type Block, prepare } from '../../../domain/disclosure/blocks.ts'
import type { Cut } from '../../../domain/disclosure/cuts.ts'
import { everything } from '../../../domain/disclosure/heuristic.ts'
import { createMaster } from '../../../domain/disclosure/master.ts'
import { parseProblem } from '../../../domain/disclosure/problem.ts'
import { raiseBound } from '../../../domain/disclosure/relaxations.ts'
import { createSearch } from '../../../domain/disclosure/search.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { half, instanceProblem } from '../../bench/disclosure-instances.ts'

const solver = await createHighsSolver()

describe('cuts that are known', () => {
  it('come in where the relaxation breaks them, and count as had', () => {
    const node = { below: 1, above: 1, weight: 1, forced: false, derived: false, members: [] }
    const block: Block = { nodes: [node, node, node], rows: [], targets: [], attackers: [], colluding: 1 }
    const edge = (...index: number[]): Cut => ({ index, coef: index.map(() => 1), rhs: 1 })
    const master = createMaster(block, solver)
    try {
      master.know([edge(0, 1), edge(1, 2), edge(0, 2)])
      expect(master.active()).toEqual([])
      expect(master.all()).toHaveLength(3)
      expect(master.relax(10)!.bound).toBeCloseTo(1.5)
      expect(master.active()).toHaveLength(3)
      expect(master.add([edge(1, 0)])).toBe(0)
    } finally {
      master.dispose()
    }
  })
})

describe('the bound before anything is chosen', () => {
  /** Without start cuts: what is not found by asking is not there. */
  const boundOf = async (singleRespondents: boolean): Promise<number> => {
    const shape = { sizes: [4, 3, 3], ...half, seed: 5 }
    const rules = { minUpper: null, singleRespondents }
    const { blocks } = prepare(parseProblem(instanceProblem({ name: 'small', shape, rules }, 60)))
    let bound = 0
    for (const block of blocks) {
      const run = { timeLimit: 60, stop: () => false, report: async () => undefined, seed: 1 }
      const search = createSearch(block, solver, run, everything(block))
      try {
        await raiseBound(search, 0)
        bound += search.bound
      } finally {
        search.dispose()
      }
    }
    return bound
  }

  it('asks respondents too: here they need more than any outsider does', async () => {
    // The optima, as the whole search proves them.
    expect(await boundOf(false)).toBe(26)
    expect(await boundOf(true)).toBe(31)
  })
})
