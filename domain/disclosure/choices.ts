/** From a choice of nodes (fractional or whole) to a protecting pattern, and to the cuts that tell the choice's fault. */
import { type Cut, where } from './cuts.ts'
import { construct, dearFirst, type Pattern, reverseDelete, targetOrder, weightOf } from './heuristic.ts'
import { type Gap, knownTo, strangerMakers } from './pattern.ts'
import type { Search } from './search.ts'
import { check } from './shrink.ts'

/** A share from which the relaxation is sure of a node. */
const SURE = 0.999
/** Share of the time kept for hiding more where the first pattern is not proved. */
const FOR_REPAIR = 0.08

/** What hiding a node costs along the relaxation: nodes it likes are cheap. @param chance how far prices stray, as a share. */
function likedPrices({ block, random, shares }: Search, chance: number): (node: number) => number {
  const prices = block.nodes.map(
    ({ weight }, node) => weight * (1.02 - shares[node]!) * (1 + chance * (2 * random() - 1)),
  )
  return (node) => prices[node]!
}

/** A pattern along the relaxation, neither thinned out nor hardened yet. @param chance how far prices may stray, as a share. */
export function fromShares(search: Search, chance = 0): Pattern | Gap {
  const { block, finder, random, shares } = search
  // What the relaxation is sure of is hidden to begin with: checking that much is quicker than building it up.
  const hidden = Uint8Array.from(block.nodes, ({ forced }, node) => (forced || shares[node]! > SURE ? 1 : 0))
  const { proofs } = check(block, search.solver, hidden, [], undefined, 'linear', search.out)
  const order = targetOrder(block, random)
  return construct(block, finder, { hidden, proofs }, order, likedPrices(search, chance), search.out)
}

/**
 * Takes the same pattern without what it hides in vain; what the relaxation likes is shown again last.
 * @param spare seconds for integer searches where walks find nothing.
 */
export function thin(search: Search, pattern: Pattern, chance = 0, spare = 0): void {
  const { block, random, solver } = search
  const dear = likedPrices(search, chance)
  const thinned = { ...pattern, proofs: pattern.proofs.slice() }
  const rank = (node: number) => dear(node) + 0.01 * random()
  reverseDelete(block, solver, thinned, rank, search.out, { spare })
  search.others.push(thinned.hidden)
  harden(search, thinned)
}

/** Takes a pattern if whole-number moves prove it; where they do not, more is hidden until they do. */
export function harden(search: Search, pattern: Pattern): void {
  const { block, finder, run, solver } = search
  // Later patterns only replace one that is proved already.
  const first = search.best.proofs.every((moves) => moves.length === 0)
  const late = () => search.out(first ? run.timeLimit * FOR_REPAIR : 0)
  if (pattern.weight > search.best.weight - 1e-6) return
  const { gaps, proofs } = check(block, solver, pattern.hidden, pattern.proofs, undefined, 'whole', late)
  if (gaps.length === 0) {
    search.take({ ...pattern, proofs })
    return
  }
  const open = gaps.map((gap) => block.targets.indexOf(gap.target))
  finder.effort = 'dive'
  const weight = (node: number) => block.nodes[node]!.weight
  // The first pattern is proved to the end: the auditor, who starts from nothing, would take many times as long.
  const stop = () => !first && search.out()
  const built = construct(block, finder, { hidden: pattern.hidden, proofs }, open, weight, stop)
  finder.effort = 'linear'
  if ('hidden' in built && built.complete) search.take(built)
}

/**
 * Proves a whole choice or returns cuts that exclude it; a choice that fails is repaired into a pattern.
 * @param settle whether to exclude also what only a whole-number attacker breaks, however long that takes.
 * @returns no cut: the choice is a pattern. Undefined: it could be neither proved nor excluded.
 */
export function judge(search: Search, x: Float64Array, settle: boolean): Cut[] | undefined {
  const { block, solver, separator } = search
  separator.setShares(x)
  // A region has a pattern already: the faults of a choice are all that is wanted of it.
  if (search.region) {
    const faults = search.asked.flatMap((target) => separator.separate(target, []))
    if (faults.length > 0) return faults
  }
  const hidden = Uint8Array.from(x)
  const effort = settle ? 'whole' : 'linear'
  const asked = new Set(block.attackers.length > 0 ? block.targets : search.asked)
  const only = (index: number) => asked.has(block.targets[index]!)
  const { gaps, proofs } = check(block, solver, hidden, search.best.proofs, only, effort, search.out)
  const cuts: Cut[] = []
  for (const gap of gaps) {
    const makers = strangerMakers(block, gap, hidden)
    const found = separator.separate(gap.target, knownTo(block, gap)).map((cut) => where(cut, makers))
    if (gap.attackers.length > 0 && makers.length === 0) {
      search.remember(gap)
      found.push(...separator.separateRespondents(gap.target, performance.now() + 300))
    }
    if (found.length === 0 && settle) found.push(...exclude(search, gap, hidden))
    cuts.push(...found)
    if (search.out()) break
  }
  const chosen = { hidden, weight: weightOf(block, hidden), proofs }
  if (gaps.length > 0) repair(search, chosen)
  else if (settle || search.region) search.take(chosen)
  else harden(search, chosen)
  return gaps.length > 0 && cuts.length === 0 ? undefined : cuts
}

/** In a region there is a pattern to start from, and the next choice is cheaper than a repair. */
function repair(search: Search, { hidden, proofs }: Pattern): void {
  if (search.region) return
  const { block, random, shares } = search
  const price = (node: number) => block.nodes[node]!.weight * (1.02 - 0.5 * shares[node]!)
  const order = targetOrder(block, random)
  const built = construct(block, search.finder, { hidden, proofs }, order, price, search.out)
  if (!('hidden' in built)) return
  reverseDelete(block, search.solver, built, dearFirst(block, random), search.out)
  harden(search, built)
}

/** A whole-number attacker wins where the linear one does not: at least one node outside must be hidden too. */
function exclude({ block, solver, out }: Search, gap: Gap, hidden: Uint8Array): Cut[] {
  const only = (index: number) => block.targets[index] === gap.target
  const grown = hidden.slice()
  // Who is a stranger stays as it is.
  const strange = new Set(block.ownCells?.nodes)
  for (let node = 0; node < grown.length; node++) {
    if (grown[node] || strange.has(node)) continue
    grown[node] = 1
    const { gaps, unsure } = check(block, solver, grown, [], only)
    // A search that ran out of time proves nothing.
    if (gaps.length === 0 || unsure || out()) grown[node] = 0
  }
  const { gaps, unsure } = check(block, solver, grown, [], only)
  if (unsure || gaps.length === 0) return []
  const outside = [...grown.keys()].filter((node) => !grown[node])
  const cut = { index: outside, coef: outside.map(() => 1), rhs: 1 }
  return [where(cut, strangerMakers(block, gaps[0]!, grown))]
}
