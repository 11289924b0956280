/** What has to be reached, block by block: protection targets and respondents who know their own cells. */
import { buildModel, type Row } from './model.ts'
import { ownership } from './own-cells.ts'
import { type Node, presolve } from './presolve.ts'
import type { Problem } from './problem.ts'

/** A node with at least one sensitive cell. Amounts are moves away from the true table that an attacker must allow. */
export interface Target {
  node: number
  up: number
  down: number
  /** Highest minus lowest. */
  width: number
  /** Attackers (indices) that are this cell's own contributors, as long as no zero is hidden by choice; see `OwnCells`. */
  own: ReadonlySet<number>
}

/**
 * Whose cell it is can depend on the pattern: a total is a respondent's own while the zeros beside his cell are shown.
 * Hiding one of these nodes may make him a stranger to some target.
 */
export interface OwnCells {
  nodes: readonly number[]
  /** Per target its own contributors, where these nodes are hidden. */
  under(hidden: Uint8Array): ReadonlySet<number>[]
}

/** Respondents that know the cells of these nodes. */
export interface Attacker {
  nodes: number[]
  /** How many people it takes. */
  size: number
}

/** An independent part of the problem; all indices are local. */
export interface Block {
  nodes: Node[]
  rows: Row[]
  targets: Target[]
  attackers: Attacker[]
  /** Coalition size. */
  colluding: number
  /** Absent where every pattern leaves all targets to the same contributors. */
  ownCells?: OwnCells
}

/** The block with some of its targets only. */
export function withTargets(block: Block, wanted: (target: number) => boolean): Block {
  const { ownCells } = block
  const only = <T>(list: readonly T[]): T[] => list.filter((_, index) => wanted(index))
  return {
    ...block,
    targets: only(block.targets),
    ...(ownCells && { ownCells: { ...ownCells, under: (hidden) => only(ownCells.under(hidden)) } }),
  }
}

interface Prepared {
  blocks: Block[]
  /** Sensitive cells that no pattern protects, whatever is hidden. */
  impossible: string[]
}

/** Presolves and cuts the problem into blocks that contain something to protect. */
export function prepare(problem: Problem, ignorePublished = false): Prepared {
  const model = buildModel(problem, ignorePublished)
  const reduced = presolve(model)
  const people = ownership(model, reduced.nodeOf, problem.groups)
  const impossible = new Set<number>()
  /** `cells`: those that respondents must not learn. */
  const targets = new Map<number, Target & { own: Set<number>; cells: number[] }>()
  for (let cell = 0; cell < model.ids.length; cell++) {
    if (!model.primary[cell]) continue
    const rise = problem.minUpper === null ? 0 : Math.max(0, problem.minUpper - model.count[cell]!)
    // The level is met as it is and no width is wanted: nothing is asked of the cell but to be hidden.
    if (rise === 0 && problem.minWidth === 0) continue
    const node = reduced.nodeOf[cell]!
    if (node < 0) {
      impossible.add(cell)
      continue
    }
    const target = targets.get(node) ?? { node, up: 0, down: 0, width: 0, own: new Set<number>(), cells: [] }
    const [up, down] = reduced.signOf[cell] === 1 ? [rise, 0] : [0, rise]
    target.up = Math.max(target.up, up)
    target.down = Math.max(target.down, down)
    target.width = Math.max(target.width, problem.minWidth)
    if (!model.outsidersOnly[cell]) target.cells.push(cell)
    targets.set(node, target)
    const { below, above } = reduced.nodes[node]!
    if (above < up || below < down || above + below < problem.minWidth) impossible.add(cell)
  }
  const attackers = problem.singleRespondents ? respondents() : []
  const least = people.under((node) => reduced.nodes[node]!.forced)
  for (const [index, { nodes, cells }] of attackers.entries())
    for (const target of targets.values()) {
      const strangers = least.strangers(cells, target.cells)
      if (strangers.length === 0) target.own.add(index)
      else if (nodes.includes(target.node)) for (const cell of strangers) impossible.add(cell)
    }
  return { blocks: split(), impossible: [...impossible].map((cell) => model.ids[cell]!) }

  /** Whoever is so few in a cell, with all cells that he knows of. */
  function respondents(): (Attacker & { cells: number[] })[] {
    const found = new Map<number, Attacker & { cells: number[] }>()
    for (let cell = 0; cell < model.ids.length; cell++) {
      const size = model.count[cell]!
      const node = reduced.nodeOf[cell]!
      if (node < 0 || size < 1 || size > problem.colluding) continue
      const person = people.knower[cell]!
      const attacker = found.get(person) ?? { nodes: [], size, cells: [] }
      if (!attacker.nodes.includes(node)) attacker.nodes.push(node)
      attacker.cells.push(cell)
      found.set(person, attacker)
    }
    return [...found.values()]
  }

  function split(): Block[] {
    const { nodes, rows } = reduced
    const parent = Int32Array.from(nodes, (_, index) => index)
    const root = (of: number): number => {
      while (parent[of] !== of) {
        parent[of] = parent[parent[of]!]!
        of = parent[of]!
      }
      return of
    }
    for (const row of rows) for (const node of row.index) parent[root(node)] = root(row.index[0]!)
    const blocks = new Map<number, Block>()
    const local = new Int32Array(nodes.length)
    nodes.forEach((node, index) => {
      const key = root(index)
      const block = blocks.get(key) ?? {
        nodes: [],
        rows: [],
        targets: [],
        attackers: [],
        colluding: problem.colluding,
      }
      local[index] = block.nodes.length
      block.nodes.push(node)
      blocks.set(key, block)
    })
    for (const row of rows)
      blocks
        .get(root(row.index[0]!))!
        .rows.push({ index: row.index.map((node) => local[node]!), coef: row.coef })
    const localAttacker = attackers.map(({ nodes: known, size }) => {
      const places = new Map<number, number>()
      for (const node of known) {
        const { attackers: list } = blocks.get(root(node))!
        const at = places.get(root(node))
        if (at === undefined) places.set(root(node), list.push({ nodes: [local[node]!], size }) - 1)
        else list[at]!.nodes.push(local[node]!)
      }
      return places
    })
    const most = people.under(() => true)
    /** By block: who may turn from an own contributor into a stranger, and to which target. */
    const doubtful = new Map<
      number,
      { target: number; attacker: number; known: number[]; cells: number[] }[]
    >()
    for (const { node, up, down, width, own, cells } of targets.values()) {
      const key = root(node)
      const mine = [...own].flatMap((index) => localAttacker[index]!.get(key) ?? [])
      const target =
        blocks.get(key)!.targets.push({ node: local[node]!, up, down, width, own: new Set(mine) }) - 1
      for (const index of own) {
        const attacker = localAttacker[index]!.get(key)
        const { cells: known } = attackers[index]!
        if (attacker === undefined || most.strangers(known, cells).length === 0) continue
        doubtful.set(key, [...(doubtful.get(key) ?? []), { target, attacker, known, cells }])
      }
    }
    for (const [key, pairs] of doubtful) {
      const block = blocks.get(key)!
      block.ownCells = {
        nodes: people.nodes.flatMap((node) => (root(node) === key ? [local[node]!] : [])),
        under: (hidden) => {
          // A zero of another block, joined by a given group only, is taken for hidden: the safe side.
          const now = people.under((node) => root(node) !== key || hidden[local[node]!] === 1)
          const own = block.targets.map((target) => target.own)
          for (const { target, attacker, known, cells } of pairs) {
            if (now.strangers(known, cells).length === 0) continue
            own[target] = new Set([...own[target]!].filter((one) => one !== attacker))
          }
          return own
        },
      }
    }
    return [...blocks.values()].filter((block) => block.targets.length > 0)
  }
}
