/** The common refinement of groupings: the largest sets of atoms that no released cell tells apart. */

interface Grouped {
  key: string
  atoms?: readonly string[]
}

export interface AtomClass {
  /** Derived cells of the joint problem carry this name. */
  name: string
  atoms: string[]
}

/**
 * Splits all atoms into classes of atoms that are in exactly the same cells (by key, over all releases).
 * Empty when no cell says what it consists of.
 */
export function refine(cells: Iterable<Grouped>): AtomClass[] {
  const keysOf = new Map<string, Set<string>>()
  for (const { key, atoms } of cells)
    for (const atom of atoms ?? []) keysOf.set(atom, (keysOf.get(atom) ?? new Set()).add(key))
  const classes = new Map<string, string[]>()
  for (const [atom, keys] of keysOf) {
    const signature = JSON.stringify([...keys].sort())
    classes.set(signature, [...(classes.get(signature) ?? []), atom])
  }
  return [...classes.values()].map((atoms) => ({ name: `∩${[...atoms].sort().join('+')}`, atoms }))
}

/** The classes a cell consists of. */
export function partsOf(atoms: readonly string[], classes: readonly AtomClass[]): AtomClass[] {
  const inside = new Set(atoms)
  return classes.filter((one) => inside.has(one.atoms[0]!))
}
