/** The choosing side: a linear program over "hide this node", tightened by cuts, that yields proved bounds. */
import type { Block } from './blocks.ts'
import { activity, type Cut, cutKey } from './cuts.ts'
import type { LpModel, LpSolver } from './solver.ts'

export interface Master {
  /** Adds the cuts it does not have yet; returns how many. */
  add(cuts: readonly Cut[]): number
  /**
   * Linear relaxation: bound and shares; an infinite bound where nothing fulfils all cuts, undefined when in doubt.
   * @param quick does without the cuts set aside: the bound holds, but may be lower.
   */
  relax(timeLimit: number, quick?: boolean): { bound: number; x: Float64Array } | undefined
  /** What the bound of the last relaxation rises by for each unit of a share (reduced costs). */
  rises(): Float64Array
  /** Fixes nodes as hidden (1) or shown (0) until the next call; all others are free again. */
  fix(fixed: readonly (readonly [node: number, value: 0 | 1])[]): void
  /** Sets aside the cuts that were slack in so many relaxations running; they come back where a relaxation breaks them. */
  park(rounds: number): void
  /** The cuts in force, and with those set aside. */
  active(): Cut[]
  all(): Cut[]
  dispose(): void
}

/** A cut in the program, or set aside. */
interface Entry {
  cut: Cut
  slack: number
}

const BROKEN = 1e-6

/** Begins without cuts: only forced nodes are held hidden. Keeps a model in the solver until `dispose`. */
export function createMaster(block: Block, solver: LpSolver): Master {
  const n = block.nodes.length
  const lower = Float64Array.from(block.nodes, (node) => (node.forced ? 1 : 0))
  const model: LpModel = solver.createModel({
    costs: Float64Array.from(block.nodes, (node) => node.weight),
    lower,
    upper: new Float64Array(n).fill(1),
    rows: [],
    changes: 'bounds',
  })
  /** In the order of the program's rows. */
  let active: Entry[] = []
  let parked: Entry[] = []
  const known = new Set<string>()
  let fixedNow = new Map<number, 0 | 1>()

  function put(entries: readonly Entry[]): void {
    for (const entry of entries) active.push(entry)
    model.addRows(
      entries.map(({ cut }) => ({ lower: cut.rhs, upper: Infinity, columns: cut.index, values: cut.coef })),
    )
  }

  /** Brings back what the point breaks of the cuts set aside. */
  function wake(x: Float64Array): boolean {
    const broken = parked.filter(({ cut }) => activity(cut, x) < cut.rhs - BROKEN)
    if (broken.length === 0) return false
    const back = new Set(broken)
    parked = parked.filter((entry) => !back.has(entry))
    for (const entry of broken) entry.slack = 0
    put(broken)
    return true
  }

  return {
    add(fresh) {
      const added = fresh.filter((cut) => {
        const key = cutKey(cut)
        if (known.has(key)) return false
        known.add(key)
        return true
      })
      put(added.map((cut) => ({ cut, slack: 0 })))
      return added.length
    },
    relax(timeLimit, quick = false) {
      for (;;) {
        const result = model.solve({ timeLimit })
        if (result.status === 'infeasible') return { bound: Infinity, x: lower }
        if (result.status !== 'optimal') return undefined
        const x = Float64Array.from(model.values())
        if (!quick && wake(x)) continue
        for (const entry of active)
          entry.slack = activity(entry.cut, x) > entry.cut.rhs + BROKEN ? entry.slack + 1 : 0
        return { bound: result.objective, x }
      }
    },
    rises: () => model.reducedCosts(),
    fix(fixed) {
      const want = new Map(fixed)
      const changed = [...new Set([...want.keys(), ...fixedNow.keys()])].filter(
        (node) => want.get(node) !== fixedNow.get(node),
      )
      model.setBounds(
        changed,
        changed.map((node) => want.get(node) ?? lower[node]!),
        changed.map((node) => want.get(node) ?? 1),
      )
      fixedNow = want
    },
    park(rounds) {
      const idle = [...active.keys()].filter((row) => active[row]!.slack >= rounds)
      model.deleteRows(idle)
      for (const row of idle) parked.push(active[row]!)
      active = active.filter((entry) => entry.slack < rounds)
    },
    active: () => active.map(({ cut }) => cut),
    all: () => [...active, ...parked].map(({ cut }) => cut),
    dispose: () => model.dispose(),
  }
}
