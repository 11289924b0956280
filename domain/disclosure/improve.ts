/** Local search on a pattern: hide some of the choices dearer, show them, repair, keep what got lighter. */
import type { Block } from './blocks.ts'
import { construct, dearFirst, type Pattern, reverseDelete, targetOrder } from './heuristic.ts'
import type { MoveFinder } from './moves.ts'
import type { BlockRun } from './result.ts'
import type { LpSolver } from './solver.ts'

/** @param holder has the best pattern, replaced when a lighter one is found; stops at its bound. */
export async function improve(
  block: Block,
  solver: LpSolver,
  finder: MoveFinder,
  holder: { best: Pattern; readonly bound: number },
  random: () => number,
  out: () => boolean,
  run: BlockRun,
): Promise<void> {
  const rowsOf: number[][] = block.nodes.map(() => [])
  block.rows.forEach((row, r) => {
    for (const node of row.index) rowsOf[node]!.push(r)
  })
  let barren = 0
  for (let round = 0; !out() && holder.bound < holder.best.weight - 1e-6; round++) {
    const ruined = neighbourhood(holder.best, 2 + Math.floor(random() * Math.min(24, 4 + barren / 8)))
    if (ruined.size === 0) return
    const hidden = holder.best.hidden.slice()
    for (const node of ruined) hidden[node] = 0
    // What was just shown is dearer, so that the repair looks for another way; noise varies the ties.
    const price = (node: number) =>
      block.nodes[node]!.weight * (ruined.has(node) ? 1.3 : 1) * (0.8 + 0.4 * random())
    const built = construct(
      block,
      finder,
      { hidden, proofs: holder.best.proofs },
      targetOrder(block, random),
      price,
    )
    if ('hidden' in built) {
      reverseDelete(block, solver, built, dearFirst(block, random), out, near(ruined, built, holder.best))
      const gain = holder.best.weight - built.weight
      if (gain > 1e-6) barren = 0
      else barren++
      // Equal weight is accepted too: plateaus are wide.
      if (gain > -1e-6) holder.best = built
    }
    if (barren > 60 + 4 * block.nodes.length) return
    if (round % 8 === 0) await run.report('improve', holder.best.weight, holder.bound)
  }

  /** Only nodes that changed, and their neighbours along the sums, can have become superfluous. */
  function near(ruined: ReadonlySet<number>, built: Pattern, before: Pattern): (node: number) => boolean {
    const close = new Set<number>()
    built.hidden.forEach((on, node) => {
      if (on === before.hidden[node] && !ruined.has(node)) return
      for (const r of rowsOf[node]!) for (const other of block.rows[r]!.index) close.add(other)
    })
    return (node) => close.has(node)
  }

  /** Some hidden-by-choice nodes near each other: grown along the sums from a random one. */
  function neighbourhood(pattern: Pattern, size: number): Set<number> {
    const free = (node: number) => pattern.hidden[node] === 1 && !block.nodes[node]!.forced
    const all = block.nodes.map((_, index) => index).filter(free)
    const picked = new Set<number>()
    if (all.length === 0) return picked
    const queue = [all[Math.floor(random() * all.length)]!]
    const seen = new Set(queue)
    while (queue.length && picked.size < size) {
      const node = queue.splice(Math.floor(random() * queue.length), 1)[0]!
      if (free(node)) picked.add(node)
      for (const r of rowsOf[node]!)
        for (const other of block.rows[r]!.index)
          if (pattern.hidden[other] && !seen.has(other)) {
            seen.add(other)
            queue.push(other)
          }
    }
    return picked
  }
}
