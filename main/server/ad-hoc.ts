// Perturbed tables for use inside the house. Nothing of them is kept, and they have no way into a release.
import { createHmac } from 'node:crypto'
import { clientsChecked, clientsReferred } from '../../db/repositories/aggregates.ts'
import { stationRow } from '../../db/repositories/station.ts'
import { adHocTable } from '../../domain/aggregates/ad-hoc.ts'
import type { aggregatesCalls } from '../../domain/contract/aggregates.calls.ts'
import type { Handlers } from './handler.ts'
import { countableBy } from './release-people.ts'

/** All of a calendar that the program will see. */
const EVER = ['0000', '9999'] as const

export const adHocHandlers: Handlers<Pick<typeof aggregatesCalls, 'aggregates.adHoc'>> = {
  'aggregates.adHoc': async (ctx, { people, rows, columns }) => {
    const all = await countableBy(ctx.db, ctx.today())
    const inside =
      people === 'participants'
        ? null
        : await (people === 'checked' ? clientsChecked : clientsReferred)(ctx.db, ...EVER)
    const counted = inside ? all.filter((one) => inside.has(one.person)) : all
    // A person's record key is the same for ever and known to nobody: derived from the station's own secret.
    const { signing_private: secret } = await stationRow(ctx.db)
    const keyOf = (person: string): number =>
      createHmac('sha256', secret).update(`record-key ${person}`).digest().readUInt32BE(0)
    ctx.note({ people, rows, columns })
    return adHocTable(counted, { rows, columns }, keyOf)
  },
}
