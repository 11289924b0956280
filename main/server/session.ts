// First set-up, signing in, recovery and locking. Each writes its audit event as soon as the database is open.
import { generateKeyPairSync } from 'node:crypto'
import type { z } from 'zod'
import type { Writer } from '../../db/kysely.ts'
import { insertStation } from '../../db/repositories/station.ts'
import { insertUser, saveKeyBox, userByName } from '../../db/repositories/users.ts'
import type { UserTable } from '../../db/schema.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { sessionCalls } from '../../domain/contract/session.calls.ts'
import { sameDisplayName } from '../../domain/users/display-name.ts'
import type { Role } from '../../domain/users/roles.ts'
import { appendAudit } from '../audit/chain.ts'
import { countFailure, countRefusal } from '../keys/attempts.ts'
import { boxText, slotName } from '../keys/key-file.ts'
import type { OpenVault, Vault } from '../keys/vault.ts'
import type { Handlers } from './handler.ts'
import { afterRow, settleSlots } from './key-slots.ts'
import { mustBeGoodPassword } from './new-password.ts'
import type { Station } from './station.ts'
import { mayTry } from './tries.ts'

const NOBODY = { userId: null, userName: '', role: 'nobody', clientId: null } as const

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

/** Tells the log that a user enters, with what else changes; only then does the session begin. */
const enter = async (
  station: Station,
  open: OpenVault,
  user: UserTable,
  event: string,
  also?: { rows: (db: Writer) => Promise<void>; keys: (vault: Vault) => void },
): Promise<void> => {
  const file = station.vault.readFile()
  const at = station.now()
  await open.write.transaction().execute(async (db) => {
    for (const [refused, times] of Object.entries(file.refusals))
      await appendAudit(db, { ...NOBODY, at, event: refused, outcome: 'refused', details: { times } })
    await also?.rows(db)
    await appendAudit(db, {
      at,
      userId: user.id,
      userName: user.display_name,
      role: user.role,
      event,
      outcome: 'done',
      clientId: null,
    })
  })
  if (also) afterRow(station.vault, also.keys)
  try {
    station.vault.change((f) => {
      f.refusals = {}
      delete f.attempts[user.slot_id]
    })
  } catch {
    // Told in the log; that they are counted on is no reason to keep the person out.
    station.options.fault(event, 'key-file')
  }
  station.begin({
    user: { id: user.id, username: user.username, displayName: user.display_name, role: user.role as Role },
    stationName: file.stationName,
    stationId: file.stationId,
  })
}

/** Opens the database with this key and lets `work` begin a session; when that fails nothing stays open. */
const openFor = async (
  station: Station,
  key: Buffer,
  work: (open: OpenVault) => Promise<void>,
): Promise<void> => {
  try {
    const open = await station.openWith(key)
    await work(open)
  } catch (error) {
    station.close()
    throw error
  }
}

const mustBeReady = (station: Station): void => {
  const vault = station.vault.state()
  if (vault.state === 'first-run') throw new Refusal('not-set-up')
  if (vault.state === 'blocked') throw new Refusal(vault.problem)
}

/** A password that opened a box which is no longer its user's: an old key file was put in place. */
const tellOldSlot = (station: Station, open: OpenVault, user: UserTable | undefined): Promise<void> =>
  open.write.transaction().execute((db) =>
    appendAudit(db, {
      ...NOBODY,
      at: station.now(),
      event: 'session.old-key-slot',
      outcome: 'refused',
      details: { userId: user?.id ?? null },
    }),
  )

const failed = (station: Station, slot: string): Refusal => {
  station.vault.change((file) => {
    countFailure(file, slot, station.nowMs())
    countRefusal(file, 'session.sign-in')
  })
  return new Refusal('wrong-credentials')
}

const setUp = async (
  station: Station,
  input: z.output<(typeof sessionCalls)['session.setUp']['input']>,
): Promise<{ recoveryKey: string }> => {
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
  if (sameDisplayName(people[0]!.displayName, people[1]!.displayName))
    throw invalidField('firstUser.displayName', 'display-name-taken')
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
            key_box: boxText(file.slots.find(({ id }) => id === slotName(file, p.username))!.box),
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
}

export const sessionHandlers: Handlers<typeof sessionCalls> = {
  'session.status': async ({ station }) => statusOf(station),

  'session.setUp': ({ station }, input) => station.exclusively(() => setUp(station, input)),

  'session.signIn': ({ station }, input) =>
    station.exclusively(async () => {
      mustBeReady(station)
      const file = station.vault.readFile()
      const slot = slotName(file, input.username)
      mayTry(station, slot)
      const { key, box } = await station.vault.keyForPassword(input.username, input.password, file)
      if (!key) throw failed(station, slot)
      await openFor(station, key, async (open) => {
        await settleSlots(station, open)
        const user = await userByName(open.read, input.username.trim().toLowerCase())
        if (user?.active !== 1 || user.key_box !== boxText(box)) {
          await tellOldSlot(station, open, user)
          throw failed(station, slot)
        }
        await enter(station, open, user, 'session.signed-in')
      })
      return statusOf(station)
    }),

  'session.recover': ({ station }, input) =>
    station.exclusively(async () => {
      mustBeReady(station)
      mayTry(station, 'recovery')
      mustBeGoodPassword(input.newPassword, input.username, 'newPassword')
      const key = await station.vault.keyForRecovery(input.recoveryKey)
      if (!key) throw failed(station, 'recovery')
      await openFor(station, key, async (open) => {
        await settleSlots(station, open)
        const user = await userByName(open.read, input.username)
        if (user?.active !== 1) throw failed(station, 'recovery')
        const { slot, box } = await station.vault.newBox(user.username, input.newPassword, open.dataKey)
        await enter(station, open, user, 'session.recovered', {
          rows: (db) => saveKeyBox(db, user.id, boxText(box)),
          keys: (vault) => vault.setSlot(slot, box),
        })
      })
      return statusOf(station)
    }),

  'session.lock': async ({ station }) => {
    await station.lock()
    return statusOf(station)
  },

  'session.stillHere': async () => ({}),
}
