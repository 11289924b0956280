/** What has to be reached, block by block: protection targets and respondents who know their own cells. */
import { buildModel, type Model, type Row } from './model.ts'
import { find, type Node, presolve } from './presolve.ts'
import type { Problem } from './problem.ts'

/** A node with at least one sensitive cell. Amounts are moves away from the true table that an attacker must allow. */
export interface Target {
  node: number
  up: number
  down: number
  /** Highest minus lowest. */
  width: number
  /** Attackers (indices) that are this cell's own contributors. */
  own: ReadonlySet<number>
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
  const contributor = sameContributors(model, reduced.nodeOf, true)
  const alike = sameContributors(model, reduced.nodeOf, false)
  const impossible = new Set<number>()
  const targets = new Map<number, Target & { own: Set<number>; cells: number[] }>()
  for (let cell = 0; cell < model.ids.length; cell++) {
    if (!model.primary[cell]) continue
    const node = reduced.nodeOf[cell]!
    if (node < 0) {
      impossible.add(cell)
      continue
    }
    const rise = problem.minUpper === null ? 0 : Math.max(0, problem.minUpper - model.count[cell]!)
    const target = targets.get(node) ?? { node, up: 0, down: 0, width: 0, own: new Set<number>(), cells: [] }
    if (reduced.signOf[cell] === 1) target.up = Math.max(target.up, rise)
    else target.down = Math.max(target.down, rise)
    target.width = Math.max(target.width, problem.minWidth)
    target.cells.push(cell)
    targets.set(node, target)
    const { below, above } = reduced.nodes[node]!
    if (above < target.up || below < target.down || above + below < target.width) impossible.add(cell)
  }
  const attackers = problem.singleRespondents ? respondents() : []
  attackers.forEach(({ nodes, people }, index) => {
    const known = new Set(nodes)
    for (const target of targets.values()) {
      const strangers = target.cells.filter((cell) => !people.has(alike[cell]!))
      if (strangers.length === 0 || known.has(target.node)) target.own.add(index)
      if (known.has(target.node)) for (const cell of strangers) impossible.add(cell)
    }
  })
  return { blocks: split(), impossible: [...impossible].map((cell) => model.ids[cell]!) }

  function respondents(): (Attacker & { people: Set<number> })[] {
    const groupOf = new Map<number, number>()
    const place = new Map(model.ids.map((id, index) => [id, index]))
    for (const group of problem.groups) {
      const people = group.map((id) => contributor[place.get(id)!]!)
      const joined = new Set(people.map((person) => groupOf.get(person) ?? person))
      const into = Math.min(...joined)
      for (const person of people) groupOf.set(person, into)
      for (const [person, old] of groupOf) if (joined.has(old)) groupOf.set(person, into)
    }
    const found = new Map<number, Attacker & { people: Set<number> }>()
    for (let cell = 0; cell < model.ids.length; cell++) {
      const size = model.count[cell]!
      const node = reduced.nodeOf[cell]!
      if (node < 0 || size < 1 || size > problem.colluding) continue
      const person = contributor[cell]!
      const key = groupOf.get(person) ?? person
      const attacker = found.get(key) ?? { nodes: [], size, people: new Set<number>() }
      if (!attacker.nodes.includes(node)) attacker.nodes.push(node)
      attacker.people.add(alike[cell]!)
      found.set(key, attacker)
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
    for (const { node, up, down, width, own } of targets.values()) {
      const mine = [...own].flatMap((index) => localAttacker[index]!.get(root(node)) ?? [])
      blocks.get(root(node))!.targets.push({ node: local[node]!, up, down, width, own: new Set(mine) })
    }
    return [...blocks.values()].filter((block) => block.targets.length > 0)
  }
}

/**
 * For cells with the same contributors by structure (a total of one part and zeros): a common representative.
 * @param known zeros must be known to everybody; else, around derived and formerly hidden cells, true zeros will do:
 *   who makes up a change is who joined, and his own cells are no disclosure to him.
 */
function sameContributors(model: Model, nodeOf: Int32Array, known: boolean): Int32Array {
  const contributor = Int32Array.from(nodeOf, (_, cell) => cell)
  for (const { index } of model.rows) {
    const total = index[0]!
    const loose = !known && index.some((cell) => model.derived[cell] === 1)
    const live = index.slice(1).filter((part) => model.count[part] !== 0 || (nodeOf[part]! >= 0 && !loose))
    if (live.length === 1 && model.count[live[0]!] === model.count[total])
      contributor[find(contributor, total)] = find(contributor, live[0]!)
  }
  return contributor.map((_, cell) => find(contributor, cell))
}
