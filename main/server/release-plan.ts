// A previewed release: what is hidden and why, and what the audit of the finished tables found.

import { TABLES } from '../../domain/aggregates/catalogue.ts'
import { type Coarsening, visibleCells } from '../../domain/aggregates/coarser.ts'
import type { Certificate } from '../../domain/aggregates/package.ts'
import type { PublicQuarter } from '../../domain/aggregates/public-view.ts'
import {
  ledgerOf,
  type QuarterPeople,
  quarterTables,
  type ReleasedQuarter,
} from '../../domain/aggregates/release-tables.ts'
import { engineRules, RULES } from '../../domain/aggregates/rules.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { Output } from '../../domain/contract/table.ts'
import type { ReleaseInput } from '../../domain/disclosure/release.ts'
import type { Progress, ProtectResult } from '../../domain/disclosure/result.ts'
import { auditInThread, releaseInThread } from '../disclosure/run.ts'

type Preview = Output<'aggregates.preview'>
export type ReleaseFigures = Preview['figures']
export type CellState = 'shown' | 'primary' | 'secondary'

export type ReleasePlan = {
  people: QuarterPeople
  published: PublicQuarter
  states: ReadonlyMap<string, CellState>
  /** Displayed cells that count somebody. */
  counts: ReadonlyMap<string, number>
  certificate: Certificate
  figures: ReleaseFigures
}

/** A release to be made, with all earlier ones, as the engine takes it. */
export const releaseInput = (
  earlier: readonly ReleasedQuarter[],
  people: QuarterPeople,
  coarser: readonly Coarsening[],
  seconds: number,
): ReleaseInput => ({
  ledger: ledgerOf(earlier),
  release: people.quarter,
  tables: quarterTables(people, coarser),
  rules: engineRules(RULES, seconds),
})

/** A quarter as its files will say. */
const publicQuarter = ({ coarser, hidden, ...people }: ReleasedQuarter): PublicQuarter => ({
  quarter: people.quarter,
  coarser,
  values: new Map(
    quarterTables(people, coarser).flatMap((table) =>
      table.cells.flatMap(({ key, count, unseen }) =>
        unseen ? [] : [[key, hidden.has(key) ? null : count] as const],
      ),
    ),
  ),
})

const tablesOf = (names: readonly string[]): string =>
  TABLES.filter((table) => names.some((name) => name.includes(`${table}|`))).join(', ')

const mustBeProtected = (result: ProtectResult): void => {
  if (result.status === 'frozen')
    throw new Refusal('release-frozen', { params: { tables: tablesOf(result.exposed) } })
  if (result.status === 'infeasible')
    throw new Refusal('release-not-protected', { params: { tables: tablesOf(result.exposed) } })
}

type PlanOptions = {
  coarser?: readonly Coarsening[]
  seconds: number
  /** Ends the search early; the best pattern so far is used if it passes the audit. */
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/**
 * Chooses what the quarter hides, together with all earlier releases, and has the finished tables attacked.
 * Throws Refusal `release-frozen` or `release-not-protected`: then nothing may be released.
 */
export const planRelease = async (
  earlier: readonly ReleasedQuarter[],
  people: QuarterPeople,
  { coarser = [], seconds, ...options }: PlanOptions,
): Promise<ReleasePlan> => {
  const input = releaseInput(earlier, people, coarser, seconds)
  const { result, hiddenKeys: hidden } = await releaseInThread(input, options)
  mustBeProtected(result)
  const published = publicQuarter({ ...people, coarser, hidden })
  const all = [...earlier.map(publicQuarter), published]
  const verdict = await auditInThread({ releases: all, rules: RULES })
  if (verdict.status !== 'safe')
    throw new Refusal('release-not-protected', { params: { tables: tablesOf(verdict.exposed) } })

  const counts = new Map(
    input.tables.flatMap((table) =>
      table.cells.flatMap(({ key, count, unseen }) => (count > 0 && !unseen ? [[key, count] as const] : [])),
    ),
  )
  const isPrimary = (id: string) => (counts.get(id) ?? 0) < RULES.threshold
  const cells = [...published.values.keys()]
  const states = new Map<string, CellState>(
    cells.map((id) => [id, hidden.has(id) ? (isPrimary(id) ? 'primary' : 'secondary') : 'shown']),
  )
  const primary = [...hidden].filter(isPrimary).length
  const { source: _source, ...rules } = RULES
  return {
    people,
    published,
    states,
    counts,
    certificate: {
      quarter: people.quarter,
      status: 'safe',
      rules,
      releases: all.map((one) => one.quarter),
      instances: verdict.attacks,
      cells: cells.length,
      hidden: hidden.size,
      objective: result.objective,
      bound: result.bound,
      gap: result.gap,
      intervals: Object.fromEntries(
        [...hidden].map((id) => [id, verdict.intervals.get(`${id}@${people.quarter}`)!]),
      ),
    },
    figures: {
      cells: cells.length,
      hidden: hidden.size,
      primary,
      secondary: hidden.size - primary,
      objective: result.objective,
      bound: result.bound,
      gap: result.gap,
      status: result.status as 'optimal' | 'feasible',
      audit: 'safe',
      attacks: verdict.attacks,
    },
  }
}

/** The cells of a plan as the person exporting sees them. */
export const planTables = (plan: ReleasePlan): Preview['tables'] => {
  const visible = visibleCells(plan.published.coarser)
  return TABLES.map((table) => ({
    table,
    cells: visible
      .filter((cell) => cell.table === table)
      .map(({ id, codes }) => {
        const [low, high] = plan.certificate.intervals[id] ?? [null, null]
        const count = plan.counts.get(id) ?? 0
        return { id, codes: [...codes], count, state: plan.states.get(id)!, low, high }
      }),
  }))
}
