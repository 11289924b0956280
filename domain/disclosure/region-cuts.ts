/** What is known of the whole says something of each of its regions: most are settled by it, without a single attack. */
import type { Block } from './blocks.ts'
import type { Cut } from './cuts.ts'

const TINY = 1e-9

/**
 * Cuts of the large block as they bind a region of it, where everything outside stays as it is; those that the outside
 * fulfils are left out.
 * @param region the small block; its members are nodes of the large one.
 * @param hidden the pattern, per node of the large block. @param free the nodes that are chosen anew.
 */
export function cutsIn(
  region: Block,
  cuts: readonly Cut[],
  hidden: Uint8Array,
  free: ReadonlySet<number>,
): Cut[] {
  const local = new Int32Array(hidden.length).fill(-1)
  region.nodes.forEach(({ members, forced }, at) => {
    if (!forced) for (const { cell } of members) local[cell] = at
  })
  return cuts.flatMap((cut) => {
    const inside = new Map<number, number>()
    let rhs = cut.rhs
    cut.index.forEach((node, k) => {
      const coef = cut.coef[k]!
      const at = local[node]!
      if (at >= 0) inside.set(at, (inside.get(at) ?? 0) + coef)
      // Elsewhere a free node may be hidden or not, and another one may turn out to be hidden in vain: what suits the cut counts.
      else if (coef > 0 && (free.has(node) || hidden[node])) rhs -= coef
    })
    const coef = [...inside.values()]
    const least = coef.reduce((sum, value) => sum + Math.min(0, value), 0)
    if (rhs <= least + TINY) return []
    return [
      { index: [...inside.keys()], coef: least < 0 ? coef : coef.map((value) => Math.min(value, rhs)), rhs },
    ]
  })
}
