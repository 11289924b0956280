/** HiGHS (WebAssembly) behind the engine's solver interface. */
import loadHighs, { type Highs, type IndexSelection, type RawModelApi } from 'highs'
import type { LpModel, LpModelSpec, LpOutcome, LpRow, LpSolver } from '../../domain/disclosure/solver.ts'

const OPTIMAL = 7
const INFEASIBLE = 8
const UNBOUNDED_OR_INFEASIBLE = 9
const UNBOUNDED = 10
const MIP_INTERRUPT = 6
const ANY_NUMBER = 2_147_483_647

/** CSR arrays of rows, as HiGHS takes them. */
function csr(rows: readonly LpRow[]) {
  let size = 0
  for (const row of rows) size += row.columns.length
  const starts = new Int32Array(rows.length + 1)
  const indices = new Int32Array(size)
  const values = new Float64Array(size)
  let at = 0
  rows.forEach((row, r) => {
    starts[r] = at
    for (let k = 0; k < row.columns.length; k++, at++) {
      indices[at] = row.columns[k]!
      values[at] = row.values[k]!
    }
  })
  starts[rows.length] = at
  return {
    lower: Float64Array.from(rows, (row) => row.lower),
    upper: Float64Array.from(rows, (row) => row.upper),
    matrix: { format: 'csr' as const, numRows: rows.length, starts, indices, values },
  }
}

class HighsModel implements LpModel {
  readonly #raw: RawModelApi
  readonly #columns: number
  readonly #integer: boolean
  #asInteger = false

  constructor(highs: Highs, spec: LpModelSpec) {
    this.#columns = spec.costs.length
    this.#integer = spec.integer ?? false
    const raw = highs.raw.createModel()
    this.#raw = raw
    raw.setOptionValue('output_flag', false)
    // Small models that are solved again and again: presolve would throw the warm basis away.
    raw.setOptionValue('presolve', 'off')
    // Coefficients are small whole numbers already.
    raw.setOptionValue('simplex_scale_strategy', 0)
    if (spec.changes === 'costs') raw.setOptionValue('simplex_strategy', 4)
    raw.setOptionValue('mip_feasibility_tolerance', 1e-7)
    raw.setOptionValue('mip_rel_gap', 0)
    raw.setOptionValue('mip_abs_gap', 1e-6)
    const { lower, upper, matrix } = csr(spec.rows)
    raw.passLp({
      numCols: this.#columns,
      numRows: spec.rows.length,
      sense: 1,
      colCost: spec.costs,
      colLower: spec.lower,
      colUpper: spec.upper,
      rowLower: lower,
      rowUpper: upper,
      matrix: { ...matrix, numCols: this.#columns },
    } as unknown as Parameters<RawModelApi['passLp']>[0])
  }

  setCosts(columns: readonly number[], costs: readonly number[]): void {
    const { chosen, order } = select(columns)
    if (columns.length) this.#raw.changeColsCost(chosen, pick(costs, order))
  }

  setBounds(columns: readonly number[], lower: readonly number[], upper: readonly number[]): void {
    const { chosen, order } = select(columns)
    if (columns.length) this.#raw.changeColsBounds(chosen, pick(lower, order), pick(upper, order))
  }

  addRows(rows: readonly LpRow[]): void {
    if (!rows.length) return
    const { lower, upper, matrix } = csr(rows)
    this.#raw.addRows({
      lower,
      upper,
      matrix: { ...matrix, numCols: this.#columns },
    } as unknown as Parameters<RawModelApi['addRows']>[0])
  }

  deleteRows(rows: readonly number[]): void {
    if (rows.length) this.#raw.deleteRows(select(rows).chosen)
  }

  solve(options: Parameters<LpModel['solve']>[0] = {}): LpOutcome {
    const raw = this.#raw
    const integer = (options.integer ?? false) && this.#integer
    if (integer !== this.#asInteger) {
      const all = { kind: 'range' as const, from: 0, to: this.#columns - 1 }
      raw.changeColsIntegrality(all, new Int32Array(this.#columns).fill(integer ? 1 : 0))
      raw.setOptionValue('presolve', integer ? 'on' : 'off')
      this.#asInteger = integer
    }
    raw.zeroAllClocks()
    raw.setOptionValue('time_limit', Math.max(0.001, options.timeLimit ?? 1e9))
    if (integer && options.start) raw.setSolution({ colValue: options.start })
    if (!integer && options.fresh) raw.setLogicalBasis()
    if (integer) raw.setOptionValue('mip_max_improving_sols', options.anyPoint ? 1 : ANY_NUMBER)
    const stop = options.shouldStop
    if (integer && stop) {
      raw.setCallback((event) => {
        if ('interrupt' in event && stop()) event.interrupt()
        return undefined
      })
      raw.startCallback(MIP_INTERRUPT)
    }
    raw.run()
    if (integer && stop) {
      raw.stopCallback(MIP_INTERRUPT)
      raw.setCallback(undefined)
    }
    return this.#outcome(integer)
  }

  #outcome(integer: boolean): LpOutcome {
    const raw = this.#raw
    const status = raw.getModelStatus() as number
    const objective = raw.getObjectiveValue()
    const bound = integer ? number(raw.getInfoValue('mip_dual_bound')) : objective
    if (status === OPTIMAL) return { status: 'optimal', objective, bound: integer ? bound : objective }
    if (status === INFEASIBLE) return { status: 'infeasible', objective: Infinity, bound: Infinity }
    if (status === UNBOUNDED || status === UNBOUNDED_OR_INFEASIBLE)
      return { status: 'unbounded', objective: -Infinity, bound: -Infinity }
    const hasPoint = integer && number(raw.getInfoValue('primal_solution_status')) === 2
    return {
      status: hasPoint ? 'feasible' : 'unknown',
      objective: hasPoint ? objective : Infinity,
      bound: integer ? bound : -Infinity,
    }
  }

  #read(part: 'colValue' | 'colDual' | 'rowDual'): Float64Array {
    const read = this.#raw.getSolution()
    if (read.status === -1) throw new Error('the solver has no solution to read')
    return read.value[part] as Float64Array
  }

  values(): Float64Array {
    return this.#read('colValue')
  }

  reducedCosts(): Float64Array {
    return this.#read('colDual')
  }

  duals(): Float64Array {
    return this.#read('rowDual')
  }

  dispose(): void {
    this.#raw.dispose()
  }
}

const number = (read: { status: number; value?: number | bigint }): number =>
  read.status === -1 ? Number.NaN : Number(read.value)

/** HiGHS wants indices in rising order; `order` says where each one's value stands in the caller's arrays. */
function select(columns: readonly number[]): {
  chosen: IndexSelection
  order: readonly number[] | undefined
} {
  let rising = true
  for (let k = 1; k < columns.length; k++) if (columns[k]! <= columns[k - 1]!) rising = false
  if (rising) return { chosen: { kind: 'set', indices: Int32Array.from(columns) }, order: undefined }
  const order = columns.map((_, index) => index).sort((a, b) => columns[a]! - columns[b]!)
  return { chosen: { kind: 'set', indices: Int32Array.from(order, (index) => columns[index]!) }, order }
}

const pick = (values: readonly number[], order: readonly number[] | undefined): Float64Array =>
  order ? Float64Array.from(order, (index) => values[index]!) : Float64Array.from(values)

/** Loads the WebAssembly module once; models made from it live until disposed. */
export async function createHighsSolver(): Promise<LpSolver> {
  const highs = await loadHighs()
  return { createModel: (spec) => new HighsModel(highs, spec) }
}
