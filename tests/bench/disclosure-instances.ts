/** Random disclosure problems: several dimensions, hierarchies, two hierarchies over one dimension, many small counts. */
import { seededRandom } from '../../domain/disclosure/heuristic.ts'
import type { ProblemInput } from '../../domain/disclosure/problem.ts'

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
  /** A second grouping of the first dimension that crosses the other one. */
  secondGrouping?: boolean
  /** Shares of the inner cells that are 0 and that are 1–4. */
  zeros: number
  small: number
  seed: number
}

const code = (leaf: number) => `c${leaf}`

function dimension(leaves: number, groupSize: number | undefined, second: boolean): Dimension {
  const groups: Dimension['groups'] = []
  const grouping = (name: string, of: (leaf: number) => number): string[] => {
    const parts = new Map<number, number[]>()
    for (let leaf = 0; leaf < leaves; leaf++) parts.set(of(leaf), [...(parts.get(of(leaf)) ?? []), leaf])
    return [...parts].map(([key, inside]) => {
      groups.push({ name: `${name}${key}`, leaves: inside, parts: inside.map(code) })
      return `${name}${key}`
    })
  }
  const all = Array.from({ length: leaves }, (_, leaf) => leaf)
  const total: string[][] = []
  if (groupSize) total.push(grouping('g', (leaf) => Math.floor(leaf / groupSize)))
  if (groupSize && second)
    total.push(grouping('h', (leaf) => leaf % Math.max(2, Math.ceil(leaves / groupSize))))
  if (total.length === 0) total.push(all.map(code))
  for (const parts of total) groups.push({ name: 'T', leaves: all, parts })
  return { leaves, groups }
}

/** Cells of the whole cross-classification with every subtotal, and all sums along every dimension. */
export function randomTable(shape: InstanceShape): Pick<ProblemInput, 'cells' | 'relations'> {
  const random = seededRandom(shape.seed)
  const dims = shape.sizes.map((size, d) =>
    dimension(size, d === 0 ? shape.groupSize : undefined, d === 0 && (shape.secondGrouping ?? false)),
  )
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
