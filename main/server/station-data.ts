// Directories, templates and limits that the station keeps itself: read with their version, saved only over the version
// that the person has seen, so that nobody's change is lost without a word.
import type { z } from 'zod'
import type { Reader } from '../../db/kysely.ts'
import { insertStationData, newestStationData } from '../../db/repositories/station-data.ts'
import { Refusal } from '../../domain/contract/errors.ts'
import type { Context } from './handler.ts'

/** `initial` is what the program ships, in force as version 0 until the first saving. */
export const stationData = <T>(name: string, schema: z.ZodType<T>, initial: T) => {
  const read = async (db: Reader): Promise<{ version: number; value: T }> => {
    const saved = await newestStationData(db, name)
    return saved
      ? { version: saved.version, value: schema.parse(JSON.parse(saved.value)) }
      : { version: 0, value: initial }
  }
  return {
    read,
    /** `edit` makes the new value of the present one; refused as `stale` when `seen` is not the newest version. */
    save: async (ctx: Context<'write'>, seen: number, edit: (now: T) => T): Promise<number> => {
      const { version, value } = await read(ctx.db)
      if (version !== seen) throw new Refusal('stale')
      await insertStationData(ctx.db, {
        name,
        version: version + 1,
        value: JSON.stringify(schema.parse(edit(value))),
        saved_at: ctx.now(),
        saved_by: ctx.session.user.id,
      })
      ctx.note({ version: version + 1 })
      return version + 1
    },
  }
}
