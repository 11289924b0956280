// Stations, packages and figures of the project office.
import type { Reader, Writer } from '../kysely.ts'
import type {
  ImportCellTable,
  ImportIntervalTable,
  ImportTable,
  PinnedStationTable,
} from '../schema-aggregates.ts'

/** By name. All of them, also those of which no package has been taken in. */
export const pinnedStations = (db: Reader): Promise<PinnedStationTable[]> =>
  db.selectFrom('pinned_station').selectAll().orderBy('name').orderBy('id').execute()

/** After a person has confirmed the fingerprint: the row stays as it is for good, and a second one throws. */
export const pinStation = async (db: Writer, station: PinnedStationTable): Promise<void> => {
  await db.insertInto('pinned_station').values(station).execute()
}

/** Packages in time order, without their bytes. */
export const listImports = (
  db: Reader,
): Promise<(Omit<ImportTable, 'package'> & { display_name: string })[]> =>
  db
    .selectFrom('import')
    .innerJoin('app_user', 'app_user.id', 'import.imported_by')
    .select([
      'import.id',
      'station_id',
      'quarter',
      'sha256',
      'released_at',
      'imported_at',
      'imported_by',
      'cells',
      'hidden',
      'coarser',
      'app_user.display_name',
    ])
    .orderBy('quarter')
    .execute()

/** Every figure of one import. */
export const importCells = (db: Reader, importId: string): Promise<ImportCellTable[]> =>
  db.selectFrom('import_cell').selectAll().where('import_id', '=', importId).execute()

/** Figures of the named cells in all imports. */
export const importedFigures = (db: Reader, cells: readonly string[]): Promise<ImportCellTable[]> =>
  db.selectFrom('import_cell').selectAll().where('cell', 'in', cells).execute()

/** Intervals of the named cells and sums in all imports. */
export const importedIntervals = (db: Reader, cells: readonly string[]): Promise<ImportIntervalTable[]> =>
  db.selectFrom('import_interval').selectAll().where('cell', 'in', cells).execute()

const CHUNK = 200

/**
 * Writes a package and its figures. Throws when its station is not pinned, when it was imported before, and on a second
 * package of the station for a quarter. Intervals come with `replaceIntervals`, in the same transaction.
 */
export const insertImport = async (
  db: Writer,
  row: ImportTable,
  cells: readonly Omit<ImportCellTable, 'import_id'>[],
): Promise<void> => {
  await db.insertInto('import').values(row).execute()
  for (let from = 0; from < cells.length; from += CHUNK)
    await db
      .insertInto('import_cell')
      .values(cells.slice(from, from + CHUNK).map((cell) => ({ ...cell, import_id: row.id })))
      .execute()
}

/** Replaces the intervals of these imports: a later package may narrow what earlier ones leave open. */
export const replaceIntervals = async (
  db: Writer,
  importIds: readonly string[],
  rows: readonly ImportIntervalTable[],
): Promise<void> => {
  await db.deleteFrom('import_interval').where('import_id', 'in', importIds).execute()
  for (let from = 0; from < rows.length; from += CHUNK)
    await db
      .insertInto('import_interval')
      .values(rows.slice(from, from + CHUNK))
      .execute()
}
