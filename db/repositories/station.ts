import type { Reader, Writer } from '../kysely.ts'
import type { StationTable } from '../schema.ts'

export const stationRow = (db: Reader): Promise<StationTable> =>
  db.selectFrom('station').selectAll().executeTakeFirstOrThrow()

export const insertStation = async (db: Writer, row: StationTable): Promise<void> => {
  await db.insertInto('station').values(row).execute()
}
