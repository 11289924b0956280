/** Which nodes a region lets go, and which it offers in their place. */
import type { Search } from './search.ts'
import { shrink } from './shrink.ts'

/** Shown nodes offered in their place, for each. */
const OFFERED = 2
/** Of what another pattern does otherwise, so many nodes at most for each of the region's size. */
const TOGETHER = 3

/** What another pattern does otherwise near some node: a region that leads part of the way to it. */
export function crossed(
  search: Search,
  hidden: Uint8Array,
  size: number,
): { freed: Set<number>; offered: number[] } | undefined {
  const { block, others, random } = search
  const other = others[Math.floor(random() * others.length)]
  if (!other) return undefined
  const differs = hidden.map((on, node) => (on !== other[node] && !block.nodes[node]!.forced ? 1 : 0))
  const here = [...differs.keys()].filter((node) => differs[node])
  if (here.length === 0) return undefined
  const start = here[Math.floor(random() * here.length)]!
  const picked = [...grow(search, differs, start, TOGETHER * size)]
  const freed = new Set(picked.filter((node) => hidden[node]))
  return freed.size > 0 ? { freed, offered: picked.filter((node) => !hidden[node]) } : undefined
}

/** Nodes in a sum with one of these. */
export function around({ block, rowsOf }: Search, nodes: ReadonlySet<number>): (node: number) => boolean {
  const close = new Set<number>()
  for (const node of nodes)
    for (const r of rowsOf[node]!) for (const other of block.rows[r]!.index) close.add(other)
  return (node) => close.has(node)
}

/** Nodes hidden by choice near each other: grown along the sums from one. */
export function grow(
  { block, rowsOf, random }: Search,
  hidden: Uint8Array,
  start: number,
  size: number,
): Set<number> {
  const picked = new Set<number>()
  const queue = [start]
  const seen = new Set(queue)
  while (queue.length > 0 && picked.size < size) {
    const node = queue.splice(Math.floor(random() * queue.length), 1)[0]!
    if (!block.nodes[node]!.forced) picked.add(node)
    for (const r of rowsOf[node]!)
      for (const other of block.rows[r]!.index)
        if (hidden[other] && !seen.has(other)) {
          seen.add(other)
          queue.push(other)
        }
  }
  return picked
}

/** Shown nodes that could take the place of those let go: in sums with hidden ones, liked by the relaxation, cheap. */
export function offers(search: Search, hidden: Uint8Array, freed: ReadonlySet<number>): number[] {
  const { block, rowsOf, random, shares } = search
  const near = new Set<number>()
  for (const node of freed)
    for (const r of rowsOf[node]!)
      for (const other of block.rows[r]!.index) if (!hidden[other]) near.add(other)
  const open = Uint8Array.from(hidden, (on, node) => (on || near.has(node) ? 1 : 0))
  const movable = new Set(
    shrink(block, open).flatMap((small) =>
      small.block.nodes.flatMap(({ members }) => members.map(({ cell }) => cell)),
    ),
  )
  const linked = (node: number) => {
    const rows = rowsOf[node]!
    const held = rows.filter((r) => block.rows[r]!.index.some((other) => other !== node && hidden[other]))
    return held.length / Math.max(1, rows.length)
  }
  const score = new Map(
    [...near]
      .filter((node) => movable.has(node))
      .map((node) => [
        node,
        (linked(node) + shares[node]! + 0.7 * random()) / Math.max(0.1, block.nodes[node]!.weight) ** 0.5,
      ]),
  )
  return [...near].sort((a, b) => score.get(b)! - score.get(a)!).slice(0, Math.ceil(OFFERED * freed.size))
}
