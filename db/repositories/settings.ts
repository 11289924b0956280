// Settings as text values; whoever reads one knows its type.
import type { Reader, Writer } from '../kysely.ts'

/** By key, only what somebody has set: defaults are the caller's. */
export const allSettings = async (db: Reader): Promise<Map<string, string>> => {
  const rows = await db.selectFrom('setting').select(['key', 'value']).execute()
  return new Map(rows.map((row) => [row.key, row.value]))
}

/** One setting, or null when nobody has set it. */
export const setting = async (db: Reader, key: string): Promise<string | null> =>
  (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value ?? null

/** Replaces the value; what it was is not kept. `at` is ISO UTC, `by` the id of a user. */
export const saveSetting = async (
  db: Writer,
  key: string,
  value: string,
  at: string,
  by: string,
): Promise<void> => {
  const row = { value, changed_at: at, changed_by: by }
  await db
    .insertInto('setting')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}
