/**
 * The independent audit: recomputes what every attacker finds out from the released file alone. Imports nothing of the
 * suppressor except the bare solver interface.
 */
import type { Part } from './audit-attack.ts'
import { type AttackView, readAttackView } from './audit-file.ts'
import { splitParts } from './audit-parts.ts'
import { simplify, type Tie } from './audit-reduce.ts'
import { checkedWitnesses, type Witness } from './audit-witness.ts'
import type { AuditResult, StopSignal } from './result.ts'
import type { LpSolver } from './solver.ts'

interface AuditOptions {
  signal?: StopSignal
  /** Called between attacks with the share done. */
  onProgress?: (share: number) => Promise<void> | void
  /** Tables that the attacker cannot exclude; they spare the auditor a search where they turn out to be right. */
  witnesses?: readonly Witness[]
  /** Seconds for whole-number ends of the reported intervals, which decide nothing; linear ends after that. No limit when absent. */
  sharpening?: number
  /** Ends at the first exposed cell: enough to know that a pattern is no good; its intervals are then incomplete. */
  untilExposed?: boolean
}

/**
 * Audits a released file with the given hidden ids.
 * @param json the problem file as parsed JSON.
 * @throws AuditInputError for a malformed file; Error 'stopped' when the signal ends it (never a half-checked "safe").
 */
export async function audit(
  json: unknown,
  suppressed: readonly string[],
  solver: LpSolver,
  options: AuditOptions = {},
): Promise<AuditResult> {
  const began = performance.now()
  const view = readAttackView(json, suppressed)
  const { variables, equations, ties } = simplify(view)
  // Without a prototype: an id may be any word, `__proto__` too, and must not get lost.
  const attackers: Record<string, string> = Object.create(null)
  for (const id of view.shownSensitive) attackers[id] = 'outsider'
  const intervals: AuditResult['intervals'] = Object.create(null)
  const sensitive = new Set(view.sensitive)
  const listed = new Set(view.suppressed)
  const parts = splitParts(variables, equations, solver, options.sharpening)
  const partOf = new Map(parts.flatMap((part) => part.variables.map((variable) => [variable, part] as const)))
  for (const table of checkedWitnesses(view, ties, options.witnesses ?? []))
    for (const part of new Set([...table.keys()].map((variable) => partOf.get(variable)))) part?.know(table)
  let done = 0
  try {
    for (const [cell, { id, truth }] of view.unknown.entries()) {
      if (options.signal?.aborted) throw new Error('stopped')
      const tie = ties[cell]!
      const part = partOf.get(tie.variable)
      if (listed.has(id)) intervals[id] = part ? ends(part, tie) : [tie.offset, tie.offset]
      const finder = sensitive.has(cell) ? whoFindsOut(view, cell, truth, ties, part) : undefined
      if (finder) attackers[id] = finder
      else if (!sensitive.has(cell) && view.allSensitive && isKnown(intervals[id])) attackers[id] = 'outsider'
      if (options.untilExposed && id in attackers) break
      if (++done % 20 === 0) await options.onProgress?.(done / view.unknown.length)
    }
  } finally {
    for (const part of parts) part.dispose()
  }
  for (const id of view.suppressed) intervals[id] ??= exactly(json, id)
  const exposed = Object.keys(attackers)
  return {
    status: exposed.length > 0 ? 'unsafe' : 'safe',
    suppressed: view.suppressed,
    primary: view.primaryCount,
    secondary: view.suppressed.length - view.primaryCount,
    objective: view.weight,
    bound: view.weight,
    gap: 0,
    seconds: (performance.now() - began) / 1000,
    intervals,
    exposed,
    attacks: parts.reduce((sum, part) => sum + part.attacks(), 0),
    attackers,
  }
}

/** A hidden cell that everybody can work out. */
const isKnown = (interval: readonly [number | null, number | null] | undefined): boolean =>
  interval !== undefined && interval[0] !== null && interval[0] === interval[1]

/** Lowest and highest count of a cell; null: no limit. */
function ends(part: Part, { variable, sign, offset }: Tie): [number | null, number | null] {
  const end = (way: 1 | -1) => {
    const value = offset + sign * part.end(variable, (way * sign) as 1 | -1)
    return Number.isFinite(value) ? value : null
  }
  return [end(-1), end(1)]
}

/** A cell that is listed as hidden but known all the same (a shown zero, or one already published). */
function exactly(json: unknown, id: string): [number, number] {
  const cells = (json as { cells: { id: string; count: number }[] }).cells
  const { count } = cells.find((cell) => cell.id === id)!
  return [count, count]
}

/** The first attacker who beats the protection of a sensitive cell. */
function whoFindsOut(
  view: AttackView,
  cell: number,
  truth: number,
  ties: readonly Tie[],
  part: Part | undefined,
): string | undefined {
  const { minUpper, minWidth } = view
  const rise = minUpper === null ? 0 : minUpper - truth
  if (rise <= 0 && minWidth === 0) return undefined
  if (!part) return 'outsider'
  const { variable, sign } = ties[cell]!
  const reaches = (way: 1 | -1, by: number) => by <= 0 || part.reaches(variable, (way * sign) as 1 | -1, by)
  if (!reaches(1, rise)) return 'outsider'
  const upwards = Math.max(0, rise)
  let wide = upwards >= minWidth
  for (let up = upwards; !wide && up <= Math.max(upwards, minWidth); up++)
    wide = reaches(1, up) && reaches(-1, minWidth - up)
  if (!wide) return 'outsider'
  const alone = view.respondents.filter((one) => one.people <= view.colluding && !one.own.has(cell))
  part.prepareOpen(
    variable,
    alone.map((one) => new Set(one.cells.map((other) => ties[other]!.variable))),
  )
  const known = coalition(0, new Set(), view.colluding)
  return known && [...known].map((index) => view.unknown[index]!.id).join('+')

  function coalition(
    start: number,
    given: ReadonlySet<number>,
    left: number,
  ): ReadonlySet<number> | undefined {
    for (let index = start; index < view.respondents.length; index++) {
      const one = view.respondents[index]!
      if (one.people > left || one.own.has(cell)) continue
      const joined = new Set([...given, ...one.cells])
      if (!part!.open(variable, new Set([...joined].map((other) => ties[other]!.variable)))) return joined
      const found = coalition(index + 1, joined, left - one.people)
      if (found) return found
    }
    return undefined
  }
}
