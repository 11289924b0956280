/** The command line and the worker thread, as other programs use them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../../domain/aggregates/rules.ts'
import type { Progress } from '../../../domain/disclosure/result.ts'
import { STANDARD_RULES } from '../../../domain/disclosure/tables.ts'
import { auditInThread, releaseInThread, waysOutInThread } from '../../../main/disclosure/run.ts'
import { plot } from '../../../main/disclosure/simulate.ts'
import { randomTable } from '../../bench/disclosure-instances.ts'
import { EXACT_RULE, FOUR_BY_FOUR, LEAKY_NINE, regions } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosure-'))
function run(command: string, input: unknown) {
  const [from, to] = [join(folder, 'in.json'), join(folder, 'out.json')]
  writeFileSync(from, typeof input === 'string' ? input : JSON.stringify(input))
  writeFileSync(to, '{}')
  const child = spawnSync(process.execPath, ['main/disclosure/cli.ts', command, from, to], {
    encoding: 'utf8',
  })
  return { code: child.status, message: child.stderr, out: JSON.parse(readFileSync(to, 'utf8')) }
}

describe('command', () => {
  it('protects', () => {
    const { code, out } = run('protect', regions({ counties: true, sizes: true }))
    expect(code).toBe(0)
    expect(out).toMatchObject({ status: 'optimal', primary: 5, secondary: 1, bound: 6, gap: 0, exposed: [] })
    expect(Object.keys(out.intervals)).toHaveLength(6)
  })

  it('loses no cell, whatever its name', () => {
    const table = (hidden: string) =>
      `{"cells":[{"id":"__proto__","count":3},{"id":"b","count":4},{"id":"c","count":17},{"id":"t","count":24}],
        "relations":[{"total":"t","parts":["__proto__","b","c"]}],"threshold":5${hidden}}`
    const { out } = run('protect', table(''))
    expect(out.suppressed).toEqual(['__proto__', 'b'])
    expect(Object.keys(out.intervals)).toEqual(['__proto__', 'b'])
    expect(run('audit', table(',"suppressed":["__proto__"]')).out).toMatchObject({
      status: 'unsafe',
      exposed: expect.arrayContaining(['__proto__']),
    })
  })

  it('says so when the answer cannot be written', () => {
    const from = join(folder, 'fine.json')
    writeFileSync(from, JSON.stringify(regions({ counties: true, sizes: false })))
    const to = join(folder, 'missing', 'out.json')
    const { status, stderr } = spawnSync(process.execPath, ['main/disclosure/cli.ts', 'protect', from, to], {
      encoding: 'utf8',
    })
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1])
    expect(stderr).toContain('cannot be written')
  })

  it('audits', () => {
    const { code, out } = run('audit', {
      ...FOUR_BY_FOUR,
      ...EXACT_RULE,
      primary: ['wb'],
      suppressed: LEAKY_NINE,
    })
    expect(code).toBe(0)
    expect(out).toMatchObject({ status: 'unsafe', exposed: ['wb'] })
    expect(out.intervals.wb).toEqual([47, 47])
  })

  it.each([
    ['protect', '{"cells": [', /is not JSON/],
    [
      'protect',
      { cells: [{ id: 'a', count: 1 }], relations: [{ total: 'a', parts: ['b'] }] },
      /relations\[0\]\.parts\[0\]: there is no cell "b"/,
    ],
    ['audit', { cells: [{ id: 'a', count: 1 }], relations: [] }, /suppressed: an audit needs/],
    ['explain', {}, /Usage/],
    ['simulate', {}, /Usage/],
  ])('ends %s of a bad file with 2 and names the place', (command, input, message) => {
    const result = run(command, input)
    expect(result.code).toBe(2)
    expect(result.message).toMatch(message)
    expect(result.out).toEqual({})
  })
})

describe('worker thread', () => {
  it('reports progress and keeps the best audited pattern when cancelled', async () => {
    const { cells, relations } = randomTable({ sizes: [6, 5, 4], zeros: 0.1, small: 0.4, seed: 3 })
    const table = {
      id: 't',
      lowerBound: 1 as const,
      relations,
      cells: cells.map(({ id, count }) => ({ key: id, count })),
    }
    const cancel = new AbortController()
    const seen: Progress[] = []
    const { result } = await releaseInThread(
      { ledger: [], release: '1', tables: [table], rules: { ...STANDARD_RULES, timeLimit: 60 } },
      {
        signal: cancel.signal,
        onProgress: (progress) => {
          seen.push(progress)
          if (progress.best !== null) cancel.abort()
        },
      },
    )
    expect(seen[0]!.phase).toBe('presolve')
    expect(['feasible', 'optimal']).toContain(result.status)
    expect(result.seconds).toBeLessThan(50)
    expect(result.exposed).toEqual([])
  })

  it('decides a release and passes errors on', async () => {
    const tables = [
      {
        id: 't',
        lowerBound: 1 as const,
        cells: [
          { key: 'a', count: 2 },
          { key: 'b', count: 9 },
          { key: 'all', count: 11, weight: 3 },
        ],
        relations: [{ total: 'all', parts: ['a', 'b'] }],
      },
    ]
    const { hiddenKeys } = await releaseInThread({ ledger: [], release: '1', tables, rules: STANDARD_RULES })
    expect([...hiddenKeys].sort()).toEqual(['a', 'b'])
    const twice = releaseInThread({
      ledger: [],
      release: '1',
      tables: [...tables, { ...tables[0]!, cells: [{ key: 'a', count: 3 }], relations: [] }],
      rules: STANDARD_RULES,
    })
    await expect(twice).rejects.toThrow(/"a" counts 2/)
  })

  it('compares coarser versions, and ends an attack at once', async () => {
    const release = {
      ledger: [],
      release: '1',
      rules: STANDARD_RULES,
      tables: [{ id: 't', lowerBound: 1 as const, cells: [{ key: 'a', count: 2, upper: 3 }], relations: [] }],
    }
    const shares: number[] = []
    const ways = await waysOutInThread(release, { onShare: (share) => shares.push(share) })
    expect(ways.map((way) => [way.coarsening?.kind ?? null, way.possible])).toEqual([
      [null, false],
      ['margins-only', false],
      ['leave-out', true],
    ])
    expect(shares.at(-1)).toBe(1)
    const attack = auditInThread({ releases: [], rules: RULES }, { signal: AbortSignal.abort() })
    await expect(attack).rejects.toThrow('stopped')
  })
})

it('plots a line per station', () => {
  const row = {
    release: '2026-Q1',
    status: 'optimal',
    cells: 4,
    hidden: 1,
    share: 0.25,
    exposed: 0,
    seconds: 0,
  }
  const svg = plot([
    { ...row, station: 's' },
    { ...row, station: 'office' },
  ])
  expect(svg.match(/<polyline/g)).toHaveLength(2)
  expect(svg).toContain('points="48.0,246.0"')
})
