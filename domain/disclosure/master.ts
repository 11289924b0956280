/** The choosing side: a linear program over "hide this node", tightened by cuts, that yields proved bounds. */
import type { Block } from './blocks.ts'
import { activity, type Cut, cutKey } from './cuts.ts'
import type { LpModel, LpOutcome, LpSolver } from './solver.ts'

export interface Master {
  /** Adds the cuts it does not have yet; returns how many. */
  add(cuts: readonly Cut[]): number
  /** Linear relaxation: bound and shares. */
  relax(timeLimit: number): { bound: number; x: Float64Array } | undefined
  /** Fixes nodes as hidden (1) or shown (0) until the next call; all others are free again. */
  fix(fixed: readonly (readonly [node: number, value: 0 | 1])[]): void
  /** Drops cuts that have been slack for a while. */
  purge(): void
  /** The cuts in force. */
  cuts(): Cut[]
  dispose(): void
}

/** A cut that was slack in so many relaxations running is dropped. */
const SLACK_ROUNDS = 12

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
  let cuts: { cut: Cut; key: string; slack: number }[] = []
  const known = new Set<string>()
  let fixedNow = new Map<number, 0 | 1>()

  const outcome = (result: LpOutcome) =>
    result.status === 'optimal' ? Float64Array.from(model.values()) : undefined

  return {
    add(fresh) {
      const added: Cut[] = []
      for (const cut of fresh) {
        const key = cutKey(cut)
        if (known.has(key)) continue
        known.add(key)
        cuts.push({ cut, key, slack: 0 })
        added.push(cut)
      }
      model.addRows(
        added.map((cut) => ({ lower: cut.rhs, upper: Infinity, columns: cut.index, values: cut.coef })),
      )
      return added.length
    },
    relax(timeLimit) {
      const result = model.solve({ timeLimit })
      const x = outcome(result)
      if (!x) return undefined
      for (const entry of cuts)
        entry.slack = activity(entry.cut, x) > entry.cut.rhs + 1e-6 ? entry.slack + 1 : 0
      return { bound: result.objective, x }
    },
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
    purge() {
      const gone = cuts
        .map((entry, index) => (entry.slack >= SLACK_ROUNDS ? index : -1))
        .filter((index) => index >= 0)
      model.deleteRows(gone)
      for (const index of gone) known.delete(cuts[index]!.key)
      cuts = cuts.filter((entry) => entry.slack < SLACK_ROUNDS)
    },
    cuts: () => cuts.map(({ cut }) => cut),
    dispose: () => model.dispose(),
  }
}
