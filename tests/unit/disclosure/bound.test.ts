import { describe, expect, it } from 'vitest'
import { type Block, prepare } from '../../../domain/disclosure/blocks.ts'
import { everything } from '../../../domain/disclosure/heuristic.ts'
import { parseProblem } from '../../../domain/disclosure/problem.ts'
import { raiseBound } from '../../../domain/disclosure/relaxations.ts'
import { createSearch } from '../../../domain/disclosure/search.ts'
import { createSeparator, type Separator } from '../../../domain/disclosure/separator.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { half, instanceProblem } from '../../bench/disclosure-instances.ts'

const solver = await createHighsSolver()

describe('cuts of respondents', () => {
  const node = { below: 0, above: 9, weight: 1, forced: false, derived: false, members: [] }
  /** One total shown: what one part gains the others lose. 0 is the target; one respondent knows 1 to 3, another 2 and 3. */
  const block: Block = {
    nodes: [
      { ...node, below: 2, forced: true },
      { ...node, below: 1, forced: true },
      { ...node, below: 1, forced: true },
      { ...node, below: 5 },
      { ...node, below: 5 },
    ],
    rows: [{ index: [0, 1, 2, 3, 4], coef: [1, 1, 1, 1, 1] }],
    targets: [{ node: 0, up: 0, down: 0, width: 1, own: new Set() }],
    attackers: [
      { nodes: [1, 2, 3], size: 1 },
      { nodes: [2, 3], size: 1 },
    ],
    colluding: 1,
  }
  const withShares = <T>(x: readonly number[], ask: (separator: Separator) => T): T => {
    const separator = createSeparator(block, solver)
    try {
      separator.setShares(Float64Array.from(x))
      return ask(separator)
    } finally {
      separator.dispose()
    }
  }
  const askWith = (x: readonly number[]) =>
    withShares(x, (separator) => {
      const broke: number[][] = []
      const until = performance.now() + 60_000
      const cuts = separator.separateRespondents(block.targets[0]!, until, (gap) => broke.push(gap.attackers))
      return { cuts, broke }
    })

  it('name who knows too much and demand something he does not know', () => {
    const { cuts, broke } = askWith([1, 1, 1, 1, 0])
    expect(broke).toEqual([[0]])
    expect(cuts).toEqual([{ index: [4], coef: [1], rhs: 1 }])
  })

  it('are found against a coalition in which two know the same node', () => {
    const known = block.attackers.flatMap(({ nodes }) => nodes)
    const cuts = withShares([1, 1, 1, 1, 0], (separator) => separator.separate(block.targets[0]!, known))
    expect(cuts).toEqual([{ index: [4], coef: [1], rhs: 1 }])
  })

  it('are none where everybody is left in doubt', () => {
    expect(askWith([1, 1, 1, 0, 1])).toEqual({ cuts: [], broke: [] })
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
