import type { Reader, Writer } from '../kysely.ts'
import type { StationTable } from '../schema.ts'

/** With the private key that signs. Throws in a database that has not been set up. */
export const stationRow = (db: Reader): Promise<StationTable> =>
  db.selectFrom('station').selectAll().executeTakeFirstOrThrow()

/** Once, in setting up: a database has one station, and a second row throws. */
export const insertStation = async (db: Writer, row: StationTable): Promise<void> => {
  await db.insertInto('station').values(row).execute()
}
