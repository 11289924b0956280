/**
 * Shrinks the problem without changing its answers: sums fix cells and narrow their room, cells that always move
 * together become one node, and what is left falls apart into independent blocks.
 */
import type { Row } from './model.ts'

/** Things that may move, with their room and the sums they keep: cells of a model, or nodes under a pattern. */
export interface Movables {
  below: Float64Array
  above: Float64Array
  weight: Float64Array
  /** 1: must be hidden, 2: never displayed but may become known, 0: free. */
  forced: Uint8Array
  rows: readonly Row[]
}

export interface Node {
  /** Cells that move together, with the direction of each. */
  members: { cell: number; sign: 1 | -1 }[]
  below: number
  above: number
  weight: number
  /** Hidden whatever happens. */
  forced: boolean
  /** Only cells that are never displayed: they may become known, so nothing tied to them has to be hidden for them. */
  derived: boolean
}

interface Reduced {
  nodes: Node[]
  rows: Row[]
  /** Node and sign of a cell; node −1: the attacker always knows it. */
  nodeOf: Int32Array
  signOf: Int8Array
}

/** Representative in a union-find forest. */
export const find = (parent: Int32Array, of: number): number => {
  let root = of
  while (parent[root] !== root) root = parent[root]!
  while (parent[of] !== root) {
    const next = parent[of]!
    parent[of] = root
    of = next
  }
  return root
}

/** Room of the cells narrowed by the sums until nothing changes; cells without room become known. */
function propagate(rows: readonly Row[], below: Float64Array, above: Float64Array): void {
  for (let round = 0, changed = true; changed && round < 60; round++) {
    changed = false
    for (const { index, coef } of rows) {
      // Σ coef·z = 0: each term is bounded by the others. Infinite terms are counted, not added.
      let high = 0
      let low = 0
      let highInf = 0
      let lowInf = 0
      for (let k = 0; k < index.length; k++) {
        const c = coef[k]!
        const up = c > 0 ? c * above[index[k]!]! : -c * below[index[k]!]!
        const down = c > 0 ? c * below[index[k]!]! : -c * above[index[k]!]!
        if (up === Infinity) highInf++
        else high += up
        if (down === Infinity) lowInf++
        else low += down
      }
      for (let k = 0; k < index.length; k++) {
        const c = coef[k]!
        const cell = index[k]!
        const size = Math.abs(c)
        const up = c > 0 ? c * above[cell]! : -c * below[cell]!
        const down = c > 0 ? c * below[cell]! : -c * above[cell]!
        // The term can rise by what the others can fall, and the other way round.
        const rise =
          lowInf - (down === Infinity ? 1 : 0) > 0 ? Infinity : low - (down === Infinity ? 0 : down)
        const fall = highInf - (up === Infinity ? 1 : 0) > 0 ? Infinity : high - (up === Infinity ? 0 : up)
        const newAbove = Math.floor((c > 0 ? rise : fall) / size + 1e-9)
        const newBelow = Math.floor((c > 0 ? fall : rise) / size + 1e-9)
        if (newAbove < above[cell]! || newBelow < below[cell]!) {
          above[cell] = Math.min(above[cell]!, newAbove)
          below[cell] = Math.min(below[cell]!, newBelow)
          changed = true
        }
      }
    }
  }
}

/** A row in terms of class representatives, without cells that cannot move; terms that cancel are dropped. */
function reduceRow(row: Row, parent: Int32Array, sign: Int8Array, dead: (cell: number) => boolean): Row {
  const sum = new Map<number, number>()
  row.index.forEach((cell, k) => {
    const root = find(parent, cell)
    if (!dead(root)) sum.set(root, (sum.get(root) ?? 0) + row.coef[k]! * sign[cell]!)
  })
  const index = [...sum.keys()].filter((root) => sum.get(root) !== 0)
  return { index, coef: index.map((root) => sum.get(root)!) }
}

/** Presolves the whole model. O(rounds × entries). */
export function presolve(model: Movables): Reduced {
  const n = model.below.length
  const below = model.below.slice()
  const above = model.above.slice()
  const parent = Int32Array.from({ length: n }, (_, index) => index)
  const sign = new Int8Array(n).fill(1)
  const members: number[][] = Array.from({ length: n }, (_, index) => [index])
  const dead = (cell: number) => below[cell] === 0 && above[cell] === 0
  let rows: readonly Row[] = model.rows
  for (let again = true; again; ) {
    again = false
    propagate(rows, below, above)
    const kept: Row[] = []
    for (const original of rows) {
      const row = reduceRow(original, parent, sign, dead)
      if (row.index.length === 0) continue
      if (row.index.length === 1) {
        below[row.index[0]!] = above[row.index[0]!] = 0
        again = true
      } else if (row.index.length === 2 && Math.abs(row.coef[0]!) === Math.abs(row.coef[1]!)) {
        merge(row.index[0]!, row.index[1]!, row.coef[0]! === row.coef[1]! ? -1 : 1)
        again = true
      } else kept.push(row)
    }
    rows = kept
  }
  return collect()

  function merge(first: number, second: number, factor: 1 | -1): void {
    const a = find(parent, first)
    const b = find(parent, second)
    if (a === b) return
    for (const cell of members[b]!) sign[cell] = (sign[cell]! * factor) as 1 | -1
    const [down, up] = factor === 1 ? [below[b]!, above[b]!] : [above[b]!, below[b]!]
    below[a] = Math.min(below[a]!, down)
    above[a] = Math.min(above[a]!, up)
    parent[b] = a
    members[a] = members[a]!.concat(members[b]!)
    members[b] = []
  }

  function collect(): Reduced {
    const nodes: Node[] = []
    const nodeOf = new Int32Array(n).fill(-1)
    for (let root = 0; root < n; root++) {
      if (find(parent, root) !== root || dead(root)) continue
      const cells = members[root]!
      for (const cell of cells) nodeOf[cell] = nodes.length
      nodes.push({
        members: cells.map((cell) => ({ cell, sign: sign[cell] as 1 | -1 })),
        below: below[root]!,
        above: above[root]!,
        weight: cells.reduce((sum, cell) => sum + model.weight[cell]!, 0),
        forced:
          cells.some((cell) => model.forced[cell] === 1) || cells.every((cell) => model.forced[cell] === 2),
        derived: cells.every((cell) => model.forced[cell] === 2),
      })
    }
    const local = rows.map((row) => ({
      index: row.index.map((root) => nodeOf[find(parent, root)]!),
      coef: row.coef,
    }))
    const unique = new Map(local.map((row) => [rowKey(row), row]))
    return { nodes, rows: [...unique.values()], nodeOf, signOf: sign }
  }
}

/** The same sum written twice, or with all signs turned, is one sum. */
function rowKey(row: Row): string {
  const order = row.index.map((_, k) => k).sort((a, b) => row.index[a]! - row.index[b]!)
  const turn = Math.sign(row.coef[order[0]!]!)
  return order.map((k) => `${row.index[k]}*${row.coef[k]! * turn}`).join(' ')
}
