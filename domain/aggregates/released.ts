/**
 * What anyone can work out from a station's released files alone: no true count enters here, only shown figures, the
 * places of hidden ones and the published rules. Used on the finished package before it is signed, and again by the
 * office. Shares nothing with the choice of what to hide.
 */
import { audit } from '../disclosure/audit.ts'
import type { LpSolver } from '../disclosure/solver.ts'
import { STANDARD_RULES } from '../disclosure/tables.ts'
import { structureOf } from './coarser.ts'
import { type Doubts, fittingTable, type PublicTable } from './public-tables.ts'
import { at, type PublicQuarter, type PublicView, readReleases, type WantedSum } from './public-view.ts'
import type { Quarter } from './quarters.ts'
import type { Rules } from './rules.ts'

/** Lowest and highest possible count; null: no limit. */
export type Interval = [low: number, high: number | null]

export type PublicAudit = {
  status: 'safe' | 'unsafe' | 'inconsistent'
  /** Linear and integer problems solved. */
  attacks: number
  /** Names (cell@quarter, or cell+quarter for an increase) that the files give away. */
  exposed: string[]
  /** Of the newest quarter's hidden cells, and of what was wanted in every quarter, by name cell@quarter. */
  intervals: Map<string, Interval>
}

/** Sums and cells of each quarter whose intervals are wanted. */
export type Wanted = { sums: readonly WantedSum[]; cells: readonly string[] }
const NOTHING: Wanted = { sums: [], cells: [] }

type AuditOptions = {
  /** Share of the attack that is done, 0 to 1. */
  onProgress?: (share: number) => void
}

/** The problem file that the independent auditor reads; `table` stands in for the counts that nobody outside knows. */
const auditFile = (view: PublicView, table: PublicTable, asked: ReadonlySet<string>, rules: Rules) => {
  const names = new Set([
    ...view.unknown.keys(),
    ...view.equations.flatMap(({ total, parts }) => [total, ...parts]),
  ])
  return {
    cells: [...names].map((id) => {
      const bounds = view.unknown.get(id)
      if (!bounds) return { id, count: view.known.get(id)! }
      return {
        id,
        count: table.get(id)!,
        lower: bounds.lower,
        upper: Number.isFinite(bounds.upper) ? bounds.upper : null,
      }
    }),
    relations: view.equations,
    published: [...names].filter((name) => !view.unknown.has(name)),
    hidden: [...view.unknown.keys()].filter((name) => !asked.has(name)),
    primary: view.hidden.filter((name) => view.unknown.has(name)),
    threshold: rules.threshold,
    lowerBound: rules.lowerBound,
    minUpper: rules.minUpper,
    minWidth: rules.minWidth,
    singleRespondents: false,
  }
}

type Known = (name: string) => Interval | undefined

/** What the files do not display, and what has changed between two of them: given away when it is known to be small. */
const smallThings = (view: PublicView): string[] => [
  ...view.unseen,
  // From a shown zero, the increase is the new count itself and is judged there.
  ...view.increases.flatMap(({ name, before }) => (view.known.get(before) === 0 ? [] : [name])),
]

const doubtsOf = (view: PublicView, rules: Rules): Doubts =>
  new Map<string, readonly [number, number]>([
    ...smallThings(view).map((name) => [name, [1, rules.threshold - 1]] as const),
    ...view.rests.map(({ rest }) => [rest, [0, STANDARD_RULES.groupSlack]] as const),
  ])

/** Small things known to be small, and totals of which nearly everybody is known to be of one sensitive category. */
const betrayed = (view: PublicView, known: Known, rules: Rules): string[] => {
  const low = (name: string) => known(name)?.[0] ?? 0
  const high = (name: string) => known(name)?.[1] ?? Infinity
  return [
    ...smallThings(view).filter((name) => low(name) >= 1 && high(name) < rules.threshold),
    ...view.rests.flatMap(({ total, part, rest }) =>
      high(rest) <= STANDARD_RULES.groupSlack && low(part) > 0 && low(total) >= rules.threshold ? [rest] : [],
    ),
  ]
}

/** Figures that may never be shown: small ones, and zeros of a table that hides them where there is somebody to be counted. */
const shownSmall = (view: PublicView, releases: readonly PublicQuarter[], rules: Rules): string[] =>
  releases.flatMap(({ quarter, coarser, values }) =>
    structureOf(coarser).flatMap(({ cells, relations, lowerBound }) => {
      const isImplied = (key: string): boolean =>
        relations.some(({ total, parts }) => parts.includes(key) && view.known.get(at(total, quarter)) === 0)
      return cells.flatMap(({ key, unseen }) => {
        const value = unseen ? null : (values.get(key) ?? null)
        if (value === null || value >= rules.threshold) return []
        const isSecret = value > 0 || (lowerBound === 0 && !isImplied(key))
        return isSecret ? [at(key, quarter)] : []
      })
    }),
  )

/** Differences of known figures over more than one quarter, merged classes against the sum of their parts. */
const differences = (view: PublicView, releases: readonly PublicQuarter[], rules: Rules): string[] =>
  releases.flatMap(({ quarter, coarser }, index) =>
    structureOf(coarser)
      .filter((table) => table.kind === 'stock')
      .flatMap((table) => {
        const partsOf = new Map(table.relations.map(({ total, parts }) => [total, parts]))
        const figureOf = (id: string, when: Quarter): number | undefined => {
          const value = view.known.get(at(id, when))
          if (value !== undefined || view.unknown.has(at(id, when))) return value
          return partsOf.get(id)?.reduce<number | undefined>((sum, part) => {
            const more = figureOf(part, when)
            return sum === undefined || more === undefined ? undefined : sum + more
          }, 0)
        }
        return table.cells.flatMap(({ key, sensitive }) => {
          if (sensitive === false) return []
          const now = figureOf(key, quarter)
          const isSmall = (before: number | undefined) =>
            now !== undefined &&
            before !== undefined &&
            before > 0 &&
            now > before &&
            now - before < rules.threshold
          return releases.slice(0, index).some((one) => isSmall(figureOf(key, one.quarter)))
            ? [`${key}+${quarter}`]
            : []
        })
      }),
  )

/** Names that are asked about because tables alone have not settled them: a rest together with its sum. */
const unsettled = (view: PublicView, open: readonly string[]): string[] => {
  const doubtful = new Set(open)
  const sums = view.rests.filter(({ rest }) => doubtful.has(rest))
  return [...open, ...sums.flatMap(({ total, part }) => [total, part])]
}

/**
 * Attacks a station's releases together, from the files alone. Every hidden cell counts as sensitive, because the files
 * do not tell which are, unless they prove that its count is at the threshold or above.
 * @param releases in time order, without gaps
 */
export const auditReleases = async (
  releases: readonly PublicQuarter[],
  solver: LpSolver,
  rules: Rules,
  wanted: Wanted = NOTHING,
  options: AuditOptions = {},
): Promise<PublicAudit> => {
  const view = readReleases(releases, wanted.sums)
  const found = fittingTable(view, doubtsOf(view, rules), solver)
  if (!found) return { status: 'inconsistent', attacks: 0, exposed: [], intervals: new Map() }
  const newest = `@${releases.at(-1)?.quarter}`
  const named = new Set([
    ...view.hidden.filter((name) => name.endsWith(newest)),
    ...releases.flatMap(({ quarter }) =>
      [...wanted.sums.map(({ id }) => id), ...wanted.cells].map((id) => at(id, quarter)),
    ),
  ])
  const attack = async (asked: readonly string[]) => {
    const open = new Set(asked.filter((name) => view.unknown.has(name)))
    if (view.unknown.size === 0)
      return { exposed: [], attacks: 0, intervals: {} as Record<string, [number | null, number | null]> }
    return audit(auditFile(view, found.table, open, rules), [...open], solver, {
      onProgress: (share) => {
        options.onProgress?.(share)
        return new Promise((resolve) => setTimeout(resolve, 0))
      },
    })
  }
  const asked = [...named, ...unsettled(view, found.open)]
  let result = await attack(asked)
  // What is given away is looked at more closely: it may be no secret.
  if (result.exposed.some((name) => !result.intervals[name]))
    result = await attack([...asked, ...result.exposed])
  const known: Known = (name) => {
    const value = view.known.get(name)
    if (value !== undefined) return [value, value]
    const interval = result.intervals[name]
    return interval && [interval[0] ?? 0, interval[1]]
  }
  // A hidden cell that turns out to be large was hidden only to protect others, and no longer does: no secret of its own.
  const isLarge = (name: string): boolean => (known(name)?.[0] ?? 0) >= rules.threshold
  const exposed = new Set([
    ...[...result.exposed, ...view.hidden.filter((name) => view.known.has(name))].filter(
      (name) => !isLarge(name),
    ),
    ...betrayed(view, known, rules),
    ...differences(view, releases, rules),
    ...shownSmall(view, releases, rules),
  ])
  return {
    status: exposed.size > 0 ? 'unsafe' : 'safe',
    attacks: result.attacks,
    exposed: [...exposed],
    intervals: new Map(
      [...named].flatMap((name) => {
        const interval = known(name)
        return interval ? [[name, interval] as const] : []
      }),
    ),
  }
}
