/** The auditor's own simplification: cells an attacker can compute, and pairs tied by an equation, leave the attack. */
import type { AttackView } from './audit-file.ts'

/** A count that is still open; other cells may be tied to it. */
export interface Variable {
  truth: number
  low: number
  high: number
}

export interface Tie {
  /** Index of the variable, −1: the cell is known to be `offset`. */
  variable: number
  sign: 1 | -1
  offset: number
}

export interface OpenEquation {
  variables: number[]
  factors: number[]
  known: number
}

interface Simplified {
  variables: Variable[]
  equations: OpenEquation[]
  /** Per unknown cell of the view: count = offset + sign · variable. */
  ties: Tie[]
}

/** Narrows every variable by one equation at a time. */
function narrow(equations: readonly OpenEquation[], low: Float64Array, high: Float64Array): void {
  for (let pass = 0, news = true; news && pass < 40; pass++) {
    news = false
    for (const { variables, factors, known } of equations) {
      const least = variables.map((v, k) =>
        factors[k]! > 0 ? factors[k]! * low[v]! : factors[k]! * high[v]!,
      )
      const most = variables.map((v, k) => (factors[k]! > 0 ? factors[k]! * high[v]! : factors[k]! * low[v]!))
      // Sums of the others without subtracting infinities: prefix and suffix sums.
      const others = (terms: readonly number[]) => {
        const before = [0]
        for (const term of terms) before.push(before.at(-1)! + term)
        let after = 0
        const result = new Array<number>(terms.length)
        for (let k = terms.length - 1; k >= 0; k--) {
          result[k] = before[k]! + after
          after += terms[k]!
        }
        return result
      }
      const restLeast = others(least)
      const restMost = others(most)
      variables.forEach((v, k) => {
        const f = factors[k]!
        const a = (known - restMost[k]!) / f
        const b = (known - restLeast[k]!) / f
        const from = Math.ceil(Math.min(a, b) - 1e-9)
        const to = Math.floor(Math.max(a, b) + 1e-9)
        if (from > low[v]!) {
          low[v] = from
          news = true
        }
        if (to < high[v]!) {
          high[v] = to
          news = true
        }
      })
    }
  }
}

/** Simplifies the attack; what it reports stays the same. */
export function simplify(view: AttackView): Simplified {
  const n = view.unknown.length
  const low = Float64Array.from(view.unknown, (cell) => cell.low)
  const high = Float64Array.from(view.unknown, (cell) => cell.high)
  /** Each cell as offset + sign · leader; members of a leader. */
  const ties: Tie[] = view.unknown.map((_, index) => ({ variable: index, sign: 1, offset: 0 }))
  const led = view.unknown.map((_, index) => [index])
  let equations: OpenEquation[] = view.equations.map(({ cells, signs, known }) => ({
    variables: cells,
    factors: signs,
    known,
  }))
  for (let again = true; again; ) {
    again = false
    narrow(equations, low, high)
    const left: OpenEquation[] = []
    for (const equation of equations) {
      const open = restate(equation)
      const [first, second] = open.variables
      if (first === undefined) continue
      if (second === undefined) {
        low[first] = high[first] = Math.round(open.known / open.factors[0]!)
        again = true
      } else if (open.variables.length === 2 && Math.abs(open.factors[0]!) === Math.abs(open.factors[1]!)) {
        // f·a + g·b = known with |f| = |g|: b = known/g − (f/g)·a.
        tie(second, first, (-open.factors[0]! / open.factors[1]!) as 1 | -1, open.known / open.factors[1]!)
        again = true
      } else left.push(open)
    }
    equations = left
  }
  return renumber()

  /** The equation over leaders that are still open. */
  function restate({ variables, factors, known }: OpenEquation): OpenEquation {
    const sum = new Map<number, number>()
    let rest = known
    variables.forEach((cell, k) => {
      const { variable, sign, offset } = ties[cell]!
      rest -= factors[k]! * offset
      if (low[variable] === high[variable]) rest -= factors[k]! * sign * low[variable]!
      else sum.set(variable, (sum.get(variable) ?? 0) + factors[k]! * sign)
    })
    const open = [...sum].filter(([, factor]) => factor !== 0)
    return {
      variables: open.map(([variable]) => variable),
      factors: open.map(([, factor]) => factor),
      known: rest,
    }
  }

  function tie(follower: number, leader: number, sign: 1 | -1, offset: number): void {
    for (const cell of led[follower]!) {
      const old = ties[cell]!
      ties[cell] = {
        variable: leader,
        sign: (old.sign * sign) as 1 | -1,
        offset: old.offset + old.sign * offset,
      }
    }
    led[leader]!.push(...led[follower]!)
    led[follower] = []
    const [from, to] =
      sign === 1
        ? [low[follower]! - offset, high[follower]! - offset]
        : [offset - high[follower]!, offset - low[follower]!]
    low[leader] = Math.max(low[leader]!, from)
    high[leader] = Math.min(high[leader]!, to)
  }

  function renumber(): Simplified {
    const place = new Map<number, number>()
    const variables: Variable[] = []
    for (let leader = 0; leader < n; leader++) {
      if (led[leader]!.length === 0 || low[leader] === high[leader]) continue
      place.set(leader, variables.length)
      variables.push({ truth: view.unknown[leader]!.truth, low: low[leader]!, high: high[leader]! })
    }
    return {
      variables,
      equations: equations.map((one) => ({
        ...one,
        variables: one.variables.map((leader) => place.get(leader)!),
      })),
      ties: ties.map((one) => {
        const variable = place.get(one.variable)
        return variable === undefined
          ? { variable: -1, sign: 1, offset: one.offset + one.sign * low[one.variable]! }
          : { ...one, variable }
      }),
    }
  }
}
