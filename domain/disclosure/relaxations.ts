/** Cutting planes: cuts that a fractional choice breaks, round after round, raise the proved bound. */
import type { Target } from './blocks.ts'
import { bridgelessCuts, type Cut } from './cuts.ts'
import { knownTo } from './pattern.ts'
import { type Search, SMALL } from './search.ts'
import { zeroHalfCuts } from './zero-half.ts'

/** The bound counts as final when so many rounds raised it by less than this share of it, */
const ROUNDS = 10
const FINAL = 0.003
/** or when this share of the time did (in so many rounds at least): rounds of large tables are long. */
const WINDOW = 0.06
const FEWEST = 3
/** Rounded cuts cost next to nothing: they are next when the attackers' raise the bound by less than this share, */
const SLOW = 0.003
/** and as long as they raise it by this one. */
const WORTH = 0.0005

/** Cuts that were slack in so many relaxations running are set aside. */
const SLACK_ROUNDS = 12

/** Adds cuts at fractional points until nothing is broken, the bound has stopped rising, or only `reserve` seconds are left. */
export async function raiseBound(search: Search, reserve: number): Promise<void> {
  const history: number[] = []
  const ends: number[] = []
  /** Rounds that the window of time holds now. */
  const recent = () =>
    Math.max(FEWEST, ends.filter((left) => left < search.left() + search.run.timeLimit * WINDOW).length)
  const final = () => slow(history, search.region ? ROUNDS : Math.min(ROUNDS, recent()), FINAL)
  let rounded = false
  for (let round = 0; !search.done(reserve); round++) {
    const relaxed = search.master.relax(search.left())
    if (!relaxed || relaxed.bound === Infinity) return
    history.push(relaxed.bound)
    ends.push(search.left())
    search.shares = relaxed.x
    search.raise(relaxed.bound)
    await search.run.report('bound', search.best.weight, search.bound)
    if (search.done()) return
    rounded = rounded ? !slow(history, 1, WORTH) : slow(history, 1, SLOW)
    let cuts = rounded ? roundedCuts(search, relaxed.x) : []
    if (cuts.length === 0) {
      rounded = false
      cuts = brokenCuts(search, relaxed.x, search.left() - reserve)
    }
    if (cuts.length === 0) cuts = roundedCuts(search, relaxed.x)
    if (search.master.add(cuts) === 0 || final()) return
    if (round % 10 === 9) search.master.park(SLACK_ROUNDS)
  }
}

/** Whether so many rounds raised the bound by less than a share of it. */
function slow(history: readonly number[], rounds: number, share: number): boolean {
  const [before, now] = [history.at(-1 - rounds), history.at(-1)!]
  return before !== undefined && now - before < share * now
}

/** Orders in which cuts are combined: where branching will do the rest, and in blocks with more nodes. */
const ORDERS = { small: 1, large: 3 }

/** A few of the deepest; more of them in a large block. */
export const roundedCuts = (search: Search, x: Float64Array, most = Math.max(10, x.length / 20)): Cut[] => {
  const orders = x.length > SMALL ? ORDERS.large : ORDERS.small
  return zeroHalfCuts(search.master.active(), x, search.random, most, orders)
}

/**
 * Cuts broken at a point; with many targets a part of them each time, in turn.
 * @param enough stops at so many. @param respondents asks them too, where outsiders break nothing.
 */
export function brokenCuts(
  search: Search,
  x: Float64Array,
  seconds: number,
  enough = Math.max(60, search.block.targets.length / 4),
  respondents = true,
): Cut[] {
  const { block, separator } = search
  const cuts = bridgelessCuts(block, x, 1e-3)
  separator.setShares(x)
  const until = performance.now() + Math.max(0.05, Math.min(seconds, search.run.timeLimit * 0.05)) * 1000
  for (const gap of search.coalitions.values())
    cuts.push(...separator.separate(gap.target, knownTo(block, gap)))
  const next = (of: readonly Target[]) => of[search.turn++ % of.length]!
  for (let one = 0; one < search.asked.length; one++) {
    cuts.push(...separator.separate(next(search.asked), []))
    if (cuts.length >= enough || performance.now() > until) break
  }
  if (cuts.length > 0 || block.attackers.length === 0 || !respondents) return cuts
  const { targets } = block
  for (let one = 0; one < targets.length && cuts.length < enough && performance.now() < until; one++)
    cuts.push(...separator.separateRespondents(next(targets), until, search.remember))
  return cuts
}

/** Finds the targets that forced nodes alone protect from outsiders: these are not asked again. */
export function settle(search: Search): void {
  const { block, separator } = search
  separator.setShares(new Float64Array(block.nodes.length))
  search.asked = search.asked.filter((target) => separator.separate(target, []).length > 0)
}
