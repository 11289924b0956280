/**
 * The independent audit: recomputes what every attacker finds out from the released file alone. Imports nothing of the
 * suppressor except the bare solver interface.
 */
import { splitParts } from './audit-attack.ts'
import { type AttackView, readAttackView } from './audit-file.ts'
import type { AuditResult, StopSignal } from './result.ts'
import type { LpSolver } from './solver.ts'

interface AuditOptions {
  signal?: StopSignal
  /** Called between attacks with the share done. */
  onProgress?: (share: number) => Promise<void> | void
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
  const attackers: Record<string, string> = {}
  for (const id of view.shownSensitive) attackers[id] = 'outsider'
  const intervals: AuditResult['intervals'] = {}
  const sensitive = new Set(view.sensitive)
  const parts = splitParts(view, solver)
  let attacks = 0
  let done = 0
  try {
    for (const part of parts) {
      const inside = new Set(part.cells)
      const people = view.respondents
        .map((one) => ({ ...one, cells: one.cells.filter((cell) => inside.has(cell)) }))
        .filter((one) => one.cells.length > 0)
      for (const cell of part.cells) {
        if (options.signal?.aborted) throw new Error('stopped')
        const { id } = view.unknown[cell]!
        const { low, high } = part.interval(cell, sensitive.has(cell) ? view.minUpper : null)
        intervals[id] = [
          low.value === -Infinity ? null : low.value,
          high.value === Infinity ? null : high.value,
        ]
        const finder = whoFindsOut(view, part, cell, low.value, high.value, people, sensitive.has(cell))
        if (finder) attackers[id] = finder
        if (++done % 20 === 0) await options.onProgress?.(done / view.unknown.length)
      }
      attacks += part.attacks
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
    attacks,
    attackers,
  }
}

/** A cell that is listed as hidden but known all the same (a shown zero, or one already published). */
function exactly(json: unknown, id: string): [number, number] {
  const cells = (json as { cells: { id: string; count: number }[] }).cells
  const { count } = cells.find((cell) => cell.id === id)!
  return [count, count]
}

/** The first attacker who beats the protection of a cell. */
function whoFindsOut(
  view: AttackView,
  part: ReturnType<typeof splitParts>[number],
  cell: number,
  low: number,
  high: number,
  people: AttackView['respondents'],
  isSensitive: boolean,
): string | undefined {
  if (!isSensitive)
    return view.allSensitive && low === high && part.cells.length > 0 && isListed(view, cell)
      ? 'outsider'
      : undefined
  if (view.minUpper !== null && high < view.minUpper) return 'outsider'
  if (high - low < view.minWidth) return 'outsider'
  if (view.minUpper === null && view.minWidth === 0) return undefined
  const strangers = people.filter((one) => !one.cells.includes(cell))
  const known = coalition(strangers, 0, new Set(), view.colluding)
  return known && [...known].map((index) => view.unknown[index]!.id).join('+')

  function coalition(
    from: AttackView['respondents'],
    start: number,
    given: ReadonlySet<number>,
    left: number,
  ): ReadonlySet<number> | undefined {
    for (let index = start; index < from.length; index++) {
      const one = from[index]!
      if (one.people > left) continue
      const joined = new Set([...given, ...one.cells])
      if (!part.open(cell, joined)) return joined
      const found = coalition(from, index + 1, joined, left - one.people)
      if (found) return found
    }
    return undefined
  }
}

const isListed = (view: AttackView, cell: number): boolean => view.suppressed.includes(view.unknown[cell]!.id)
