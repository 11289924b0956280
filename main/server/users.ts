// Users of the station. A user exists as a row and as a key slot; a slot without an active row opens nothing.

import { deactivateUser, insertUser, listUsers, userById, userByName } from '../../db/repositories/users.ts'
import { invalidField, Refusal } from '../../domain/contract/errors.ts'
import type { usersCalls } from '../../domain/contract/users.calls.ts'
import { ROLES_OF_WORKPLACE, type Role } from '../../domain/users/roles.ts'
import type { Handlers } from './handler.ts'
import { mustBeGoodPassword } from './new-password.ts'

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
    const id = ctx.newId()
    const slot = await ctx.vault.setPassword(input.username, input.password, ctx.dataKey)
    await insertUser(ctx.db, {
      id,
      username: input.username,
      display_name: input.displayName,
      role: input.role,
      active: 1,
      slot_id: slot,
      created_at: ctx.now(),
    })
    ctx.note({ userId: id, role: input.role })
    return { id }
  },

  'users.deactivate': async (ctx, { id }) => {
    const users = await listUsers(ctx.db)
    const user = users.find((u) => u.id === id)
    if (!user) throw new Refusal('not-found')
    const administrators = users.filter((u) => u.role === 'administrator' && u.active === 1 && u.id !== id)
    if (user.role === 'administrator' && administrators.length === 0) throw new Refusal('last-administrator')
    await deactivateUser(ctx.db, id)
    ctx.vault.removeSlot(user.slot_id)
    ctx.note({ userId: id })
    return {}
  },

  'users.resetPassword': async (ctx, { id, password }) => {
    const user = await userById(ctx.db, id)
    if (user?.active !== 1) throw new Refusal('not-found')
    mustBeGoodPassword(password, user.username, 'password')
    await ctx.vault.setPassword(user.username, password, ctx.dataKey)
    ctx.note({ userId: id })
    return {}
  },

  'users.changeOwnPassword': async (ctx, { current, next }) => {
    const { username } = ctx.session.user
    mustBeGoodPassword(next, username, 'next')
    const { key } = await ctx.vault.keyForPassword(username, current)
    if (!key)
      throw new Refusal('wrong-credentials', { fields: [{ path: 'current', code: 'wrong-password' }] })
    key.fill(0)
    await ctx.vault.setPassword(username, next, ctx.dataKey)
    return {}
  },
}
