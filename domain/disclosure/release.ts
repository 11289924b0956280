/** A release from tables to a decision per cell, jointly with everything that has left before; and what coarser ones would show. */
import { type Coarsening, coarsen, mergeCandidates } from './coarsen.ts'
import type { ReleasedTable } from './ledger.ts'
import { cellId, jointProblem } from './ledger-problem.ts'
import type { Problem } from './problem.ts'
import { protect } from './protect.ts'
import type { ProtectResult, RunOptions } from './result.ts'
import type { LpSolver } from './solver.ts'
import type { ReleaseRules, Table } from './tables.ts'

export interface ReleaseDecision {
  result: ProtectResult
  /** Keys of the new tables' cells that stay hidden; cells that are never displayed are not among them. */
  hiddenKeys: ReadonlySet<string>
  /** The joint problem, for a separate audit. */
  problem: Problem
}

export interface ReleaseInput {
  ledger: readonly ReleasedTable[]
  /** Name of the new release; must sort after all earlier ones. */
  release: string
  tables: readonly Table[]
  rules: ReleaseRules
}

/**
 * Chooses what to hide in new tables so that all releases together protect everyone.
 * @throws Error when the release does not come after all earlier ones, or two tables disagree on a cell.
 */
export async function protectRelease(
  { ledger, release, tables, rules }: ReleaseInput,
  solver: LpSolver,
  options: RunOptions = {},
): Promise<ReleaseDecision> {
  const later = ledger.find((entry) => entry.release >= release)
  if (later) throw new Error(`release ${release} does not come after ${later.release}`)
  const problem = jointProblem(ledger, release, tables, rules)
  const result = await protect(problem, solver, options)
  const prefix = cellId(release, '')
  const hiddenKeys = new Set(
    result.suppressed.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length)),
  )
  return { result, hiddenKeys, problem }
}

/** What a version of the release would look like. */
export interface Way {
  /** Null: as it is. */
  coarsening: Coarsening | null
  /** False: nothing protects it, so it cannot go out. */
  possible: boolean
  /** Cells shown and hidden; zero when it cannot go out. */
  shown: number
  hidden: number
}

/** Merges tried at most. */
const MERGES = 6

/** Merges that may help, the most promising of each table first. */
function promisingMerges(tables: readonly Table[], threshold: number): Coarsening[] {
  const queues = tables.map((table) => mergeCandidates(table, threshold))
  const ranks = Math.max(0, ...queues.map((queue) => queue.length))
  return Array.from({ length: ranks }, (_, rank) => queues.flatMap((queue) => queue[rank] ?? []))
    .flat()
    .slice(0, MERGES)
}

/**
 * What the release would show as it is and with classes merged; when it cannot go out at all (frozen or infeasible), also
 * as margins only and with each table left out. The first is the release as it is, the others follow with the most shown
 * first. Stopping gives those compared so far.
 */
export async function waysOut(
  input: ReleaseInput,
  solver: LpSolver,
  options: RunOptions & { onShare?: (share: number) => void } = {},
): Promise<Way[]> {
  const look = async (coarsening: Coarsening | null): Promise<Way> => {
    const tables = coarsening ? coarsen(input.tables, coarsening) : input.tables
    const cells = new Set(
      tables.flatMap((one) => one.cells.flatMap((cell) => (cell.unseen ? [] : [cell.key]))),
    )
    const { result, hiddenKeys } = await protectRelease({ ...input, tables }, solver, options)
    const possible = result.status === 'optimal' || result.status === 'feasible'
    return {
      coarsening,
      possible,
      shown: possible ? cells.size - hiddenKeys.size : 0,
      hidden: possible ? hiddenKeys.size : 0,
    }
  }
  const asItIs = await look(null)
  const coarser = promisingMerges(input.tables, input.rules.threshold)
  if (!asItIs.possible)
    for (const { id, cells } of input.tables)
      if (cells.some((cell) => !cell.unseen))
        coarser.push({ kind: 'margins-only', table: id }, { kind: 'leave-out', table: id })
  const found: Way[] = []
  for (const [index, one] of coarser.entries()) {
    if (options.signal?.aborted) break
    found.push(await look(one))
    options.onShare?.((index + 2) / (coarser.length + 1))
  }
  return [asItIs, ...found.sort((a, b) => b.shown - a.shown || a.hidden - b.hidden)]
}
