/**
 * A pattern makes the problem small: shown nodes drop out, many sums are left with two nodes that then move together.
 * Checking and thinning a pattern happens in these much smaller blocks.
 */
import type { Block } from './blocks.ts'
import { createMoveFinder, type Effort, type MoveFinder } from './move-finder.ts'
import { isWhole, type Move } from './moves.ts'
import { type Gap, pricesOf, prove } from './pattern.ts'
import { presolve } from './presolve.ts'
import type { LpSolver } from './solver.ts'

export interface SmallBlock {
  block: Block
  /** Indices of the targets in the large block, in the order of the small one's. */
  targets: number[]
  /** A move of the small block in terms of the large one. */
  lift: (move: Move) => Move
  /** The part of a large move that lies in the small block; the move must keep to hidden nodes. */
  project: (move: Move) => Move
}

/**
 * The block as seen by an attacker of this pattern, cut into independent parts that contain a target.
 * @param kept nodes that stay hidden whatever is chosen; they cost nothing more and may become known.
 * @param wanted targets of the large block to ask for; the others are left out.
 */
export function shrink(
  block: Block,
  hidden: Uint8Array,
  kept: (node: number) => boolean = () => false,
  wanted: (target: number) => boolean = () => true,
): SmallBlock[] {
  const room = (key: 'below' | 'above') =>
    Float64Array.from(block.nodes, (node, index) => (hidden[index] ? node[key] : 0))
  const { nodes, rows, nodeOf, signOf } = presolve({
    below: room('below'),
    above: room('above'),
    weight: Float64Array.from(block.nodes, (node, index) => (kept(index) ? 0 : node.weight)),
    forced: Uint8Array.from(block.nodes, (node, index) =>
      node.derived ? 2 : node.forced ? 1 : kept(index) ? 2 : 0,
    ),
    rows: block.rows,
  })
  const label = nodes.map((_, index) => index)
  const root = (of: number): number => {
    while (label[of] !== of) {
      label[of] = label[label[of]!]!
      of = label[of]!
    }
    return of
  }
  for (const row of rows) for (const node of row.index) label[root(node)] = root(row.index[0]!)

  const parts = new Map<number, { inside: number[]; local: Map<number, number> }>()
  nodes.forEach((_, node) => {
    const part = parts.get(root(node)) ?? { inside: [], local: new Map<number, number>() }
    part.local.set(node, part.inside.push(node) - 1)
    parts.set(root(node), part)
  })
  const rowsOf = new Map<number, Block['rows']>()
  for (const row of rows) {
    const key = root(row.index[0]!)
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row])
  }
  const own = block.ownCells?.under(hidden)
  return [...parts].flatMap(([key, { inside, local }]) => {
    const targets = block.targets
      .map((_, index) => index)
      .filter((index) => wanted(index) && local.has(nodeOf[block.targets[index]!.node]!))
    if (targets.length === 0) return []
    const attackers = block.attackers.map((attacker) => ({
      size: attacker.size,
      nodes: [...new Set(attacker.nodes.flatMap((node) => local.get(nodeOf[node]!) ?? []))],
    }))
    const small: Block = {
      nodes: inside.map((node) => nodes[node]!),
      rows: (rowsOf.get(key) ?? []).map(({ index, coef }) => ({
        index: index.map((node) => local.get(node)!),
        coef,
      })),
      targets: targets.map((index) => {
        const { node, up, down, ...rest } = block.targets[index]!
        const turned = signOf[node] === -1
        return {
          ...rest,
          own: own?.[index] ?? rest.own,
          node: local.get(nodeOf[node]!)!,
          up: turned ? down : up,
          down: turned ? up : down,
        }
      }),
      attackers,
      colluding: block.colluding,
    }
    const lift = (move: Move): Move => {
      const lifted: Move = { index: [], value: [] }
      move.index.forEach((at, k) => {
        for (const { cell, sign } of small.nodes[at]!.members) {
          lifted.index.push(cell)
          lifted.value.push(sign * move.value[k]!)
        }
      })
      return lifted
    }
    const project = (move: Move): Move => {
      const values = new Map<number, number>()
      move.index.forEach((node, k) => {
        const at = local.get(nodeOf[node]!)
        if (at !== undefined) values.set(at, signOf[node]! * move.value[k]!)
      })
      return { index: [...values.keys()], value: [...values.values()] }
    }
    return [{ block: small, targets, lift, project }]
  })
}

interface Verdict {
  gaps: Gap[]
  /** Per target the moves that prove it (not for those in `gaps`). */
  proofs: Move[][]
  /** Some search ran out of time, so a gap may be none. */
  unsure: boolean
}

/**
 * Checks a pattern against every attacker, whole-number ones included.
 * @param pool moves to start from, per target.
 * @param stop out of time: what the moves at hand do not prove by then counts as not proved.
 */
export function check(
  block: Block,
  solver: LpSolver,
  hidden: Uint8Array,
  pool: readonly Move[][],
  only: (target: number) => boolean = () => true,
  effort: Effort = 'whole',
  stop: () => boolean = () => false,
): Verdict {
  const verdict: Verdict = { gaps: [], proofs: block.targets.map(() => []), unsure: false }
  const seen = new Set<number>()
  for (const small of shrink(block, hidden)) {
    const finder = createMoveFinder(small.block, solver)
    finder.effort = effort
    const find: MoveFinder['find'] = (...asked) => (stop() ? undefined : finder.find(...asked))
    try {
      const prices = pricesOf(new Uint8Array(small.block.nodes.length).fill(1))
      const shared: Move[] = []
      small.targets.forEach((index, k) => {
        seen.add(index)
        const usable = (pool[index] ?? []).filter(
          (move) => (effort === 'linear' || isWhole(move)) && move.index.every((node) => hidden[node] === 1),
        )
        // A target that is not asked keeps the moves it has.
        verdict.proofs[index] = usable
        if (!only(index)) return
        const moves = usable.map(small.project)
        const gap = prove(small.block, { find }, small.block.targets[k]!, moves, prices, undefined, shared)
        if (gap) verdict.gaps.push({ ...gap, target: block.targets[index]! })
        verdict.proofs[index] = moves.map(small.lift)
      })
      verdict.unsure ||= finder.unsure > 0
    } finally {
      finder.dispose()
    }
  }
  block.targets.forEach((target, index) => {
    const nothing = target.up + target.down + target.width === 0
    if (!seen.has(index) && only(index) && !nothing) verdict.gaps.push({ target, attackers: [] })
  })
  return verdict
}
