// Locks the station when its person leaves: idle, a locked screen, sleep, log-out.
import type { PowerMonitor } from 'electron'
import type { Server } from './server/create-server.ts'
import type { ServerEvents } from './server/ports.ts'
import { IDLE_CHECK_MS } from './system.ts'

/** Returns how to stop. `told` tells the screen that it is locked now. */
export const lockWhenLeft = (
  powerMonitor: Pick<PowerMonitor, 'on'>,
  server: Pick<Server, 'ask' | 'tick'>,
  told: (value: ServerEvents['locked']) => void,
): (() => void) => {
  const lock = async (): Promise<void> => {
    await server.ask('session.lock', {})
    told({})
  }
  powerMonitor.on('lock-screen', () => void lock())
  powerMonitor.on('suspend', () => void lock())
  powerMonitor.on('shutdown', () => void lock())
  powerMonitor.on('user-did-resign-active', () => void lock())
  const timer = setInterval(() => void server.tick(), IDLE_CHECK_MS)
  return () => clearInterval(timer)
}
