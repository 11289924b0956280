/** From a choice of nodes (fractional or whole) to a protecting pattern, and to the cuts that tell the choice's fault. */
import type { Cut } from './cuts.ts'
import { construct, dearFirst, forcedOnly, type Pattern, reverseDelete, targetOrder } from './heuristic.ts'
import type { Move } from './moves.ts'
import { type Gap, knownTo } from './pattern.ts'
import type { Search } from './search.ts'
import { check } from './shrink.ts'

/** A pattern along the relaxation: nodes it likes are cheap, and shown again last. */
export function fromShares(search: Search): Pattern | Gap {
  const { block, finder, random, shares } = search
  const dear = (node: number) => block.nodes[node]!.weight * (1.02 - shares[node]!)
  const start = { hidden: forcedOnly(block), proofs: block.targets.map((): Move[] => []) }
  const built = construct(block, finder, start, targetOrder(block, random), dear, () => search.out())
  if (!('hidden' in built)) return built
  const rank = (node: number) => dear(node) + 0.01 * random()
  reverseDelete(block, search.solver, built, rank, () => search.out())
  return built
}

/**
 * Proves a whole choice or returns cuts that exclude it; a choice that fails is repaired into a pattern.
 * @param settle whether to exclude also what only a whole-number attacker breaks, however long that takes.
 */
export function judge(search: Search, x: Float64Array, settle: boolean): Cut[] {
  const { block, solver, separator } = search
  const hidden = Uint8Array.from(x)
  const { gaps, proofs } = check(
    block,
    solver,
    hidden,
    search.best.proofs,
    undefined,
    settle && !search.quick,
  )
  separator.setShares(x)
  const cuts: Cut[] = []
  for (const gap of gaps) {
    const found = separator.separate(gap.target, knownTo(block, gap))
    if (gap.attackers.length > 0) {
      search.coalitions.push(gap)
      found.push(...separator.separateRespondents(gap.target, performance.now() + 300))
    }
    if (found.length === 0 && settle) found.push(...exclude(search, gap, hidden))
    cuts.push(...found)
    if (search.out()) break
  }
  repair(search, hidden, proofs, gaps.length > 0)
  return cuts
}

function repair(search: Search, hidden: Uint8Array, proofs: Move[][], thin: boolean): void {
  const { block, random, shares } = search
  const price = (node: number) => block.nodes[node]!.weight * (1.02 - 0.5 * shares[node]!)
  const out = () => search.out()
  const built = construct(block, search.finder, { hidden, proofs }, targetOrder(block, random), price, out)
  if (!('hidden' in built)) return
  if (thin) reverseDelete(block, search.solver, built, dearFirst(block, random), out)
  search.take(built)
}

/** A whole-number attacker wins where the linear one does not: at least one node outside must be hidden too. */
function exclude({ block, solver, out, quick }: Search, gap: Gap, hidden: Uint8Array): Cut[] {
  const only = (index: number) => block.targets[index] === gap.target
  const grown = hidden.slice()
  for (let node = 0; node < grown.length && !quick; node++) {
    if (grown[node]) continue
    grown[node] = 1
    const { gaps, unsure } = check(block, solver, grown, [], only)
    // A search that ran out of time proves nothing.
    if (gaps.length === 0 || unsure || out()) grown[node] = 0
  }
  if (!quick && check(block, solver, grown, [], only).unsure) return []
  const outside = [...grown.keys()].filter((node) => !grown[node])
  return [{ index: outside, coef: outside.map(() => 1), rhs: 1 }]
}
