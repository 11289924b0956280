// The application server: knows nothing of Electron or of a browser.
import type { Result } from '../../domain/contract/errors.ts'
import type { CallName, Input, Output } from '../../domain/contract/table.ts'
import { createCopiedText } from './copied-text.ts'
import { createDailyBackup } from './daily-backup.ts'
import type { ServerOptions } from './ports.ts'
import { createRouter } from './router.ts'
import { createStation } from './station.ts'
import { toldFiles } from './told-files.ts'

export type Server = {
  /** From outside: any name, any input. */
  call: (name: unknown, input: unknown) => Promise<Result<unknown>>
  /** The same with the contract's types, for hosts and tests. */
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>
  /** Hosts call this now and then: locks the station when the person has been idle too long, makes the daily backup. */
  tick: () => Promise<void>
  /** Ends the session with its event, after the writing that is under way. Hosts wait for it before they exit. */
  close: () => Promise<void>
}

export const createServer = (given: ServerOptions): Server => {
  const options = { ...given, files: toldFiles(given.files) }
  const station = createStation(options)
  const copied = createCopiedText(options.clipboard)
  const call = createRouter(station, copied)
  const backupWhenDue = createDailyBackup(station)
  return {
    call,
    ask: call as Server['ask'],
    tick: async () => {
      await station.lockWhenIdle().catch(() => options.fault('session.idle-locked', 'audit'))
      await backupWhenDue()
    },
    close: () => {
      copied.close()
      return station.shutDown()
    },
  }
}
