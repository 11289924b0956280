// The application server: knows nothing of Electron or of a browser.
import type { Result } from '../../domain/contract/errors.ts'
import type { CallName, Input, Output } from '../../domain/contract/table.ts'
import { createDailyBackup } from './daily-backup.ts'
import type { ServerOptions } from './ports.ts'
import { createRouter } from './router.ts'
import { createStation } from './station.ts'

export type Server = {
  /** From outside: any name, any input. */
  call: (name: unknown, input: unknown) => Promise<Result<unknown>>
  /** The same with the contract's types, for hosts and tests. */
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>
  /** Hosts call this now and then: locks the station when the person has been idle too long, makes the daily backup. */
  tick: () => Promise<void>
  close: () => void
}

export const createServer = (options: ServerOptions): Server => {
  const station = createStation(options)
  const call = createRouter(station)
  const backupWhenDue = createDailyBackup(station)
  return {
    call,
    ask: call as Server['ask'],
    tick: async () => {
      await station.lockWhenIdle().catch(() => options.fault('session.idle-locked', 'audit'))
      await backupWhenDue()
    },
    close: station.close,
  }
}
