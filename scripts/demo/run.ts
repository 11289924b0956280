// The whole line without a screen: three stations record and release four quarters, the office imports and counts.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Output } from '../../domain/contract/table.ts'
import { makeServer, must, setUp } from '../../tests/host/make-server.ts'
import { type ClinicPlan, type DemoRelease, openClinic } from './clinic.ts'
import { findLeaks } from './leaks.ts'
import { DEMO_NAMES, randomFrom } from './people.ts'

export const STATIONS: readonly ClinicPlan[] = [
  { name: 'Rovaniemi ja Pohjois-Lappi', regions: ['rovaniemi', 'pohjois_lappi'], clients: 170 },
  { name: 'Meri-Lappi ja Tornionlaakso', regions: ['kemi_tornio', 'torniolaakso'], clients: 130 },
  { name: 'Itä- ja Tunturi-Lappi', regions: ['ita_lappi', 'tunturi_lappi'], clients: 100 },
]
export const QUARTERS: readonly string[] = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']

export type DemoOptions = {
  folder: string
  stations?: readonly ClinicPlan[]
  quarters?: readonly string[]
  /** Seconds that each release may look for a better pattern. */
  seconds: number
  tell: (line: string) => void
}

export type DemoResult = {
  stations: number
  clients: number
  checks: number
  referrals: number
  releases: DemoRelease[]
  imports: number
  indicators: Output<'indicators.show'>
  leaks: string[]
}

const shareOf = (clients: number, quarters: number, index: number): number =>
  Math.floor((clients * (index + 1)) / quarters) - Math.floor((clients * index) / quarters)

/** Runs the demo in a folder that must be empty. Throws when a call is refused that must succeed. */
export const runDemo = async (options: DemoOptions): Promise<DemoResult> => {
  const { folder, seconds, tell } = options
  const plans = options.stations ?? STATIONS
  const quarters = options.quarters ?? QUARTERS
  const packages = join(folder, 'packages')
  mkdirSync(packages, { recursive: true })
  const taken = new Set<string>()

  const runClinic = async (plan: ClinicPlan, at: number) => {
    const clinic = await openClinic(join(folder, `station-${at + 1}`), plan, quarters[0]!)
    const random = randomFrom(1_000 + at)
    const released: { release: DemoRelease; bytes: Uint8Array }[] = []
    for (const [index, quarter] of quarters.entries()) {
      await clinic.recordQuarter(quarter, shareOf(plan.clients, quarters.length, index), random, taken)
      const one = await clinic.releaseQuarter(quarter, seconds)
      writeFileSync(join(packages, one.release.file), one.bytes)
      released.push(one)
      const { participants, cells, suppressed, status, audit } = one.release
      tell(
        `${plan.name} ${quarter}: ${participants} participants, ${suppressed} of ${cells} cells hidden (${status}), audit: ${audit}`,
      )
    }
    await clinic.close()
    return { clinic, released }
  }
  const clinics = await Promise.all(plans.map(runClinic))

  const office = makeServer({ folder: join(folder, 'office'), now: '2026-10-20T06:00:00.000Z' })
  await setUp(office.server, 'office', 'Hanketoimisto')
  const { ask } = office.server
  let imports = 0
  for (const { released } of clinics)
    for (const { bytes } of released) {
      office.picks.push(bytes)
      const checked = await must(ask('imports.check', {}))
      const fingerprint = checked.known ? null : checked.fingerprint
      await must(ask('imports.accept', { token: checked.token, fingerprint }))
      imports++
    }
  const indicators = await must(ask('indicators.show', {}))
  await office.server.close()

  const faults = [...office.faults, ...clinics.flatMap(({ clinic }) => clinic.faults)]
  if (faults.length > 0) throw new Error(`faults: ${faults.join(', ')}`)
  const sum = (of: 'clients' | 'checks' | 'referrals') =>
    clinics.reduce((total, { clinic }) => total + clinic.counts[of], 0)
  const hetus = new Set(clinics.flatMap(({ clinic }) => clinic.hetus))
  return {
    stations: clinics.length,
    clients: sum('clients'),
    checks: sum('checks'),
    referrals: sum('referrals'),
    releases: clinics.flatMap(({ released }) => released.map(({ release }) => release)),
    imports,
    indicators,
    leaks: findLeaks(folder, DEMO_NAMES, hetus),
  }
}
