/**
 * Whose cells are whose. A total whose only part that is not zero is a respondent's cell counts the same people, and is no
 * disclosure to them, as long as the zeros beside it are shown; so it depends on the pattern who is a stranger to a cell.
 */
import type { Model } from './model.ts'
import { find } from './presolve.ts'

export interface Ownership {
  /** Per cell a representative of the cells that its respondents know of, whatever is hidden. */
  knower: Int32Array
  /** Nodes with a zero whose hiding may make somebody a stranger. */
  nodes: number[]
  /** The same for patterns in which these nodes are hidden. */
  under(hidden: (node: number) => boolean): {
    /** Those of `cells` that are not the own cells of whoever knows the cells of `known`. */
    strangers(known: readonly number[], cells: readonly number[]): number[]
  }
}

/** A sum with one part that is not zero, and the nodes of its other parts that may be hidden. */
interface Lone {
  total: number
  part: number
  zeros: number[]
  /** Around derived and formerly hidden cells who makes up a change is who joined: true zeros will do, hidden or not. */
  loose: boolean
}

/** @param groups cells that are said to have the same contributors. */
export function ownership(
  model: Model,
  nodeOf: Int32Array,
  groups: readonly (readonly string[])[],
): Ownership {
  const place = new Map(model.ids.map((id, cell) => [id, cell]))
  const lone = model.rows.flatMap(({ index }): Lone[] => {
    const [total, ...parts] = index
    const [part, ...more] = parts.filter((cell) => model.count[cell] !== 0)
    if (part === undefined || more.length > 0) return []
    const zeros = parts.flatMap((cell) => (cell !== part && nodeOf[cell]! >= 0 ? [nodeOf[cell]!] : []))
    return [{ total: total!, part, zeros, loose: index.some((cell) => model.derived[cell] === 1) }]
  })
  const given = Int32Array.from(nodeOf, (_, cell) => cell)
  const join = (into: Int32Array, a: number, b: number) => {
    into[find(into, a)] = find(into, b)
  }
  for (const [first, ...others] of groups)
    for (const other of others) join(given, place.get(first!)!, place.get(other)!)
  const joined = (same: (sum: Lone) => boolean): Int32Array => {
    const parent = given.slice()
    for (const sum of lone) if (same(sum)) join(parent, sum.total, sum.part)
    return parent.map((_, cell) => find(parent, cell))
  }
  return {
    knower: joined(({ zeros }) => zeros.length === 0),
    nodes: [...new Set(lone.flatMap(({ zeros, loose }) => (loose ? [] : zeros)))],
    under: (hidden) => {
      const alike = joined(({ zeros, loose }) => loose || !zeros.some(hidden))
      return {
        strangers: (known, cells) => {
          const people = new Set(known.map((cell) => alike[cell]!))
          return cells.filter((cell) => !people.has(alike[cell]!))
        },
      }
    },
  }
}
