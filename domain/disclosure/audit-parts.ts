/** Parts of the attack are programs of their own: small ones are quick. */
import { makePart, type Part } from './audit-attack.ts'
import type { OpenEquation, Variable } from './audit-reduce.ts'
import type { LpSolver } from './solver.ts'

/** Splits the open variables into parts that no equation connects. */
export function splitParts(
  variables: readonly Variable[],
  equations: readonly OpenEquation[],
  solver: LpSolver,
  sharpening = Infinity,
): Part[] {
  /** Shared by all parts: seconds left for sharpening reports. */
  const budget = { left: sharpening }
  const label = variables.map((_, index) => index)
  const members = label.map((index) => [index])
  for (const equation of equations)
    for (const variable of equation.variables) {
      let [from, to] = [label[variable]!, label[equation.variables[0]!]!]
      if (from === to) continue
      if (members[from]!.length > members[to]!.length) [from, to] = [to, from]
      for (const moved of members[from]!) label[moved] = to
      members[to]!.push(...members[from]!)
      members[from] = []
    }
  const mine = new Map<number, OpenEquation[]>()
  for (const equation of equations) {
    const key = label[equation.variables[0]!]!
    const list = mine.get(key)
    if (list) list.push(equation)
    else mine.set(key, [equation])
  }
  return members.flatMap((inside, key) =>
    inside.length === 0 ? [] : [makePart(variables, inside, mine.get(key) ?? [], solver, budget)],
  )
}
