// Users of the station. Passwords are not here, only the sealed boxes that they open: the key file holds the same.
import type { Reader, Writer } from '../kysely.ts'
import type { UserTable } from '../schema.ts'

/** By display name, those out of use included. */
export const listUsers = (db: Reader): Promise<UserTable[]> =>
  db.selectFrom('app_user').selectAll().orderBy('display_name').execute()

/** Also of somebody out of use; undefined when there is none. */
export const userById = (db: Reader, id: string): Promise<UserTable | undefined> =>
  db.selectFrom('app_user').selectAll().where('id', '=', id).executeTakeFirst()

/** By user name in lower case. */
export const userByName = (db: Reader, username: string): Promise<UserTable | undefined> =>
  db.selectFrom('app_user').selectAll().where('username', '=', username).executeTakeFirst()

/** The user name in lower case; throws when anybody has or has had it. The key file gets the box after the commit. */
export const insertUser = async (db: Writer, user: UserTable): Promise<void> => {
  await db.insertInto('app_user').values(user).execute()
}

/** The row stays, its box goes. The slot in the key file, and that an administrator is left, are the caller's task. */
export const deactivateUser = async (db: Writer, id: string): Promise<void> => {
  await db.updateTable('app_user').set({ active: 0, key_box: null }).where('id', '=', id).execute()
}

/** From now on this box is the user's, and no other. */
export const saveKeyBox = async (db: Writer, id: string, box: string): Promise<void> => {
  await db.updateTable('app_user').set({ key_box: box }).where('id', '=', id).execute()
}
