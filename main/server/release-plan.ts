// A previewed release: what is hidden and why, and what the audit of the finished tables found.

import { CATALOGUE, cellsOf, TABLES, type TableName } from '../../domain/aggregates/catalogue.ts'
import type { QuarterPeople, ReleasedQuarter } from '../../domain/aggregates/joint.ts'
import { countsOf, jointProblem, RULES } from '../../domain/aggregates/joint.ts'
import type { Certificate } from '../../domain/aggregates/package.ts'
import type { PublicQuarter } from '../../domain/aggregates/released.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { Output } from '../../domain/contract/table.ts'
import type { Progress, ProtectResult } from '../../domain/disclosure/result.ts'
import { auditInThread, protectInThread, type Stop } from '../export/attack.ts'

type Preview = Output<'aggregates.preview'>
export type ReleaseFigures = Preview['figures']
export type CellState = 'shown' | 'primary' | 'secondary'

export type ReleasePlan = {
  people: QuarterPeople
  published: PublicQuarter
  states: ReadonlyMap<string, CellState>
  counts: ReadonlyMap<string, number>
  certificate: Certificate
  figures: ReleaseFigures
}

const publicQuarter = (people: QuarterPeople, hidden: ReadonlySet<string>): PublicQuarter => {
  const counts = countsOf(people)
  return {
    quarter: people.quarter,
    values: new Map(CATALOGUE.map(({ id }) => [id, hidden.has(id) ? null : (counts.get(id)?.count ?? 0)])),
  }
}

const tablesOf = (names: readonly string[]): string =>
  [...new Set(names.map((name) => name.split('|')[0]!))].join(', ')

const mustBeProtected = (result: ProtectResult): void => {
  if (result.status === 'frozen')
    throw new Refusal('release-frozen', { params: { tables: tablesOf(result.exposed) } })
  if (result.status === 'infeasible')
    throw new Refusal('release-not-protected', { params: { tables: tablesOf(result.exposed) } })
}

/**
 * Chooses what the quarter hides, together with all earlier releases, and has the finished tables attacked.
 * Throws Refusal `release-frozen` or `release-not-protected`: then nothing may be released.
 */
export const planRelease = async (
  earlier: readonly ReleasedQuarter[],
  people: QuarterPeople,
  seconds: number,
  stop: Stop,
  onProgress: (progress: Progress) => void,
): Promise<ReleasePlan> => {
  const problem = { ...jointProblem(earlier, people, RULES), timeLimit: seconds }
  const result = await protectInThread(problem, stop, onProgress)
  mustBeProtected(result)
  const ending = `@${people.quarter}`
  const hidden = new Set(result.suppressed.map((name) => name.slice(0, -ending.length)))
  const published = publicQuarter(people, hidden)
  const all = [...earlier.map((one) => publicQuarter(one, one.hidden)), published]
  const verdict = await auditInThread(all, RULES)
  if (verdict.status !== 'safe')
    throw new Refusal('release-not-protected', { params: { tables: tablesOf(verdict.exposed) } })

  const counts = new Map([...countsOf(people)].map(([id, tally]) => [id, tally.count]))
  const isPrimary = (id: string) => counts.get(id)! < RULES.threshold
  const states = new Map<string, CellState>(
    CATALOGUE.map(({ id }) => [id, hidden.has(id) ? (isPrimary(id) ? 'primary' : 'secondary') : 'shown']),
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
      cells: CATALOGUE.length,
      hidden: hidden.size,
      objective: result.objective,
      bound: result.bound,
      gap: result.gap,
      intervals: Object.fromEntries(
        CATALOGUE.flatMap(({ id }) => (hidden.has(id) ? [[id, verdict.intervals.get(id + ending)!]] : [])),
      ),
    },
    figures: {
      cells: CATALOGUE.length,
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
export const planTables = (plan: ReleasePlan): Preview['tables'] =>
  TABLES.map((table: TableName) => ({
    table,
    cells: cellsOf(table).map(({ id, codes }) => {
      const [low, high] = plan.certificate.intervals[id] ?? [null, null]
      return {
        id,
        codes: [...codes],
        count: plan.counts.get(id) ?? 0,
        state: plan.states.get(id)!,
        low,
        high,
      }
    }),
  }))
