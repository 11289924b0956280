/** One block from first pattern to proved optimum, or as far as the time goes. */
import type { Block } from './blocks.ts'
import { branchAndCut } from './branch.ts'
import { bridgelessCuts, type Cut, rowCuts } from './cuts.ts'
import {
  construct,
  dearFirst,
  forcedOnly,
  type Pattern,
  reverseDelete,
  seededRandom,
  targetOrder,
} from './heuristic.ts'
import { improve } from './improve.ts'
import { createMaster, type Master } from './master.ts'
import { createMoveFinder, type Move, type MoveFinder } from './moves.ts'
import { type Gap, knownTo } from './pattern.ts'
import type { BlockRun } from './result.ts'
import { createSeparator, type Separator } from './separator.ts'
import { check } from './shrink.ts'
import type { LpSolver } from './solver.ts'

interface BlockAnswer {
  /** Absent: the target named by `gap` cannot be protected whatever is hidden. */
  pattern?: Pattern
  gap?: Gap
  bound: number
}

const EPSILON = 1e-6

/** With whole weights a bound of 7.2 means 8. */
function rounded(block: Block, bound: number): number {
  const whole = block.nodes.every((node) => Number.isInteger(node.weight))
  return whole ? Math.ceil(bound - 1e-5) : bound
}

export async function solveBlock(block: Block, solver: LpSolver, run: BlockRun): Promise<BlockAnswer> {
  const began = performance.now()
  const left = () => run.timeLimit - (performance.now() - began) / 1000
  const finder = createMoveFinder(block, solver)
  const random = seededRandom(run.seed)
  try {
    const first = build(block, finder, random, (node) => block.nodes[node]!.weight)
    if (!('hidden' in first)) return { gap: first, bound: Infinity }
    finder.thorough = false
    const floor = block.nodes.reduce((sum, node) => sum + (node.forced ? node.weight : 0), 0)
    // What is left undone here is made good along the relaxation and in the local search.
    const over = () => run.stop() || left() < run.timeLimit * 0.6
    reverseDelete(block, solver, first, dearFirst(block, random), over)
    await run.report('heuristic', first.weight, floor)
    const search = new Search(block, solver, finder, run, first, floor, left, random)
    try {
      await search.run()
    } finally {
      search.dispose()
    }
    return { pattern: search.best, bound: Math.min(search.bound, search.best.weight) }
  } finally {
    finder.dispose()
  }
}

/** A pattern from nothing but the forced cells. */
function build(
  block: Block,
  finder: MoveFinder,
  random: () => number,
  price: (node: number) => number,
): Pattern | Gap {
  const start = { hidden: forcedOnly(block), proofs: block.targets.map((): Move[] => []) }
  return construct(block, finder, start, targetOrder(block, random), price)
}

class Search {
  best: Pattern
  bound: number
  readonly #block: Block
  readonly #solver: LpSolver
  readonly #finder: MoveFinder
  readonly #run: BlockRun
  readonly #left: () => number
  readonly #random: () => number
  readonly #master: Master
  readonly #separator: Separator
  /** Coalitions that broke a pattern before: they are asked first. */
  readonly #coalitions: Gap[] = []
  #next = 0

  constructor(
    block: Block,
    solver: LpSolver,
    finder: MoveFinder,
    run: BlockRun,
    first: Pattern,
    floor: number,
    left: () => number,
    random: () => number,
  ) {
    this.#block = block
    this.#solver = solver
    this.#finder = finder
    this.#run = run
    this.#left = left
    this.#random = random
    this.best = first
    this.bound = floor
    this.#master = createMaster(block, solver)
    this.#separator = createSeparator(block, solver)
  }

  dispose(): void {
    this.#master.dispose()
    this.#separator.dispose()
  }

  async run(): Promise<void> {
    this.#master.add(rowCuts(this.#block))
    await this.#relaxations()
    if (!this.#done()) await this.#branch()
    if (!this.#done())
      await improve(this.#block, this.#solver, this.#finder, this, this.#random, () => this.#out(), this.#run)
  }

  #out(): boolean {
    return this.#run.stop() || this.#left() <= 0
  }

  #done(): boolean {
    return this.#out() || this.bound >= this.best.weight - EPSILON
  }

  #raise(bound: number): void {
    this.bound = Math.max(this.bound, rounded(this.#block, bound))
  }

  #take(pattern: Pattern): void {
    if (pattern.weight < this.best.weight - EPSILON) this.best = pattern
  }

  /** Cutting planes at fractional points until nothing is broken or the bound has stopped rising. */
  async #relaxations(): Promise<void> {
    const reserve = this.#run.timeLimit * 0.35
    let idle = 0
    let raw = 0
    let spent = 0
    const began = performance.now()
    for (let round = 0; !this.#done() && this.#left() > reserve; round++) {
      const relaxed = this.#master.relax(this.#left())
      if (!relaxed) return
      idle = relaxed.bound > raw + 0.02 ? 0 : idle + 1
      raw = Math.max(raw, relaxed.bound)
      this.#raise(relaxed.bound)
      await this.#run.report('bound', this.best.weight, this.bound)
      if (this.#done()) return
      const cuts = this.#broken(relaxed.x, this.#left() - reserve)
      // Patterns along the relaxation cost time too: at most a third of it.
      if (round % 4 === 3 && spent < (performance.now() - began) / 3) {
        const start = performance.now()
        this.#fromShares(relaxed.x)
        spent += performance.now() - start
      }
      if (this.#master.add(cuts) === 0 || idle > 15) return
      if (round % 10 === 9) this.#master.purge()
    }
  }

  /** Cuts broken at a point; with many targets a part of them each time, in turn. */
  #broken(x: Float64Array, seconds: number): Cut[] {
    const cuts = bridgelessCuts(this.#block, x, 1e-3)
    this.#separator.setShares(x)
    const until = performance.now() + Math.max(0.05, Math.min(seconds, this.#run.timeLimit * 0.05)) * 1000
    for (const gap of this.#coalitions)
      cuts.push(...this.#separator.separate(gap.target, knownTo(this.#block, gap)))
    const { targets } = this.#block
    const enough = Math.max(60, targets.length / 4)
    for (let asked = 0; asked < targets.length; asked++) {
      const target = targets[this.#next++ % targets.length]!
      cuts.push(...this.#separator.separate(target, []))
      if (cuts.length >= enough || performance.now() > until) break
    }
    if (cuts.length > 0 || this.#block.attackers.length === 0) return cuts
    for (let asked = 0; asked < targets.length && cuts.length < enough && performance.now() < until; asked++)
      cuts.push(...this.#separator.separateRespondents(targets[this.#next++ % targets.length]!, until))
    return cuts
  }

  /** A pattern along the relaxation: nodes it likes are cheap. */
  #fromShares(x: Float64Array): void {
    const { nodes } = this.#block
    const built = build(
      this.#block,
      this.#finder,
      this.#random,
      (node) => nodes[node]!.weight * (1.02 - x[node]!),
    )
    if (!('hidden' in built)) return
    reverseDelete(
      this.#block,
      this.#solver,
      built,
      (node) => nodes[node]!.weight * (1 - x[node]!) + 0.01 * this.#random(),
      () => this.#out(),
    )
    this.#take(built)
  }

  /** Branch and cut for what the relaxation leaves open. */
  async #branch(): Promise<void> {
    const reserve = this.#run.timeLimit * (this.#block.nodes.length > 250 ? 0.3 : 0.12)
    await branchAndCut(this.#block, this.#master, {
      best: () => this.best.weight,
      broken: (x) => this.#broken(x, Math.min(0.2, this.#left() - reserve)),
      judge: (x) => this.#judge(Uint8Array.from(x), x),
      raise: async (bound) => {
        this.#raise(bound)
        await this.#run.report('bound', this.best.weight, this.bound)
      },
      rounded: (bound) => rounded(this.#block, bound),
      out: () => this.#out() || this.#left() < reserve,
    })
  }

  /** Proves the choice or returns cuts that exclude it; a choice that fails is repaired into a pattern. */
  #judge(hidden: Uint8Array, x: Float64Array): Cut[] {
    const block = this.#block
    const { gaps, proofs } = check(block, this.#solver, hidden, this.best.proofs)
    this.#separator.setShares(x)
    const cuts: Cut[] = []
    for (const gap of gaps) {
      const found = this.#separator.separate(gap.target, knownTo(block, gap))
      if (gap.attackers.length > 0) {
        this.#coalitions.push(gap)
        found.push(...this.#separator.separateRespondents(gap.target, performance.now() + 300))
      }
      cuts.push(...(found.length > 0 ? found : this.#exclude(gap, hidden)))
    }
    const order = targetOrder(block, this.#random)
    const built = construct(
      block,
      this.#finder,
      { hidden, proofs },
      order,
      (node) => block.nodes[node]!.weight,
    )
    if ('hidden' in built) {
      if (gaps.length > 0)
        reverseDelete(block, this.#solver, built, dearFirst(block, this.#random), () => this.#out())
      this.#take(built)
    }
    return cuts
  }

  /** A whole-number attacker wins where the linear one does not: at least one node outside must be hidden too. */
  #exclude(gap: Gap, hidden: Uint8Array): Cut[] {
    const block = this.#block
    const only = (index: number) => block.targets[index] === gap.target
    const grown = hidden.slice()
    for (let node = 0; node < grown.length; node++) {
      if (grown[node]) continue
      grown[node] = 1
      const { gaps, unsure } = check(block, this.#solver, grown, [], only)
      // A search that ran out of time proves nothing.
      if (gaps.length === 0 || unsure || this.#out()) grown[node] = 0
    }
    if (check(block, this.#solver, grown, [], only).unsure) return []
    const outside = [...grown.keys()].filter((node) => !grown[node])
    return [{ index: outside, coef: outside.map(() => 1), rhs: 1 }]
  }
}
