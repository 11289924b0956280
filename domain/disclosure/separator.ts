/** Finds cuts that a (fractional or whole) choice of hidden nodes breaks, by the attacker's linear program and its duals. */
import type { Block, Target } from './blocks.ts'
import { activity, type Cut, needsOf, tightened } from './cuts.ts'
import { kernelOf } from './kernel.ts'
import type { Gap } from './pattern.ts'
import type { LpModel, LpSolver } from './solver.ts'

export interface Separator {
  /** Shares in [0, 1] of hiding each node; forced nodes count as 1. */
  setShares(x: Float64Array): void
  /** Cuts that the shares break for this target against an attacker who knows the nodes of `avoid`. */
  separate(target: Target, avoid: readonly number[]): Cut[]
  /** The same for every respondent whose cells the outsider's widest tables use; stops at `until` (ms, performance clock); `broke` hears who broke it. */
  separateRespondents(target: Target, until: number, broke?: (gap: Gap) => void): Cut[]
  solves: number
  dispose(): void
}

/** Stands for "no limit" in the attacker's program; the cuts themselves use the true bounds. */
const WIDE = 1000
/** A share from which a node counts as hidden when a cut's remaining need is worked out; forced nodes have it. */
const SURE = 0.999

/**
 * Every node counts as shown until `setShares`. Keeps a model in the solver until `dispose`.
 * @param violation by how much the shares must break a cut for it to be told
 */
export function createSeparator(block: Block, solver: LpSolver, violation = 1e-3): Separator {
  const n = block.nodes.length
  const lower = new Float64Array(n)
  const upper = new Float64Array(n)
  const shares = new Float64Array(n)
  const all = Array.from({ length: n }, (_, index) => index)
  /** Level that the room in the program is capped at; 0: to be set anew. */
  let capped = 0
  const { spanning } = kernelOf(n, block.rows)
  const rows = spanning.map((row) => {
    const { index, coef } = block.rows[row]!
    return { lower: 0, upper: 0, columns: index, values: coef }
  })
  const model: LpModel = solver.createModel({
    costs: new Float64Array(n),
    lower,
    upper,
    rows,
    changes: 'costs',
  })
  const separator: Separator = {
    setShares,
    separate,
    separateRespondents,
    solves: 0,
    dispose: () => model.dispose(),
  }
  return separator

  function setShares(x: Float64Array): void {
    for (const index of all)
      shares[index] = block.nodes[index]!.forced ? 1 : Math.min(1, Math.max(0, x[index]!))
    capped = 0
  }

  /** Coefficients end up capped at the level, so the program caps the room there too: it then finds deeper cuts. */
  function capAt(level: number): void {
    if (level === capped) return
    capped = level
    for (const index of all) {
      const { above, below } = block.nodes[index]!
      const share = shares[index]!
      const most = share > SURE ? WIDE : level
      upper[index] = share < 1e-7 ? 0 : Math.min(above, most) * share
      lower[index] = share < 1e-7 ? 0 : -Math.min(below, most) * share
    }
    model.setBounds(all, Array.from(lower), Array.from(upper))
  }

  /** Duals of the attacker's best move at a node in one direction, and how far it gets. */
  function attack(
    node: number,
    sign: 1 | -1,
    avoid: readonly number[],
    level: number,
  ): { reach: number; multipliers: Float64Array; table: Float64Array } | undefined {
    capAt(level)
    // Two respondents may know the same node.
    const still = [...new Set(avoid)]
    model.setBounds(
      still,
      still.map(() => 0),
      still.map(() => 0),
    )
    model.setCosts([node], [-sign])
    separator.solves++
    const outcome = model.solve()
    const answer =
      outcome.status === 'optimal'
        ? {
            reach: -outcome.objective,
            multipliers: multipliers(model.duals()),
            table: model.values(),
          }
        : undefined
    model.setCosts([node], [0])
    model.setBounds(
      still,
      still.map((k) => lower[k]!),
      still.map((k) => upper[k]!),
    )
    return answer
  }

  /** Of all sums; those that say nothing new have none. */
  function multipliers(duals: Float64Array): Float64Array {
    const found = new Float64Array(block.rows.length)
    spanning.forEach((row, k) => {
      found[row] = -duals[k]!
    })
    return found
  }

  function separateRespondents(target: Target, until: number, broke?: (gap: Gap) => void): Cut[] {
    const cuts: Cut[] = []
    if (target.up + target.down + target.width === 0) return cuts
    const tables = createTables(target.node)
    const strangers = block.attackers.flatMap(({ nodes }, index) =>
      target.own.has(index) ? [] : [{ nodes, index }],
    )
    tables.ask(1, [])
    tables.ask(-1, [])
    const open = strangers.filter(({ nodes }) => !tables.spare(nodes))
    // One table that none of them knows settles them all at once.
    if (open.length > 1)
      for (const sign of [1, -1] as const)
        tables.ask(
          sign,
          open.flatMap(({ nodes }) => nodes),
        )
    for (const { nodes, index } of open) {
      if (performance.now() > until) break
      if (tables.spare(nodes)) continue
      const found = apart(target.node, nodes, 1, (sign) => tables.ask(sign, nodes))
      if (found.length > 0) broke?.({ target, attackers: [index] })
      cuts.push(...found)
    }
    return cuts
  }

  /** Tables at the ends of a node that were found so far: what spares one respondent often spares others. */
  function createTables(node: number) {
    const found: { sign: 1 | -1; reach: number; table: Float64Array }[] = []
    return {
      ask(sign: 1 | -1, avoid: readonly number[]) {
        const one = attack(node, sign, avoid, 1)
        if (one) found.push({ sign, reach: one.reach, table: one.table })
        return one
      },
      /** Whether those that touch none of these nodes are apart by 1. */
      spare(nodes: readonly number[]): boolean {
        let [high, low] = [0, 0]
        for (const { sign, reach, table } of found) {
          if (reach <= (sign === 1 ? high : low)) continue
          if (nodes.some((known) => Math.abs(table[known]!) > 1e-9)) continue
          if (sign === 1) high = reach
          else low = reach
        }
        return high + low >= 1
      },
    }
  }

  /** What is left to need where the nodes that are as good as hidden give all they can. */
  function broken(need: ReadonlyMap<number, number>, level: number): Cut[] {
    const cut = tightened(block, need, level, (node) => shares[node]! > SURE)
    return cut && activity(cut, shares) < cut.rhs - violation ? [cut] : []
  }

  function separate({ node, up, down, width }: Target, avoid: readonly number[]): Cut[] {
    const wide = avoid.length > 0 ? 1 : width
    const rise = avoid.length > 0 ? 0 : up
    const fall = avoid.length > 0 ? 0 : down
    const cuts: Cut[] = []
    const upward = rise > 0 ? attack(node, 1, avoid, rise) : undefined
    if (upward && upward.reach < rise)
      cuts.push(...broken(needsOf(block, node, 1, upward.multipliers, avoid), rise))
    const downward = fall > 0 ? attack(node, -1, avoid, fall) : undefined
    if (downward && downward.reach < fall)
      cuts.push(...broken(needsOf(block, node, -1, downward.multipliers, avoid), fall))
    // What reaches a level of its own is as wide as that.
    if (wide <= 0 || rise >= wide || fall >= wide) return cuts
    return cuts.concat(apart(node, avoid, wide, (sign) => attack(node, sign, avoid, wide)))
  }

  /** What is broken where the ends of a node that `ask` finds are not so far apart. */
  function apart(
    node: number,
    avoid: readonly number[],
    width: number,
    ask: (sign: 1 | -1) => ReturnType<typeof attack>,
  ): Cut[] {
    const high = ask(1)
    if (!high || high.reach >= width) return []
    const low = ask(-1)
    if (!low || high.reach + low.reach >= width) return []
    const needs = needsOf(block, node, 1, high.multipliers, avoid)
    return broken(needsOf(block, node, -1, low.multipliers, avoid, needs), width)
  }
}
