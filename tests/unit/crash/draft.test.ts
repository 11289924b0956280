// Killed at any moment while typing: of what was typed, at most the last second is missing.
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openEncrypted } from '../../../db/open.ts'
import { parseAnswers } from '../../../domain/health-checks/answers.ts'
import { clientInput } from '../../host/client-input.ts'
import { makeServer, must, setUp } from '../../host/make-server.ts'
import { databaseOf, dataKeyOf } from '../../host/peek.ts'

const CHILD = fileURLToPath(new URL('../../host/draft-child.ts', import.meta.url))
const CACHE = join(tmpdir(), 'tyokyky-compile-cache')
const KILLS = 200
const STATIONS = 4
const LOST_MS = 1000

type Key = { at: number; length: number }

/** Lets the child type for `forMs` after its first key and kills it; what it had typed and when. */
const typeUntilKilled = (folder: string, checkId: string, forMs: number): Promise<Key[]> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [CHILD, folder, checkId], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // The same modules 200 times: compiled once.
      env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
    })
    let told = ''
    let complaint = ''
    child.stderr.on('data', (data: Buffer) => {
      complaint += data
    })
    child.stdout.on('data', (data: Buffer) => {
      if (told === '') setTimeout(() => child.kill('SIGKILL'), forMs)
      told += data
    })
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') return fail(new Error(`ended by itself (${code}): ${complaint}`))
      const keys = told.split('\n').slice(0, -1)
      done(
        keys.map((key) => {
          const [at, length] = key.split(' ').map(Number) as [number, number]
          return { at, length }
        }),
      )
    })
  })

/** The draft as it stands in the file afterwards. */
const savedLength = (folder: string, key: Buffer): number => {
  const db = openEncrypted(databaseOf(folder), key, { readonly: false })
  try {
    expect(db.pragma('quick_check', { simple: true })).toBe('ok')
    const parsed = parseAnswers(
      JSON.parse(db.prepare('select answers from health_check_draft').pluck().get() as string),
    )
    if (!parsed.ok) throw new Error('the draft cannot be read')
    return parsed.answers.sections.pain?.notes.length ?? 0
  } finally {
    db.close()
  }
}

const station = async (kills: number, first: number): Promise<number[]> => {
  const t = makeServer()
  await setUp(t.server)
  const { id: clientId } = await must(t.server.ask('clients.register', clientInput()))
  const { id: checkId } = await must(t.server.ask('checks.start', { clientId, checkDate: '2026-11-24' }))
  await t.server.close()
  const key = await dataKeyOf(t.folder)
  const lost: number[] = []
  for (let run = 0; run < kills; run += 1) {
    // Spread over the pauses between saves, most of them long enough for several saves.
    const keys = await typeUntilKilled(t.folder, checkId, 50 + (((first + run) * 7919) % 1500))
    const saved = savedLength(t.folder, key)
    const end = keys.at(-1)!.at
    // The oldest key that is not there; before the first save the text of the run before still stands.
    const missing = keys.find(({ length }) => length > saved)
    const early = end - keys[0]!.at < LOST_MS
    if (!early) {
      expect(saved).toBeLessThanOrEqual(keys.at(-1)!.length)
      lost.push(missing ? end - missing.at : 0)
    }
  }
  await t.dispose()
  return lost
}

test(`${KILLS} kills while typing lose at most the last second`, { timeout: 1_200_000 }, async () => {
  const each = KILLS / STATIONS
  const found = await Promise.all(Array.from({ length: STATIONS }, (_, at) => station(each, at * each)))
  const lost = found.flat()
  console.log(
    `${KILLS} kills, ${lost.length} after more than a second of typing; most lost ${Math.max(...lost)} ms`,
  )
  expect(lost.length).toBeGreaterThan(KILLS / 8)
  expect(Math.max(...lost)).toBeLessThanOrEqual(LOST_MS)
})
