// What the station keeps itself, as JSON by name; whoever reads it knows its shape. Versions are never changed.
import type { Reader, Writer } from '../kysely.ts'
import type { StationDataTable } from '../schema.ts'

/** The newest version, or undefined when nobody has saved any. */
export const newestStationData = (
  db: Reader,
  name: string,
): Promise<Pick<StationDataTable, 'version' | 'value'> | undefined> =>
  db
    .selectFrom('station_data')
    .select(['version', 'value'])
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Adds the next version; a trigger refuses any other number. */
export const insertStationData = async (db: Writer, row: StationDataTable): Promise<void> => {
  await db.insertInto('station_data').values(row).execute()
}
