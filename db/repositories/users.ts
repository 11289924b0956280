// Users of the station. Passwords are not here: they only exist as key slots.
import type { Reader, Writer } from '../kysely.ts'
import type { UserTable } from '../schema.ts'

export const listUsers = (db: Reader): Promise<UserTable[]> =>
  db.selectFrom('app_user').selectAll().orderBy('display_name').execute()

export const userById = (db: Reader, id: string): Promise<UserTable | undefined> =>
  db.selectFrom('app_user').selectAll().where('id', '=', id).executeTakeFirst()

/** By user name in lower case. */
export const userByName = (db: Reader, username: string): Promise<UserTable | undefined> =>
  db.selectFrom('app_user').selectAll().where('username', '=', username).executeTakeFirst()

export const insertUser = async (db: Writer, user: UserTable): Promise<void> => {
  await db.insertInto('app_user').values(user).execute()
}

export const deactivateUser = async (db: Writer, id: string): Promise<void> => {
  await db.updateTable('app_user').set({ active: 0 }).where('id', '=', id).execute()
}
