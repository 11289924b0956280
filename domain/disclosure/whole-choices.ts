/** Integer programs over the cuts found so far: their bounds are proved, their choices are good starts for a repair. */

import { judge } from './choices.ts'
import { bridgelessCuts, type Cut } from './cuts.ts'
import type { Search } from './search.ts'

/** Rounds in which neither bound nor pattern got better before this gives up. */
const IDLE_ROUNDS = 3

/** @param seconds for each integer program. @param reserve seconds to leave. */
export async function wholeChoices(search: Search, seconds: number, reserve: number): Promise<void> {
  const { block, solver, master } = search
  const n = block.nodes.length
  // A margin below zero makes every row say it: integer programs need them all from the start.
  const bridgeless: Cut[] = bridgelessCuts(block, new Float64Array(n), -1)
  for (let idle = 0; idle < IDLE_ROUNDS && !search.done(reserve); ) {
    const before = [search.bound, search.best.weight]
    const model = solver.createModel({
      costs: Float64Array.from(block.nodes, (node) => node.weight),
      lower: Float64Array.from(block.nodes, (node) => (node.forced ? 1 : 0)),
      upper: new Float64Array(n).fill(1),
      rows: [...master.all(), ...bridgeless].map((cut) => ({
        lower: cut.rhs,
        upper: Infinity,
        columns: cut.index,
        values: cut.coef,
      })),
      integer: true,
    })
    let choice: Float64Array | undefined
    try {
      const outcome = model.solve({
        integer: true,
        timeLimit: Math.min(seconds, search.left() - reserve),
        start: Float64Array.from(search.best.hidden),
        shouldStop: () => search.run.stop(),
      })
      if (Number.isFinite(outcome.bound)) search.raise(outcome.bound)
      if (outcome.status === 'optimal' || outcome.status === 'feasible')
        choice = model.values().map(Math.round)
    } finally {
      model.dispose()
    }
    await search.run.report('bound', search.best.weight, search.bound)
    if (!choice || search.done()) return
    const fresh = master.add(judge(search, choice, false) ?? [])
    const better = search.bound > before[0]! || search.best.weight < before[1]!
    idle = better ? 0 : fresh > 0 ? idle + 1 : IDLE_ROUNDS
  }
}
