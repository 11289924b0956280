/** Finds the cheapest move that takes a node to its level: linear programs, dives, and integer searches where it must be whole. */
import type { Block } from './blocks.ts'
import { evened } from './even-prices.ts'
import { kernelOf } from './kernel.ts'
import { asMove, asWholeMove, type Move, WHOLE } from './moves.ts'
import { seededRandom } from './random.ts'
import type { LpModel, LpSolver } from './solver.ts'
import { createWalk, type Walk } from './walk.ts'
import { wholePoint } from './whole-point.ts'

export interface MoveFinder {
  /**
   * Cheapest move with `amount` (> 0) in direction `sign` at `node`, over nodes with `cost` < Infinity, leaving the
   * nodes of `avoid` alone. Undefined: there is none.
   */
  find(
    node: number,
    sign: 1 | -1,
    amount: number,
    cost: Float64Array,
    avoid: readonly number[],
  ): Move | undefined
  dispose(): void
  /** Linear programs solved, and integer searches that ended without an answer. */
  solves: number
  unsure: number
  effort: Effort
  /** Seconds that integer searches may take where walks find nothing; they are taken off here. */
  spare: { seconds: number }
}

/**
 * How far to go for whole numbers. `linear`: a fractional corner will do (nearly always a whole move exists then, but it
 * is no proof); `walk`: try a walk where it is not, and an integer search while there is `spare` time; `dive`: round corners
 * one node at a time; `whole`: search to the end.
 */
export type Effort = 'linear' | 'walk' | 'dive' | 'whole'

/** Nodes fixed in one dive: where another way is left, and where not. */
const SHALLOW = 12
const DEEPEST = 40
/** Dives from other corners. */
const RESTARTS = 10
/** Seconds for one whole-number search, for the dives before it, and for finding any whole move at all. */
const PATIENCE = 0.5
const DIVING = 0.3
const POINT = 1

/** One persistent linear program per block: every node has a column for rising and one for falling. */
export function createMoveFinder(block: Block, solver: LpSolver): MoveFinder {
  const n = block.nodes.length
  const random = seededRandom(1)
  const room = new Float64Array(2 * n)
  block.nodes.forEach((node, index) => {
    room[index] = node.above
    room[n + index] = node.below
  })
  const lower = new Float64Array(2 * n)
  const upper = room.slice()
  const costs = new Float64Array(2 * n).fill(1)
  const rows = kernelOf(n, block.rows).spanning.map((row) => {
    const { index, coef } = block.rows[row]!
    return {
      lower: 0,
      upper: 0,
      columns: [...index, ...index.map((node) => n + node)],
      values: [...coef, ...coef.map((value) => -value)],
    }
  })
  const model: LpModel = solver.createModel({ costs, lower, upper, rows, integer: true, changes: 'bounds' })
  const wantLower = new Float64Array(2 * n)
  const wantUpper = new Float64Array(2 * n)
  let walk: Walk | undefined
  const finder: MoveFinder = {
    find,
    dispose: () => model.dispose(),
    solves: 0,
    unsure: 0,
    effort: 'whole',
    spare: { seconds: 0 },
  }
  return finder

  function send(cost: Float64Array): void {
    const changed: number[] = []
    const priced: number[] = []
    for (let column = 0; column < 2 * n; column++) {
      if (lower[column] !== wantLower[column] || upper[column] !== wantUpper[column]) {
        lower[column] = wantLower[column]!
        upper[column] = wantUpper[column]!
        changed.push(column)
      }
      const price = cost[column % n]!
      if (price !== Infinity && costs[column] !== price) {
        costs[column] = price
        priced.push(column)
      }
    }
    model.setBounds(
      changed,
      changed.map((c) => lower[c]!),
      changed.map((c) => upper[c]!),
    )
    model.setCosts(
      priced,
      priced.map((c) => costs[c]!),
    )
  }

  function find(
    node: number,
    sign: 1 | -1,
    amount: number,
    cost: Float64Array,
    avoid: readonly number[],
  ): Move | undefined {
    const way = sign === 1 ? node : n + node
    if (room[way]! < amount || avoid.includes(node)) return undefined
    /** The program of this very move, whatever an earlier dive has left, at these prices. */
    const ask = (prices: Float64Array): void => {
      openRoom(cost, avoid, node)
      wantLower[way] = amount
      wantUpper[way] = room[way]!
      send(prices)
    }
    const even = finder.effort === 'linear' || finder.effort === 'walk' ? [] : evened(cost)
    const last = even.at(-1)
    for (const prices of [cost, ...even]) {
      ask(prices)
      finder.solves++
      if (model.solve({ fresh: true }).status !== 'optimal') return undefined
      if (finder.effort === 'linear') return asWholeMove(block, net()) ?? asMove(net())
      const whole = asWholeMove(block, net())
      if (whole) return whole
      if (finder.effort === 'walk') return walked() ?? spared()
      // Any move will do where none is dearer than another: an integer search has one sooner than dives.
      if (!last && finder.effort === 'whole') {
        const found = walked() ?? anyWhole()
        if (found !== 'unknown') return found
      }
      const deep = prices === last || (!last && finder.effort === 'whole')
      const quick = dive(prices, deep ? DEEPEST : SHALLOW)
      if (quick) return quick
    }
    // Other corners, by prices that differ a little from node to node.
    const until = performance.now() + DIVING * 1000
    for (let attempt = 0; attempt < RESTARTS && performance.now() < until; attempt++) {
      const shaken = (last ?? cost).map((price) => price * (0.5 + random()))
      ask(shaken)
      finder.solves++
      if (model.solve({ fresh: true }).status !== 'optimal') return undefined
      const move = asWholeMove(block, net()) ?? dive(shaken, DEEPEST)
      if (move) return move
    }
    if (finder.effort !== 'whole') return undefined
    // Nothing found along fractional corners: search properly, with the level as a minimum.
    ask(cost)
    const outcome = model.solve({ integer: true, timeLimit: PATIENCE, anyPoint: !last })
    if (outcome.status === 'unknown') finder.unsure++
    return outcome.status === 'optimal' || outcome.status === 'feasible'
      ? asWholeMove(block, net())
      : undefined
  }

  /** Lowest and highest change of every node within the room that was asked for last. */
  function ends(): [low: Float64Array, high: Float64Array] {
    return [
      Float64Array.from({ length: n }, (_, index) => wantLower[index]! - wantUpper[n + index]!),
      Float64Array.from({ length: n }, (_, index) => wantUpper[index]! - wantLower[n + index]!),
    ]
  }

  /** A whole move within that room, if a walk comes upon one. */
  function walked(): Move | undefined {
    walk ??= createWalk(n, block.rows)
    const change = walk(...ends())
    return change && asWholeMove(block, change, [1])
  }

  /** What a walk does not come upon an integer search may find, while there is time for such. */
  function spared(): Move | undefined {
    const { spare } = finder
    if (spare.seconds <= 0) return undefined
    const began = performance.now()
    const found = anyWhole()
    spare.seconds -= (performance.now() - began) / 1000
    return found === 'unknown' ? undefined : found
  }

  /** Any whole move within that room; undefined: proved that there is none. */
  function anyWhole(): Move | undefined | 'unknown' {
    finder.solves++
    const point = wholePoint(block.rows, solver, ...ends(), POINT)
    if (!point || point === 'unknown') return point
    return asWholeMove(block, point, [1]) ?? 'unknown'
  }

  /** Everything but `node` may move within its room, unless it is shown or known. */
  function openRoom(cost: Float64Array, avoid: readonly number[], node: number): void {
    wantLower.fill(0)
    for (let index = 0; index < n; index++) {
      const open = cost[index] !== Infinity
      wantUpper[index] = open ? room[index]! : 0
      wantUpper[n + index] = open ? room[n + index]! : 0
    }
    for (const known of avoid) wantUpper[known] = wantUpper[n + known] = 0
    wantUpper[node] = wantUpper[n + node] = 0
  }

  /** Fixes one fractional node after the other at a whole number until the corner is whole. */
  function dive(cost: Float64Array, deepest: number): Move | undefined {
    for (let depth = 0; depth < deepest; depth++) {
      const values = net()
      let chosen = -1
      let nearest = 1
      for (let index = 0; index < n; index++) {
        const value = values[index]!
        const off = Math.abs(value - Math.round(value))
        if (off > WHOLE && off < nearest) {
          nearest = off
          chosen = index
        }
      }
      if (chosen < 0) return undefined
      const value = values[chosen]!
      const first = Math.round(value)
      if (!fixAt(chosen, first, cost) && !fixAt(chosen, first > value ? first - 1 : first + 1, cost))
        return undefined
      const whole = asWholeMove(block, net())
      if (whole) return whole
    }
    return undefined
  }

  function fixAt(node: number, value: number, cost: Float64Array): boolean {
    wantLower[node] = wantUpper[node] = Math.max(0, value)
    wantLower[n + node] = wantUpper[n + node] = Math.max(0, -value)
    if (wantUpper[node]! > room[node]! || wantUpper[n + node]! > room[n + node]!) return false
    send(cost)
    finder.solves++
    return model.solve().status === 'optimal'
  }

  /** The change of every node at the corner. */
  function net(): Float64Array {
    const values = model.values()
    return Float64Array.from({ length: n }, (_, index) => values[index]! - values[n + index]!)
  }
}
