// The directory of receivers: empty until somebody writes it.
import type { Reader } from '../../db/kysely.ts'
import type { receiversCalls } from '../../domain/contract/receivers.calls.ts'
import { type Receiver, receiverDirectory } from '../../domain/referrals/receivers.ts'
import type { Handlers } from './handler.ts'
import { stationData } from './station-data.ts'

const directory = stationData<Receiver[]>('receivers', receiverDirectory, [])

export const storedReceivers = async (db: Reader): Promise<Receiver[]> => (await directory.read(db)).value

export const receiversHandlers: Handlers<typeof receiversCalls> = {
  'receivers.list': async ({ db }) => {
    const { version, value } = await directory.read(db)
    return { version, receivers: value }
  },

  'receivers.save': async (ctx, { version, receivers }) => {
    ctx.note({ receivers: receivers.length })
    return { version: await directory.save(ctx, version, () => receivers) }
  },
}
