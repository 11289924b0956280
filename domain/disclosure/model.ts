/** The problem as arrays: cells by index, attacker bounds as room below and above the true count, sums as sparse rows. */
import type { Problem } from './problem.ts'

export interface Row {
  /** Cell (later: node) indices and coefficients; Σ coef·(y − a) = 0 for every table the attacker can think of. */
  index: number[]
  coef: number[]
}

export interface Model {
  ids: string[]
  count: Float64Array
  weight: Float64Array
  /** How far below the true count an attacker must allow the cell to be when it is hidden; ≥ 0, may be Infinity. */
  below: Float64Array
  above: Float64Array
  /** 1: shown whatever happens (a zero that is always shown, or one listed as published). */
  fixed: Uint8Array
  /** 1: sensitive, so hidden whatever happens; 2: never displayed (`hidden`), but it may become known; 0: free. */
  forced: Uint8Array
  /** 1: in `hidden`, so never displayed and free of cost. */
  derived: Uint8Array
  primary: Uint8Array
  /** 1: respondents may learn it. */
  outsidersOnly: Uint8Array
  rows: Row[]
}

/**
 * @param ignorePublished leaves `published` out, to tell "frozen" from "infeasible".
 */
export function buildModel(problem: Problem, ignorePublished = false): Model {
  const n = problem.cells.length
  const place = new Map(problem.cells.map((cell, index) => [cell.id, index]))
  const flags = (ids: readonly string[]) => {
    const marked = new Uint8Array(n)
    for (const cell of ids) marked[place.get(cell)!] = 1
    return marked
  }
  const derived = flags(problem.hidden)
  const primary = flags(problem.primary)
  const published = flags(ignorePublished ? [] : problem.published)
  const model: Model = {
    ids: problem.cells.map((cell) => cell.id),
    count: Float64Array.from(problem.cells, (cell) => cell.count),
    weight: Float64Array.from(problem.cells, (cell, index) => (derived[index] ? 0 : (cell.weight ?? 1))),
    below: new Float64Array(n),
    above: new Float64Array(n),
    fixed: new Uint8Array(n),
    forced: new Uint8Array(n),
    derived,
    primary,
    outsidersOnly: Uint8Array.from(problem.cells, (cell) => (cell.outsidersOnly ? 1 : 0)),
    rows: problem.relations.map((relation) => ({
      index: [place.get(relation.total)!, ...relation.parts.map((part) => place.get(part)!)],
      coef: [1, ...relation.parts.map(() => -1)],
    })),
  }
  problem.cells.forEach((cell, index) => {
    const lower = cell.lower ?? (derived[index] ? 0 : problem.lowerBound)
    const shownZero = !derived[index] && cell.count < lower
    model.fixed[index] = shownZero || published[index] ? 1 : 0
    model.forced[index] = primary[index] ? 1 : derived[index] ? 2 : 0
    model.below[index] = model.fixed[index] ? 0 : cell.count - lower
    model.above[index] = model.fixed[index] ? 0 : cell.upper == null ? Infinity : cell.upper - cell.count
  })
  return model
}
