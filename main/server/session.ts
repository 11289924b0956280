// First set-up, signing in, recovery and locking. Each writes its audit event as soon as the database is open.
import { generateKeyPairSync } from 'node:crypto'
import { insertStation } from '../../db/repositories/station.ts'
import { insertUser, userByName } from '../../db/repositories/users.ts'
import type { UserTable } from '../../db/schema.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { sessionCalls } from '../../domain/contract/session.calls.ts'
import type { Role } from '../../domain/users/roles.ts'
import { appendAudit } from '../audit/chain.ts'
import { countFailure, countRefusal, secondsToWait } from '../keys/attempts.ts'
import { slotName } from '../keys/key-file.ts'
import type { Handlers } from './handler.ts'
import { mustBeGoodPassword } from './new-password.ts'
import type { Station } from './station.ts'

const statusOf = (station: Station) => {
  const vault = station.vault.state()
  const file = vault.state === 'ready' ? vault.file : null
  const current = station.current()
  const problem = vault.state === 'blocked' ? vault.problem : station.problem()
  return {
    state: problem
      ? ('blocked' as const)
      : current
        ? ('open' as const)
        : file
          ? ('locked' as const)
          : ('first-run' as const),
    problem,
    workplace: file?.workplace ?? station.options.policy?.workplace ?? null,
    stationName: file?.stationName ?? null,
    user: current?.session.user ?? null,
    idleMinutes: station.idleMinutes(),
    today: station.today(),
  }
}

/** Begins the session of a user whose key has just opened the database, and tells the log. */
const enter = async (station: Station, user: UserTable, event: string): Promise<void> => {
  const file = station.vault.readFile()
  const session = {
    user: { id: user.id, username: user.username, displayName: user.display_name, role: user.role as Role },
    stationName: file.stationName,
    stationId: file.stationId,
  }
  station.begin(session)
  const writer = station.current()!.open.write
  const told = {
    userId: user.id,
    userName: user.display_name,
    role: user.role,
    clientId: null,
    at: station.now(),
  }
  await writer.transaction().execute(async (db) => {
    for (const [refused, times] of Object.entries(file.refusals))
      await appendAudit(db, {
        ...told,
        userId: null,
        userName: '',
        role: 'nobody',
        event: refused,
        outcome: 'refused',
        details: { times },
      })
    await appendAudit(db, { ...told, event, outcome: 'done' })
  })
  station.vault.change((f) => {
    f.refusals = {}
    delete f.attempts[user.slot_id]
  })
}

const mustBeReady = (station: Station): void => {
  const vault = station.vault.state()
  if (vault.state === 'first-run') throw new Refusal('not-set-up')
  if (vault.state === 'blocked') throw new Refusal(vault.problem)
}

const mayTry = (station: Station, slot: string): void => {
  const seconds = secondsToWait(station.vault.readFile(), slot, station.nowMs())
  if (seconds > 0) throw new Refusal('wait', { params: { seconds } })
}

const failed = (station: Station, slot: string): Refusal => {
  station.vault.change((file) => {
    countFailure(file, slot, station.nowMs())
    countRefusal(file, 'session.sign-in')
  })
  return new Refusal('wrong-credentials')
}

export const sessionHandlers: Handlers<typeof sessionCalls> = {
  'session.status': async ({ station }) => statusOf(station),

  'session.setUp': async ({ station }, input) => {
    if (station.vault.state().state !== 'first-run') throw new Refusal('already-set-up')
    const fixed = station.options.policy?.workplace
    if (fixed && fixed !== input.workplace) throw new Refusal('wrong-workplace')
    const people = [
      { ...input.administrator, role: 'administrator' as const, path: 'administrator' },
      {
        ...input.firstUser,
        role: input.workplace === 'clinical' ? ('nurse' as const) : ('officer' as const),
        path: 'firstUser',
      },
    ]
    for (const p of people) mustBeGoodPassword(p.password, p.username, `${p.path}.password`)
    if (people[0]!.username === people[1]!.username)
      throw new Refusal('name-taken', { fields: [{ path: 'firstUser.username', code: 'name-taken' }] })
    const at = station.now()
    const keys = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    const recoveryKey = await station.vault.create(
      { workplace: input.workplace, stationName: input.stationName, logins: people },
      (kysely, file) =>
        kysely.transaction().execute(async (db) => {
          await insertStation(db, {
            id: file.stationId,
            name: input.stationName,
            workplace: input.workplace,
            created_at: at,
            signing_public: keys.publicKey,
            signing_private: keys.privateKey,
          })
          for (const p of people)
            await insertUser(db, {
              id: station.options.ids.next(),
              username: p.username,
              display_name: p.displayName,
              role: p.role,
              active: 1,
              slot_id: slotName(file, p.username),
              created_at: at,
            })
          await appendAudit(db, {
            at,
            userId: null,
            userName: input.administrator.displayName,
            role: 'nobody',
            event: 'session.set-up',
            outcome: 'done',
            clientId: null,
          })
        }),
    )
    return { recoveryKey }
  },

  'session.signIn': async ({ station }, input) => {
    mustBeReady(station)
    const slot = slotName(station.vault.readFile(), input.username)
    mayTry(station, slot)
    const { key } = await station.vault.keyForPassword(input.username, input.password)
    if (!key) throw failed(station, slot)
    const open = await station.openWith(key)
    const user = await userByName(open.read, input.username.trim().toLowerCase())
    if (user?.active !== 1) {
      station.close()
      throw failed(station, slot)
    }
    await enter(station, user, 'session.signed-in')
    return statusOf(station)
  },

  'session.recover': async ({ station }, input) => {
    mustBeReady(station)
    mayTry(station, 'recovery')
    mustBeGoodPassword(input.newPassword, input.username, 'newPassword')
    const key = await station.vault.keyForRecovery(input.recoveryKey)
    if (!key) throw failed(station, 'recovery')
    const open = await station.openWith(key)
    const user = await userByName(open.read, input.username)
    if (user?.active !== 1) {
      station.close()
      throw failed(station, 'recovery')
    }
    await station.vault.setPassword(user.username, input.newPassword, open.dataKey)
    await enter(station, user, 'session.recovered')
    return statusOf(station)
  },

  'session.lock': async ({ station }) => {
    await station.lock()
    return statusOf(station)
  },

  'session.stillHere': async () => ({}),
}
