/** An attacker without any solver: tries whole-number tables one by one. For very small tables only. */
import type { Problem } from '../../../domain/disclosure/problem.ts'

/** All values a cell takes over tables that fit, up to `reach` above its true count; stops at `enough`. */
export function possibleValues(
  problem: Problem,
  suppressed: ReadonlySet<string>,
  cell: string,
  options: { known?: readonly string[]; reach: number; enough?: (values: ReadonlySet<number>) => boolean },
): Set<number> {
  const count = new Map(problem.cells.map((one) => [one.id, one.count]))
  const open = problem.cells.filter((one) => suppressed.has(one.id) && !options.known?.includes(one.id))
  // The cell asked for comes first, then its neighbours, so that sums close early.
  const order = open.map((one) => one.id)
  order.sort((a, b) => Number(b === cell) - Number(a === cell))
  const bounds = new Map(
    open.map((one) => [
      one.id,
      [
        one.lower ?? problem.lowerBound,
        Math.min(one.upper ?? Number.POSITIVE_INFINITY, one.count + options.reach),
      ] as const,
    ]),
  )
  const value = new Map(count)
  const place = new Map(order.map((id, index) => [id, index]))
  const sums = problem.relations.map(({ total, parts }) => ({ total, parts, all: [total, ...parts] }))
  const touching = order.map((id, index) =>
    sums
      .map((sum) => ({ sum, later: sum.all.filter((other) => (place.get(other) ?? -1) > index) }))
      .filter(({ sum }) => sum.all.includes(id)),
  )
  const found = new Set<number>()
  const done = () => options.enough?.(found) ?? false

  /** Can the open cells of a sum still make it true? */
  function fits(total: string, parts: readonly string[], later: readonly string[]): boolean {
    let low = 0
    let high = 0
    for (const id of [total, ...parts]) {
      const sign = id === total ? 1 : -1
      const [from, to] = later.includes(id) ? bounds.get(id)! : [value.get(id)!, value.get(id)!]
      low += sign === 1 ? from : -to
      high += sign === 1 ? to : -from
    }
    return low <= 0 && high >= 0
  }

  function search(index: number): boolean {
    if (index === order.length) {
      found.add(value.get(cell)!)
      return true
    }
    const id = order[index]!
    const [low, high] = bounds.get(id)!
    for (let candidate = low; candidate <= high; candidate++) {
      if (index === 0 && found.has(candidate)) continue
      value.set(id, candidate)
      const possible =
        touching[index]!.every(({ sum, later }) => fits(sum.total, sum.parts, later)) && search(index + 1)
      // One table per value of the first cell is enough.
      if (possible && index > 0) return true
      if (done()) return true
    }
    value.set(id, count.get(id)!)
    return false
  }
  if (order[0] === cell) search(0)
  else found.add(count.get(cell)!)
  return found
}

/** Sensitive cells that the brute-force attacker, or a respondent knowing one cell of count 1, finds out. */
export function bruteExposed(problem: Problem, suppressed: ReadonlySet<string>, reach = 8): string[] {
  return problem.primary.filter((id) => {
    const truth = problem.cells.find((cell) => cell.id === id)!.count
    const enough = (values: ReadonlySet<number>) =>
      (problem.minUpper === null || Math.max(...values) >= problem.minUpper) &&
      Math.max(...values) - Math.min(...values) >= problem.minWidth
    const need = { reach: Math.max(reach, (problem.minUpper ?? 0) - truth + 2) }
    if (
      !suppressed.has(id) ||
      !enough(possibleValues(problem, suppressed, id, { ...need, enough: (v) => v.size > 0 && enough(v) }))
    )
      return true
    if (!problem.singleRespondents) return false
    return [...suppressed].some((known) => {
      const own = problem.cells.find((cell) => cell.id === known)!.count
      if (own !== 1 || known === id || samePeople(problem, suppressed, known, id)) return false
      return (
        possibleValues(problem, suppressed, id, { known: [known], reach: 3, enough: (v) => v.size > 1 })
          .size < 2
      )
    })
  })
}

/** A total of one part and shown zeros has that part's people. */
function samePeople(problem: Problem, suppressed: ReadonlySet<string>, a: string, b: string): boolean {
  const count = new Map(problem.cells.map((cell) => [cell.id, cell.count]))
  const group = new Set([a])
  for (let grown = true; grown; ) {
    grown = false
    for (const { total, parts } of problem.relations) {
      const live = parts.filter((part) => count.get(part) !== 0 || suppressed.has(part))
      if (
        live.length !== 1 ||
        count.get(live[0]!) !== count.get(total) ||
        group.has(total) === group.has(live[0]!)
      )
        continue
      group.add(total).add(live[0]!)
      grown = true
    }
  }
  return group.has(b)
}
