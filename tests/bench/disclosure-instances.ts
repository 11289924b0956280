/** Random disclosure problems: several dimensions, hierarchies, two hierarchies over one dimension, many small counts. */

import type { ProblemInput } from '../../domain/disclosure/problem.ts'
import { seededRandom } from '../../domain/disclosure/random.ts'

/** A dimension as its codes: leaves 0 … leaves−1, and groups of codes; the last group is the total. */
interface Dimension {
  leaves: number
  groups: { name: string; leaves: number[]; parts: string[] }[]
}

export interface InstanceShape {
  /** Leaves of each dimension. */
  sizes: readonly number[]
  /** Leaves per subtotal of the first dimension; absent: no subtotals. */
  groupSize?: number
  /** Subtotals per subtotal of a higher level in the first dimension; absent: two levels only. */
  upperGroupSize?: number
  /** A second grouping of the first dimension that crosses the other one. */
  secondGrouping?: boolean
  /** Leaves per subtotal of the last dimension; absent: no subtotals. */
  lastGroupSize?: number
  /** Shares of the inner cells that are 0 and that are 1–4. */
  zeros: number
  small: number
  seed: number
}

interface Grouping {
  size?: number | undefined
  upper?: number | undefined
  second?: boolean | undefined
}

const code = (leaf: number) => `c${leaf}`

function dimension(leaves: number, { size, upper, second }: Grouping): Dimension {
  const groups: Dimension['groups'] = []
  type Part = { name: string; leaves: number[] }
  const grouping = (prefix: string, parts: readonly Part[], of: (index: number) => number): Part[] => {
    const inside = new Map<number, Part[]>()
    parts.forEach((part, index) => {
      inside.set(of(index), [...(inside.get(of(index)) ?? []), part])
    })
    return [...inside].map(([key, members]) => {
      const group = { name: `${prefix}${key}`, leaves: members.flatMap((part) => part.leaves) }
      groups.push({ ...group, parts: members.map(({ name }) => name) })
      return group
    })
  }
  const all = Array.from({ length: leaves }, (_, leaf) => ({ name: code(leaf), leaves: [leaf] }))
  const total: Part[][] = []
  if (size) {
    const first = grouping('g', all, (leaf) => Math.floor(leaf / size))
    total.push(upper ? grouping('u', first, (group) => Math.floor(group / upper)) : first)
  }
  if (size && second) total.push(grouping('h', all, (leaf) => leaf % Math.max(2, Math.ceil(leaves / size))))
  if (total.length === 0) total.push(all)
  for (const parts of total)
    groups.push({
      name: 'T',
      leaves: all.flatMap((part) => part.leaves),
      parts: parts.map(({ name }) => name),
    })
  return { leaves, groups }
}

/** Cells of the whole cross-classification with every subtotal, and all sums along every dimension. */
export function randomTable(shape: InstanceShape): Pick<ProblemInput, 'cells' | 'relations'> {
  const random = seededRandom(shape.seed)
  const last = shape.sizes.length - 1
  const dims = shape.sizes.map((size, d) => {
    if (d === 0)
      return dimension(size, {
        size: shape.groupSize,
        upper: shape.upperGroupSize,
        second: shape.secondGrouping,
      })
    return dimension(size, d === last ? { size: shape.lastGroupSize } : {})
  })
  const inner = new Map<string, number>()
  const draw = (): number => {
    const which = random()
    if (which < shape.zeros) return 0
    if (which < shape.zeros + shape.small) return 1 + Math.floor(random() * 4)
    return 5 + Math.floor(-Math.log(1 - random()) * 25)
  }
  const leafKeys = product(dims.map((dim) => Array.from({ length: dim.leaves }, (_, leaf) => code(leaf))))
  for (const key of leafKeys) inner.set(key.join('|'), draw())
  const leavesOf = (dim: Dimension, name: string) =>
    dim.groups.find((group) => group.name === name)?.leaves.map(code) ?? [name]
  const names = dims.map((dim) => [
    ...Array.from({ length: dim.leaves }, (_, leaf) => code(leaf)),
    ...new Set(dim.groups.map((group) => group.name)),
  ])
  const keys = product(names)
  const cells = keys.map((key) => {
    let count = 0
    for (const leaf of product(key.map((name, d) => leavesOf(dims[d]!, name))))
      count += inner.get(leaf.join('|'))!
    return { id: key.join('|'), count }
  })
  const relations = dims.flatMap((dim, d) => {
    const others = product(names.filter((_, other) => other !== d))
    return dim.groups.flatMap((group) =>
      others.map((rest) => {
        const put = (name: string) => [...rest.slice(0, d), name, ...rest.slice(d)].join('|')
        return { total: put(group.name), parts: group.parts.map(put) }
      }),
    )
  })
  return { cells, relations }
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((head) => list.map((item) => [...head, item])),
    [[]],
  )
}

/** How an instance is to be protected, beyond its table. */
type Rules = Pick<
  ProblemInput,
  'lowerBound' | 'minUpper' | 'minWidth' | 'singleRespondents' | 'threshold' | 'colluding'
>
export interface Instance {
  name: string
  shape: InstanceShape
  rules: Rules
  weights?: keyof typeof WEIGHTS
}

/** What hiding a cell costs. */
const WEIGHTS = {
  one: () => 1,
  /** Totals cost more: 2 for every dimension that is summed over. */
  totals: ({ id }: Counted) => 1 + 2 * id.split('|').filter((part) => !/^c\d/.test(part)).length,
  count: ({ count }: Counted) => Math.max(1, count),
  logarithm: ({ count }: Counted) => 1 + Math.log1p(count),
}
interface Counted {
  id: string
  count: number
}

/** The product's own rule, and the rule of simple tools. */
const STRICT: Rules = {}
const EXACT: Rules = { lowerBound: 0, minUpper: null, minWidth: 1, singleRespondents: false }
const ZERO: Rules = { lowerBound: 0, minWidth: 3 }
export const RULES: Readonly<Record<string, Rules>> = { strict: STRICT, exact: EXACT, zero: ZERO }

/** Shares of zeros and of small counts. */
export const half = { zeros: 0.2, small: 0.4 }

/** Instances that are hard for their size, from small to large. */
export const HARD: readonly Instance[] = [
  { name: '2d-81', shape: { sizes: [8, 8], ...half, seed: 11 }, rules: STRICT },
  { name: '3d-100', shape: { sizes: [4, 4, 3], ...half, seed: 12 }, rules: STRICT },
  { name: '4d-81', shape: { sizes: [2, 2, 2, 2], ...half, seed: 13 }, rules: STRICT },
  {
    name: '2h-96',
    shape: { sizes: [7, 3], groupSize: 3, secondGrouping: true, ...half, seed: 14 },
    rules: STRICT,
  },
  { name: '3d-100z', shape: { sizes: [4, 4, 3], ...half, seed: 15 }, rules: ZERO },
  { name: '4d-400', shape: { sizes: [4, 4, 3, 3], ...half, seed: 1 }, rules: STRICT },
  { name: '3d-512x', shape: { sizes: [7, 7, 7], ...half, seed: 16 }, rules: EXACT },
  { name: '3d-715', shape: { sizes: [12, 10, 4], ...half, seed: 17 }, rules: STRICT },
  { name: '4d-625', shape: { sizes: [4, 4, 4, 4], ...half, seed: 18 }, rules: STRICT },
  {
    name: '2h-840',
    shape: { sizes: [8, 7, 6], groupSize: 3, secondGrouping: true, ...half, seed: 1 },
    rules: STRICT,
  },
  {
    name: '2h-840x',
    shape: { sizes: [8, 7, 6], groupSize: 3, secondGrouping: true, ...half, seed: 2 },
    rules: EXACT,
  },
  {
    name: '2h-840z',
    shape: { sizes: [8, 7, 6], groupSize: 3, secondGrouping: true, ...half, seed: 3 },
    rules: ZERO,
  },
  {
    name: '3d-1000w',
    shape: { sizes: [9, 9, 9], ...half, seed: 19 },
    rules: { ...STRICT, minUpper: null, singleRespondents: false },
    weights: 'totals',
  },
  { name: '4d-1296', shape: { sizes: [5, 5, 5, 5], ...half, seed: 20 }, rules: STRICT },
  {
    name: '3l-1408',
    shape: { sizes: [18, 7, 5], groupSize: 3, upperGroupSize: 2, ...half, seed: 21 },
    rules: STRICT,
  },
  {
    name: '2h-1564',
    shape: { sizes: [21, 44], groupSize: 4, secondGrouping: true, lastGroupSize: 6, ...half, seed: 22 },
    rules: STRICT,
  },
  // Few small counts far apart: each needs a whole box of hidden cells, and what they share decides.
  { name: '3d-756s', shape: { sizes: [13, 8, 5], zeros: 0.4, small: 0.1, seed: 24 }, rules: STRICT },
  { name: '4d-1008s', shape: { sizes: [5, 6, 5, 3], zeros: 0.7, small: 0.1, seed: 25 }, rules: STRICT },
  {
    name: '2h-1276c',
    shape: { sizes: [16, 10, 3], groupSize: 3, secondGrouping: true, zeros: 0.1, small: 0.25, seed: 26 },
    rules: STRICT,
    weights: 'count',
  },
  { name: '3d-2500', shape: { sizes: [20, 16, 6], ...half, seed: 23 }, rules: STRICT },
]

/** The problem file of an instance. */
export function instanceProblem(
  { shape, rules, weights = 'one' }: Instance,
  timeLimit: number,
): ProblemInput {
  const table = randomTable(shape)
  const cells = table.cells.map((cell) => ({ ...cell, weight: WEIGHTS[weights](cell) }))
  return { ...table, cells, ...rules, timeLimit }
}
