/** The linear-programming solver as the engine needs it; the real one is injected, so that these rules stay pure. */

/** One constraint row: lower ≤ Σ values·x(columns) ≤ upper. */
export interface LpRow {
  lower: number
  upper: number
  columns: readonly number[]
  values: readonly number[]
}

interface LpSolveOptions {
  /** Treat the columns marked as integer as integer. */
  integer?: boolean
  /** Start from the empty basis, not from the last one: better where the answer has few non-zero columns. */
  fresh?: boolean
  /** The first feasible point of an integer run will do. */
  anyPoint?: boolean
  /** Seconds. */
  timeLimit?: number
  /** A feasible point to start an integer run from. */
  start?: Float64Array
  /** Asked now and then during an integer run; true interrupts it. */
  shouldStop?: () => boolean
}

export interface LpOutcome {
  /** `feasible`: stopped early with a point; `unknown`: stopped early without one. */
  status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'unknown'
  /** Objective at the point found. */
  objective: number
  /** Proved lower bound of the objective (integer runs). */
  bound: number
}

/** A model that stays in the solver between solves; always minimised; the last basis is the next start. */
export interface LpModel {
  setCosts(columns: readonly number[], costs: readonly number[]): void
  setBounds(columns: readonly number[], lower: readonly number[], upper: readonly number[]): void
  addRows(rows: readonly LpRow[]): void
  /** Removes rows by index; later rows move up. */
  deleteRows(rows: readonly number[]): void
  solve(options?: LpSolveOptions): LpOutcome
  /** Column values of the last solve. */
  values(): Float64Array
  /** Reduced costs of the last (continuous) solve: what the objective rises by for each unit of a column. */
  reducedCosts(): Float64Array
  /** Row duals of the last (continuous) solve. */
  duals(): Float64Array
  dispose(): void
}

export interface LpModelSpec {
  costs: Float64Array
  lower: Float64Array
  upper: Float64Array
  rows: readonly LpRow[]
  /** All columns integer in integer runs. */
  integer?: boolean
  /** Which simplex starts well from the last basis: `bounds` change between solves, or `costs` do. */
  changes?: 'bounds' | 'costs'
}

export interface LpSolver {
  createModel(spec: LpModelSpec): LpModel
}
