// Users of the station. A user exists as a row and as a key slot; a slot without an active row opens nothing. The box
// is made first and committed with the row and its event; only then is it written to the key file.

import {
  deactivateUser,
  insertUser,
  listUsers,
  saveKeyBox,
  userById,
  userByName,
} from '../../db/repositories/users.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { usersCalls } from '../../domain/contract/users.calls.ts'
import { sameDisplayName } from '../../domain/users/display-name.ts'
import { ROLES_OF_WORKPLACE, type Role } from '../../domain/users/roles.ts'
import { countFailure } from '../keys/attempts.ts'
import { boxText, slotName } from '../keys/key-file.ts'
import type { Context, Handlers } from './handler.ts'
import { afterRow } from './key-slots.ts'
import { mustBeGoodPassword } from './new-password.ts'
import { mayTry } from './tries.ts'

/** A user's new box: in the row with this call's event, in the key file when both are committed. */
const setPassword = async (
  ctx: Context<'write'>,
  user: { id: string; username: string },
  password: string,
): Promise<void> => {
  const { slot, box } = await ctx.vault.newBox(user.username, password, ctx.dataKey)
  await saveKeyBox(ctx.db, user.id, boxText(box))
  ctx.afterCommit(async () => {
    afterRow(ctx.vault, (vault) => vault.setSlot(slot, box))
    return {}
  })
}

export const usersHandlers: Handlers<typeof usersCalls> = {
  'users.list': async ({ db }) =>
    (await listUsers(db)).map((user) => ({
      id: user.id,
      username: user.username,
      displayName: user.display_name,
      role: user.role as Role,
      active: user.active === 1,
      createdAt: user.created_at,
    })),

  'users.add': async (ctx, input) => {
    mustBeGoodPassword(input.password, input.username, 'password')
    const { workplace } = ctx.vault.readFile()
    if (!(ROLES_OF_WORKPLACE[workplace] as readonly Role[]).includes(input.role))
      throw invalidField('role', 'wrong-workplace')
    if (await userByName(ctx.db, input.username))
      throw new Refusal('name-taken', { fields: [{ path: 'username', code: 'name-taken' }] })
    const others = await listUsers(ctx.db)
    if (others.some((other) => sameDisplayName(other.display_name, input.displayName)))
      throw invalidField('displayName', 'display-name-taken')
    const id = ctx.newId()
    const { slot, box } = await ctx.vault.newBox(input.username, input.password, ctx.dataKey)
    await insertUser(ctx.db, {
      id,
      username: input.username,
      display_name: input.displayName,
      role: input.role,
      active: 1,
      slot_id: slot,
      created_at: ctx.now(),
      key_box: boxText(box),
    })
    ctx.note({ userId: id, role: input.role })
    ctx.afterCommit(async () => {
      afterRow(ctx.vault, (vault) => vault.setSlot(slot, box))
      return { id }
    })
    return { id }
  },

  'users.deactivate': async (ctx, { id }) => {
    const users = await listUsers(ctx.db)
    const user = users.find((u) => u.id === id)
    if (!user) throw new Refusal('not-found')
    const administrators = users.filter((u) => u.role === 'administrator' && u.active === 1 && u.id !== id)
    if (user.role === 'administrator' && administrators.length === 0) throw new Refusal('last-administrator')
    await deactivateUser(ctx.db, id)
    ctx.note({ userId: id })
    ctx.afterCommit(async () => {
      afterRow(ctx.vault, (vault) => vault.removeSlot(user.slot_id))
      return {}
    })
    return {}
  },

  'users.resetPassword': async (ctx, { id, password }) => {
    const user = await userById(ctx.db, id)
    if (user?.active !== 1) throw new Refusal('not-found')
    mustBeGoodPassword(password, user.username, 'password')
    await setPassword(ctx, user, password)
    ctx.note({ userId: id })
    return {}
  },

  'users.changeOwnPassword': async (ctx, { current, next }) => {
    const { id, username } = ctx.session.user
    mustBeGoodPassword(next, username, 'next')
    const slot = slotName(ctx.vault.readFile(), username)
    mayTry(ctx, slot)
    const { key } = await ctx.vault.keyForPassword(username, current)
    if (!key) {
      ctx.vault.change((file) => countFailure(file, slot, ctx.nowMs()))
      throw new Refusal('wrong-credentials', { fields: [{ path: 'current', code: 'wrong-password' }] })
    }
    key.fill(0)
    await setPassword(ctx, { id, username }, next)
    return {}
  },
}
