// Killed while writing, again and again: what was answered is there, what was not is whole or absent, the log is intact.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeServer, must, setUp, signInAs } from '../../host/make-server.ts'
import { peek } from '../../host/peek.ts'

const CHILD = fileURLToPath(new URL('../../host/crash-child.ts', import.meta.url))
const KILLS = 20

/** Lets the child write for a while and kills it without warning; the ids it had told. */
const writeUntilKilled = (folder: string, run: number): Promise<string[]> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [CHILD, folder, String(run)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    let complaint = ''
    child.stderr.on('data', (data: Buffer) => {
      complaint += data
    })
    child.stdout.on('data', (data: Buffer) => {
      if (told === '') setTimeout(() => child.kill('SIGKILL'), 3 + ((run * 7919) % 60))
      told += data
    })
    child.on('exit', (_code, signal) => {
      if (signal === 'SIGKILL') done(told.split('\n').slice(0, -1))
      else fail(new Error(complaint))
    })
  })

test(`${KILLS} kills while writing`, { timeout: 1_200_000 }, async () => {
  const t = makeServer()
  await setUp(t.server)
  await t.server.close()
  const told: string[] = []
  for (let run = 0; run < KILLS; run += 1) {
    const ids = await writeUntilKilled(t.folder, run)
    expect(ids.length).toBeGreaterThan(0)
    told.push(...ids)
    const db = await peek(t.folder, false)
    expect(db.pragma('quick_check', { simple: true })).toBe('ok')
    const there = new Set(db.prepare('select id from client').pluck().all())
    expect(told.filter((id) => !there.has(id))).toEqual([])
    const registered = db
      .prepare("select client_id from audit_event where event = 'client.registered'")
      .pluck()
      .all()
    expect(new Set(registered)).toEqual(there)
    const searchable = db.prepare('select distinct client_id from client_search').pluck().all()
    expect(new Set(searchable)).toEqual(there)
    db.close()
  }
  await must(signInAs(t.server, 'administrator'))
  expect(await must(t.server.ask('audit.verify', {}))).toMatchObject({ intact: true })
  await t.dispose()
})
