/** The suppressor's front door: from a problem to an audited pattern. */
import { audit } from './audit.ts'
import { type Block, prepare } from './blocks.ts'
import { construct, everything, forcedOnly } from './heuristic.ts'
import { buildModel } from './model.ts'
import { createMoveFinder } from './move-finder.ts'
import type { Problem } from './problem.ts'
import type { BlockRun, Progress, ProtectResult, RunOptions } from './result.ts'
import { check } from './shrink.ts'
import { solveBlock } from './solve-block.ts'
import type { LpSolver } from './solver.ts'

/**
 * Chooses the lightest set of hidden cells that keeps every sensitive cell protected against every attacker.
 * Never returns a pattern that the independent audit did not pass: `suppressed` is empty unless the status is optimal
 * or feasible. Stopping by `signal` returns the best pattern so far, audited.
 */
export async function protect(
  problem: Problem,
  solver: LpSolver,
  options: RunOptions = {},
): Promise<ProtectResult> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const limit = problem.timeLimit
  const tell = (phase: Progress['phase'], best: number | null, bound: number) =>
    options.onProgress?.({ phase, best, bound, seconds: seconds() })
  tell('presolve', null, 0)
  const { blocks, impossible } = prepare(problem)
  if (impossible.length > 0) return refuse(impossible)

  const hiddenCells = new Set<number>()
  const witnesses: Map<string, number>[] = []
  const model = buildModel(problem)
  let bound = 0
  let best = 0
  let sizeLeft = blocks.reduce((sum, block) => sum + cost(block), 0)
  const stop = () => options.signal?.aborted ?? false
  for (const [index, block] of [...blocks].sort((a, b) => cost(a) - cost(b)).entries()) {
    const share = Math.max(0.02, ((limit * 0.85 - seconds()) * cost(block)) / sizeLeft)
    sizeLeft -= cost(block)
    let lastYield = performance.now()
    const report: BlockRun['report'] = async (phase, blockBest, blockBound) => {
      tell(phase, blockBest === null ? null : best + blockBest, bound + blockBound)
      if (performance.now() - lastYield < 30) return
      await new Promise((resolve) => setTimeout(resolve, 0))
      lastYield = performance.now()
    }
    const answer = await solveBlock(block, solver, { timeLimit: share, stop, report, seed: index + 1 })
    if (!answer.pattern) return refuse(sensitiveOf(block, answer.gap!.target.node))
    bound += answer.bound
    best += answer.pattern.weight
    for (const move of new Set(answer.moves))
      witnesses.push(
        new Map(
          move.index.flatMap((node, k) =>
            block.nodes[node]!.members.map(
              ({ cell, sign }) => [model.ids[cell]!, sign * move.value[k]!] as const,
            ),
          ),
        ),
      )
    answer.pattern.hidden.forEach((on, node) => {
      if (on) for (const { cell } of block.nodes[node]!.members) hiddenCells.add(cell)
    })
  }
  hideTheRest()
  return finish()

  /** Sensitive cells of which nothing is asked but to be hidden stand in no block. */
  function hideTheRest(): void {
    for (const [cell, primary] of model.primary.entries()) {
      if (!primary || model.fixed[cell] || model.derived[cell] || hiddenCells.has(cell)) continue
      hiddenCells.add(cell)
      bound += model.weight[cell]!
    }
  }

  function sensitiveOf(block: Block, node: number): string[] {
    const cells = block.nodes[node]!.members.map(({ cell }) => cell)
    return cells.filter((cell) => model.primary[cell]).map((cell) => model.ids[cell]!)
  }

  async function finish(): Promise<ProtectResult> {
    let { suppressed, report } = await audited(hiddenCells, true)
    const inVain = [...hiddenCells].filter(
      (cell) => !model.primary[cell] && isKnown(report.intervals[model.ids[cell]!]),
    )
    if (report.status === 'safe' && inVain.length > 0) {
      // The sums give them away, in a way that only programs find.
      for (const cell of inVain) hiddenCells.delete(cell)
      ;({ suppressed, report } = await audited(hiddenCells, true))
    }
    if (report.status !== 'safe') {
      // Only a search that ran out of time gets here: hiding everything is what is left to try.
      const all = blocks.flatMap((block) =>
        block.nodes.flatMap(({ members }) => members.map(({ cell }) => cell)),
      )
      ;({ suppressed, report } = await audited(new Set(all), false))
    }
    if (report.status !== 'safe') return refuse(report.exposed)
    // Forced cells outside every block (hidden before, nothing sensitive near) weigh nothing; rounding is the sums' own.
    const objective = report.objective
    const proved = bound >= objective - 1e-6
    return {
      status: proved ? 'optimal' : 'feasible',
      suppressed,
      primary: report.primary,
      secondary: report.secondary,
      objective,
      bound: Math.min(bound, objective),
      gap: proved || objective === 0 ? 0 : (objective - bound) / objective,
      seconds: seconds(),
      intervals: report.intervals,
      exposed: [],
    }
  }

  async function audited(cells: ReadonlySet<number>, untilExposed: boolean) {
    const suppressed = model.ids.filter((_, cell) => cells.has(cell) && !model.derived[cell])
    tell('audit', best, bound)
    const report = await audit(problem, suppressed, solver, {
      onProgress: () => new Promise((resolve) => setTimeout(resolve, 0)),
      witnesses,
      untilExposed,
      sharpening: Math.max(0.5, limit * 0.05),
    })
    return { suppressed, report }
  }

  /** Nothing protects these cells; says whether the reason is what is already published. */
  async function refuse(exposed: string[]): Promise<ProtectResult> {
    const frozen = problem.published.length > 0 && protectable(problem, solver)
    return {
      status: frozen ? 'frozen' : 'infeasible',
      suppressed: [],
      primary: 0,
      secondary: 0,
      objective: 0,
      bound: 0,
      gap: 0,
      seconds: seconds(),
      intervals: {},
      exposed,
    }
  }
}

const isKnown = (interval: readonly [number | null, number | null] | undefined): boolean =>
  interval !== undefined && interval[0] !== null && interval[0] === interval[1]

/** Blocks take time roughly with size times targets. */
const cost = (block: Block): number => block.nodes.length * (1 + block.targets.length)

/** Would some pattern protect everything if nothing had been published yet? */
function protectable(problem: Problem, solver: LpSolver): boolean {
  const { blocks, impossible } = prepare(problem, true)
  if (impossible.length > 0) return false
  return blocks.every(
    (block) =>
      check(block, solver, everything(block).hidden, []).gaps.length === 0 || buildable(block, solver),
  )
}

/** Where hiding more can make strangers, hiding everything may fail and something less hold. */
function buildable(block: Block, solver: LpSolver): boolean {
  if (!block.ownCells) return false
  const finder = createMoveFinder(block, solver)
  const start = { hidden: forcedOnly(block), proofs: block.targets.map(() => []) }
  try {
    const order = [...block.targets.keys()]
    return (
      'hidden' in
      construct(
        block,
        finder,
        start,
        order,
        (node) => block.nodes[node]!.weight,
        () => false,
      )
    )
  } finally {
    finder.dispose()
  }
}
