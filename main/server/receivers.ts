// The directory of receivers, kept as a setting: empty until somebody writes it.
import type { Reader } from '../../db/kysely.ts'
import { saveSetting, setting } from '../../db/repositories/settings.ts'
import type { receiversCalls } from '../../domain/contract/receivers.calls.ts'
import { type Receiver, receiverDirectory } from '../../domain/referrals/receivers.ts'
import type { Handlers } from './handler.ts'

const DIRECTORY = 'referralReceivers'

export const storedReceivers = async (db: Reader): Promise<Receiver[]> => {
  const saved = await setting(db, DIRECTORY)
  return saved === null ? [] : receiverDirectory.parse(JSON.parse(saved))
}

export const receiversHandlers: Handlers<typeof receiversCalls> = {
  'receivers.list': ({ db }) => storedReceivers(db),

  'receivers.save': async (ctx, { receivers }) => {
    await saveSetting(ctx.db, DIRECTORY, JSON.stringify(receivers), ctx.now(), ctx.session.user.id)
    ctx.note({ receivers: receivers.length })
    return {}
  },
}
