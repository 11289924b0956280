/**
 * The disclosure problem of one release together with everything this station released before: cumulative counts never
 * fall, so the increases between releases are cells of their own, and what was hidden once must stay protected.
 */
import type { ProblemInput } from '../disclosure/problem.ts'
import { CATALOGUE, type CatalogueCell, INCLUSIONS, SUMS } from './catalogue.ts'
import type { Quarter } from './quarters.ts'
import { type Counted, type Tally, tally } from './tally.ts'

/** The people behind one quarter's release. */
export type QuarterPeople = {
  quarter: Quarter
  /** Participants up to the end of the quarter. */
  counted: readonly Counted[]
  /** Those of them who were not counted in an earlier release. */
  fresh: readonly Counted[]
  /** Those of them whose health check was closed, and who were sent to a service, within the quarter. */
  checked: readonly Counted[]
  referred: readonly Counted[]
}

/** One quarter as it was or will be released. */
export type ReleasedQuarter = QuarterPeople & { hidden: ReadonlySet<string> }

/** The true count of every cell of a release that counts somebody. */
export const countsOf = (people: QuarterPeople): Map<string, Tally> =>
  new Map([
    ...tally('participants', people.counted),
    ...tally('health-checks', people.checked),
    ...tally('referrals', people.referred),
  ])

/** The people whom the inclusions leave outside: participants without a check, and without a referral. */
const restsOf = (people: QuarterPeople): Map<string, Tally> => {
  const without = (some: readonly Counted[]) => {
    const inside = new Set(some.map((one) => one.person))
    return people.counted.filter((one) => !inside.has(one.person))
  }
  return new Map([
    ...tally('health-checks', without(people.checked)),
    ...tally('referrals', without(people.referred)),
  ])
}

const NOBODY: Tally = { count: 0, only: null }

/** Parameters of protection; kept with every release. */
export type Rules = {
  threshold: number
  lowerBound: 0 | 1
  minUpper: number
  minWidth: number
  singleRespondents: boolean
}

/** The project's rules; never under a threshold of 3. */
export const RULES: Rules & { source: string } = {
  threshold: 5,
  lowerBound: 1,
  minUpper: 5,
  minWidth: 1,
  singleRespondents: true,
  source: 'Project rule: counts 1–4 are sensitive (practice of Findata and THL), zeros are shown',
}

/** The name of a cell of one release in the problem. */
export const cellAt = (id: string, quarter: Quarter): string => `${id}@${quarter}`
/** The name of the increase of a cumulative cell up to a quarter. */
export const increaseAt = (id: string, quarter: Quarter): string => `${id}+${quarter}`

type Draft = {
  cells: NonNullable<ProblemInput['cells']>
  relations: NonNullable<ProblemInput['relations']>
  published: string[]
  hidden: string[]
  primary: string[]
  /** Names of the cells that one person alone makes up. */
  alone: Map<string, string[]>
}

type Known = Pick<ReleasedQuarter, 'quarter' | 'hidden'> & {
  counts: ReadonlyMap<string, Tally>
  rests: ReadonlyMap<string, Tally>
  increases: ReadonlyMap<string, Tally>
}

const known = (at: QuarterPeople, hidden: ReadonlySet<string>): Known => ({
  quarter: at.quarter,
  hidden,
  counts: countsOf(at),
  rests: restsOf(at),
  increases: tally('participants', at.fresh),
})

const isSmall = (count: number, rules: Rules): boolean => count >= 1 && count < rules.threshold

const remember = (draft: Draft, name: string, tally: Tally): void => {
  if (tally.count !== 1 || tally.only === null) return
  draft.alone.set(tally.only, [...(draft.alone.get(tally.only) ?? []), name])
}

/** A cumulative cell whose count was shown in the release before: this release cannot count less. */
const isShownCumulative = (before: Known | null, cell: CatalogueCell): boolean =>
  cell.table === 'participants' &&
  before !== null &&
  before.counts.has(cell.id) &&
  !before.hidden.has(cell.id)

/** Cells and sums of one quarter; cells that count nobody are shown and left out. */
const addQuarter = (draft: Draft, at: Known, before: Known | null, isNew: boolean, rules: Rules): void => {
  for (const cell of CATALOGUE) {
    const tally = at.counts.get(cell.id)
    if (!tally) continue
    const name = cellAt(cell.id, at.quarter)
    const hidden = !isNew && at.hidden.has(cell.id)
    const floor = isShownCumulative(before, cell) ? before!.counts.get(cell.id)!.count : 0
    draft.cells.push({
      id: name,
      count: tally.count,
      weight: isNew ? cell.weight : 0,
      upper: cell.upper,
      ...(hidden || floor > 0 ? { lower: Math.max(rules.lowerBound, floor) } : {}),
    })
    if (!isNew) (hidden ? draft.hidden : draft.published).push(name)
    if (isSmall(tally.count, rules)) draft.primary.push(name)
    remember(draft, name, tally)
  }
  for (const { total, parts } of SUMS) {
    const living = parts.filter((part) => at.counts.has(part))
    if (living.length > 0)
      draft.relations.push({
        total: cellAt(total, at.quarter),
        parts: living.map((part) => cellAt(part, at.quarter)),
      })
  }
  for (const { whole, part } of INCLUSIONS) {
    if (!at.counts.has(part)) continue
    const rest = `${part}/rest@${at.quarter}`
    const others = at.rests.get(part) ?? NOBODY
    draft.cells.push({ id: rest, count: others.count, weight: 0 })
    draft.hidden.push(rest)
    remember(draft, rest, others)
    draft.relations.push({ total: cellAt(whole, at.quarter), parts: [cellAt(part, at.quarter), rest] })
  }
}

/** Increases of the cumulative table between two quarters in a row; known ones were judged when they were released. */
const addIncreases = (draft: Draft, before: Known, after: Known, isNew: boolean, rules: Rules): void => {
  for (const cell of CATALOGUE) {
    if (cell.table !== 'participants') continue
    if (!before.counts.has(cell.id)) continue
    const increase = after.increases.get(cell.id) ?? NOBODY
    // From a shown count, an increase is as open as the new count itself: a cell of its own only when it is a secret.
    const fromShown = !before.hidden.has(cell.id)
    if (fromShown && (!isSmall(increase.count, rules) || !(isNew || after.hidden.has(cell.id)))) continue
    const name = increaseAt(cell.id, after.quarter)
    draft.cells.push({ id: name, count: increase.count, weight: 0 })
    draft.hidden.push(name)
    draft.relations.push({
      total: cellAt(cell.id, after.quarter),
      parts: [cellAt(cell.id, before.quarter), name],
    })
    if (isSmall(increase.count, rules)) draft.primary.push(name)
    remember(draft, name, increase)
  }
}

/**
 * The problem that decides what the newest quarter hides.
 * @param earlier this station's releases in time order, without gaps
 */
export const jointProblem = (
  earlier: readonly ReleasedQuarter[],
  current: QuarterPeople,
  rules: Rules = RULES,
): ProblemInput => {
  const draft: Draft = { cells: [], relations: [], published: [], hidden: [], primary: [], alone: new Map() }
  const all = [...earlier.map((at) => known(at, at.hidden)), known(current, new Set())]
  all.forEach((at, index) => {
    const isNew = index === earlier.length
    addQuarter(draft, at, all[index - 1] ?? null, isNew, rules)
    if (index > 0) addIncreases(draft, all[index - 1]!, at, isNew, rules)
  })
  return {
    cells: draft.cells,
    relations: draft.relations,
    published: draft.published,
    hidden: draft.hidden,
    primary: draft.primary,
    groups: [...draft.alone.values()].filter((names) => names.length > 1),
    threshold: rules.threshold,
    lowerBound: rules.lowerBound,
    minUpper: rules.minUpper,
    minWidth: rules.minWidth,
    singleRespondents: rules.singleRespondents,
  }
}
