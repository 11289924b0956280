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
const KEY_MS = 15
const LETTERS = 'abcdefghij'
/**
 * A second of typing, in keys: on a machine that gives the station no time, keys come late just as saving does, and a
 * clock would blame the station for it.
 */
const SECOND = Math.floor(1000 / KEY_MS)

type Run = { folder: string; checkId: string; letter: string; keys: number }

/** Kills the child when it has typed so many keys or just after; how many it had typed. */
const typeUntilKilled = ({ folder, checkId, letter, keys }: Run): Promise<number> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [CHILD, folder, checkId, String(KEY_MS), letter], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // The same modules 200 times: compiled once.
      env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
    })
    let typed = 0
    let complaint = ''
    child.stderr.on('data', (data: Buffer) => {
      complaint += data
    })
    child.stdout.on('data', (data: Buffer) => {
      typed += data.length
      if (typed >= keys) child.kill('SIGKILL')
    })
    child.on('close', (code, signal) =>
      signal === 'SIGKILL' ? done(typed) : fail(new Error(`ended by itself (${code}): ${complaint}`)),
    )
  })

/** What stands in the draft's file afterwards. */
const savedText = (folder: string, key: Buffer): string => {
  const db = openEncrypted(databaseOf(folder), key, { readonly: false })
  try {
    expect(db.pragma('quick_check', { simple: true })).toBe('ok')
    const parsed = parseAnswers(
      JSON.parse(db.prepare('select answers from health_check_draft').pluck().get() as string),
    )
    if (!parsed.ok) throw new Error('the draft cannot be read')
    return parsed.answers.sections.pain?.notes ?? ''
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
    // Before the first save the text of the run before still stands: its letter is another one.
    const letter = LETTERS[run % LETTERS.length]!
    // Spread over the pauses between saves, most of them long enough for several saves.
    const keys = 3 + (((first + run) * 7919) % 100)
    const typed = await typeUntilKilled({ folder: t.folder, checkId, letter, keys })
    const text = savedText(t.folder, key)
    const saved = text.startsWith(letter) ? text.length : 0
    expect(text).toBe(text.slice(0, 1).repeat(text.length))
    if (saved > typed) throw new Error(`${saved} keys are saved, ${typed} were typed`)
    if (typed > SECOND) lost.push(typed - saved)
  }
  await t.dispose()
  return lost
}

test(`${KILLS} kills while typing lose at most the last second`, { timeout: 1_200_000 }, async () => {
  const each = KILLS / STATIONS
  const found = await Promise.all(Array.from({ length: STATIONS }, (_, at) => station(each, at * each)))
  const lost = found.flat()
  console.log(
    `${KILLS} kills, ${lost.length} after more than a second of typing; most lost ${Math.max(...lost)} of ${SECOND} keys a second`,
  )
  expect(lost.length).toBeGreaterThan(KILLS / 8)
  expect(Math.max(...lost)).toBeLessThanOrEqual(SECOND)
})
