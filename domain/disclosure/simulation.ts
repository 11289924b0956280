/** Plays years of quarterly releases of several stations and the merged office figures, and attacks each of them. */
import { audit } from './audit.ts'
import { marginsOnly } from './coarsen.ts'
import { crosstab } from './crosstab.ts'
import { type LedgerEntry, ledgerEntries } from './ledger.ts'
import { jointProblem } from './ledger-problem.ts'
import type { Relation } from './problem.ts'
import { seededRandom } from './random.ts'
import { protectRelease } from './release.ts'
import type { LpSolver } from './solver.ts'
import { STANDARD_RULES, type Table } from './tables.ts'

interface SimulationSpec {
  seed: number
  quarters: number
  stations: number
  sha256: (text: string) => string
  onQuarter?: (row: SimulationRow) => Promise<void> | void
}

export interface SimulationRow {
  release: string
  station: string
  status: string
  /** Cells of the release that are not zeros shown anyway. */
  cells: number
  hidden: number
  /** hidden ÷ cells. */
  share: number
  exposed: number
  seconds: number
}

const DIMENSIONS = {
  area: ['Rovaniemi', 'Meri-Lappi', 'Itä-Lappi', 'Pohjois-Lappi'],
  age: ['16–29', '30–54', '55+'],
  gender: ['f', 'm'],
  ability: ['good', 'lowered'],
}
type Person = Record<keyof typeof DIMENSIONS, string>

const { area, age, gender, ability } = DIMENSIONS
const totalsDear = (totals: number) => 1 + totals
const tablesOf = (people: readonly Person[]): Table[] => [
  crosstab({ id: 'area-age', dimensions: { area, age }, lowerBound: 1, weightOfTotals: totalsDear }, people),
  crosstab(
    { id: 'area-gender', dimensions: { area, gender }, lowerBound: 1, weightOfTotals: totalsDear },
    people,
  ),
  crosstab(
    {
      id: 'age-ability',
      dimensions: { age, ability },
      lowerBound: 0,
      weightOfTotals: totalsDear,
      sensitive: { dimension: 'ability', categories: ['lowered'] },
    },
    people,
  ),
]

const releaseName = (quarter: number) => `${2026 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`

/** Weighted draw: the first category is the most common. */
function draw(random: () => number, categories: readonly string[]): string {
  const weights = categories.map((_, k) => 1 / (k + 1) ** 1.2)
  let left = random() * weights.reduce((a, b) => a + b, 0)
  for (const [k, weight] of weights.entries()) {
    left -= weight
    if (left <= 0) return categories[k]!
  }
  return categories.at(-1)!
}

/** @returns one row per station and quarter, and one per quarter for the office. */
export async function simulate(spec: SimulationSpec, solver: LpSolver): Promise<SimulationRow[]> {
  const random = seededRandom(spec.seed)
  const rules = { ...STANDARD_RULES, timeLimit: 2 }
  const rows: SimulationRow[] = []
  const stations = Array.from({ length: spec.stations }, (_, k) => ({
    name: `station-${k + 1}`,
    people: [] as Person[],
    ledger: [] as LedgerEntry[],
  }))
  const tell = async (row: SimulationRow) => {
    rows.push(row)
    await spec.onQuarter?.(row)
  }
  for (let quarter = 0; quarter < spec.quarters; quarter++) {
    const release = releaseName(quarter)
    for (const station of stations) {
      const began = performance.now()
      for (let n = 4 + Math.floor(random() * 14); n > 0; n--)
        station.people.push({
          area: draw(random, area),
          age: draw(random, age),
          gender: draw(random, gender),
          ability: draw(random, ability),
        })
      // Now and then a record is corrected, so that a count falls.
      const wrong = station.people[Math.floor(random() * station.people.length)]!
      if (random() < 0.15) wrong.area = draw(random, area)
      const { tables, status, hiddenKeys } = await releaseWhatCan(
        station.ledger,
        release,
        tablesOf(station.people),
      )
      station.ledger.push(...ledgerEntries(release, tables, hiddenKeys, station.ledger, spec.sha256))
      const attack = jointProblem(station.ledger, '', [], rules)
      const report = await audit(attack, [], solver)
      await tell({
        ...figures(tablesOf(station.people), tables, hiddenKeys),
        release,
        station: station.name,
        status,
        exposed: report.exposed.length,
        seconds: (performance.now() - began) / 1000,
      })
    }
    const began = performance.now()
    const office = merged(stations.map((station) => ({ name: station.name, ledger: station.ledger })))
    const report = await audit(office.problem, [], solver)
    const [cells, hidden] = [office.now.length, office.now.filter((cell) => !cell.shown).length]
    await tell({
      release,
      station: 'office',
      status: report.status,
      cells,
      hidden,
      share: cells === 0 ? 0 : hidden / cells,
      exposed: report.exposed.length,
      seconds: (performance.now() - began) / 1000,
    })
  }
  return rows

  /** The tables that can go out: while the release is frozen the last one is cut to its margins, then left out. */
  async function releaseWhatCan(ledger: readonly LedgerEntry[], release: string, all: readonly Table[]) {
    const [first, second, third] = all as [Table, Table, Table]
    const tries: [string, Table[]][] = [
      ['', [first, second, third]],
      ['margins of age-ability', [first, second, marginsOnly(third)]],
      ['without age-ability', [first, second]],
      ['area-age alone', [first]],
      ['margins alone', [marginsOnly(first), marginsOnly(second)]],
    ]
    for (const [name, tables] of tries) {
      const { result, hiddenKeys } = await protectRelease({ ledger, release, tables, rules }, solver)
      if (result.status === 'optimal' || result.status === 'feasible')
        return { tables, hiddenKeys, status: name || result.status }
    }
    return { tables: [], hiddenKeys: new Set<string>(), status: 'delayed' }
  }
}

/** Share hidden of what was asked for: tables that could not go out count as hidden whole. */
function figures(asked: readonly Table[], tables: readonly Table[], hiddenKeys: ReadonlySet<string>) {
  const keysOf = (list: readonly Table[]) =>
    new Set(
      list.flatMap((table) =>
        table.cells
          .filter((cell) => !cell.unseen && (cell.count > 0 || table.lowerBound === 0))
          .map((cell) => cell.key),
      ),
    )
  const out = keysOf(tables)
  const wanted = [...keysOf(asked)]
  const hidden = wanted.filter((key) => !out.has(key) || hiddenKeys.has(key)).length
  return { cells: wanted.length, hidden, share: wanted.length === 0 ? 0 : hidden / wanted.length }
}

/**
 * All stations' ledgers and the office's sums over them as one attack. The office has no other figures than the stations
 * showed, so a sum is shown exactly when all its parts are.
 */
function merged(stations: readonly { name: string; ledger: readonly LedgerEntry[] }[]) {
  const joint = stations.map(({ name, ledger }) => {
    const problem = jointProblem(ledger, '', [], STANDARD_RULES)
    const own = (id: string) => `${name}:${id}`
    return {
      ...problem,
      cells: problem.cells.map((cell) => ({ ...cell, id: own(cell.id) })),
      relations: problem.relations.map(
        ({ total, parts }): Relation => ({ total: own(total), parts: parts.map(own) }),
      ),
      published: problem.published.map(own),
      hidden: problem.hidden.map(own),
      primary: problem.primary.map(own),
    }
  })
  const inProblem = new Set(joint.flatMap((problem) => problem.cells.map((cell) => cell.id)))
  const newest = stations
    .flatMap(({ ledger }) => ledger.at(-1)?.release ?? [])
    .sort()
    .at(-1)
  const sums = new Map<string, { id: string; count: number; shown: boolean }[]>()
  for (const { name, ledger } of stations)
    for (const entry of ledger)
      for (const { key, count, shown } of entry.cells) {
        const id = `office:${entry.release}/${key}`
        const part = { id: `${name}:${entry.release}/${key}`, count, shown }
        const parts = sums.get(id) ?? []
        const twin = parts.find((one) => one.id === part.id)
        if (twin) twin.shown ||= shown
        else sums.set(id, [...parts, part])
      }
  // A sum over fewer stations than there are is another figure; the office leaves it out.
  const whole = [...sums].filter(([, parts]) => parts.length === stations.length)
  const isShown = (parts: readonly { shown: boolean }[]) => parts.every((part) => part.shown)
  // Zeros that everybody sees are not in the problem.
  const living = whole.flatMap(([id, parts]) => {
    const kept = parts.filter((part) => inProblem.has(part.id))
    const count = kept.reduce((sum, part) => sum + part.count, 0)
    return kept.length > 0
      ? [{ cell: { id, count, lower: 0 }, parts: kept.map((part) => part.id), shown: isShown(parts) }]
      : []
  })
  const [first] = joint
  return {
    now: whole
      .filter(([id]) => id.startsWith(`office:${newest}/`))
      .map(([, parts]) => ({ shown: isShown(parts) })),
    problem: {
      ...first!,
      cells: [...joint.flatMap((problem) => problem.cells), ...living.map(({ cell }) => cell)],
      relations: [
        ...joint.flatMap((problem) => problem.relations),
        ...living.map(({ cell, parts }) => ({ total: cell.id, parts })),
      ],
      published: [
        ...joint.flatMap((problem) => problem.published),
        ...living.flatMap(({ cell, shown }) => (shown ? [cell.id] : [])),
      ],
      hidden: [
        ...joint.flatMap((problem) => problem.hidden),
        ...living.flatMap(({ cell, shown }) => (shown ? [] : [cell.id])),
      ],
      primary: joint.flatMap((problem) => problem.primary),
    },
  }
}
