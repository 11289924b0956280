/** A release from tables to a decision per cell, jointly with everything that has left before; and ways out when it is frozen. */
import type { LedgerEntry } from './ledger.ts'
import { cellId, jointProblem } from './ledger-problem.ts'
import type { Problem } from './problem.ts'
import { protect } from './protect.ts'
import type { ProtectResult, RunOptions } from './result.ts'
import type { LpSolver } from './solver.ts'
import type { ReleaseRules, Table } from './tables.ts'

export interface ReleaseDecision {
  result: ProtectResult
  /** Keys of the new tables' cells that stay hidden. */
  hiddenKeys: ReadonlySet<string>
  /** The joint problem, for a separate audit. */
  problem: Problem
}

export interface ReleaseInput {
  ledger: readonly LedgerEntry[]
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

/** A smaller release that can go out. */
export interface Proposal {
  kind: 'leave-out' | 'margins-only' | 'delay'
  /** Table that is cut down; empty for `delay`. */
  table: string
  /** Cells of all new tables that would be shown; 0 for `delay`. */
  shown: number
}

/** A table reduced to its sums: cells that are a total, and the sums among them. */
export function marginsOnly(table: Table): Table {
  const totals = new Set(table.relations.map(({ total }) => total))
  const kept = (key: string) => totals.has(key)
  return {
    ...table,
    cells: table.cells.filter((cell) => kept(cell.key)),
    relations: table.relations.filter(({ total, parts }) => kept(total) && parts.every(kept)),
    ...(table.sensitiveParts ? { sensitiveParts: table.sensitiveParts.filter(kept) } : {}),
  }
}

/** What could be released instead when `protectRelease` says frozen or infeasible, most cells shown first. */
export async function proposals(
  input: ReleaseInput,
  solver: LpSolver,
  options: RunOptions = {},
): Promise<Proposal[]> {
  const found: Proposal[] = []
  for (const table of input.tables) {
    const others = input.tables.filter((other) => other !== table)
    for (const kind of ['margins-only', 'leave-out'] as const) {
      if (options.signal?.aborted) return found
      const tables = kind === 'leave-out' ? others : [...others, marginsOnly(table)]
      const cells = new Set(tables.flatMap((one) => one.cells.map((cell) => cell.key)))
      if (cells.size === 0) continue
      const { result, hiddenKeys } = await protectRelease({ ...input, tables }, solver, options)
      if (result.status === 'optimal' || result.status === 'feasible')
        found.push({ kind, table: table.id, shown: cells.size - hiddenKeys.size })
    }
  }
  return [...found.sort((a, b) => b.shown - a.shown), { kind: 'delay', table: '', shown: 0 }]
}
