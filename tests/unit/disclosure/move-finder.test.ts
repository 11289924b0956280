/** Moves: what they must respect, how cheap they are, and where there is none. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Block, prepare } from '../../../domain/disclosure/blocks.ts'
import { createMoveFinder, type MoveFinder } from '../../../domain/disclosure/move-finder.ts'
import { isWhole, moveAt } from '../../../domain/disclosure/moves.ts'
import { type ProblemInput, parseProblem } from '../../../domain/disclosure/problem.ts'
import type { LpSolver } from '../../../domain/disclosure/solver.ts'
import { createHighsSolver } from '../../../main/disclosure/highs-solver.ts'
import { crossTable } from './tables.ts'

let solver: LpSolver
beforeAll(async () => {
  solver = await createHighsSolver()
})
let finder: MoveFinder | undefined
afterEach(() => finder?.dispose())

const TABLE = crossTable(
  ['a', 'b', 'c'],
  ['x', 'y', 'z'],
  [
    [3, 10, 12],
    [11, 20, 30],
    [9, 14, 2],
  ],
)

function setUp(input: ProblemInput) {
  const problem = parseProblem(input)
  const block = prepare(problem).blocks[0]!
  finder = createMoveFinder(block, solver)
  const node = (id: string) =>
    block.nodes.findIndex(({ members }) => members.some(({ cell }) => problem.cells[cell]!.id === id))
  return { block, finder, node, even: new Float64Array(block.nodes.length).fill(1) }
}

/** Every sum is kept and nobody leaves his room. */
function expectRight(block: Block, move: { index: number[]; value: number[] }) {
  for (const { index, coef } of block.rows)
    expect(index.reduce((sum, node, k) => sum + coef[k]! * moveAt(move, node), 0)).toBe(0)
  for (const [k, node] of move.index.entries()) {
    expect(move.value[k]!).toBeLessThanOrEqual(block.nodes[node]!.above)
    expect(-move.value[k]!).toBeLessThanOrEqual(block.nodes[node]!.below)
  }
}

const marginsShown = TABLE.cells.map(({ id }) => id).filter((id) => id.includes('total'))

describe('a move', () => {
  it('raises the cell by the amount, keeps every sum and is whole', () => {
    const { block, finder, node, even } = setUp({ ...TABLE, published: marginsShown })
    const move = finder.find(node('ax'), 1, 2, even, [])!
    expect(moveAt(move, node('ax'))).toBeGreaterThanOrEqual(2)
    expect(isWhole(move)).toBe(true)
    expect(move.index).toHaveLength(4)
    expectRight(block, move)
  })

  it('falls no further than the lower bound', () => {
    const { block, finder, node, even } = setUp({ ...TABLE, published: marginsShown })
    expectRight(block, finder.find(node('ax'), -1, 2, even, [])!)
    expect(finder.find(node('ax'), -1, 3, even, [])).toBeUndefined()
  })

  it('takes the cheap way round and never a closed one', () => {
    const { finder, node, even } = setUp({ ...TABLE, published: marginsShown })
    const dear = even.map((price, k) => (k === node('by') ? 50 : price))
    expect(moveAt(finder.find(node('ax'), 1, 2, dear, [])!, node('by'))).toBe(0)
    const closed = even.slice()
    for (const id of ['ay', 'az']) closed[node(id)] = Infinity
    expect(finder.find(node('ax'), 1, 1, closed, [])).toBeUndefined()
  })

  it('leaves alone what a respondent knows', () => {
    const { finder, node, even } = setUp({ ...TABLE, published: marginsShown })
    const spared = finder.find(node('ax'), 1, 1, even, [node('ay')])!
    expect(moveAt(spared, node('ay'))).toBe(0)
    expect(finder.find(node('ax'), 1, 1, even, [node('ay'), node('az')])).toBeUndefined()
    expect(finder.find(node('ax'), 1, 1, even, [node('ax')])).toBeUndefined()
  })
})

/** Three cells summed in pairs: corners of the linear program are halves. */
const odd: ProblemInput = {
  cells: [
    { id: 'p', count: 2, upper: 3 },
    { id: 'q', count: 7 },
    { id: 'r', count: 9 },
    { id: 'pq', count: 9 },
    { id: 'pr', count: 11 },
    { id: 'qr', count: 16 },
    { id: 'all', count: 36 },
  ],
  relations: [
    { total: 'pq', parts: ['p', 'q'] },
    { total: 'pr', parts: ['p', 'r'] },
    { total: 'qr', parts: ['q', 'r'] },
    { total: 'all', parts: ['pq', 'pr', 'qr'] },
  ],
  primary: ['p'],
  minUpper: null,
}

it('a fractional corner is handed out only to those who ask for linear attackers', () => {
  const { block, finder, node, even } = setUp(odd)
  for (const effort of ['dive', 'whole'] as const) {
    finder.effort = effort
    const move = finder.find(node('p'), 1, 1, even, [])!
    expect(isWhole(move)).toBe(true)
    expectRight(block, move)
  }
  finder.effort = 'linear'
  expect(moveAt(finder.find(node('p'), 1, 1, even, [])!, node('p'))).toBeCloseTo(1)
})

describe('a walk', () => {
  /** 2·a = 3·b: a rises by two only along 4/3 of b, in whole numbers only by three; no walk has a basis here. */
  const node = { weight: 1, forced: false, derived: false, below: 0 }
  const block: Block = {
    nodes: [
      { ...node, members: [{ cell: 0, sign: 1 }], above: 3 },
      { ...node, members: [{ cell: 1, sign: 1 }], above: 9 },
    ],
    rows: [{ index: [0, 1], coef: [2, -3] }],
    targets: [],
    attackers: [],
    colluding: 0,
  }
  const even = new Float64Array(2).fill(1)

  it('gives up where it finds nothing, unless there is time for an integer search', () => {
    finder = createMoveFinder(block, solver)
    finder.effort = 'walk'
    expect(finder.find(0, 1, 2, even, [])).toBeUndefined()
    finder.spare = { seconds: 5 }
    expect(finder.find(0, 1, 2, even, [])).toEqual({ index: [0, 1], value: [3, 2] })
    expect(finder.spare.seconds).toBeLessThan(5)
    expect(finder.spare.seconds).toBeGreaterThan(0)
  })

  it('proves with a fractional corner only where no whole move is asked for', () => {
    finder = createMoveFinder(block, solver)
    finder.effort = 'linear'
    expect(isWhole(finder.find(0, 1, 2, even, [])!)).toBe(false)
  })
})
