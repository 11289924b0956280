/** Tables handed to the auditor as evidence: none counts before it was checked against everything published. */
import type { AttackView } from './audit-file.ts'
import type { Tie } from './audit-reduce.ts'

/** A whole-number table that an attacker cannot exclude, as its differences from the true one by cell id. */
export type Witness = ReadonlyMap<string, number>

/** The witnesses that fit every sum and every bound, as differences by variable; the others are thrown away. */
export function checkedWitnesses(
  view: AttackView,
  ties: readonly Tie[],
  witnesses: readonly Witness[],
): Map<number, number>[] {
  const place = new Map(view.unknown.map(({ id }, cell) => [id, cell]))
  const sumsOf: [equation: number, sign: number][][] = view.unknown.map(() => [])
  view.equations.forEach(({ cells, signs }, equation) => {
    cells.forEach((cell, k) => {
      sumsOf[cell]!.push([equation, signs[k]!])
    })
  })
  return witnesses.flatMap((witness) => {
    const change = new Map<number, number>()
    const off = new Map<number, number>()
    for (const [id, by] of witness) {
      const cell = place.get(id)
      if (cell === undefined || !Number.isInteger(by)) return []
      const { truth, low, high } = view.unknown[cell]!
      if (truth + by < low || truth + by > high) return []
      for (const [equation, sign] of sumsOf[cell]!) off.set(equation, (off.get(equation) ?? 0) + sign * by)
      const { variable, sign } = ties[cell]!
      if (by !== 0) change.set(variable, sign * by)
    }
    return [...off.values()].some((value) => value !== 0) || change.has(-1) ? [] : [change]
  })
}
