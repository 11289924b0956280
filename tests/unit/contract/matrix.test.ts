// Every call × every role × nobody, in both workplaces: allowed exactly when the table says so.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyCall } from '../../../domain/contract/call.ts'
import { CALL_NAMES, findCall } from '../../../domain/contract/table.ts'
import { ROLES, ROLES_OF_WORKPLACE, type Role } from '../../../domain/users/roles.ts'
import { everyRole } from '../../host/every-role.ts'
import { makeServer, must, type TestServer } from '../../host/make-server.ts'
import { peek, rowCounts } from '../../host/peek.ts'

const EXTRA = { noSuchField: 1 }

/** What the table promises, written again without the product's own function. */
const promised = (row: AnyCall, role: Role | null, workplace: 'clinical' | 'office'): string => {
  if (row.callers.includes('nobody')) return 'invalid-input'
  if (role === null) return 'not-signed-in'
  if (row.workplace !== 'any' && row.workplace !== workplace) return 'wrong-workplace'
  return row.callers.includes(role) ? 'invalid-input' : 'forbidden'
}

describe.each(['clinical', 'office'] as const)('%s', (workplace) => {
  let t: TestServer
  let signIn: (role: Role) => Promise<void>
  beforeAll(async () => {
    t = makeServer({ tick: false })
    signIn = await everyRole(t, workplace)
  })
  afterAll(() => t.dispose())

  test.each([...ROLES_OF_WORKPLACE[workplace]])('as %s', async (role) => {
    await signIn(role)
    const db = await peek(t.folder)
    const { audit_event: events, ...before } = rowCounts(db)
    for (const name of CALL_NAMES) {
      const answer = await t.server.call(name, EXTRA)
      expect(answer, name).toMatchObject({
        ok: false,
        error: { code: promised(findCall(name)!, role, workplace) },
      })
    }
    const refusals = db
      .prepare(
        "select event, json_extract(details, '$.call') as name from audit_event where seq > ? order by seq",
      )
      .all(events)
    expect(refusals).toEqual(
      CALL_NAMES.map((name) => ({ event: `refused.${promised(findCall(name)!, role, workplace)}`, name })),
    )
    const { audit_event: _, ...after } = rowCounts(db)
    expect(after).toEqual(before)
    db.close()
  })

  test('as nobody; told to the log at the next signing in', async () => {
    await must(t.server.ask('session.lock', {}))
    const expected: Record<string, number> = {}
    for (const name of CALL_NAMES) {
      const code = promised(findCall(name)!, null, workplace)
      expect(await t.server.call(name, EXTRA), name).toMatchObject({ ok: false, error: { code } })
      expected[`refused.${code}`] = (expected[`refused.${code}`] ?? 0) + 1
    }
    await signIn('administrator')
    const db = await peek(t.folder)
    const rows = db
      .prepare(
        "select event, json_extract(details, '$.times') as times from audit_event where role = 'nobody' and outcome = 'refused'",
      )
      .all() as { event: string; times: number }[]
    expect(Object.fromEntries(rows.map((row) => [row.event, row.times]))).toEqual(expected)
    db.close()
  })

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'clients',
    'CLIENTS.OPEN',
    'clients.open ',
  ])('a call named %j is unknown, and the log does not repeat what was sent', async (name) => {
    await signIn('administrator')
    expect(await t.server.call(name, {})).toEqual({ ok: false, error: { code: 'unknown-call' } })
    const db = await peek(t.folder)
    const last = db.prepare('select event, details, role from audit_event order by seq desc limit 1').get()
    expect(last).toEqual({
      event: 'refused.unknown-call',
      details: '{"call":"unknown"}',
      role: 'administrator',
    })
    db.close()
  })

  test.each([null, undefined, 7, {}, [], Symbol('x'), { toString: () => 'clients.open' }])(
    'a name that is no text is unknown',
    async (name) => {
      expect(await t.server.call(name, {})).toEqual({ ok: false, error: { code: 'unknown-call' } })
    },
  )
})

test('every call names its callers, and no client call lets the administrator or the officer in', () => {
  for (const name of CALL_NAMES) {
    const row = findCall(name)!
    expect(row.callers.length, name).toBeGreaterThan(0)
    expect(new Set(row.callers).size, name).toBe(row.callers.length)
    if (row.kind === 'read-person') {
      expect(row.callers, name).not.toContain('administrator')
      expect(row.callers, name).not.toContain('officer')
      expect(row.workplace, name).toBe('clinical')
    }
    if (row.kind !== 'session') expect(row.callers, name).not.toContain('nobody')
    for (const caller of row.callers) expect([...ROLES, 'nobody']).toContain(caller)
  }
})

test('writes and looks at a person carry an event, other reads do not', () => {
  for (const name of CALL_NAMES) {
    const row = findCall(name)!
    const audited = row.kind === 'write' || row.kind === 'read-person'
    expect(Boolean(row.audit), name).toBe(audited)
    if (row.kind === 'read-person') expect(row.audit!.client, name).toBeDefined()
  }
})
