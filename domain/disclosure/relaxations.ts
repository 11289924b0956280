/** Cutting planes: cuts that a fractional choice breaks, round after round, raise the proved bound. */
import { bridgelessCuts, type Cut } from './cuts.ts'
import { knownTo } from './pattern.ts'
import type { Search } from './search.ts'

/** The bound counts as final when so many rounds raised it by less than this share of it. */
const ROUNDS = 5
const SHARE = 0.001

/** Adds cuts at fractional points until nothing is broken, the bound has stopped rising, or only `reserve` seconds are left. */
export async function raiseBound(search: Search, reserve: number): Promise<void> {
  const history: number[] = []
  for (let round = 0; !search.done() && search.left() > reserve; round++) {
    const relaxed = search.master.relax(search.left())
    if (!relaxed) return
    history.push(relaxed.bound)
    search.shares = relaxed.x
    search.raise(relaxed.bound)
    await search.run.report('bound', search.best.weight, search.bound)
    if (search.done()) return
    const cuts = brokenCuts(search, relaxed.x, search.left() - reserve)
    if (search.master.add(cuts) === 0 || idle(history)) return
    if (round % 10 === 9) search.master.purge()
  }
}

function idle(history: readonly number[]): boolean {
  const [before, now] = [history.at(-1 - ROUNDS), history.at(-1)!]
  return before !== undefined && now - before < SHARE * now
}

/** Cuts broken at a point; with many targets a part of them each time, in turn. Respondents only where outsiders break nothing. */
export function brokenCuts(search: Search, x: Float64Array, seconds: number): Cut[] {
  const { block, separator } = search
  const cuts = bridgelessCuts(block, x, 1e-3)
  separator.setShares(x)
  const until = performance.now() + Math.max(0.05, Math.min(seconds, search.run.timeLimit * 0.05)) * 1000
  for (const gap of search.coalitions) cuts.push(...separator.separate(gap.target, knownTo(block, gap)))
  const { targets } = block
  const next = () => targets[search.turn++ % targets.length]!
  const enough = Math.max(60, targets.length / 4)
  for (let asked = 0; asked < targets.length; asked++) {
    cuts.push(...separator.separate(next(), []))
    if (cuts.length >= enough || performance.now() > until) break
  }
  if (cuts.length > 0 || block.attackers.length === 0) return cuts
  for (let asked = 0; asked < targets.length && cuts.length < enough && performance.now() < until; asked++)
    cuts.push(...separator.separateRespondents(next(), until))
  return cuts
}
