// A client with a long history: everything that opening the timeline reads, and the list of who has looked, beside
// prepared statements that read the same rows and write the same events.
import type Database from 'better-sqlite3'
import { completeAnswers } from '../../tests/host/check-answers.ts'
import { must, type TestServer } from '../../tests/host/make-server.ts'
import { measure, type Pair } from './measure.ts'
import type { RawStation } from './raw.ts'

const AT = '2026-07-15T08:00:00.000Z'
const CHECKS = 60
const REFERRALS = 340
const CONSENTS = 100
const PLAN_ITEMS = 4_500
/** Events of the client's record in the log. */
const LOOKS = 5_000

/** Gives a client 5,000 events and as many looks, written straight into the encrypted file. */
const idOf = (kind: number, n: number): string =>
  `${String(n).padStart(8, '0')}-0000-4000-8000-f0000000000${kind}`

const addHistory = (db: Database.Database, raw: RawStation, clientId: string, by: string): void => {
  const check = db.prepare(
    `insert into health_check values (?, ?, 'closed', ?, '${AT}', '${by}', 1, '${AT}', null)`,
  )
  const version = db.prepare(
    `insert into health_check_version values (?, 1, 'closed', ?, null, '${AT}', '${by}', 'nurse')`,
  )
  const referral = db.prepare(
    `insert into referral values (?, ?, null, 'draft', 1, '{}', null, '${AT}', '${by}', null, '${AT}')`,
  )
  const consent = db.prepare(
    `insert into consent values (?, ?, 'contactBy', 1, 'oral', null, '${AT}', '${by}', null, null)`,
  )
  const item = db.prepare(
    `insert into plan_item values (?, ?, 'step', 'Fysioterapian käynti', 'Tule kymmenen minuuttia ennen aikaa.', '',
     'client', '2026-12-01', 'open', 1, '${AT}', '${by}', '${AT}', '${by}')`,
  )
  const answers = JSON.stringify(completeAnswers())
  const day = (n: number): string =>
    `20${String(10 + Math.floor(n / 12)).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-01`
  db.transaction(() => {
    for (let n = 0; n < CHECKS; n += 1) {
      check.run(idOf(1, n), clientId, day(n))
      version.run(idOf(1, n), answers)
    }
    for (let n = 0; n < REFERRALS; n += 1) referral.run(idOf(2, n), clientId)
    for (let n = 0; n < CONSENTS; n += 1) consent.run(idOf(3, n), clientId)
    for (let n = 0; n < PLAN_ITEMS; n += 1) item.run(idOf(4, n), clientId)
    for (let n = 0; n < LOOKS; n += 1) raw.audit('client.viewed', clientId)
  })()
}

const READS = {
  checks: `select health_check.*, health_check_version.answers, app_user.display_name from health_check
    left join health_check_version on check_id = health_check.id and health_check_version.version = health_check.version
    left join app_user on app_user.id = signed_by where client_id = ?
    order by check_date desc, health_check.created_at desc`,
  referrals: 'select * from referral where client_id = ? order by created_at desc, id desc',
  plan: 'select * from plan_item where client_id = ? order by created_at, rowid',
} as const

export const historyPairs = async (
  { server }: TestServer,
  db: Database.Database,
  raw: RawStation,
  clientId: string,
  by: string,
): Promise<Record<'history' | 'log', Pair>> => {
  addHistory(db, raw, clientId, by)
  const reads = Object.values(READS).map((sql) => {
    const statement = db.prepare(sql)
    return db.transaction(() => {
      const rows = statement.all(clientId)
      raw.audit('client.viewed', clientId)
      return rows
    }).immediate
  })
  const looks = db.prepare('select * from audit_event where client_id = ? order by seq desc')
  const log = db.transaction(() => {
    const rows = looks.all(clientId)
    raw.audit('audit.viewed-of-client', clientId)
    return rows
  }).immediate
  return {
    history: await measure(
      40,
      async () => [
        await must(server.ask('clients.open', { clientId })),
        await must(server.ask('checks.ofClient', { clientId })),
        await must(server.ask('referrals.ofClient', { clientId })),
        await must(server.ask('plans.ofClient', { clientId })),
      ],
      () => [raw.open(clientId), ...reads.map((read) => read())],
    ),
    log: await measure(
      40,
      () => must(server.ask('audit.ofClient', { clientId })),
      () => log(),
    ),
  }
}
