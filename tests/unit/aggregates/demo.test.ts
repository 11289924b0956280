import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseHetu } from '../../../domain/clients/hetu.ts'
import { findLeaks } from '../../../scripts/demo/leaks.ts'
import { DEMO_NAMES, makePerson, randomFrom } from '../../../scripts/demo/people.ts'
import { runDemo, STATIONS } from '../../../scripts/demo/run.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tyokyky-demo-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a small demo: everything is recorded, released, imported, and no name or henkilötunnus lies open', async () => {
  const demo = await runDemo({
    folder,
    stations: [{ ...STATIONS[2]!, clients: 24 }],
    quarters: ['2025-Q4', '2026-Q1'],
    seconds: 1,
    tell: () => undefined,
  })
  expect(demo).toMatchObject({ stations: 1, clients: 24, checks: 24, imports: 2, leaks: [] })
  expect(demo.releases.map((one) => [one.quarter, one.audit])).toEqual([
    ['2025-Q4', 'safe'],
    ['2026-Q1', 'safe'],
  ])
  expect(demo.releases[1]!.suppressed).toBeGreaterThan(0)
  expect(demo.indicators.quarters).toEqual(['2025-Q4', '2026-Q1'])
})

test('the search for leaks finds a name and a henkilötunnus, also inside a zip', () => {
  const hetus = new Set(['010190-900P'])
  writeFileSync(join(folder, 'a.bin'), `xx${DEMO_NAMES[3]}xx`)
  writeFileSync(
    join(folder, 'b.zip'),
    zipSync({ 'c.txt': new TextEncoder().encode('010190-900P'.repeat(3)) }),
  )
  const found = findLeaks(folder, DEMO_NAMES, hetus)
  expect(found.some((one) => one.endsWith(`a.bin: ${DEMO_NAMES[3]}`))).toBe(true)
  expect(found.some((one) => one.endsWith('b.zip/c.txt: 010190-900P'))).toBe(true)
})

test('every synthetic henkilötunnus is unique, temporary and fits the age; no name is short', () => {
  const random = randomFrom(3)
  const taken = new Set<string>()
  for (let i = 0; i < 500; i++) {
    const person = makePerson(random, ['rovaniemi'], '2026-02-11', taken)
    const read = parseHetu(person.register.hetu!, '2026-02-11')
    expect(read).toMatchObject({ ok: true, kind: 'temporary' })
  }
  expect(taken.size).toBe(500)
  for (const name of DEMO_NAMES) expect(name.length).toBeGreaterThanOrEqual(6)
})
