// The ledger of releases on a clinical workstation: written once, read for the next release and for saving again.
import type { Reader, Writer } from '../kysely.ts'
import type { ReleaseCellTable, ReleasePersonTable, ReleaseTable } from '../schema-aggregates.ts'

/** Releases in time order, without their packages. */
export const listReleases = (
  db: Reader,
): Promise<(Omit<ReleaseTable, 'package'> & { display_name: string })[]> =>
  db
    .selectFrom('release')
    .innerJoin('app_user', 'app_user.id', 'release.released_by')
    .select([
      'release.id',
      'quarter',
      'released_at',
      'released_by',
      'file_name',
      'sha256',
      'figures',
      'rules',
      'coarser',
      'app_user.display_name',
    ])
    .orderBy('quarter')
    .execute()

/** With the bytes of its package; undefined when there is none. */
export const releaseById = (db: Reader, id: string): Promise<ReleaseTable | undefined> =>
  db.selectFrom('release').selectAll().where('id', '=', id).executeTakeFirst()

/** The bytes of the newest release's package. */
export const newestPackage = async (db: Reader): Promise<ReleaseTable['package'] | undefined> =>
  (await db.selectFrom('release').select('package').orderBy('quarter', 'desc').limit(1).executeTakeFirst())
    ?.package

/** In no order; shown cells that count nobody have no row. The counts are the true ones, also of hidden cells. */
export const releaseCells = (db: Reader, releaseId: string): Promise<ReleaseCellTable[]> =>
  db.selectFrom('release_cell').selectAll().where('release_id', '=', releaseId).execute()

/** Everybody that any release has counted, of every kind, by client; those whose record has been erased too. */
export const releasePeople = (db: Reader): Promise<ReleasePersonTable[]> =>
  db.selectFrom('release_person').selectAll().orderBy('client_id').execute()

/** The releases that counted a person, each with what it counted and in which classes. */
export const releasesCounting = (db: Reader, clientId: string) =>
  db
    .selectFrom('release_person')
    .innerJoin('release', 'release.id', 'release_person.release_id')
    .select([
      'quarter',
      'released_at',
      'kind',
      'area',
      'sex',
      'age_band',
      'labour_status',
      'education',
      'background',
      'special',
      'result',
    ])
    .where('client_id', '=', clientId)
    .orderBy('quarter')
    .orderBy('kind')
    .execute()

const CHUNK = 100

/** Writes a release whole: the row, its cell map and the people it counted. */
export const insertRelease = async (
  db: Writer,
  release: ReleaseTable,
  cells: readonly Omit<ReleaseCellTable, 'release_id'>[],
  people: readonly Omit<ReleasePersonTable, 'release_id'>[],
): Promise<void> => {
  await db.insertInto('release').values(release).execute()
  for (let from = 0; from < cells.length; from += CHUNK)
    await db
      .insertInto('release_cell')
      .values(cells.slice(from, from + CHUNK).map((cell) => ({ ...cell, release_id: release.id })))
      .execute()
  for (let from = 0; from < people.length; from += CHUNK)
    await db
      .insertInto('release_person')
      .values(people.slice(from, from + CHUNK).map((one) => ({ ...one, release_id: release.id })))
      .execute()
}
