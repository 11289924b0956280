/** Cutting planes: cuts that a fractional choice breaks, round after round, raise the proved bound. */
import type { Target } from './blocks.ts'
import { bridgelessCuts, type Cut, cutKey } from './cuts.ts'
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

/** So many of the respondents who broke a cut last are asked again at every point. */
const LATELY = 40

/**
 * Adds cuts at fractional points until nothing is broken, the bound has stopped rising, or only `reserve` seconds are left:
 * those that outsiders break, then those of respondents, who are many more to ask. In a region whole choices are near, and
 * respondents are asked about those.
 */
export async function raiseBound(search: Search, reserve: number): Promise<void> {
  await raise(search, reserve, brokenCuts)
  if (search.block.attackers.length === 0 || search.region) return
  // Patterns along what outsiders ask for are lighter to begin with than along what everybody asks for.
  const { shares } = search
  await raise(search, reserve, (...asked) => {
    const cuts = respondentCuts(...asked)
    return cuts.length > 0 ? cuts : brokenCuts(...asked)
  })
  search.shares = shares
}

type FindCuts = (search: Search, x: Float64Array, seconds: number) => Cut[]

async function raise(search: Search, reserve: number, broken: FindCuts): Promise<void> {
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
      cuts = broken(search, relaxed.x, search.left() - reserve)
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

/** Until when cuts may be sought at one point (ms, performance clock). */
const deadline = ({ run }: Search, seconds: number): number =>
  performance.now() + Math.max(0.05, Math.min(seconds, run.timeLimit * 0.05)) * 1000

/** Targets are asked in turn. */
const next = (search: Search, of: readonly Target[]): Target => of[search.turn++ % of.length]!

/**
 * Cuts that outsiders break at a point, and respondents who broke one lately; with many targets a part of them each time.
 * @param enough stops at so many.
 */
export function brokenCuts(
  search: Search,
  x: Float64Array,
  seconds: number,
  enough = Math.max(60, search.block.targets.length / 4),
): Cut[] {
  const { block, separator } = search
  const cuts = bridgelessCuts(block, x, 1e-3)
  separator.setShares(x)
  const until = deadline(search, seconds)
  for (const gap of [...search.coalitions.values()].slice(-LATELY))
    cuts.push(...separator.separate(gap.target, knownTo(block, gap)))
  for (let one = 0; one < search.asked.length; one++) {
    cuts.push(...separator.separate(next(search, search.asked), []))
    if (cuts.length >= enough || performance.now() > until) break
  }
  return cuts
}

/** Cuts that respondents break at a point: a few different ones, since asking takes long and the next point is near. */
function respondentCuts(search: Search, x: Float64Array, seconds: number): Cut[] {
  const { block, separator } = search
  const { targets } = block
  const enough = Math.max(15, targets.length / 40)
  separator.setShares(x)
  const until = deadline(search, seconds)
  const found = new Map<string, Cut>()
  for (let one = 0; one < targets.length && found.size < enough && performance.now() < until; one++)
    for (const cut of separator.separateRespondents(next(search, targets), until, search.remember))
      found.set(cutKey(cut), cut)
  return [...bridgelessCuts(block, x, 1e-3), ...found.values()]
}

/** Finds the targets that forced nodes alone protect from outsiders: these are not asked again. */
export function settle(search: Search): void {
  const { block, separator } = search
  separator.setShares(new Float64Array(block.nodes.length))
  search.asked = search.asked.filter((target) => separator.separate(target, []).length > 0)
}
